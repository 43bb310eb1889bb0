"""What search is told of a card: what readers see of it, and nothing else."""

from typing import Any

from . import spoken


class SearchableCard:
    """The search hooks of a contact page; called under each language in turn, on the live row."""

    search_kind = "contact"
    search_is_card = True
    search_weight = 1.5

    def search_names(self: Any) -> tuple[str, ...]:
        """Return the present holder, if any."""
        holder = self.present_holder
        return (holder.name,) if holder else ()

    def search_phones(self: Any) -> tuple[str, ...]:
        """Return the public numbers of the role, none while it is vacant."""
        return tuple(row.number for row in self.public_telephones) if self.present_holder else ()

    def search_topics(self: Any) -> tuple[str, ...]:
        """Return what is covered, by all its names, with languages spoken and media, in the active language."""
        card = self.card
        names = [programme.full_name for programme in self.programmes.all() if programme.is_published_in()]
        titles = [programme.title for programme in self.programmes.all() if programme.is_published_in()]
        variants = [name.strip() for region in self.regions.all() for name in region.variants.split(",")]
        spoken_names = [spoken.name(code) for code in card.spoken]
        found = [*card.covers, *titles, *names, *variants, *spoken_names, *self.media_names]
        return tuple(dict.fromkeys(filter(None, found)))

    def search_facets(self: Any) -> dict[str, tuple[str, ...]]:
        """Return the values of each facet: slugs of the default language, ISO codes, media."""
        relations: dict[str, Any] = {"programme": "programmes", "axis": "axes", "region": "regions"}
        found = {facet: tuple(one.slug for one in getattr(self, name).all()) for facet, name in relations.items()}
        return found | {"spoken": tuple(self.languages_spoken), "medium": tuple(self.media)}

    def search_extra(self: Any) -> dict[str, Any]:
        """Return what a result row shows of the card."""
        card = self.card
        first = card.phones[0] if card.phones else None
        return {
            "card": {
                "name": card.name,
                "role": card.role,
                "email": card.email,
                "phone_display": first.display if first else "",
                "phone_uri": first.uri if first else "",
                "vcard_url": card.vcard_url,
            }
        }
