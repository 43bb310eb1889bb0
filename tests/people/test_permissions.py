"""Every address times every role is one row of addresses.txt; an address without a row fails.

After a change that is meant, write the table anew (WRITE_ADDRESSES=1) and read the difference before committing it.
"""

import os
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction, Task, Workflow

from contacts.models import PressDesk
from people.roles import Role
from tests.factories import make_contact, make_document, make_home, make_news, make_page, make_picture, make_region
from tests.people.addresses import address, patterns, sign

TABLE = Path(__file__).parent / "addresses.txt"
COLUMNS = ("anonymous", "stranger", *(role.name.lower() for role in Role))
# Signing out would end the very session that asks; the rest are files and scripts of Wagtail without a person.
# Wagtail’s own trial of its error page always fails.
LEFT_OUT = {"wagtailadmin_logout", "wagtailadmin_error_test"}


@pytest.fixture
def browsers(person) -> dict[str, Client]:
    """A browser for each column, signed in where there is an account."""
    found = {name: Client() for name in COLUMNS}
    found["stranger"].force_login(person(), backend="django.contrib.auth.backends.ModelBackend")
    for role in Role:
        found[role.name.lower()].force_login(person(role), backend="django.contrib.auth.backends.ModelBackend")
    return found


@pytest.fixture
def things(db, browsers) -> dict[str, Any]:
    """Values for the parameters of addresses: things that exist, made by nobody who asks."""
    from home.models import StandardPage

    news, card, region = make_news(), make_contact(), make_region()
    draft = make_page(StandardPage, make_home(), title="Brouillon", live=False)
    revision = draft.save_revision()
    picture, document = make_picture(), make_document()
    PressDesk.objects.create(pk=1, telephone="05 37 65 28 81")
    user = Group.objects.get(name=Role.OFFICER.value).user_set.get()
    return {
        "page_id": draft.pk, "parent_page_id": make_home().pk, "page_to_move_id": draft.pk, "destination_id": news.pk,
        "revision_id": revision.pk, "revision_id_a": revision.pk, "revision_id_b": "latest", "image_id": picture.pk,
        "document_id": document.pk, "document_filename": document.filename, "content_type_app_name": "home",
        "content_type_model_name": "standardpage", "user_id": user.pk,
        "collection_id": Collection.objects.get(depth=1).pk,
        "wagtailusers_users.pk": user.pk, "wagtailusers_groups.pk": user.groups.get().pk,
        "wagtailadmin_workflows.pk": Workflow.objects.get().pk, "task_id": Task.objects.get().pk,
        "wagtailsnippets_programmes_region.pk": region.pk, "contact_vcard.pk": card.pk, "kind": "release",
        "format_name": "atom", "filter_spec": "width-100", "content_type": "pages.basepage", "code": "fr", "0": "",
        "wagtail_bulk_action.model_name": "basepage", "page_pk": draft.pk, "workflow_pk": Workflow.objects.get().pk,
        "slug": "home", "object_id": draft.pk,
        "wagtaildocs_serve.0": document.pk, "wagtaildocs_serve.1": document.filename,
        "app_name": "contacts", "model_name": "pressdesk", "app_label": "pages", "action": "delete", "section": "pages",
        "news": news, "draft": draft, "card": card, "document": document,
    }  # fmt: skip


def rows(browsers: dict[str, Client], things: dict[str, Any]) -> dict[str, str]:
    """Ask for every address as everybody."""
    found = {}
    for name, names in sorted({*patterns()}):
        if name not in LEFT_OUT:
            url = address(name, names, things)
            label = " ".join((name, *names))
            found[label] = "".join(sign(client, url) for client in browsers.values())
    return found


def written() -> dict[str, str]:
    """The table as it was agreed on."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = [line.split(maxsplit=1) for line in lines if line and not line.startswith("#")]
    return {label: signs for signs, label in pairs}


@pytest.mark.timeout(1200)
def test_every_address_answers_every_role_as_the_table_says(browsers, things):
    found = rows(browsers, things)
    if os.environ.get("WRITE_ADDRESSES"):
        head = (
            f"# {', '.join(COLUMNS)}: v shown, L sign in, - refused, n not found, m other method, r elsewhere, b bad\n"
        )
        TABLE.write_text(head + "".join(f"{signs} {label}\n" for label, signs in found.items()), encoding="utf-8")
    table = written()
    assert not set(found) - set(table), "addresses without a row"
    assert not set(table) - set(found), "rows without an address"
    assert {name: signs for name, signs in found.items() if signs != table[name]} == {}


def test_nobody_without_access_to_the_admin_sees_any_of_it():
    """Read from the table: below the admin, the first two columns hold nothing but refusals."""
    open_to_all = {
        "wagtailadmin_login",
        "wagtailcore_login",
        "wagtailadmin_password_reset",
        "wagtailadmin_javascript_catalog",
        "wagtailadmin_sprite",
    }
    for label, signs in written().items():
        if label.startswith("wagtail") and signs[0] == "v" and label.split()[0] not in open_to_all:
            assert label.startswith(
                ("wagtailadmin_password_reset", "wagtail_serve", "wagtaildocs_serve", "wagtailimages_serve")
            ), label


@pytest.mark.parametrize("who", ["anonymous", "stranger"])
def test_what_is_not_public_is_shown_to_no_reader(browsers, things, who):
    client = browsers[who]
    card, news, document = things["card"], things["news"], things["document"]
    draft = client.get(things["draft"].url_in("fr"))
    assert draft.status_code == 404
    assert client.get(f"/fr/contact/{card.pk}.vcf").status_code == 200
    PageViewRestriction.objects.create(page=card, restriction_type=PageViewRestriction.GROUPS)
    PageViewRestriction.objects.create(page=news, restriction_type=PageViewRestriction.GROUPS)
    assert client.get(f"/fr/contact/{card.pk}.vcf").status_code == 404
    assert client.get(card.url_in("fr")).status_code == 302
    assert news.title not in client.get(news.get_parent().specific.url_in("fr")).text
    private = Collection.objects.get(depth=1).add_child(name="Interne")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="groups")
    document.collection = private
    document.save()
    assert client.get(document.url).status_code in {302, 403, 404}
