"""Pictures: drawn afresh on arrival, kept in ready sizes, shown only with the consent of those they show."""

import io
import struct
import zipfile
import zlib
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from languages import registry
from library.consent import Consent
from library.laundry import laundered
from library.models import SitePicture, SiteRendition
from library.presentation import picture_values
from tests.factories import make_news, make_picture, make_user, picture_bytes

pytestmark = pytest.mark.django_db


def with_gps() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "Camera of Salma"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (34.0, 1.0, 15.0)
    return picture_bytes(64, 40, exif=exif)


def test_what_a_camera_wrote_beside_the_picture_is_gone():
    raw = with_gps()
    assert b"Camera of Salma" in raw
    picture = make_picture(file=ContentFile(raw, name="a.jpg"))
    kept = picture.file.open("rb").read()
    assert b"Camera" not in kept
    assert not Image.open(io.BytesIO(kept)).getexif()
    for rendition in picture.renditions.all():
        assert not Image.open(rendition.file.open("rb")).getexif()


def test_a_picture_lying_on_its_side_is_turned_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    picture = make_picture(file=ContentFile(picture_bytes(80, 40, exif=exif), name="a.jpg"))
    assert (picture.width, picture.height) == (40, 80)


@pytest.mark.parametrize("tail", [b"<script>alert(1)</script>", b"PK\x03\x04 an archive", b"%PDF-1.4 a document"])
def test_what_hangs_on_a_picture_is_cut_off(tail):
    picture = make_picture(file=ContentFile(picture_bytes(64, 40) + tail, name="a.jpg"))
    assert tail not in picture.file.open("rb").read()


def test_a_comment_inside_a_picture_is_left_out():
    raw = picture_bytes(64, 40, comment=b"<?php system('x'); ?>")
    assert b"<?php" in raw
    assert b"<?php" not in laundered(ContentFile(raw), "a.jpg").read()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
        ("a.jpg", b"GIF89a<script>alert(1)</script>"),
        ("a.png", picture_bytes(20, 20, "JPEG")),
        ("a.jpg", picture_bytes(400, 400)[:3000]),
        ("a.jpg", b""),
        ("a.tiff", b"II*\x00"),
    ],
)
def test_what_is_no_picture_of_ours_is_refused_in_plain_words(name, content):
    with pytest.raises(ValidationError) as error:
        laundered(ContentFile(content), name)
    assert str(error.value.messages[0]).endswith(".")


