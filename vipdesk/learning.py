"""Words of what comes after a complaint: talks, causes, problems, actions."""

from __future__ import annotations

from enum import StrEnum


class FollowUpState(StrEnum):
    """How far the talk a week after the solution has come."""

    PLANNED = "planned"
    DONE = "done"
    NOT_REACHED = "not_reached"  # after two tries; it is no 'satisfied'
    DECLINED = "declined"  # the client wished none


class Solved(StrEnum):
    """What the client says a week later."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Mechanism(StrEnum):
    """What went wrong: mistake, rework, breakdown, inefficiency, variation (MR BIV), a hope."""

    MISTAKE = "mistake"
    REWORK = "rework"
    BREAKDOWN = "breakdown"
    DELAY = "delay"
    VARIATION = "variation"
    EXPECTATION = "expectation"


class Origin(StrEnum):
    """Where it came from."""

    SKILL = "skill"
    LOAD = "load"
    NO_PROCESS = "no_process"
    PROCESS_NOT_FOLLOWED = "process_not_followed"
    HANDOVER = "handover"
    SYSTEM = "system"
    SUPPLIER = "supplier"
    INFORMATION = "information"
    PRICE = "price"
    PLACE = "place"
    OUTSIDE = "outside"

    @property
    def human(self) -> bool:
        """Whether it names a person's doing: that alone is no root."""
        return self in (Origin.SKILL, Origin.PROCESS_NOT_FOLLOWED)


class Surety(StrEnum):
    """How sure one is of a cause."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    GUESS = "guess"


class ProblemState(StrEnum):
    """A problem is open until its actions were checked."""

    OPEN = "open"
    SOLVED = "solved"


class ActionKind(StrEnum):
    """What a corrective action does about a problem."""

    CORRECT = "correct"
    PREVENT = "prevent"
    DETECT = "detect"


class Effect(StrEnum):
    """What the check ninety days after an action says."""

    WORKED = "worked"
    NOT_SHOWN = "not_shown"  # the interval allows both
    NO = "no"
