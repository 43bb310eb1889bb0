"""Actions of the audit log."""

from typing import Any

from wagtail import hooks

from .audit import ACTIONS


@hooks.register("register_log_actions")
def account_actions(actions: Any) -> None:
    """Name the actions of people.audit."""
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
