"""The form that copies a page: its own proposals can be taken as they are."""

from typing import Any

from wagtail.admin.forms.pages import CopyForm

from languages import paths, registry, slugs


class FreeCopyForm(CopyForm):
    """Proposes an address that nobody has yet; Wagtail proposes the page's own, and refuses it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        page = self.page.specific
        own = getattr(page, paths.slug_name(registry.default()))
        copy = type(page)(**{paths.slug_name(code): getattr(page, paths.slug_name(code)) for code in registry.codes()})
        self.fields["new_slug"].initial = slugs.free(copy, registry.default(), own, page.get_parent())
