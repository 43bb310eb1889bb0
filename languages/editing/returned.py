"""What an approver sent back, with the comment: shown to the officer until the page is submitted again."""

from typing import Any

from wagtail.models import WorkflowState


def sent_back(page: Any) -> Any | None:
    """Return the state of the step (comment, finished_by, finished_at) that sent a page back; None when none did."""
    state = page.current_workflow_state if getattr(page, "pk", None) and hasattr(page, "get_workflow") else None
    if state is None or state.status != WorkflowState.STATUS_NEEDS_CHANGES:
        return None
    return state.current_task_state
