"""Publishing chooses languages: what other modules may use."""

from .choice import Carried, carried_choice, choose, default_choice, missing_for
from .publication import Publication, PublicationRefused

__all__ = [
    "Carried",
    "Publication",
    "PublicationRefused",
    "carried_choice",
    "choose",
    "default_choice",
    "missing_for",
]
