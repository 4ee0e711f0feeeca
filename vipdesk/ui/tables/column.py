"""A column as data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from vipdesk.ui.theme.look import Tone
from vipdesk.wording import Say

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from vipdesk.ui.context import Text
    from vipdesk.ui.theme.pens import Pens

R = TypeVar("R")


# No slots: with them `Column[Client](…)` cannot be called (the typing module marks the object).
@dataclass(frozen=True)
class Column(Generic[R]):
    """What one column shows of a row.

    text: the words (str is data, Say is rendered). second: a quiet second line (the table
    becomes 44 high). badge: a tone makes the words a badge, None leaves them plain. icon:
    an icon's name before the words. sort: the key to sort by (a column without one is not
    sortable). number: right-aligned. width in pixels; stretch takes what is left. key: its name
    where columns can be chosen. firm: stays whole where running text gives way (figures always
    do). paint: draws the words itself.
    """

    title: Say
    text: Callable[[R], Text]
    width: int = 120
    stretch: bool = False
    number: bool = False
    second: Callable[[R], Text] | None = None
    badge: Callable[[R], Tone | None] | None = None
    icon: Callable[[R], str] | None = None
    tip: Callable[[R], Text] | None = None
    ink: Callable[[R], str] | None = None
    sort: Callable[[R], Any] | None = None
    strong: bool = False
    key: str = ""
    firm: bool = False
    paint: Callable[[Pens, QPainter, QRectF, R, str], None] | None = None
