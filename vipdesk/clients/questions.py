"""One natural question for the next talk: how to ask again what is known and has grown old.

A question never quotes the fact: 'is it still true that you …' is how a file speaks. Of a
taboo, of health and of faith it does not even name the matter. Two ways of asking each kind,
taken in turn by the fact, so that the same one stands there until it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vipdesk.clients.facts import to_ask_again
from vipdesk.clients.rows import FactRow
from vipdesk.vocabulary import FactKind
from vipdesk.wording import Say, say


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask, in the client's language, and the fact it refreshes."""

    fact: FactRow
    said: Say


_ASKED: dict[FactKind, tuple[Say, Say]] = {
    FactKind.PREFERENCE: (
        say("Shall we arrange it the way you usually like it, or differently this time?"),
        say("What should we do better for you next time than we did last time?"),
    ),
    FactKind.FAMILY: (
        say("How is everybody at home?"),
        say("Is there a family date coming up that we should have in mind?"),
    ),
    FactKind.WORK: (
        say("What keeps you busiest at work these days?"),
        say("Is there news at work that we should congratulate you on?"),
    ),
    FactKind.TRAVEL: (
        say("Where will you be in the coming months? We would plan around it."),
        say("Do you have journeys ahead with which we can help?"),
    ),
    FactKind.GIFT: (
        say("What have you enjoyed lately: a book, a concert, a place?"),
        say("What gave you the most joy this year?"),
    ),
    FactKind.TABOO: (
        say("Is there anything we had better leave out this time?"),
        say("Whom or what should we not put beside you that evening?"),
    ),
    FactKind.HEALTH: (
        say("What should we see to so that the evening is comfortable for you?"),
        say("Is there anything about the place that we should arrange in advance?"),
    ),
    FactKind.DIET: (
        say("Shall we tell the kitchen what we told them last time?"),
        say("What would you rather not see on the menu?"),
    ),
    FactKind.FAITH: (
        say("Are there days in the coming months that we should keep free for you?"),
        say("Is there anything about the day or the table that we should keep in mind?"),
    ),
}  # fmt: skip


def question_for(fact: FactRow) -> Say:
    """How to ask about one fact."""
    return _ASKED[fact.kind][fact.id.int % 2]


def next_question(facts: Iterable[FactRow]) -> Question | None:
    """The one question for the next talk: about the fact that is overdue longest."""
    fact = to_ask_again(facts)
    return Question(fact, question_for(fact)) if fact is not None else None
