"""The form field of opening hours: a line for each day of the week."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.dates import WEEKDAYS

from .opening import Week, parse_spans, parse_week


class WeekWidget(forms.MultiWidget):
    """Seven lines with the name of their day."""

    template_name = "contacts/admin/week_widget.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(
            [forms.TextInput(attrs={"placeholder": "8:30-12:30, 14:00-17:30"}) for _day in range(7)], attrs
        )

    def decompress(self, value: Any) -> list[str]:
        """Return the hours of each day as text."""
        try:
            week = parse_week(value or "")
        except ValidationError:
            return [""] * 7
        return [", ".join(map(str, spans)) for spans in week.days]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Add the name of each day."""
        context = super().get_context(name, value, attrs)
        for day, widget in enumerate(context["widget"]["subwidgets"]):
            widget["day"] = WEEKDAYS[day]
        return context

    def id_for_label(self, id_: str) -> str:
        """Return the first day's line."""
        return f"{id_}_0" if id_ else id_


class WeekFormField(forms.MultiValueField):
    """Reads seven lines of hours into the stored form; each fault is told with its day."""

    widget = WeekWidget

    def __init__(self, **kwargs: Any) -> None:
        lines = [forms.CharField(required=False, max_length=60) for _day in range(7)]
        super().__init__(fields=lines, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> str:
        """Return the stored form."""
        days, faults = [], []
        for day, text in enumerate(data_list or [""] * 7):
            try:
                days.append(parse_spans(text or ""))
            except ValidationError as error:
                faults += [f"{WEEKDAYS[day]}: {message}" for message in error.messages]
        if faults:
            raise ValidationError(faults)
        return str(Week(tuple(days))) if any(days) else ""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compare what would be stored; what cannot be read counts as a change."""
        try:
            return self.compress(list(data or ())) != (initial or "")
        except ValidationError:
            return True
