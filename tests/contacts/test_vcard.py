"""Contact files, read back by an independent parser."""

import pytest
import vobject
from django.urls import reverse

from contacts.cards import Card
from contacts.telephones import phone
from contacts.vcard import folded, vcard
from languages import registry

NASTY = "Ô’Neill; l’“été”, C:\\x\r\nTEL:+1\u2028é" + "à" * 100
CARD = Card(
    pk=7,
    name=f"Salma {NASTY}",
    role=NASTY,
    url="/fr/contacts/avrr/",
    phones=(phone("+212537652881"), phone("+212537652882", extension="12")),
    email="salma@example.org",
    spoken=("ar", "fr"),
    covers=("AVRR", "Retour, réintégration"),
    office="Rabat; Agdal",
    hours="lundi, 8 h 30",
)


def text_of(version: str) -> str:
    """The contact file of CARD."""
    return vcard(CARD, version, organisation="OIM, Maroc", address="https://example.org/x", revised="20261122T110000Z")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_what_was_written_is_read_back(version):
    parsed = vobject.readOne(text_of(version))
    clean = NASTY.replace("\r\n", "\n").replace("\u2028", "\n")
    assert parsed.version.value == version
    assert parsed.fn.value == f"Salma {clean}"
    assert parsed.title.value == clean
    assert parsed.org.value in (["OIM, Maroc"], "OIM, Maroc")
    assert [line.value for line in parsed.contents["tel"]] == (
        ["+212537652881", "+212537652882;ext=12"]
        if version == "3.0"
        else ["tel:+212537652881", "tel:+212537652882;ext=12"]
    )
    assert parsed.email.value == "salma@example.org"
    assert parsed.contents["rev"][0].value == "20261122T110000Z"


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_lines_end_in_crlf_and_have_at_most_75_octets(version):
    lines = text_of(version).encode().split(b"\r\n")
    assert lines[0] == b"BEGIN:VCARD"
    assert lines[-2:] == [b"END:VCARD", b""]
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    for line in lines:
        line.decode()


def test_folding_never_cuts_a_character():
    line = "NOTE:" + "é" * 200
    assert folded(line).replace("\r\n ", "").removesuffix("\r\n") == line


def test_a_text_cannot_add_a_line_of_its_own():
    assert "\r\nTEL:+1" not in text_of("3.0")


def test_an_unknown_version_is_refused():
    with pytest.raises(ValueError, match="2.1"):
        vcard(CARD, "2.1", organisation="", address="", revised="")


def test_the_file_of_a_published_card_can_be_downloaded(card, client):
    page = card(
        "Porte-parole",
        "Salma Alaoui",
        ("0500000001", True),
        ("0500000002", False),
        email="s@example.org",
        shows_email=False,
    )
    with registry.active("fr"):
        address = reverse("contact_vcard", args=[page.pk])
    answer = client.get(address)
    assert answer.headers["Content-Type"] == "text/vcard; charset=utf-8"
    assert 'filename="salma-alaoui.vcf"' in answer.headers["Content-Disposition"]
    parsed = vobject.readOne(answer.text)
    assert [line.value for line in parsed.contents["tel"]] == ["+212500000001"]
    assert "email" not in parsed.contents
    assert parsed.url.value.startswith("http")
    assert vobject.readOne(client.get(address, {"version": "4.0"}).text).version.value == "4.0"
    assert client.get(address, {"version": "2.1"}).status_code == 404


def test_the_file_of_a_vacant_role_is_that_of_the_press_desk(card, client, desk):
    page = card("Porte-parole", "", ("0500000001", True))
    with registry.active("fr"):
        parsed = vobject.readOne(client.get(reverse("contact_vcard", args=[page.pk])).text)
    assert [line.value for line in parsed.contents["tel"]] == ["+212537652881"]
    assert "title" not in parsed.contents


def test_a_draft_or_a_restricted_card_has_no_file(card, client):
    from wagtail.models import PageViewRestriction

    draft, restricted = card("Une", "A"), card("Deux", "B")
    draft.unpublish()
    PageViewRestriction.objects.create(page=restricted, restriction_type=PageViewRestriction.LOGIN)
    with registry.active("fr"):
        for pk in (draft.pk, restricted.pk, 999_999):
            assert client.get(reverse("contact_vcard", args=[pk])).status_code == 404
