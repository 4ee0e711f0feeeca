"""How the days of clients are said on Today. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vipdesk.agenda.lines import DateKind, DateLine
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.format import Format

_ICONS = {
    DateKind.BIRTHDAY: "cake", DateKind.BIRTH_MONTH: "cake", DateKind.FAMILY_BIRTHDAY: "cake",
    DateKind.MEMORIAL: "moon", DateKind.WEDDING: "heart", DateKind.MEMBERSHIP: "crown",
    DateKind.COMPANY: "suitcase", DateKind.NAME_DAY: "star", DateKind.OTHER: "calendar",
}  # fmt: skip


def date_icon(line: DateLine) -> str:
    """The picture of a day; what has to be ordered shows as a gift."""
    return "gift" if line.ahead else _ICONS[line.kind]


def date_reason(line: DateLine, shown: Format) -> Say:
    """'Turns 60 on 26 November · order the gift by 12 November'."""
    reason = _occasion(line, shown)
    if line.mourning and line.kind is not DateKind.MEMORIAL:
        return say("{reason} · in mourning: no congratulations", reason=reason)
    if line.order_by is None:
        return reason
    if line.order_by < shown.today():
        by = shown.day(line.order_by)
        return say("{reason} · order the gift, it was time {day}", reason=reason, day=by)
    return say("{reason} · time to order the gift", reason=reason)


def _occasion(line: DateLine, shown: Format) -> Say:
    known = (bool(line.turns), bool(line.title))
    said = _SAID[line.kind]
    sentence = next(
        s for have, s in said if all(k or not h for h, k in zip(have, known, strict=True))
    )
    return Say(sentence.text, {"n": line.turns or 0, "who": line.title, "day": shown.day(line.day)})


# By kind: sentences with what each needs to be known (years, title), the fullest first.
_BOTH, _YEARS, _TITLE, _PLAIN = (True, True), (True, False), (False, True), (False, False)
_SAID: dict[DateKind, tuple[tuple[tuple[bool, bool], Say], ...]] = {
    DateKind.BIRTHDAY: ((_YEARS, say("Turns {n} {day}")), (_PLAIN, say("Birthday {day}"))),
    DateKind.BIRTH_MONTH: ((_PLAIN, say("Birthday this month, the day is not known")),),
    DateKind.NAME_DAY: ((_PLAIN, say("Name day {day}")),),
    DateKind.FAMILY_BIRTHDAY: (
        (_BOTH, say("{who} turns {n} {day}")),
        (_TITLE, say("Birthday in the family {day}: {who}")),
        (_PLAIN, say("Birthday in the family {day}")),
    ),
    DateKind.WEDDING: (
        (_YEARS, say("{n} years of marriage {day}")), (_PLAIN, say("Wedding anniversary {day}")),
    ),
    DateKind.MEMBERSHIP: (
        (_YEARS, say("{n} years in the club {day}")),
        (_PLAIN, say("Anniversary in the club {day}")),
    ),
    DateKind.COMPANY: (
        (_YEARS, say("The company is {n} years old {day}")),
        (_PLAIN, say("Anniversary of the company {day}")),
    ),
    DateKind.MEMORIAL: (
        (_TITLE, say("Day of memory {day}: {who}. No cheer")),
        (_PLAIN, say("Day of memory {day}. No cheer")),
    ),
    DateKind.OTHER: (
        (_TITLE, say("{who}, {day}")), (_PLAIN, say("A day to keep in mind: {day}")),
    ),
}  # fmt: skip
