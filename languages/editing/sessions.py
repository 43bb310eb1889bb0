"""Who else has the page open: Wagtail's warning, with what saving really does (see together.py)."""


def tell_what_saving_does() -> None:
    """Have Wagtail's list of sessions shown by our template; its own says that one's save overwrites the other's."""
    from wagtail.admin.ui.editing_sessions import EditingSessionsList

    EditingSessionsList.template_name = "languages/editing_sessions.html"
