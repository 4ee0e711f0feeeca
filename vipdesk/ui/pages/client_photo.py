"""The menu of a client's photo: choose one, another one, or take it away."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from vipdesk.clients import photo
from vipdesk.ui.files import choose_file
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context

_KINDS = "*.jpg *.jpeg *.png *.webp"


class PhotoMenu(QMenu):
    """Under the button that opened it; deletes itself with that button's page."""

    def __init__(self, context: Context, client_id: UUID, button: QWidget, *, there: bool) -> None:
        super().__init__(button)
        self.context, self.client_id, self.button = context, client_id, button
        words = context.words
        take = say("Another photo…") if there else say("Choose a photo…")
        self.addAction(words(take)).triggered.connect(self.choose)
        if there:
            self.addAction(words("Remove the photo")).triggered.connect(self.remove)

    def open(self) -> None:
        """Show it under the button."""
        self.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def choose(self) -> None:
        """Ask for a file."""
        kinds = self.context.words("Pictures ({kinds})", kinds=_KINDS)
        choose_file(self.button, kinds, self.take_file)

    def take_file(self, path: str) -> None:
        """Draw it anew beside the desk's worker, then keep it."""
        draw = partial(photo.read_photo_file, Path(path))
        self.context.runner.background(draw, self._keep, owner=self)

    def _keep(self, image: bytes) -> None:
        client_id = self.client_id
        self.context.runner.write(
            partial(photo.keep_photo, client_id=client_id, image=image),
            owner=self,
            said=say("The photo is kept."),
            undo=lambda desk, before: photo.restore_photo(desk, client_id, before),
        )

    def remove(self) -> None:
        """Take it away; the way back is offered."""
        client_id = self.client_id
        self.context.runner.write(
            partial(photo.remove_photo, client_id=client_id),
            owner=self,
            said=say("The photo is removed."),
            undo=lambda desk, image: photo.keep_photo(desk, client_id, image),
        )