def bomb(side: int) -> bytes:
    """A PNG of a few kilobytes that unfolds to side x side pixels (PNG, third edition, section 11)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" * (side // 8 + 1) * min(side, 2000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [9_000, 60_000])
def test_a_picture_bomb_is_refused_before_it_unfolds(side):
    with pytest.raises(ValidationError) as error:
        laundered(ContentFile(bomb(side)), "a.png")
    assert error.value.code == "too_many_pixels"


def test_sizes_are_ready_in_avif_webp_and_a_format_every_browser_reads():
    picture = SitePicture.objects.get(pk=make_picture(900, 600).pk)
    values = picture_values(picture)
    assert [source["type"] for source in values["sources"]] == ["image/avif", "image/webp"]
    assert values["sources"][0]["srcset"].count("w,") + 1 == 3
    assert values["src"].endswith((".jpeg", ".jpg"))
    assert (values["width"], values["height"]) == (800, 533)
    assert picture_values(picture, "row")["height"] * 3 == picture_values(picture, "row")["width"] * 2


def test_a_transparent_picture_falls_back_to_png():
    image = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    out = io.BytesIO()
    image.save(out, "PNG")
    picture = make_picture(file=ContentFile(out.getvalue(), name="logo.png"))
    picture.refresh_from_db()
    assert picture_values(picture)["src"].endswith(".png")


def test_no_size_is_larger_than_the_picture_itself():
    picture = SitePicture.objects.get(pk=make_picture(500, 300).pk)
    assert {item["width"] for item in picture.sizes if item["shape"] == "whole"} == {400, 500}


def test_showing_a_picture_asks_the_database_nothing_and_makes_nothing(django_assert_num_queries):
    picture = SitePicture.objects.get(pk=make_picture(500, 300).pk)
    before = SiteRendition.objects.count()
    with django_assert_num_queries(0):
        for shape in ("whole", "row"):
            picture_values(picture, shape)
    assert SiteRendition.objects.count() == before


def test_a_missing_size_is_replaced_by_the_nearest_and_at_last_by_the_file():
    picture = SitePicture.objects.get(pk=make_picture(500, 300).pk)
    picture.sizes = [item for item in picture.sizes if item["shape"] == "whole" and item["width"] == 400]
    assert picture_values(picture, "row")["width"] == 400
    picture.sizes = []
    values = picture_values(picture, "row")
    assert (values["src"], values["width"], values["height"]) == (picture.file.url, 500, 300)


def test_another_focal_point_makes_other_cuttings(django_capture_on_commit_callbacks):
    picture = SitePicture.objects.get(pk=make_picture(900, 300).pk)
    before = {item["name"] for item in picture.sizes if item["shape"] == "row"}
    whole = {item["name"] for item in picture.sizes if item["shape"] == "whole"}
    picture.focal_point_x, picture.focal_point_y = 850, 150
    picture.focal_point_width = picture.focal_point_height = 50
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    picture.refresh_from_db()
    after = {item["name"] for item in picture.sizes if item["shape"] == "row"}
    assert after and not after & before
    assert {item["name"] for item in picture.sizes if item["shape"] == "whole"} == whole


def test_another_file_in_the_editor_makes_all_sizes_again(client, django_capture_on_commit_callbacks):
    picture = SitePicture.objects.get(pk=make_picture(500, 300).pk)
    before = {item["name"] for item in picture.sizes}
    client.force_login(make_user())
    data = {
        "title": "Other",
        "file": ContentFile(picture_bytes(700, 500), name="other.jpg"),
        "consent": Consent.MISSING,
        "collection": picture.collection_id,
        "tags": "",
    }
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("wagtailimages:edit", args=[picture.pk]), data)
    assert response.status_code == 302, response.context["form"].errors
    picture.refresh_from_db()
    assert picture.width == 700
    assert picture.sizes and not {item["name"] for item in picture.sizes} & before
    assert all(picture.file.storage.exists(item["name"]) for item in picture.sizes)


def test_the_editor_says_in_french_what_is_wrong_with_a_file(client):
    client.force_login(make_user())
    data = {"title": "X", "file": ContentFile(b"<svg/>", name="x.jpg"), "consent": Consent.MISSING, "tags": ""}
    response = client.post(reverse("wagtailimages:add"), data)
    assert response.status_code == 200
    assert response.context["form"].errors["file"]


def test_the_command_makes_what_is_missing_and_nothing_the_second_time():
    picture = make_picture(500, 300)
    SiteRendition.objects.all().delete()
    SitePicture.objects.update(sizes=[])
    call_command("make_renditions", verbosity=0)
    picture.refresh_from_db()
    made = SiteRendition.objects.count()
    assert made == len(picture.sizes) > 4
    call_command("make_renditions", verbosity=0)
    assert SiteRendition.objects.count() == made


@pytest.mark.parametrize(
    ("shows", "consent", "days", "may"),
    [
        (False, Consent.MISSING, None, True),
        (True, Consent.MISSING, None, False),
        (True, Consent.NOT_NEEDED, None, True),
        (True, Consent.GIVEN, None, True),
        (True, Consent.GIVEN, 0, True),
        (True, Consent.GIVEN, -1, False),
        (True, Consent.WITHDRAWN, None, False),
    ],
)
def test_a_person_appears_only_with_consent(shows, consent, days, may):
    until = timezone.localdate() + timedelta(days=days) if days is not None else None
    picture = make_picture(shows_people=shows, consent=consent, consent_until=until, consent_note="Form in the safe")
    picture.refresh_from_db()
    assert bool(picture_values(picture)) is may
    assert bool(picture.objection) is not may


def test_withdrawn_consent_takes_the_sizes_away(django_capture_on_commit_callbacks):
    picture = make_picture(500, 300, shows_people=True, consent=Consent.GIVEN, consent_note="Form")
    picture.refresh_from_db()
    names = [item["name"] for item in picture.sizes]
    assert names
    picture.consent = Consent.WITHDRAWN
    with django_capture_on_commit_callbacks(execute=True):
        picture.save()
    picture.refresh_from_db()
    assert picture.sizes == []
    assert not any(picture.file.storage.exists(name) for name in names)


def test_the_worker_takes_away_pictures_whose_consent_ended():
    picture = make_picture(500, 300, shows_people=True, consent=Consent.GIVEN, consent_note="Form")
    SitePicture.objects.update(consent_until=timezone.localdate() - timedelta(days=1))
    call_command("make_renditions", verbosity=0)
    picture.refresh_from_db()
    assert picture.sizes == []


def test_a_page_with_a_picture_without_consent_is_not_published_and_says_which(client):
    picture = make_picture(title="Two women at work", shows_people=True)
    page = make_news(live=False, listing_picture=picture)
    faults = page.publication_faults()
    assert len(faults) == 1
    assert "Two women at work" in faults[0]


def test_alternative_text_is_kept_in_every_language():
    picture = SitePicture.objects.get(pk=make_picture().pk)
    texts = set()
    for code in registry.codes():
        with registry.active(code):
            texts.add(picture_values(picture)["alt"])
    assert len(texts) == len(registry.codes())


def test_a_zip_that_calls_itself_a_picture_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(ValidationError):
        laundered(ContentFile(out.getvalue()), "a.png")
