"""The press desk and contact cards for machines: schema.org's ContactPoint, public values only."""

from typing import Any


def contact_point(name: str, telephone: str, email: str, languages: list[str]) -> dict[str, Any]:
    """Return a ContactPoint (https://schema.org/ContactPoint); `telephone` as a tel: URI or E.164."""
    values: dict[str, Any] = {"@type": "ContactPoint", "contactType": "press", "name": name}
    if telephone:
        values["telephone"] = telephone.removeprefix("tel:")
    if email:
        values["email"] = email
    if languages:
        values["availableLanguage"] = languages
    return values
