"""A place where the club gathers: a new one, or a change of one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events import venues
from vipdesk.events.venue_facts import FACTS
from vipdesk.events.venues import VenueWords
from vipdesk.ui.dialogs.client_dialog import find_zones
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.widgets import Caption
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.access.merging import Joined
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context, Text


class VenueDialog(EditDialog):
    """`venue` is (id, words) of the place to change; None makes a new one.

    `back(venue id)` is called when the sheet is gone, with None when nothing was added: the
    form from which one came can be opened again.
    """

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        venue: tuple[UUID, VenueWords] | None = None,
        back: Callable[[UUID | None], object] | None = None,
    ) -> None:
        self._venue, self._back = venue, back
        self._draft = f"venue:{venue[0]}" if venue else "venue:new"
        words = venue[1] if venue else VenueWords("")
        super().__init__(
            context,
            say("Change the place") if venue else say("New place"),
            primary=say("Save") if venue else say("Add the place"),
            rows=_rows(words),
            draft=self._draft,
            width=600,
            parent=parent,
        )
        if venue is not None:
            self.watch_originals(self._draft, _shown(words))

    def submit(self) -> None:
        """Add or save."""
        words = _words(self.form.values())
        editing = self.editing()
        if editing is not None:
            save = editing.save(editing.base, words)
            self.write(save, editing.then, said=editing.said, undo=editing.undo)
            return
        values = {name: getattr(words, name) for name in VenueWords.__dataclass_fields__}
        add = partial(venues.add_venue, **values)
        self.write(
            add, partial(_gone, self._back), said=say("The place is added."), undo=_take_back
        )

    def editing(self) -> Editing | None:
        """The place, as it was shown when it was typed over."""
        if self._venue is None:
            return None
        fields = {name: made.field for name, made in self.form.fields.items()}
        return Editing(
            base=_words(self.originals()),
            label=partial(_label, fields),
            shown=partial(_aloud, fields),
            save=partial(_save, self._venue[0]),
            said=say("Saved."),
            draft=self._draft,
            then=partial(_gone, self._back, None),
            undo=partial(_undo, self._venue[0]),
        )

    def _build(self) -> None:
        if self._venue is not None:
            told = say("Guests who were invited already are not told of this by themselves.")
            self.body.addWidget(Caption(self.context, told, ink="text2", wrap=True))

    def reject(self) -> None:
        """Nothing was saved: back to where one came from."""
        super().reject()
        if self._back is not None:
            self._back(None)

    def take_error(self, error: UserError) -> bool:
        """A conflict is settled on its own sheet: nobody goes back meanwhile."""
        back, self._back = self._back, None
        taken = super().take_error(error)
        self._back = back
        return taken


def _rows(words: VenueWords) -> tuple[Field | tuple[Field, ...], ...]:
    shown = _shown(words)
    return (
        (
            Field("name", say("Name of the place"), required=True, value=shown["name"]),
            Field("name_en", say("Name in English"), value=shown["name_en"]),
        ),
        (
            Field("city", say("City"), value=shown["city"]),
            Field("address", say("Address"), value=shown["address"]),
        ),
        Field(
            "address_en", say("Address in English"), value=shown["address_en"],
            help=say("Whole, with the city: as guests who read English get it."),
        ),
        (
            Field("zone", say("Time zone"), "pick", required=True, find=find_zones,
                  value=shown["zone"]),
            Field("capacity", say("Holds, people (0: not known)"), "number", high=10_000,
                  value=shown["capacity"]),
        ),
        Field("step_free", say("Step-free: a guest in a wheelchair gets in"), "check",
              value=shown["step_free"]),
        *(
            Field(name, words, "long", folded=True, lines=2, value=shown[name])
            for name, words in FACTS.items()
        ),
    )  # fmt: skip


def _shown(words: VenueWords) -> dict[str, Any]:
    shown = {name: getattr(words, name) for name in VenueWords.__dataclass_fields__}
    return {**shown, "zone": (words.zone, words.zone)}


def _words(values: Mapping[str, Any]) -> VenueWords:
    zone = values["zone"]
    return VenueWords(**{**values, "zone": zone[0] if isinstance(zone, tuple) else zone})


def _label(fields: Mapping[str, Field], name: str) -> Text:
    return fields[name].label


def _aloud(fields: Mapping[str, Field], name: str, words: VenueWords) -> Text:
    return read_aloud(fields[name], _shown(words)[name])


def _save(venue_id: UUID, base: VenueWords, words: VenueWords) -> Callable[..., Any]:
    return partial(venues.change_venue, venue_id=venue_id, base=base, words=words)


def _gone(
    back: Callable[[UUID | None], object] | None, added: UUID | None, _saved: object = None
) -> None:
    if back is not None:
        back(added)


def _undo(venue_id: UUID, desk: Any, saved: Joined[VenueWords]) -> object:
    """One's own change alone: what others changed since stays."""
    return venues.change_venue(desk, venue_id, base=saved.after, words=saved.before)


def _take_back(desk: Any, venue_id: UUID) -> None:
    venues.remove_venue(desk, venue_id)
