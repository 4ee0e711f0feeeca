"""Sheets of the seating: a table, the rules, a room to begin with or to copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events.seating import plan
from vipdesk.events.seating.room import Piece, PieceKind, rows_of_tables, table_size
from vipdesk.events.seating.rules import Rules
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.seating.plan import RoomSource, Seating
    from vipdesk.events.seating.room import Room
    from vipdesk.ui.context import Context, Text

_LANGUAGES: tuple[tuple[tuple[str, ...], Say], ...] = (
    (("ru",), say("Russian")),
    (("ru", "en"), say("Russian and English")),
    (("en",), say("English")),
    (("ru", "fr"), say("Russian and French")),
    (("ru", "de"), say("Russian and German")),
    (("ru", "it"), say("Russian and Italian")),
    (("ru", "zh"), say("Russian and Chinese")),
    (("ru", "en", "fr", "de"), say("Russian, English, French and German")),
)
KINDS: tuple[tuple[object, Say], ...] = (
    (PieceKind.ROUND, say("Round tables")),
    (PieceKind.LONG, say("Long tables")),
)


class TableDialog(Dialog):
    """One table: number, chairs, heads, step-free, host and what the host speaks."""

    def __init__(
        self,
        context: Context,
        seating: Seating,
        index: int,
        tell: Callable[[Room], object],
        parent: QWidget,
    ) -> None:
        self._seating, self._index, self._tell = seating, index, tell
        self._lang = context.words.lang
        super().__init__(
            context,
            say("Table"),
            primary=say("Save"),
            rows=self._rows(seating.room.pieces[index]),
            parent=parent,
        )

    def _rows(self, piece: Piece) -> tuple[Field | tuple[Field, ...], ...]:
        lang = self._lang
        taken = {p.host for p in self._seating.room.tables if p is not piece}
        hosts: tuple[tuple[object, Text], ...] = (
            ("", say("No host")),
            *(
                (str(key), who.shown(lang))
                for key, who in self._seating.facts.hosts.items()
                if str(key) not in taken
            ),
        )
        known = tuple(p for p in _LANGUAGES if p[0] == tuple(piece.languages))
        languages = (
            _LANGUAGES if known else ((tuple(piece.languages), say("As it is")), *_LANGUAGES)
        )
        rows: list[Field | tuple[Field, ...]] = [
            (
                Field("number", say("Number"), "number", low=1, high=999, value=piece.number),
                Field("seats", say("Chairs"), "number", low=1, high=plan.MOST_SEATS,
                      value=piece.seats),
            ),
            Field("host", say("Host, on chair 1"), "choice", choices=hosts, value=piece.host),
            Field("languages", say("The host speaks"), "choice", choices=languages,
                  value=tuple(piece.languages)),
            Field("step_free", say("Step-free: a guest in a wheelchair gets here"), "check",
                  value=piece.step_free),
        ]  # fmt: skip
        if piece.kind is PieceKind.LONG:
            rows.append(Field("heads", say("A chair at each end"), "check", value=piece.heads))
        return tuple(rows)

    def submit(self) -> None:
        """Give the room back with the table as it is now."""
        values = self.form.values()
        piece = self._seating.room.pieces[self._index]
        heads = bool(values.get("heads", piece.heads))
        width, depth = table_size(piece.kind, values["seats"], heads=heads)
        made = replace(
            piece, number=values["number"], seats=values["seats"], host=values["host"] or "",
            languages=tuple(values["languages"] or ("ru",)), step_free=values["step_free"],
            heads=heads, width=width, depth=depth,
        )  # fmt: skip
        others = [t for i, t in enumerate(self._seating.room.pieces) if i != self._index]
        if any(t.is_table and t.number == made.number for t in others):
            self.show_error(say("Another table has this number."))
            return
        self._tell(self._seating.room.with_piece(self._index, made))
        self.accept()


class RulesDialog(Dialog):
    """The hard rules that are the coordinator's to set."""

    def __init__(self, context: Context, seating: Seating, parent: QWidget) -> None:
        self._seating = seating
        rules = seating.rules
        super().__init__(
            context,
            say("Rules of the seating"),
            primary=say("Save"),
            rows=(
                Field("least", say("At least so many at a table (0: no rule)"), "number", high=30,
                      value=rules.least),
                Field("company_cap", say("At most so many of one company (0: no rule)"), "number",
                      high=30, value=rules.company_cap),
                Field("newcomer_cap", say("At most so many first-time guests (0: no rule)"),
                      "number", high=30, value=rules.newcomer_cap),
                Field("rivals_far", say("Those kept apart: not at neighbouring tables either"),
                      "check", value=rules.rivals_far),
                Field("host_language", say("Each guest shares a language with the host"), "check",
                      value=rules.host_language),
            ),
            parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Save."""
        rules = replace(self._seating.rules, **self.form.values())
        event_id = self._seating.event_id
        self.write(
            partial(
                plan.change_seat_rules, event_id=event_id, rules=rules,
                version=self._seating.version,
            ),
            said=say("Saved."),
            undo=_RulesBack(event_id),
        )  # fmt: skip


class NewRoomDialog(Dialog):
    """A room to begin with: tables in rows, or the room of an earlier event."""

    def __init__(
        self,
        context: Context,
        seating: Seating,
        sources: tuple[RoomSource, ...],
        people: int,
        tell: Callable[[Callable[..., Any]], object],
        parent: QWidget,
        *,
        step_free: bool = False,
    ) -> None:
        self._seating, self._tell, self._flat = seating, tell, step_free
        seats = 10
        count = max(1, min(plan.MOST_TABLES, -(-max(1, people) // (seats - 1))))
        lang = context.words.lang
        copies: tuple[tuple[object, Text], ...] = (
            (None, say("New tables, as below")),
            *(
                (
                    s.event_id,
                    say(
                        "{title}, {day}: tables {tables}, chairs {chairs}",
                        title=s.named(lang), day=s.starts_at.date(), tables=s.tables,
                        chairs=s.seats,
                    ),
                )
                for s in sources
            ),
        )  # fmt: skip
        super().__init__(
            context,
            say("Lay the tables"),
            primary=say("Lay"),
            rows=(
                Field("copy", say("Copy the room of an earlier event"), "choice", choices=copies,
                      value=None, help=say("Rooms of the same place come first.")),
                (
                    Field("kind", say("Tables"), "choice", choices=KINDS, value=PieceKind.ROUND),
                    Field("count", say("How many"), "number", low=1, high=plan.MOST_TABLES,
                          value=count),
                    Field("seats", say("Chairs at each"), "number", low=2, high=plan.MOST_SEATS,
                          value=seats),
                ),
            ),
            width=600,
            parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Tell which verb lays the room."""
        values = self.form.values()
        event_id, version = self._seating.event_id, self._seating.version
        if values["copy"] is not None:
            self._tell(
                partial(
                    plan.copy_room, event_id=event_id, from_event_id=values["copy"],
                    version=version,
                )
            )  # fmt: skip
        else:
            room = rows_of_tables(
                values["count"], values["seats"], values["kind"], step_free=self._flat
            )
            self._tell(partial(plan.change_room, event_id=event_id, room=room, version=version))
        self.accept()


class _RulesBack:
    """The rules as they were."""

    def __init__(self, event_id: UUID) -> None:
        self._event_id = event_id

    def __call__(self, desk: Any, before: Rules) -> None:
        plan.put_rules(desk, event_id=self._event_id, rules=before)
