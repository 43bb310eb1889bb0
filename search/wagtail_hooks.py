"""The editors' side of search: synonyms, promoted results, questions without results."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import AttachmentText, FruitlessQuery, PromotedResult, SynonymGroup


class SynonymViewSet(SnippetViewSet):
    """Synonyms and acronyms."""

    model = SynonymGroup
    icon = "list-ul"
    menu_label = _("Synonyms")
    search_fields = ("expressions",)
    search_backend_name = None


class PromotedViewSet(SnippetViewSet):
    """Promoted results."""

    model = PromotedResult
    icon = "pick"
    menu_label = _("Promoted results")
    search_fields = ("queries",)
    search_backend_name = None


class WrittenByTheSite(ModelPermissionPolicy):
    """Rows are written by the site; people may do with them what is named, if their groups may."""

    def __init__(self, model: type[Model], *actions: str) -> None:
        super().__init__(model)
        self.actions = actions

    def user_has_permission(self, user, action: str) -> bool:
        """Refuse every other action to everybody."""
        return action in self.actions and super().user_has_permission(user, action)


register_permission_policy(FruitlessQuery, WrittenByTheSite(FruitlessQuery, "view", "delete"))
register_permission_policy(AttachmentText, WrittenByTheSite(AttachmentText, "view"))


class FruitlessViewSet(SnippetViewSet):
    """Questions without results."""

    model = FruitlessQuery
    icon = "help"
    menu_label = _("Without results")
    list_display = ("text", "language", "times", "last_asked")
    list_filter = ("language",)
    list_export = ("text", "language", "times", "last_asked")
    search_fields = ("text",)
    search_backend_name = None
    inspect_view_enabled = True


class AttachmentTextViewSet(SnippetViewSet):
    """Which attached files are searched by their words, and why others are not."""

    model = AttachmentText
    icon = "doc-full"
    menu_label = _("Attached files")
    list_display = ("name", "state", "noted_at", "tried_at")
    list_filter = ("state",)
    search_fields = ("name",)
    search_backend_name = None


@register_snippet
class SearchGroup(SnippetViewSetGroup):
    """The menu "Search"."""

    items = (SynonymViewSet, PromotedViewSet, FruitlessViewSet, AttachmentTextViewSet)
    menu_icon = "search"
    menu_label = _("Search")
    menu_name = "public-search"
    add_to_admin_menu = True
