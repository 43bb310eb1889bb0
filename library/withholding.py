"""Pictures of people without consent: no file of theirs stays at an address that anybody knows or could guess."""

import os
import secrets
from dataclasses import dataclass
from typing import Any

from django.core.files.storage import Storage

from .models import SiteDocument, SitePicture, SiteRendition

# Of files that readers have never been told of.
PREFIX = "withheld-"
FOLDERS = ("original_images/", "images/")
DOCUMENTS = "documents/"


@dataclass(frozen=True)
class Access:
    """Whether readers may have a file, and whether that may end (people can take their consent back).

    `shown_as`: the picture or document that this is a file of; readers have it only once a page shows it.
    `is_whole`: it is the original, not a size that pages show.
    """

    is_open: bool = True
    may_end: bool = False
    shown_as: Any = None
    is_whole: bool = False


def access_to(name: str) -> Access:
    """Return the access of readers to a file of the media folder, by its name there. One query."""
    if name.startswith(DOCUMENTS):
        document = SiteDocument.objects.filter(file=name).first()
        return Access(is_open=document is not None, may_end=True, shown_as=document, is_whole=True)
    if not name.startswith(FOLDERS):
        return Access()
    original = name.startswith(FOLDERS[0])
    picture = SitePicture.objects.filter(file=name).first() if original else _shown_by(name)
    if picture is None:
        # A file that no row knows was left behind by something that is gone.
        return Access(is_open=False)
    return Access(picture.has_consent(), picture.shows_people or original, picture, original)


def _shown_by(name: str) -> SitePicture | None:
    rendition = SiteRendition.objects.select_related("image").filter(file=name).first()
    return rendition.image if rendition is not None else None


def withhold(picture: SitePicture, was_shown: bool) -> None:
    """Take every size away and give the original a name that nobody knows, once for each time it was shown.

    Holds whatever serves the files: a web server in front or an object store asks nobody for consent.
    """
    folder, name = os.path.split(picture.file.name)
    if name.startswith(PREFIX) and not was_shown:
        return
    for rendition in picture.renditions.all():
        rendition.delete()
    _forget(picture)
    storage, old = picture.file.storage, picture.file.name
    if not storage.exists(old):
        return
    extension = os.path.splitext(name)[1]
    new = _copied(storage, old, f"{folder}/{PREFIX}{secrets.token_hex(16)}{extension}")
    SitePicture.objects.filter(pk=picture.pk).update(file=new)
    picture.file.name = new
    storage.delete(old)


def _copied(storage: Storage, old: str, new: str) -> str:
    with storage.open(old) as file:
        return storage.save(new, file)


def _forget(picture: Any) -> None:
    """Drop the sizes that were fetched before they went."""
    getattr(picture, "_prefetched_objects_cache", {}).pop("renditions", None)
