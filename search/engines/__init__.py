"""The wall: engines know plain data, never Django, Wagtail or a model."""
