"""The brief card by one key from anywhere, and the same card as a page for the pocket."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.ui.actions import Action, bind
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.files import save_as
from vipdesk.ui.pages.client_brief import Brief
from vipdesk.ui.pages.client_reading import Opened, Rest, read_client, read_rest
from vipdesk.ui.widgets import Button, Caption
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import Lang, Words, say

if TYPE_CHECKING:
    from vipdesk.access import Desk
    from vipdesk.access.exports import Mark
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context


class BriefDialog(Dialog):
    """Over whatever page is shown. Esc closes, Enter opens the profile."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        super().__init__(
            context, say("Brief card"), primary=say("Open the profile"), width=880, parent=parent
        )
        self.context.runner.read(
            partial(read_client, client_id=client_id), self._show, owner=self, topic="brief"
        )

    def _build(self) -> None:
        self.card: ClientCard | None = None
        self.brief = Brief(self.context)
        self.body.addWidget(self.brief)
        self.body.addStretch(1)
        self.cancel_button.show_text(say("Close"))
        self.pocket_button = Button(
            self.context, say("For the pocket…"), icon="print", on=self.pocket, tip="Ctrl+P"
        )
        self.buttons.insertWidget(0, self.pocket_button)
        self.brief.ran_out.connect(self._on_ran_out)
        self._print = bind(Action("print", say("For the pocket…"), self.pocket, "Ctrl+P"), self)
        self.primary_button.setFocus()

    def _show(self, found: Opened) -> None:
        self.card = found.card
        self.title.show_text(found.card.display(self.context.settings.lang))
        self.brief.show_opened(found)

    def _on_ran_out(self) -> None:
        read = partial(read_client, client_id=self.client_id)
        self.context.runner.read(read, self._show, owner=self, topic="brief")

    def submit(self) -> None:
        """To the profile."""
        self.accept()
        self.context.open(Link("client", self.client_id))

    def pocket(self) -> None:
        """The page for the pocket takes this sheet's place."""
        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            PocketDialog(self.context, self.client_id, parent).open()


class PocketDialog(Dialog):
    """The language and how much of the contacts, then where to save."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        langs = ((Lang.RU, say("Russian")), (Lang.EN, say("English")))
        super().__init__(
            context, say("Brief card for the pocket"), primary=say("Save…"), parent=parent,
            rows=(
                Field("lang", say("Language"), "choice", choices=langs,
                      value=context.settings.lang),
                Field("full", say("With telephone numbers and addresses in full"), "check"),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        told = say(
            "One page of A6 that folds once. It holds nothing on health, diet or faith, no "
            "complaint, no score and nothing that is not for the whole team. Saving it is noted "
            "in the journal."
        )
        self.body.addWidget(Caption(self.context, told, ink="text2", wrap=True))

    def submit(self) -> None:
        """Ask where to; the name of the file names nobody."""
        day = self.context.words.day_short(self.context.format.today())
        save_as(self, self.context.words("Brief card {day}.pdf", day=day), self.save_to)

    def save_to(self, path: str) -> None:
        """Read, note it in the journal, write the file beside the desk's worker."""
        self.context.runner.write(
            partial(read_for_paper, client_id=self.client_id),
            partial(self._write, Path(path)),
            owner=self,
        )

    def _write(self, path: Path, read: tuple[ClientCard, Rest, Mark]) -> None:
        typed = self.form.values()
        context = self.context
        words = Words(typed["lang"], context.words.folder)
        make = partial(_make, path, *read, words=words, context=context, masked=not typed["full"])
        context.runner.background(make, self._on_saved, owner=self)

    def _on_saved(self, _path: Path) -> None:
        self.context.say(say("The brief card is saved."), tone="success")
        self.accept()


def read_for_paper(desk: Desk, client_id: UUID) -> tuple[ClientCard, Rest, Mark]:
    """What stands on the card, and its entry in the journal."""
    from vipdesk.clients.brief_pdf import begin_brief
    from vipdesk.clients.profile import get_client

    mark = begin_brief(desk, client_id)
    return get_client(desk, client_id), read_rest(desk, client_id), mark


def _make(
    path: Path,
    card: ClientCard,
    rest: Rest,
    mark: Mark,
    *,
    words: Words,
    context: Context,
    masked: bool,
) -> Path:
    from vipdesk.access.exports import save_file
    from vipdesk.clients.brief_pdf import brief_pdf
    from vipdesk.ui.format import Format
    from vipdesk.ui.pages.client_brief_paper import paper_of

    formats = Format(words, context.clock, context.zone)
    paper = paper_of(card, rest, context.now(), formats, masked=masked)
    save_file(path, brief_pdf(paper, mark, words))
    return path
