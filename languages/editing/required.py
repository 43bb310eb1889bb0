"""Required texts: asked of the languages that are published, at the field where they are missing."""

from collections.abc import Iterable
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue

from languages import publishing, registry

from .copying import child_translations


def is_empty(value: Any) -> bool:
    """Whether a cleaned value says nothing."""
    return not len(value) if isinstance(value, StreamValue) else value in (None, "")


def demand(form: Any, codes: tuple[str, ...]) -> None:
    """Add an error for all that a page lacks for the publication of some languages, children included.

    The form's instance must hold what was posted; its children are put in place here.
    """
    is_whole = _hold_children(form)
    for _code, name, message in publishing.missing_for(form.instance, codes):
        field = name if name in form.fields else None
        if name is None and not is_whole:
            # Faulty children tell their own faults; what is said of the page would be said of the stored ones.
            continue
        if field is None or field not in form.errors:
            form.add_error(field, message)
    for formset in form.formsets.values():
        names = _required_names(formset.model)
        for child in formset.forms if names else ():
            if child.is_valid() and not child.cleaned_data.get("DELETE") and _is_used(child, formset):
                _demand_in(child, names, codes)


def _hold_children(form: Any) -> bool:
    """Give the page in memory, which has the stored children, those that were posted; whether all were sound."""
    formsets = [formset for relation, formset in form.formsets.items() if relation != "comments"]
    sound = [formset for formset in formsets if formset.is_valid()]
    for formset in sound:
        formset.save(commit=False)
    return len(sound) == len(formsets)


def _required_names(model: Any) -> list[str]:
    return [name for name in child_translations(model) if not model._meta.get_field(name).blank]


def _is_used(child: Any, formset: Any) -> bool:
    return child.has_changed() or child in formset.initial_forms


def _demand_in(child: Any, names: Iterable[str], codes: tuple[str, ...]) -> None:
    model = child._meta.model
    for name in names:
        for code in codes:
            field = registry.field(name, code)
            if field in child.fields and field not in child.errors and is_empty(child.cleaned_data.get(field)):
                message = _("%(language)s is to be published: fill in “%(field)s”.")
                label = capfirst(str(model._meta.get_field(name).verbose_name))
                child.add_error(field, message % {"language": registry.language(code).name, "field": label})


def demand_one_language(form: Any) -> None:
    """Add an error to every required text that no language has (snippets, settings)."""
    for name in _required_names(form._meta.model):
        fields = [registry.field(name, code) for code in registry.codes()]
        fields = [field for field in fields if field in form.fields]
        if fields and all(is_empty(form.cleaned_data.get(field)) for field in fields):
            form.add_error(fields[0], _("Fill this in, in at least one language."))
