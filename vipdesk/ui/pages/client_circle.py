"""Beside the list of people: the picture, who can introduce, and what follows from the rest."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.clients import implied, introduced, introductions, people
from vipdesk.clients.names import initials
from vipdesk.clients.people_map import PeopleMap, read_people_map
from vipdesk.ui.context import Link
from vipdesk.ui.finding import find_clients
from vipdesk.ui.pages.client_introductions import ClientIntroductions
from vipdesk.ui.pages.client_people_graph import PeopleGraph
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Caption,
    Card,
    Icon,
    IconButton,
    Picker,
    Tone,
    column,
    row,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from vipdesk.clients.implied import Proposal
    from vipdesk.clients.introduced import IntroductionRow
    from vipdesk.clients.introductions import Introductions, Way
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context

_CLOSE = {1: say("slight"), 2: say("usual"), 3: say("close")}


@dataclass(frozen=True, slots=True)
class Circle:
    """What stands beside the list."""

    picture: PeopleMap
    proposals: tuple[Proposal, ...]
    wishes: tuple[IntroductionRow, ...] = ()


def read_circle(desk: Any, client_id: UUID) -> Circle:
    """The picture, the proposals and the wishes to meet somebody, in one read."""
    return Circle(
        read_people_map(desk, client_id),
        implied.list_proposals(desk, client_id),
        introduced.list_introductions(desk, client_id),
    )


class ClientCircle(QWidget, Speaking):
    """Four cards; those with nothing to say are not there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.proposals: tuple[Proposal, ...] = ()
        self.graph = PeopleGraph(context)
        self.graph.opened.connect(self._open)
        self.more = Caption(context, "", ink="text2")
        self.picture = Card(context, say("The circle"))
        self.picture.add(self.graph, self.more)
        self.to = Picker(context, find_clients, name=say("To whom"))
        self.to.setPlaceholderText(context.text(say("To whom? Half a name will do")))
        self.to.picked.connect(self._on_to)
        self._ways: QVBoxLayout = column(gap=8)
        self.introduce = Card(context, say("Who can introduce"))
        self.introduce.add(self.to, self._ways)
        self._proposed: QVBoxLayout = column(gap=8)
        self.follows = Card(context, say("It seems to follow"))
        self.follows.add(self._proposed)
        self.wishes = ClientIntroductions(context)
        box = column(self.picture, self.wishes, self.introduce, self.follows, None, gap=16)
        self.setLayout(box)
        for card in (self.picture, self.follows):
            card.hide()

    def show_client(self, card: ClientCard) -> None:
        """Another client, or the same after a change: read anew."""
        if self.card is not None and self.card.id != card.id:
            self.to.set_value(None)
            clear(self._ways)
        self.card = card
        read = partial(read_circle, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="circle")
        self._on_to()

    def respeak(self) -> None:
        """The words of the field."""
        self.to.setPlaceholderText(self.context.text(say("To whom? Half a name will do")))

    def _show(self, circle: Circle) -> None:
        if self.card is None:
            return
        f = self.card.fields
        self.picture.setVisible(bool(circle.picture.people))
        self.graph.show_map(circle.picture, initials(f.surname, f.given))
        self.more.show_text(say("and {n} more in the list", n=circle.picture.more))
        self.more.setVisible(circle.picture.more > 0)
        self.wishes.show_rows(self.card, circle.wishes)
        self._show_proposals(circle.proposals)

    def _open(self, client_id: object) -> None:
        if isinstance(client_id, UUID):
            self.context.open(Link("client", client_id, "people"))

    # What follows ------------------------------------------------------------------------------

    def _show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        self.proposals = proposals
        self.follows.setVisible(bool(proposals))
        clear(self._proposed)
        for place, proposal in enumerate(proposals):
            self._proposed.addLayout(self._proposal_line(place, proposal))

    def _proposal_line(self, place: int, proposal: Proposal) -> Any:
        context = self.context
        words = column(gap=0)
        words.addWidget(Body(context, proposal.who.shown(context.settings.lang), elide=True))
        said = say("{label} · {because}", label=proposal.label, because=proposal.because)
        words.addWidget(Caption(context, said, ink="text2", elide=True))
        line = row(gap=8)
        line.addLayout(words, 1)
        yes = IconButton(context, "check", say("Yes, add the relation"), on=self._on_accept)
        no = IconButton(context, "close", say("No, do not propose it again"), on=self._on_decline)
        for button in (yes, no):
            button.setProperty("place", place)
            line.addWidget(button)
        return line

    def _chosen(self) -> Proposal | None:
        button = self.sender()
        place = button.property("place") if button is not None else None
        return self.proposals[place] if isinstance(place, int) else None

    def _on_accept(self) -> None:
        proposal = self._chosen()
        if proposal is not None:
            self.context.runner.write(
                partial(implied.accept_proposal, proposal=proposal), owner=self,
                said=say("Added."), undo=_unperson,
            )  # fmt: skip

    def _on_decline(self) -> None:
        proposal = self._chosen()
        if proposal is not None:
            self.context.runner.write(
                partial(implied.decline_proposal, proposal=proposal), owner=self,
                said=say("It is not proposed again."), undo=implied.undo_decline,
            )  # fmt: skip

    # Who can introduce -------------------------------------------------------------------------

    def _on_to(self, _picked: object = None) -> None:
        to = self.to.value()
        if self.card is None or to is None:
            return
        find = partial(introductions.find_introductions, from_id=self.card.id, to_id=to)
        self.context.runner.read(
            find, self._show_ways, owner=self, topic="ways", failed=self._on_failed
        )

    def _on_failed(self, error: Exception) -> bool:
        from vipdesk.errors import UserError

        clear(self._ways)
        if isinstance(error, UserError):
            self._ways.addWidget(Body(self.context, error.say, ink="danger", wrap=True))
            return True
        return False

    def _show_ways(self, found: Introductions) -> None:
        context = self.context
        clear(self._ways)
        sentence = _sentence(found)
        if sentence is not None:
            self._ways.addWidget(Body(context, sentence, ink="text2", wrap=True))
        for way in found.ways:
            if way.introducers:
                self._ways.addLayout(self._way_lines(way))

    def _way_lines(self, way: Way) -> Any:
        context, lang = self.context, self.context.settings.lang
        lines = column(gap=2)
        for place, step in enumerate(way.steps):
            line = row(gap=8)
            line.addSpacing(12 * place)
            line.addWidget(Icon(context, "chevron-right" if place else "person", size=16))
            name = Body(context, step.who.shown(lang), elide=True)
            line.addWidget(name, 1)
            line.addWidget(Caption(context, step.label, ink="text2"))
            line.addWidget(Badge(context, _CLOSE[step.strength], Tone.NEUTRAL))
            if step.client_id is not None:
                visit = IconButton(
                    context, "chevron-right", say("Open the profile"), on=self._on_visit
                )
                visit.setProperty("client", str(step.client_id))
                line.addWidget(visit)
            lines.addLayout(line)
        return lines

    def _on_visit(self) -> None:
        button = self.sender()
        if button is not None:
            self._open(UUID(str(button.property("client"))))


def _sentence(found: Introductions) -> Say | None:
    if found.apart:
        return say("These two are to be kept apart.")
    if found.ways and not found.ways[0].introducers:
        return say("They know each other already.")
    if found.manager and not found.ways:
        return say("Nobody they both know. {name} leads both of them.", name=found.manager)
    return None if found.ways else say("No way is known: nobody they both know.")


def _unperson(desk: Any, person_id: UUID) -> None:
    people.remove_person_around(desk, person_id)
