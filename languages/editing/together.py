"""Two people on one page: what each wrote is kept; where both wrote the same field, the second one is asked."""

from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Revision

from .comparable import child_names, children_of, comparable, posted_children, value_of

NOT_CONTENT = frozenset({"comment_notifications"})


@dataclass
class Meanwhile:
    """What another person saved since the posted form was opened."""

    revision: Any
    kept: list[str] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)

    def is_by(self, user: Any) -> bool:
        """Whether the other person is the same one, in another window."""
        return user is not None and self.revision.user_id == user.pk

    @property
    def author(self) -> str:
        """The name of the other person; empty when unknown."""
        user = self.revision.user
        return (user.get_full_name() or user.get_username()) if user else ""


def stamp(revision: Any) -> str:
    """Return what a form notes about the revision it shows; autosave may rewrite a revision under the same number."""
    return f"{revision.pk}@{revision.created_at.isoformat()}" if revision else ""


def base_of(page: Any, data: Any, noted: str) -> tuple[Any | None, bool]:
    """Return (revision on which a posted form is based, whether the form says it was another than the latest).

    What the same session saved by itself (`overwrite_revision_id`, posted by Wagtail's autosave) is its own basis.
    """
    latest = page.latest_revision
    own = str(data.get("overwrite_revision_id", ""))
    if latest is None or not (own or noted):
        return None, False
    if own == str(latest.pk):
        return latest, False
    if own:
        return _revision(page, own), True
    if noted == stamp(latest):
        return latest, False
    number, _, _moment = noted.partition("@")
    revision = _revision(page, number)
    return (revision if revision is not None and stamp(revision) == noted else None), True


def _revision(page: Any, number: str) -> Any | None:
    return page.revisions.filter(pk=number).first() if number.isdigit() else None


def reconcile(form: Any, base: Revision | None) -> Meanwhile:
    """Compare, field by field, what is posted, what it was based on, and what is stored now.

    A field that only the other person changed keeps their value (it leaves `form.cleaned_data`); one that both changed
    is a conflict. Without a base, whatever differs from what is stored is a conflict. The form's instance must still
    hold what is stored now.
    """
    meanwhile = Meanwhile(form.instance.latest_revision)
    before = base.as_object() if base is not None else None
    for name in list(form.cleaned_data):
        if name in form.fields and name not in NOT_CONTENT and hasattr(form.instance, name):
            _reconcile_field(form, before, name, meanwhile)
    for relation in list(form.formsets):
        if relation != "comments":
            _reconcile_children(form, before, relation, meanwhile)
    return meanwhile


def _reconcile_field(form: Any, before: Any, name: str, meanwhile: Meanwhile) -> None:
    mine, theirs = comparable(form.cleaned_data[name]), value_of(form.instance, name)
    if mine == theirs:
        return
    old = value_of(before, name) if before is not None else None
    if before is not None and mine == old:
        del form.cleaned_data[name]
        meanwhile.kept.append(name)
    elif before is None or theirs != old:
        meanwhile.conflicts.append(name)


def _reconcile_children(form: Any, before: Any, relation: str, meanwhile: Meanwhile) -> None:
    formset = form.formsets[relation]
    names = child_names(formset)
    mine, theirs = posted_children(formset, names), children_of(form.instance, relation, names)
    if mine == theirs:
        return
    old = children_of(before, relation, names) if before is not None else None
    if before is not None and mine == old:
        del form.formsets[relation]
        meanwhile.kept.append(relation)
    elif before is None or theirs != old:
        meanwhile.conflicts.append(relation)
