"""What is one for all languages: which of it would change for the readers of a language that is held back."""

from typing import Any

from languages import options, paths, registry

from .comparable import child_names, children_of, comparable, label_of, posted_children, value_of
from .copying import child_translations

NOTES = ("opened", "written_on", "shared_named", "copies_named", "seen")
NOT_SHARED = frozenset({"go_live_at", "expire_at", "comment_notifications", *NOTES})


def shared_names(form: Any) -> list[str]:
    """Return the names of the form's fields that are one for all languages."""
    model = form._meta.model
    own = {registry.field(name, code) for name in options.translated_fields(model) for code in registry.codes()}
    own |= {paths.slug_name(code) for code in registry.codes()}
    return [name for name in form.fields if name not in own | NOT_SHARED and hasattr(form.instance, name)]


def shared_child_names(formset: Any) -> list[str]:
    """Return the names of the fields of a formset's children that are one for all languages."""
    translated = child_translations(formset.model)
    own = {registry.field(name, code) for name in translated for code in registry.codes()}
    return [name for name in child_names(formset) if name not in own]


def changes(form: Any) -> dict[str, str]:
    """Return {name: label} of the shared fields and lists of children that differ from what readers see.

    Of a posted and validated form, what was posted is compared; of an unbound one, the draft.
    """
    page = form.instance
    live = type(page)._base_manager.filter(pk=page.pk, live=True).first() if page.pk else None
    if live is None:
        return {}
    changed = {}
    for name in shared_names(form):
        value = comparable(form.cleaned_data.get(name)) if form.is_bound else value_of(page, name)
        if value != value_of(live, name) and (not form.is_bound or name in form.cleaned_data):
            changed[name] = label_of(type(page), name)
    for relation, formset in form.formsets.items():
        if relation != "comments" and _children_differ(form, formset, relation, live):
            changed[relation] = label_of(type(page), relation)
    return changed


def _children_differ(form: Any, formset: Any, relation: str, live: Any) -> bool:
    names = shared_child_names(formset)
    draft = posted_children(formset, names) if form.is_bound else children_of(form.instance, relation, names)
    return draft != children_of(live, relation, names)


def held(page: Any, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages that readers see and that a publication of `codes` leaves as they are."""
    return tuple(code for code in getattr(page, "public_languages", ()) if code not in codes)
