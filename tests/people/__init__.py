"""People: groups, workflow, sign-in, permissions."""
