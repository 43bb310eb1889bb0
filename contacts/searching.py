"""What search is told of a card: what readers see of it, and nothing else."""

from typing import Any, ClassVar

from languages import registry

from . import spoken, tenure


class SearchableCard:
    """The search hooks of a contact page (pages.searchable), called under each language in turn, on the live row."""

    search_kind: ClassVar[str | None] = "contact"
    search_is_card = True

    def search_names(self: Any) -> tuple[str, ...]:
        """Return the present holder, if any."""
        holder = self.present_holder
        return (holder.name,) if holder else ()

    def search_phones(self: Any) -> tuple[str, ...]:
        """Return the public numbers of the role, none while the press desk answers for it."""
        is_own = self.present_holder and not tenure.is_unconfirmed(self.holders.all(), self.verified_on)
        rows = self.telephones.all() if is_own else ()
        return tuple(row.number for row in rows if row.is_public and row.number)

    def search_topics(self: Any, code: str | None = None) -> tuple[str, ...]:
        """Return what is covered, by all its names, with languages, media and public e-mail, in a language."""
        with registry.active(code or registry.current()):
            card = self.card
            programmes = [one for one in self.programmes.all() if one.is_published_in(code)]
            names = [name for one in programmes for name in (one.title, one.full_name)]
            variants = [name.strip() for region in self.regions.all() for name in region.variants.split(",")]
            found = [*card.covers, *names, *variants, *map(spoken.name, card.spoken), *self.media_names, card.email]
        return tuple(dict.fromkeys(filter(None, found)))

    def search_facets(self: Any) -> dict[str, tuple[str, ...]]:
        """Return the values of each facet: slugs of subjects, ISO codes, media."""
        relations = {"programme": "programmes", "axis": "axes", "region": "regions"}
        found = {facet: tuple(one.slug for one in getattr(self, name).all()) for facet, name in relations.items()}
        return found | {"spoken": tuple(self.languages_spoken), "medium": tuple(self.media)}

    def search_row(self: Any, code: str | None = None) -> dict[str, Any]:
        """Return what a result row shows of the card: `card`, with plain texts."""
        card = self.card
        first = card.phones[0] if card.phones else None
        shown = {
            "name": card.name,
            "role": card.role,
            "email": card.email,
            "phone_display": first.display if first else "",
            "phone_uri": first.uri if first else "",
            "vcard_url": card.vcard_url,
            "through": card.through,
        }
        return {"card": shown}
