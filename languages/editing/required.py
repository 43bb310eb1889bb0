"""Required texts: asked of the languages that are published, at the field where they are missing."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from languages import options, registry

from .copying import child_translations


def is_empty(value: Any) -> bool:
    """Whether a cleaned value says nothing."""
    return not len(value) if isinstance(value, StreamValue) else value in (None, "")


def required_names(model: Any, names: tuple[str, ...]) -> list[str]:
    """Return the names of translated fields that may not be empty where they are published; a title never may."""
    return [name for name in names if not model._meta.get_field(name).blank]


def demand(form: Any, codes: tuple[str, ...]) -> None:
    """Add an error to every required field that is empty in one of the languages, children included."""
    _demand_in(form, options.translated_fields(form._meta.model), codes)
    for formset in form.formsets.values():
        names = child_translations(formset.model)
        for child in formset.forms if names else ():
            if child.is_valid() and not child.cleaned_data.get("DELETE") and _is_used(child, formset):
                _demand_in(child, names, codes)


def _is_used(child: Any, formset: Any) -> bool:
    return child.has_changed() or child in formset.initial_forms


def _demand_in(form: Any, names: tuple[str, ...], codes: tuple[str, ...]) -> None:
    model = form._meta.model
    for name in required_names(model, names):
        for code in codes:
            field = registry.field(name, code)
            if field in form.fields and field not in form.errors and is_empty(form.cleaned_data.get(field)):
                message = _("%(language)s is to be published: fill in “%(field)s”.")
                label = capfirst(str(model._meta.get_field(name).verbose_name))
                form.add_error(field, message % {"language": registry.language(code).name, "field": label})


def demand_one_language(form: Any) -> None:
    """Add an error to every required text that no language has (snippets, settings)."""
    names = child_translations(form._meta.model)
    for name in required_names(form._meta.model, names):
        fields = [registry.field(name, code) for code in registry.codes()]
        fields = [field for field in fields if field in form.fields]
        if fields and all(is_empty(form.cleaned_data.get(field)) for field in fields):
            form.add_error(fields[0], _("Fill this in, in at least one language."))
