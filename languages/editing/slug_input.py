"""The input of a slug: follows the title of its own language until somebody edits or publishes it."""

from typing import Any

from django import forms
from django.urls import reverse

from languages import slugs


class SlugInput(forms.TextInput):
    """A text input that languages/slugs.js fills while the title is typed, with the server's own rules."""

    def __init__(self, code: str, title_field: str, attrs: dict[str, Any] | None = None) -> None:
        self.code, self.title_field = code, title_field
        super().__init__({"data-slug-of": f"id_{title_field}", "spellcheck": "false", **(attrs or {})})

    class Media:
        js = ("languages/slugs.js",)

    def follow(self, slug: str, title: str, is_fixed: bool) -> None:
        """Say whether the slug still follows the title: it is what the title suggests, and was never public."""
        self.attrs.pop("data-slug-follows", None)
        self.attrs.pop("data-slug-fixed", None)
        if is_fixed:
            self.attrs["data-slug-fixed"] = ""
        elif not slug or _without_number(slug) == slugs.suggest(title):
            self.attrs["data-slug-follows"] = ""

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-slug-url"] = reverse("languages_slug")
        return context


def _without_number(slug: str) -> str:
    """Return a slug without the number that made it free among its siblings."""
    base, _, number = slug.rpartition("-")
    return base if base and number.isdigit() and len(number) == 1 else slug
