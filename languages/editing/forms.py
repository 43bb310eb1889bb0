"""Forms of the admin that know their languages: what is required, copied, suggested, and what another person saved."""

from typing import Any

from django import forms
from django.forms.utils import ErrorList
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.forms.pages import WagtailAdminPageForm
from wagtail.blocks.stream_block import StreamBlockValidationError

from languages import paths, publishing, registry, reserved, slugs, state
from languages.publishing.choice import codes_of

from . import choice, copying, opened, required, shared, together, written
from . import rich_text as rich_text  # registers the form field of rich text
from .comparable import label_of
from .differences import tell_copied
from .names import listed, named_here
from .slug_input import SlugInput

CONFIRM = "confirm-translation"


class _PlainErrors:
    """Mixed into forms: what officers read of a text with faulty blocks names them, in words of theirs."""

    def add_error(self, field: str | None, error: Any) -> None:
        """Put words for the officer in the place of Wagtail's for developers; each block tells its own fault."""
        if isinstance(error, StreamBlockValidationError):
            others = [str(message) for message in ErrorList(error.non_block_errors)]
            error.message = " ".join([_("some blocks are incomplete")] * bool(error.block_errors) + others)
        super().add_error(field, error)  # type: ignore[misc]  # the next class is the form


class TranslatedModelForm(_PlainErrors, WagtailAdminModelForm):
    """For snippets and settings: a required text is required in one language, whichever."""

    def clean(self) -> dict[str, Any]:
        """Ask for required texts where no language has them."""
        cleaned = super().clean()
        if not self.is_deferred_validation:
            required.demand_one_language(self)
        return cleaned


