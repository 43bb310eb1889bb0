"""Answers kept in memory, compressed once: bounded, shared by the threads of a process."""

import datetime as dt
import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

import brotli
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags, quote_etag

from pages.changes import Token

# Below this a packet holds it anyway.
WORTH_COMPRESSING = 500
COMPRESSED = ("text/", "application/json", "application/atom+xml", "application/rss+xml", "application/xml")
NOT_SENT_AGAIN = {"content-length", "content-encoding"}


def accepted_coding(request: HttpRequest) -> str:
    """Return the coding a reader's browser takes: br, gzip or none at all (RFC 9110, section 12.5.3)."""
    said = {}
    for part in request.headers.get("Accept-Encoding", "").lower().split(","):
        name, _semicolon, weight = part.strip().partition(";")
        said[name.strip()] = weight.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return next((name for name in ("br", "gzip") if said.get(name)), "")


def compressed(body: bytes, coding: str) -> bytes:
    """Return a body in a coding; levels at which compressing costs less than a database query."""
    return brotli.compress(body, quality=5) if coding == "br" else gzip.compress(body, 6, mtime=0)


def compress(request: HttpRequest, response: HttpResponse) -> None:
    """Compress an answer that is not kept; what a reader's secret could stand in, cookies, is left as it is."""
    is_text = response.get("Content-Type", "").startswith(COMPRESSED)
    if response.streaming or not is_text or response.has_header("Content-Encoding") or response.cookies:
        return
    patch_vary_headers(response, ["Accept-Encoding"])
    coding = accepted_coding(request)
    if coding and len(response.content) > WORTH_COMPRESSING:
        response.content = compressed(response.content, coding)
        response.headers["Content-Encoding"] = coding
        response.headers["Content-Length"] = str(len(response.content))


@dataclass
class Stored:
    """One answer: its headers and body, the content it was made from, and until when it may be shown."""

    headers: dict[str, str]
    body: bytes
    token: Token
    until: dt.datetime
    codings: dict[str, bytes] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Bytes it may take in memory, with its compressed forms."""
        return 2 * len(self.body) + 1000

    @classmethod
    def of(cls, response: HttpResponse, token: Token, until: dt.datetime) -> "Stored":
        """Return an answer to be kept; weak validator, for it stands for all codings (RFC 9110, section 8.8.3)."""
        headers = {name: value for name, value in response.items() if name.lower() not in NOT_SENT_AGAIN}
        headers["ETag"] = f"W/{quote_etag(hashlib.sha256(response.content).hexdigest()[:24])}"
        headers["Cache-Control"] = "public, no-cache"
        headers["Vary"] = ", ".join(filter(None, (headers.get("Vary", ""), "Accept-Encoding")))
        return cls(headers, response.content, token, until)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """Return it to a reader: 304 when the browser has it, else in a coding the browser takes."""
        known = parse_etags(request.headers.get("If-None-Match", ""))
        if self.headers["ETag"] in known or known == ["*"]:
            return HttpResponseNotModified(headers=self.headers)
        coding = accepted_coding(request) if len(self.body) > WORTH_COMPRESSING else ""
        if coding and coding not in self.codings:
            self.codings[coding] = compressed(self.body, coding)
        response = HttpResponse(self.codings.get(coding, self.body), headers=self.headers)
        if coding:
            response.headers["Content-Encoding"] = coding
        response.headers["Content-Length"] = str(len(response.content))
        return response


class Shelf:
    """Keeps what was asked for last, up to a number of bytes."""

    def __init__(self, most: int) -> None:
        self.most, self.bytes = most, 0
        self.kept: OrderedDict[tuple, Stored] = OrderedDict()
        self.lock = Lock()

    def get(self, key: tuple) -> Stored | None:
        """Return what is kept under a key, and count that as use."""
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
            return self.kept.get(key)

    def put(self, key: tuple, stored: Stored) -> None:
        """Keep an answer in the place of an older one; what was not asked for the longest goes."""
        with self.lock:
            self._drop(key)
            self.kept[key] = stored
            self.bytes += stored.size
            while self.bytes > self.most:
                self._drop(next(iter(self.kept)))

    def clear(self) -> None:
        """Forget everything."""
        with self.lock:
            self.kept.clear()
            self.bytes = 0

    def _drop(self, key: tuple) -> None:
        if (old := self.kept.pop(key, None)) is not None:
            self.bytes -= old.size
