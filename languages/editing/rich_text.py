"""Rich text fields whose empty value is the empty string, whatever the editor posts."""

import re
from typing import Any

from django import forms
from wagtail.admin.forms.models import register_form_field_override
from wagtail.fields import RichTextField

TAGS = re.compile(r"<(?!embed\b|hr\b)[^>]*>")


def is_blank(html: str) -> bool:
    """Whether rich text shows nothing: no letter, no embedded picture, no rule."""
    return not TAGS.sub("", html).replace("&nbsp;", " ").replace("\u200b", "").strip()


class RichTextFormField(forms.CharField):
    """Draftail posts an empty paragraph for an empty field; readers and rules see an empty string."""

    def to_python(self, value: Any) -> str:
        """Return the HTML, or the empty string when it shows nothing."""
        text = super().to_python(value) or ""
        return "" if is_blank(text) else text


register_form_field_override(RichTextField, override={"form_class": RichTextFormField})