class TranslatedPageForm(_PlainErrors, WagtailAdminPageForm):
    """For pages: languages are chosen by the pressed button, and each has its title, address and required fields."""

    data: Any
    opened = forms.CharField(required=False, widget=forms.HiddenInput)
    written_on = forms.CharField(required=False, widget=forms.HiddenInput)
    shared_named = forms.CharField(required=False, widget=forms.HiddenInput)
    copies_named = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        if data is not None:
            data = self._prepared(data)
        super().__init__(data, *args, **kwargs)
        self.meanwhile: together.Meanwhile | None = None
        written.tell_blocks(self)
        for code in registry.codes():
            self._let_slug_follow(code)
        self._note()

    def _prepared(self, data: Any) -> Any:
        """Return the posted data, with a language copied when asked for, and a title when a preview has none."""
        wish = copying.Copy.wanted(data)
        if wish is not None:
            data = copying.copied(data, copying.translated_names(type(self), data), wish)
        titles = [registry.field("title", code) for code in registry.codes()]
        if data.get("title") and not any(data.get(name) for name in titles):
            # Wagtail's preview makes up a title for a page without one, under the name of its own field.
            data = data.copy()
            data[titles[0]] = data["title"]
        return data

    def _let_slug_follow(self, code: str) -> None:
        name, title = paths.slug_name(code), registry.field("title", code)
        if name not in self.fields:
            return
        field = self.fields[name]
        field.required = False
        field.label = capfirst(label_of(type(self.instance), name))
        if isinstance(field.widget, SlugInput) and title in self.fields:
            slug, text = self[name].value() or "", self[title].value() or ""
            field.widget.follow(str(slug), str(text), is_fixed=self.instance.is_published_in(code))

    def _note(self) -> None:
        """Note in the form on which revision it is based and which shared changes it names."""
        self.shared_changes: dict[str, str] = {}
        if self.is_bound:
            self.initial.update({name: self.data.get(name, "") for name in shared.NOTES})
            return
        self.shared_changes = shared.changes(self)
        self.initial.update(
            opened=opened.new(),
            written_on=together.stamp(self.instance.latest_revision),
            shared_named=" ".join(sorted(self.shared_changes)),
            copies_named="",
            seen="",
        )

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes to be published or submitted by this post; those under approval when no button names any.

        The form's instance must hold what was posted.
        """
        carried = codes_of(publishing.carried_choice(self.instance))
        return choice.chosen(self.data) or carried or publishing.default_choice(self.instance)

    def clean(self) -> dict[str, Any]:
        """Settle titles, addresses, and what another person saved meanwhile."""
        self._demand_a_title()
        # Before the slugs: an empty one was not edited, and takes what another person's text gave it.
        self._reconcile()
        for code in registry.codes():
            self._settle_slug(code)
        return super().clean()

    def _post_clean(self) -> None:
        """Check, once the page holds what was posted, what its publication needs; drafts may lack anything."""
        super()._post_clean()
        if not self.is_deferred_validation:
            required.demand(self, self.languages)
            self._name_copies()
            self._name_shared_changes()

    def _demand_a_title(self) -> None:
        names = [registry.field("title", code) for code in registry.codes()]
        if not any(self.cleaned_data.get(name) for name in names) and names[0] in self.fields:
            self.add_error(names[0], _("Give the page a title in at least one language."))

    def _settle_slug(self, code: str) -> None:
        name = paths.slug_name(code)
        if name not in self.fields or name not in self.cleaned_data:
            return
        parent = self.parent_page or (self.instance.get_parent() if self.instance.pk else None)
        slug, stored = self.cleaned_data[name], self.initial.get(name) or ""
        if slug and slug != stored:
            self._refuse_slug(name, slug, code, parent)
        elif not slug and stored and self.instance.first_published_at:
            self.cleaned_data[name] = stored
        elif not slug:
            self.cleaned_data[name] = slugs.free(self.instance, code, slugs.suggest(self._title_for_slug(code)), parent)

    def _title_for_slug(self, code: str) -> str:
        # Wagtail's own column must not be empty: a page without the default language takes the first title there is.
        codes = registry.codes() if code == registry.default() else (code,)
        return next((title for one in codes if (title := self._title(one))), "")

    def _title(self, code: str) -> str:
        name = registry.field("title", code)
        return str(self.cleaned_data.get(name, getattr(self.instance, name)) or "")

    def _refuse_slug(self, name: str, slug: str, code: str, parent: Any) -> None:
        if reason := reserved.reason(parent, code, slug):
            self.add_error(name, reason)
        elif owner := slugs.taken_by(self.instance, code, slug, parent):
            message = _("The page “%(page)s” already has the slug “%(slug)s” in the same place: choose another word.")
            self.add_error(name, message % {"page": owner.specific.get_admin_display_title(), "slug": slug})

    def _reconcile(self) -> None:
        if not self.instance.pk:
            return
        base, is_outdated = together.base_of(self.instance, self.data, self.data.get("written_on", ""))
        if base is not None:
            # A form that is shown again no longer tells what this session saved by itself.
            self._set_note("written_on", together.stamp(base))
        if not is_outdated:
            return
        latest = together.stamp(self.instance.latest_revision)
        self.meanwhile = together.reconcile(self, base)
        if self.meanwhile.conflicts and self.data.get("seen") != latest:
            self._set_note("seen", latest)
            self._name_conflicts(self.meanwhile)

    def _name_conflicts(self, meanwhile: together.Meanwhile) -> None:
        who = meanwhile.author or _("Somebody else")
        labels = [label_of(type(self.instance), name) for name in meanwhile.conflicts]
        message = _(
            "%(who)s saved this page after you opened it and changed the same fields: %(fields)s. Nothing of yours is "
            "lost: it is below. Save again to put it in the place of theirs, which stays in the history."
        )
        each = _("%(who)s changed this field too.")
        if meanwhile.is_by(self.for_user):
            message = _(
                "You saved this page in another window and changed the same fields there: %(fields)s. Nothing is lost: "
                "what you wrote here is below. Save again to put it in the place of the other, kept in the history."
            )
            each = _("You changed this field in another window too.")
        self.add_error(None, message % {"who": who, "fields": listed(labels)})
        for name in meanwhile.conflicts:
            if name in self.fields:
                self.add_error(name, each % {"who": who})

    def _name_copies(self) -> None:
        if not choice.chosen(self.data) or "copies_named" not in self.data or self.errors:
            return
        copies = tell_copied(self.instance, self.languages)
        if set(copies) <= set(self.data["copies_named"].split()):
            return
        self._set_note("copies_named", " ".join(copies))
        message = _(
            "Not translated: here one language still says word for word what another says: %(fields)s. "
            "Translate it, or press the button again to publish it as it is."
        )
        self.add_error(None, message % {"fields": listed(dict.fromkeys(copies.values()))})

    def _name_shared_changes(self) -> None:
        held = shared.held(self.instance, self.languages)
        if not held or "shared_named" not in self.data or self.errors:
            return
        changed = shared.changes(self)
        if set(changed) <= set(self.data["shared_named"].split()):
            return
        self._set_note("shared_named", " ".join(sorted(changed)))
        message = _(
            "These details are one for all languages and will change at once in %(languages)s too, whose text stays as "
            "it is: %(fields)s. Press the button again to publish."
        )
        languages = listed(named_here(code) for code in held)
        self.add_error(None, message % {"languages": languages, "fields": listed(changed.values())})

    def _set_note(self, name: str, value: str) -> None:
        self.data = self.data.copy()
        self.data[name] = value

    def save(self, commit: bool = True) -> Any:
        """Save, with the chosen languages noted on the page for the publication."""
        if codes := choice.chosen(self.data):
            publishing.choose(self.instance, codes)
        if self.meanwhile is None or not self.meanwhile.kept:
            # A form that does not show what was kept of another person is no basis for a second save.
            self.instance.saved_from = opened.mark(self.data)
        page = super().save(commit=commit)
        if (code := self.data.get(CONFIRM)) in registry.codes():
            state.mark_current(self.instance, code)
        if self.meanwhile is not None and self.meanwhile.kept:
            page.kept_of_others = self.meanwhile
        return page
