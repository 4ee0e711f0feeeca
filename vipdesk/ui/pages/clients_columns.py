"""The columns a list of clients can have, as data; which are shown and in what order is chosen."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from vipdesk.clients.list_order import ClientSort
from vipdesk.clients.registry import ClientRow
from vipdesk.ui.pages.client_words import hold_words, next_when, next_words, overdue_share, silence
from vipdesk.ui.pages.client_words import work_of as work
from vipdesk.ui.tables import Column
from vipdesk.ui.widgets import Tone
from vipdesk.vocabulary import Band, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.theme.pens import Pens

USUAL = ("name", "tier", "manager", "city", "last_contact", "next")
MOST = 7
_BAR, _BAR_HEIGHT = 44, 6
BAND_TONES = {
    Band.STEADY: Tone.SUCCESS,
    Band.WATCH: Tone.WARNING,
    Band.AT_RISK: Tone.DANGER,
    Band.UNKNOWN: Tone.NEUTRAL,
}


class ClientColumns:
    """All columns by key. The key of a column is the value of its `ClientSort`."""

    def __init__(self, context: Context) -> None:
        self._context = context
        made = (*self._first(), *self._others())
        self.all: dict[str, Column[ClientRow]] = {c.key: c for c in made}

    def shown(self, keys: tuple[str, ...]) -> tuple[Column[ClientRow], ...]:
        """These columns in this order; the name is always the first of them."""
        known = [k for k in dict.fromkeys(("name", *keys)) if k in self.offered]
        return tuple(self.all[k] for k in (known if len(known) > 1 else USUAL)[:MOST])

    @property
    def offered(self) -> tuple[str, ...]:
        """Keys of the columns this person may see."""
        sees = self._context.may("select", "health_snapshot")
        return tuple(k for k in self.all if sees or k != "health")

    def _first(self) -> tuple[Column[ClientRow], ...]:
        context = self._context
        return (
            Column(
                say("Name"),
                lambda r: r.display(context.settings.lang),
                key="name", width=200, stretch=True, strong=True, second=work, icon=_name_icon,
                tip=self._tip, sort=lambda r: r.sort_key,
            ),
            Column(
                say("Tier"), lambda r: r.tier(context.settings.lang), key="tier", width=110,
                badge=lambda _row: Tone.BRASS, sort=_asked,
            ),
            Column(
                say("Manager"),
                lambda r: (
                    r.manager.shown(context.settings.lang) if r.has_manager else say("No manager")
                ),
                key="manager", width=150, sort=_asked,
                badge=lambda r: None if r.has_manager else Tone.DANGER,
                icon=lambda r: "" if r.has_manager else "warning",
            ),
            Column(say("City"), lambda r: r.city, key="city", width=128, sort=_asked),
            Column(
                say("Last contact"), lambda r: silence(r.last_contact_at, context.now()),
                key="last_contact", width=162, sort=_asked, paint=self._paint_silence,
            ),
            Column(
                say("Next"), next_words, key="next", width=180, stretch=True, sort=_asked,
                second=lambda r: next_when(r, context.format), ink=self._next_ink,
                tip=next_words,
            ),
        )  # fmt: skip

    def _others(self) -> tuple[Column[ClientRow], ...]:
        context = self._context
        return (
            Column(say("Company"), lambda r: r.company, key="company", width=150, sort=_asked),
            Column(say("Position"), lambda r: r.position, key="position", width=150, sort=_asked),
            Column(
                say("Birthday"), self._birthday, key="birthday", width=126, sort=_asked, firm=True
            ),
            Column(
                say("Member since"),
                lambda r: context.format.date(r.member_since) if r.member_since else "",
                key="member_since", width=126, sort=_asked, firm=True,
            ),
            Column(
                say("Interests"), lambda r: ", ".join(r.interests), key="interests", width=170,
                sort=_asked, tip=lambda r: ", ".join(r.interests),
            ),
            Column(
                say("Phone"), lambda r: context.format.phone(r.phone) if r.phone else "",
                key="phone", width=164, sort=_asked, firm=True,
            ),
            Column(
                say("Health"), lambda r: label(r.band) if r.band is not None else "",
                key="health", width=130, sort=_asked,
                badge=lambda r: BAND_TONES[r.band] if r.band is not None else None,
            ),
        )  # fmt: skip

    def _birthday(self, r: ClientRow) -> Text:
        year, month, day = r.birthday
        if month is None or day is None:
            return ""
        try:
            return self._context.words.day_short(date(year or 2000, month, day), year=bool(year))
        except ValueError:  # a day that year did not have: shown without it
            return self._context.words.day_short(date(2000, month, min(day, 28)), year=False)

    def _tip(self, r: ClientRow) -> Say | str:
        if r.restricted:
            return say("The client’s data is restricted: it is kept and not used.")
        if r.hold is not None:
            words = hold_words(r.hold, self._context.words)
            return words if isinstance(words, (Say, str)) else ""
        return r.display(self._context.settings.lang)

    def _next_ink(self, r: ClientRow) -> str:
        if r.next is not None and r.next.due_at < self._context.now():
            return "danger"
        return "text2"

    def _paint_silence(
        self, pens: Pens, painter: QPainter, box: QRectF, r: ClientRow, said: str
    ) -> None:
        """A bar against the agreed rhythm, and the age in words."""
        share = overdue_share(r.last_contact_at, r.cadence_days, self._context.now())
        bar = QRectF(box.left(), box.center().y() - _BAR_HEIGHT / 2, _BAR, _BAR_HEIGHT)
        ink = _silence_ink(share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pens.ink("border"))
        painter.drawRoundedRect(bar, 3, 3)
        if share is not None:
            painter.setBrush(pens.ink(ink))
            filled = QRectF(bar)
            filled.setWidth(max(_BAR_HEIGHT, _BAR * min(1.0, share / 2)))
            painter.drawRoundedRect(filled, 3, 3)
        # The middle of the bar is one whole rhythm: what lies beyond is overdue.
        middle = QRectF(bar.center().x() - 0.5, bar.top() - 2, 1, _BAR_HEIGHT + 4)
        painter.fillRect(middle, pens.ink("text3"))
        rest = box.adjusted(_BAR + 8, 0, 0, 0)
        shown = "text" if ink == "accent" else ink
        pens.line(painter, rest, said, "body", shown, Qt.AlignmentFlag.AlignLeft)


def sort_of(key: str) -> ClientSort:
    """What a click on a column's head sorts by."""
    return next((s for s in ClientSort if s.value == key), ClientSort.NAME)


def _asked(_row: ClientRow) -> None:
    """The database sorts: the mark says only that it can."""


def _silence_ink(share: float | None) -> str:
    if share is None or share > 1.5:
        return "danger"
    return "warning" if share > 1.0 else "accent"


def _name_icon(r: ClientRow) -> str:
    if r.restricted:
        return "lock"
    return "hold" if r.hold is not None else ""
