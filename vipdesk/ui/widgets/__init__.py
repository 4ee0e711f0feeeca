"""The parts pages are made of: each takes the `Context` and follows language and look.

Text is `say("…")` (a sentence of ours, follows the language) or a plain `str` (data: shown
as plain text, never as markup). Nothing here knows a client, an event or a complaint.

A part is imported when it is first asked for: Today, the first page, needs neither forms nor
charts, and the library's own enumerations behind a form cost as much as the page itself.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vipdesk.ui.theme.look import Tone
    from vipdesk.ui.widgets.badge import Badge
    from vipdesk.ui.widgets.buttons import Button, IconButton
    from vipdesk.ui.widgets.card import Card, column, hairline, row, scrolled
    from vipdesk.ui.widgets.charts import Bars, Ring, Sparkline
    from vipdesk.ui.widgets.empty import EmptyState, Skeleton
    from vipdesk.ui.widgets.fields import Check, Choice, Field, FormField
    from vipdesk.ui.widgets.form import Form
    from vipdesk.ui.widgets.inputs import SearchField
    from vipdesk.ui.widgets.labels import (
        Body,
        Caption,
        Display,
        Figure,
        Icon,
        Label,
        Strong,
        Subtitle,
        Title,
    )
    from vipdesk.ui.widgets.month import MonthCalendar
    from vipdesk.ui.widgets.panel import SidePanel
    from vipdesk.ui.widgets.picker import Picker
    from vipdesk.ui.widgets.picture_view import PictureView
    from vipdesk.ui.widgets.tabs import Tabs

_PLACES = {
    "theme.look": "Tone",
    "widgets.badge": "Badge",
    "widgets.buttons": "Button IconButton",
    "widgets.card": "Card column hairline row scrolled",
    "widgets.charts": "Bars Ring Sparkline",
    "widgets.empty": "EmptyState Skeleton",
    "widgets.fields": "Check Choice Field FormField",
    "widgets.form": "Form",
    "widgets.inputs": "SearchField",
    "widgets.labels": "Body Caption Display Figure Icon Label Strong Subtitle Title",
    "widgets.month": "MonthCalendar",
    "widgets.panel": "SidePanel",
    "widgets.picker": "Picker",
    "widgets.picture_view": "PictureView",
    "widgets.tabs": "Tabs",
}
_FOUND = {name: place for place, names in _PLACES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    """Import a part (PEP 562)."""
    place = _FOUND.get(name)
    if place is None:
        raise AttributeError(name)
    found = getattr(import_module(f"vipdesk.ui.{place}"), name)
    globals()[name] = found
    return found


__all__ = [
    "Badge",
    "Bars",
    "Body",
    "Button",
    "Caption",
    "Card",
    "Check",
    "Choice",
    "Display",
    "EmptyState",
    "Field",
    "Figure",
    "Form",
    "FormField",
    "Icon",
    "IconButton",
    "Label",
    "MonthCalendar",
    "Picker",
    "PictureView",
    "Ring",
    "SearchField",
    "SidePanel",
    "Skeleton",
    "Sparkline",
    "Strong",
    "Subtitle",
    "Tabs",
    "Title",
    "Tone",
    "column",
    "hairline",
    "row",
    "scrolled",
]
