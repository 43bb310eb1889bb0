"""Blocks of numbers: key figures and tables."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock

from languages.editing.day_inputs import DayBlock

from ..key_figures import figure_values, refuse_future


class FigureBlock(blocks.StructBlock):
    """One key figure: nothing is a figure without its source and its date."""

    number = blocks.DecimalBlock(label=_("Number"), help_text=_("Digits only: the page sets spaces and commas."))
    unit = blocks.CharBlock(label=_("Unit"), required=False, max_length=60, help_text=_("“%”, “km”, “dirhams”."))
    label = blocks.CharBlock(
        label=_("What it counts"), max_length=200, help_text=_("In plain words: “people who went home with our help”.")
    )
    source = blocks.CharBlock(label=_("Source"), max_length=200, help_text=_("Where a journalist can check it."))
    as_of = DayBlock(label=_("As of"), help_text=_("The day on which the number was true."))

    def clean(self, value: Any) -> Any:
        """Refuse a number that will be true one day."""
        result = super().clean(value)
        try:
            refuse_future(result["as_of"], "as_of")
        except ValidationError as fault:
            raise StructBlockValidationError({name: errors[0] for name, errors in fault.error_dict.items()}) from fault
        return result

    class Meta:
        icon = "table"
        label = _("Key figure")


class FiguresBlock(blocks.StructBlock):
    """Key figures in a row."""

    title = blocks.CharBlock(label=_("Title"), required=False, max_length=150)
    figures = blocks.ListBlock(FigureBlock(), label=_("Key figures"), min_num=1, max_num=6)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """Add the figures as they are written in the reader's language."""
        context = super().get_context(value, parent_context)
        return context | {"items": [figure_values(**item) for item in value.get("figures") or ()]}

    class Meta:
        icon = "order"
        label = _("Key figures")
        group = _("Facts")
        template = "pages/blocks/figures.html"


# The only language of the grid that Wagtail brings (Handsontable 6): any other is an error in the browser's console.
GRID_LANGUAGE = "en-US"


class TableBlock(WagtailTableBlock):
    """A table with headings and a caption."""

    def __init__(self, required: bool = True, help_text: Any = None, table_options: Any = None, **kwargs: Any) -> None:
        options = {"language": GRID_LANGUAGE, **(table_options or {})}
        super().__init__(required=required, help_text=help_text, table_options=options, **kwargs)

    def clean(self, value: Any) -> Any:
        """Ask for a caption: without it a table means nothing to who hears it (WCAG 2.2, 1.3.1)."""
        result = super().clean(value)
        if not self.is_deferred_validation and result and not result.get("table_caption"):
            raise ValidationError(_("Give the table a caption: what it shows, in a few words."))
        return result

    def get_searchable_content(self, value: Any) -> list[str]:
        """Return caption and cells."""
        caption = (value or {}).get("table_caption") or ""
        return [caption] * bool(caption) + [str(cell) for cell in super().get_searchable_content(value)]

    def render(self, value: Any, context: Any = None) -> Any:
        """Render with what the table's component takes: caption, head, rows, has_row_headings."""
        every = [[cell or "" for cell in row] for row in (value or {}).get("data") or ()]
        # The grid offers a few rows more than are filled in.
        rows = [row for row in every if any(str(cell).strip() for cell in row)]
        has_head = bool(rows and rows[0] is every[0] and value.get("first_row_is_table_header"))
        values = {
            "caption": (value or {}).get("table_caption") or "",
            "head": rows[0] if has_head else None,
            "rows": rows[1:] if has_head else rows,
            "has_row_headings": bool(value and value.get("first_col_is_header")),
        }
        return blocks.Block.render(self, value, {**(context or {}), **values})

    class Meta:
        icon = "table"
        label = _("Table")
        group = _("Facts")
        template = "pages/blocks/table.html"
