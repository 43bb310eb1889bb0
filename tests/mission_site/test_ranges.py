"""Parts of files: a film starts in the middle, a download goes on where it stopped."""

import http.client
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from mission_site.ranges import NotSatisfiable, asked_range
from tests.factories import make_document

SIZE = 100_000
FILM = random.Random(7).randbytes(SIZE)
ADDRESS = "/media/videos/range-test.mp4"


@pytest.fixture
def film() -> Iterator[str]:
    """The address of a film of ours."""
    path = settings.MEDIA_ROOT / "videos" / "range-test.mp4"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FILM)
    yield ADDRESS
    path.unlink()


def body(answer: Any) -> bytes:
    """The bytes of an answer."""
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("bytes=0-", (0, 999)),
        ("bytes=0-0", (0, 0)),
        ("bytes=0-1", (0, 1)),
        ("bytes=999-", (999, 999)),
        ("bytes=10-5000", (10, 999)),
        ("bytes=-1", (999, 999)),
        ("bytes=-5000", (0, 999)),
        ("Bytes = 3 - 4", (3, 4)),
    ],
)
def test_a_range_names_its_first_and_last_byte(header, part):
    assert asked_range(header, 1000) == part


@pytest.mark.parametrize("header", ["", "bytes", "bytes=", "bytes=-", "bytes=5-2", "bytes=a-b", "bytes=1-2,5-6",
                                    "lines=1-2", "bytes=-" + "9" * 5000, "bytes=٣-٤"])  # fmt: skip
def test_a_header_that_means_nothing_is_ignored(header):
    assert asked_range(header, 1000) is None


@pytest.mark.parametrize(("header", "size"), [("bytes=1000-", 1000), ("bytes=5000-6000", 1000), ("bytes=-0", 1000),
                                              ("bytes=0-", 0), ("bytes=-5", 0)])  # fmt: skip
def test_a_range_behind_the_end_cannot_be_satisfied(header, size):
    with pytest.raises(NotSatisfiable):
        asked_range(header, size)


@pytest.mark.django_db
def test_a_part_comes_as_206_with_its_place(client, film):
    answer = client.get(film, headers={"range": "bytes=500-1499"})
    assert answer.status_code == 206
    assert answer.headers["Content-Range"] == f"bytes 500-1499/{SIZE}"
    assert answer.headers["Content-Length"] == "1000"
    assert answer.headers["Content-Type"] == "video/mp4"
    assert body(answer) == FILM[500:1500]


@pytest.mark.django_db
def test_without_a_range_the_whole_file_comes_and_says_that_parts_may_be_asked_for(client, film):
    answer = client.get(film)
    assert (answer.status_code, answer.headers["Accept-Ranges"]) == (200, "bytes")
    assert body(answer) == FILM


@pytest.mark.django_db
def test_a_range_behind_the_end_gets_416_with_the_size(client, film):
    answer = client.get(film, headers={"range": f"bytes={SIZE}-"})
    assert (answer.status_code, answer.headers["Content-Range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.django_db
def test_if_range_gives_the_part_of_the_same_file_and_the_whole_of_another(client, film):
    stamp = client.get(film).headers["Last-Modified"]
    same = client.get(film, headers={"range": "bytes=9-", "if-range": stamp})
    older = client.get(film, headers={"range": "bytes=9-", "if-range": "Wed, 01 Jan 2020 00:00:00 GMT"})
    tagged = client.get(film, headers={"range": "bytes=9-", "if-range": '"x"'})
    assert [answer.status_code for answer in (same, older, tagged)] == [206, 200, 200]
    assert body(same) == FILM[9:]
    assert body(older) == body(tagged) == FILM


@pytest.mark.django_db
def test_head_says_the_whole_length_whatever_range_is_asked_for(client, film):
    answer = client.head(film, headers={"range": "bytes=0-9"})
    assert (answer.status_code, answer.headers["Content-Length"]) == (200, str(SIZE))
    assert client.post(film).status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content"), [("a.pdf", b"%PDF-1.4\n"), ("a.csv", b"a,b\n"), ("a.mp4", b"\x00\x00\x00\x18ftypmp42")]
)
def test_a_document_names_no_coding_that_is_none_and_comes_in_parts(admin_client, name, content):
    address = make_document(name, content).url
    whole = admin_client.get(address)
    assert (whole.status_code, whole.headers["Accept-Ranges"]) == (200, "bytes")
    assert not whole.has_header("Content-Encoding")
    assert body(whole) == content
    part = admin_client.get(address, headers={"range": "bytes=1-2"})
    assert (part.status_code, part.headers["Content-Range"]) == (206, f"bytes 1-2/{len(content)}")
    assert not part.has_header("Content-Encoding") and part.headers["Content-Disposition"]
    assert body(part) == content[1:3]


@pytest.mark.django_db
def test_a_document_that_nobody_may_have_yet_gives_no_part_either(client):
    assert client.get(make_document().url, headers={"range": "bytes=0-1"}).status_code == 404


def test_the_real_server_sends_parts_over_one_connection(demo_site):
    path = demo_site.folder / "media" / "videos" / "range-test.mp4"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FILM)
    connection = http.client.HTTPConnection(urlsplit(demo_site.url).netloc, timeout=60)
    parts = []
    for start in range(0, SIZE, 30_000):
        connection.request("GET", ADDRESS, headers={"Range": f"bytes={start}-{start + 29_999}"})
        answer = connection.getresponse()
        assert answer.status == 206
        parts.append(answer.read())
    connection.request("GET", ADDRESS, headers={"Range": f"bytes={SIZE + 5}-"})
    assert connection.getresponse().status == 416
    assert b"".join(parts) == FILM
    connection.close()
