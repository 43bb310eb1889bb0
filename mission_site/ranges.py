"""Part of a file (RFC 9110, section 14): films can be watched from the middle, downloads resumed."""

import re

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from whitenoise.responders import SlicedFile

# One range; several at once may be answered with the whole file (RFC 9110, section 14.2).
ONE_RANGE = re.compile(r"\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*", re.IGNORECASE | re.ASCII)
MOST_DIGITS = 18


class NotSatisfiable(Exception):
    """The range lies behind the end of the file."""


def asked_range(header: str, size: int) -> tuple[int, int] | None:
    """Return the first and the last byte asked for; None for a header that is to be ignored.

    Raises NotSatisfiable when no byte of the file is in the range.
    """
    match = ONE_RANGE.fullmatch(header)
    if match is None or not any(match.groups()) or max(map(len, match.groups())) > MOST_DIGITS:
        return None
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size - 1
    else:
        start, end = int(first), min(int(last), size - 1) if last else size - 1
    if first and last and int(last) < start:
        return None
    if start >= size or end < start:
        raise NotSatisfiable
    return start, end


def in_part(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """Return the part of a file that a request asks for: 206, or 416; the answer itself where it asks for none.

    A range with If-Range holds only while the file is the one the reader has a part of (RFC 9110, section 13.1.5).
    """
    if not isinstance(response, FileResponse) or "Content-Length" not in response.headers:
        return response
    response.headers["Accept-Ranges"] = "bytes"
    header, condition = request.headers.get("range", ""), request.headers.get("if-range", "")
    is_same = not condition or condition == response.headers.get("Last-Modified")
    if request.method != "GET" or not header or not is_same:
        return response
    size = int(response.headers["Content-Length"])
    try:
        found = asked_range(header, size)
    except NotSatisfiable:
        response.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    return _part(response, *found, size) if found else response


def _part(response: FileResponse, start: int, end: int, size: int) -> FileResponse:
    # The file is closed with the part of it.
    part = FileResponse(SlicedFile(response.file_to_stream, start, end), status=206)
    for name, value in response.headers.items():
        part.headers[name] = value
    part.headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    part.headers["Content-Length"] = str(end - start + 1)
    return part
