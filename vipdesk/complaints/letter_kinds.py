"""The letters of the private track: what each holds, in which order, and what its author types.

Pure. The first reply has an order of its own (`first_reply`); the others are written after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vipdesk.wording import Say, say


class LetterKind(StrEnum):
    """Why one writes to the client."""

    FIRST_REPLY = "first_reply"
    UPDATE = "update"
    NEW_DATE = "new_date"
    ANSWER = "answer"
    FINAL = "final"
    FOLLOW_UP = "follow_up"
    THANKS = "thanks"

    @property
    def label(self) -> Say:
        """How a person reads it."""
        return _LABELS[self]


_LABELS = {
    LetterKind.FIRST_REPLY: say("First reply"),
    LetterKind.UPDATE: say("News on the way"),
    LetterKind.NEW_DATE: say("A new date"),
    LetterKind.ANSWER: say("Detailed answer"),
    LetterKind.FINAL: say("Final position"),
    LetterKind.FOLLOW_UP: say("A week later"),
    LetterKind.THANKS: say("Thanks"),
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A part only the author can write. `lines`: about how long it is."""

    name: str
    label: Say
    lines: int = 2


MIRROR = Typed("mirror", say("Your own sentence: what happened, in the client’s words"))
OPTIONS = Typed("options", say("What the client may choose from, one a line"), 3)
_WHY = Typed("why", say("How it could happen"), 3)
_DONE = Typed("done", say("What you have done"))
_CHANGES = Typed("changes", say("What is different from now on"))


@dataclass(frozen=True, slots=True)
class LetterPlan:
    """A kind of letter. Slots in `typed` come from the author, all others from the wordings.

    paragraphs: slots in order. items: which of the four items it must hold. dated: it promises
    a date anew. words: how long it may be in Russian; English needs a quarter more.
    """

    paragraphs: tuple[tuple[str, ...], ...]
    typed: tuple[Typed, ...]
    items: frozenset[str]
    words: int
    dated: bool = False

    @property
    def names(self) -> frozenset[str]:
        """Slots that the author writes."""
        return frozenset(t.name for t in self.typed)


_CONTACT = frozenset({"contact"})
_GREETING, _SIGNOFF = ("greeting",), ("signoff",)
PLANS: dict[LetterKind, LetterPlan] = {
    LetterKind.UPDATE: LetterPlan(
        (_GREETING, ("mirror", "lead", "news"), ("still", "reach"), _SIGNOFF),
        (MIRROR, Typed("news", say("What is new since the last word"), 3)),
        _CONTACT | {"date"}, 110,
    ),
    LetterKind.NEW_DATE: LetterPlan(
        (_GREETING, ("mirror", "slip", "why"), ("newdate", "agree"), ("reach",), _SIGNOFF),
        (MIRROR, Typed("why", say("Why it takes longer"))),
        _CONTACT | {"date"}, 120, dated=True,
    ),
    LetterKind.ANSWER: LetterPlan(
        (
            _GREETING, ("mirror", "regret"), ("why_lead", "why", "done"),
            ("changes_lead", "changes"), ("options_lead", "options", "choose"),
            ("reach", "number"), ("thanks",), _SIGNOFF,
        ),
        (MIRROR, _WHY, _DONE, _CHANGES, OPTIONS),
        _CONTACT | {"number"}, 260,
    ),
    LetterKind.FINAL: LetterPlan(
        (
            _GREETING, ("mirror", "regret"), ("weighed", "position"),
            ("options_lead", "options"), ("outside",), ("door", "reach", "number"), _SIGNOFF,
        ),
        (MIRROR, Typed("position", say("What you decided, and why"), 3), OPTIONS),
        _CONTACT | {"number"}, 260,
    ),
    LetterKind.FOLLOW_UP: LetterPlan(
        (_GREETING, ("mirror", "week"), ("ask", "ease", "invite"), ("reach",), _SIGNOFF),
        (MIRROR,), _CONTACT, 100,
    ),
    LetterKind.THANKS: LetterPlan(
        (_GREETING, ("mirror", "grateful"), ("led_to", "changes"), ("wish", "reach"), _SIGNOFF),
        (MIRROR, _CHANGES), _CONTACT, 110,
    ),
}  # fmt: skip
LATER = tuple(PLANS)
"""The kinds that are written after the first reply, in the order of a case."""
