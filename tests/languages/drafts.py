"""Releases in two languages, and what the admin's form posts for them."""

import datetime
from typing import Any

from django.forms import BaseForm, BooleanField, DateField, DateTimeField, ModelMultipleChoiceField
from django.test import Client
from django.urls import reverse
from wagtail.blocks import StreamValue
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from news.models import NewsPage

PARAGRAPHS = {
    "fr": "<p>La mission a accompagné 666 retours.</p>",
    "en": "<p>The mission assisted 666 returns.</p>",
}


def body(*texts: str, start: int = 1) -> list[dict[str, Any]]:
    """Return paragraphs with the ids block-1, block-2 ..., which counterparts share."""
    return [{"type": "paragraph", "value": text, "id": f"block-{start + i}"} for i, text in enumerate(texts)]


def make_draft(parent: Any, **fields: Any) -> NewsPage:
    """Return a release that is not live, saved with one revision, written in both languages."""
    paragraphs = {code: fields.pop(f"paragraph_{code}", text) for code, text in PARAGRAPHS.items()}
    page = NewsPage(
        **{
            "title_fr": "Retours volontaires",
            "title_en": "Voluntary returns",
            "lead_fr": "Un chapeau.",
            "lead_en": "A lead.",
            "slug": "retours-volontaires",
            "date": datetime.date(2022, 2, 14),
            "live": False,
            **fields,
        }
    )
    for code, text in paragraphs.items():
        setattr(page, f"body_{code}", body(text) if text else [])
    parent.add_child(instance=page)
    page.save_revision(clean=False)
    return NewsPage.objects.get(pk=page.pk)


def fresh(page: Any) -> Any:
    """Return the page as it is stored now."""
    return type(page).objects.get(pk=page.pk)


def latest(page: Any) -> Any:
    """Return what the admin would open: the draft when there is one."""
    return fresh(page).get_latest_revision_as_object()


def save_draft(page: Any, **changes: Any) -> Any:
    """Save a revision of the latest draft with other values; return the revision."""
    found = latest(page)
    for name, value in changes.items():
        setattr(found, name, value)
    return found.save_revision()


def publish(page: Any, codes: str, **changes: Any) -> Any:
    """Publish the latest draft with other values in some languages; return the page as it is stored then."""
    save_draft(page, languages_to_publish=codes, **changes).publish()
    return fresh(page)


def edit_url(page: Any) -> str:
    """Return the address of the editor of a page."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def posted(form: BaseForm, **changes: Any) -> dict[str, Any]:
    """Return what a browser would post for an unbound form of the admin, with some values typed over."""
    data = _fields(form, "", changes)
    for name, formset in form.formsets.items():
        forms = formset.forms
        data |= {f"{name}-{part}": 0 for part in ("MIN_NUM_FORMS", "MAX_NUM_FORMS")}
        data |= {f"{name}-TOTAL_FORMS": len(forms), f"{name}-INITIAL_FORMS": len(forms)}
        for number, child in enumerate(forms):
            data |= _fields(child, f"{name}-{number}-", {}) | {f"{name}-{number}-ORDER": number + 1}
    return data | {name: value for name, value in changes.items() if name not in form.fields}


def _fields(form: BaseForm, prefix: str, changes: dict[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        value = changes[name] if name in changes else form.get_initial_for_field(field, name)
        if isinstance(value, StreamValue) or (name.startswith("body_") and isinstance(value, list)):
            data |= _stream(prefix + name, value)
        elif isinstance(field, BooleanField):
            data |= {prefix + name: "on"} if value else {}
        elif isinstance(field, ModelMultipleChoiceField):
            data[prefix + name] = [getattr(one, "pk", one) for one in value or ()]
        elif isinstance(field, DateTimeField | DateField) and value:
            data[prefix + name] = str(value)[:16]
        else:
            data[prefix + name] = "" if value is None else getattr(value, "pk", value)
    return data


def _stream(name: str, value: Any) -> dict[str, Any]:
    raw = list(value.get_prep_value()) if isinstance(value, StreamValue) else value
    data = nested_form_data({name: streamfield([(block["type"], _text(block)) for block in raw])})
    return data | {f"{name}-{number}-id": block["id"] for number, block in enumerate(raw)}


def _text(block: dict[str, Any]) -> str:
    return rich_text(block["value"]) if block["type"] == "paragraph" else block["value"]


def form_of(client: Client, page: Any) -> BaseForm:
    """Return the form that the editor of a page shows."""
    response = client.get(edit_url(page))
    assert response.status_code == 200, response
    return response.context["form"]


def post(client: Client, page: Any, action: str = "", **changes: Any) -> Any:
    """Open the editor, type over some values, press a button ("publish=fr", "submit=fr en", "" to save); return it.

    Fails with the form's errors when it was refused.
    """
    name, _, value = action.partition("=")
    data = posted(form_of(client, page), **changes)
    response = client.post(edit_url(page), data | ({f"action-{name}": value} if name else {}))
    if response.status_code != 302:
        form = response.context["form"]
        raise AssertionError((form.errors, {key: one.errors for key, one in form.formsets.items()}))
    return response
