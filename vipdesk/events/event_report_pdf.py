"""The page of one event as a PDF: A4, one page whatever the data, pictures over tables.

No guest is named: the page travels. Guests' words stand without their names.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from vipdesk import pdf, tokens
from vipdesk.channels.hours import zone
from vipdesk.events.budget import CostRow
from vipdesk.events.event_report import EventReport
from vipdesk.money import Money
from vipdesk.pdf import MM, Page
from vipdesk.store.files import write_whole
from vipdesk.vocabulary import label
from vipdesk.wording import Lang, Say, Words, say

LEFT, RIGHT, _MIDDLE = 16.0, 194.0, 110.0
_INK = tokens.ledger().light
_REMARKS = 4
_MOST_ROWS = 6


def event_report_pdf(report: EventReport, words: Words) -> bytes:
    """The page in the language of `words`."""
    out = io.BytesIO()
    canvas = pdf.new_canvas(out, pdf.A4, title=words(say("An event")), lang=words.lang.value)
    page = Page(canvas, words, least=0.75, leading=1.28)
    top = _header(page, report)
    _room(page, report, top)
    _channels(page, report, top + 58)
    _tiers(page, report, top + 58)
    # What is below moves up where there are few channels and tiers.
    rows = max(1, min(_MOST_ROWS, max(len(report.channels), len(report.tiers))))
    top += 58 + 14 + rows * 7
    _money(page, report, top)
    _scores(page, report, top)
    top += 48 if report.budget.lines or report.answered else 22
    _remarks(page, report, top)
    _lessons(page, report, top + 12 + 6.8 * max(1, min(_REMARKS, len(report.remarks))))
    _foot(page, report)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def save_report(path: Path, report: EventReport, words: Words) -> Path:
    """Write the page, whole or not at all; `UserError` where it may not be written."""
    write_whole(path, event_report_pdf(report, words))
    return path


def _header(page: Page, report: EventReport) -> float:
    """Who, what, when; returns where the page goes on."""
    event, words = report.card.row, page.words
    page.text(LEFT, 17, report.club, size=9, colour=_INK.text2, room=100)
    took = page.text(
        LEFT, 28, event.named(words.lang), size=22, font=pdf.SERIF, room=RIGHT - LEFT, lines=2
    )
    there = zone(event.zone)
    starts = event.starts_at.astimezone(there) if there else event.starts_at
    facts = [words.day(starts.date(), weekday=True), starts.strftime("%H:%M"),
             event.place(words.lang)]  # fmt: skip
    called = event.called(words.lang)
    facts.insert(0, words(called) if isinstance(called, Say) else called)
    page.text(LEFT, 27 + took * 8.6, " · ".join(f for f in facts if f), size=9.5, colour=_INK.text2)
    page.rule(32 + took * 8.6, colour=_INK.brass_deco)
    return 32 + took * 8.6


def _room(page: Page, report: EventReport, top: float) -> None:
    """The evening in one bar: each person a share of its length."""
    big = (
        (str(report.people), say("people in the room")),
        (str(report.came), say("guests came")),
        (_percent(report.came - report.uninvited_yes, report.accepted),
         say("of those who said yes")),
        (_money_text(page, report), say("cost per head")),
    )  # fmt: skip
    step = (RIGHT - LEFT) / len(big)
    for number, (figure, what) in enumerate(big):
        x = LEFT + number * step
        page.text(x, top + 14, figure, size=24, font=pdf.SERIF, colour=_INK.accent, room=step - 4)
        page.text(x, top + 20, what, size=8.5, colour=_INK.text2, room=step - 4)
    declined = report.invited - report.came - report.missed - report.unknown
    parts = (
        (report.came, _INK.success, say("came: {count}", count=report.came)),
        (report.missed, _INK.danger, say("said yes, did not come: {count}", count=report.missed)),
        (report.unknown, _INK.warning, say("not known: {count}", count=report.unknown)),
        (declined, _INK.border_strong,
         say("declined or did not answer: {count}", count=declined)),
    )  # fmt: skip
    _bar(page, LEFT, top + 27, RIGHT - LEFT, 6, [(n, ink) for n, ink, _ in parts], report.invited)
    x = LEFT
    for count, ink, what in parts:
        if not count:
            continue
        page.box(x, top + 37.2, 2.4, 2.4, ink)
        page.text(x + 4, top + 39.4, what, size=8, colour=_INK.text2, room=54)
        x += 10 + min(54.0, pdf.width(page.words(what), pdf.SANS, 8) / MM)
    told = [
        (report.walk_ins, say("Not on the list and let in: {count}", count=report.walk_ins)),
        (report.late, say("Later than a quarter of an hour: {count}", count=report.late)),
        (report.introductions, say("Introductions made: {count}", count=report.introductions)),
    ]
    line = "    ".join(page.words(text) for count, text in told if count)
    page.text(LEFT, top + 46.5, line, size=8.5, colour=_INK.text2)


def _channels(page: Page, report: EventReport, top: float) -> None:
    room = _MIDDLE - LEFT - 10
    _heading(page, LEFT, top, say("Invited, said yes, came: by channel"), room)
    most = max((c.invited for c in report.channels), default=1)
    for number, line in enumerate(report.channels[:_MOST_ROWS]):
        y = top + 9 + number * 7
        page.text(LEFT, y, label(line.channel), size=8.5, room=24)
        wide = room - 46
        page.box(LEFT + 26, y - 2.8, wide * line.invited / most, 3.4, _INK.border)
        page.box(LEFT + 26, y - 2.8, wide * line.accepted / most, 3.4, _INK.brass_deco)
        page.box(LEFT + 26, y - 2.0, wide * line.came / most, 1.8, _INK.success)
        figures = f"{line.invited} · {line.accepted} · {line.came}"
        page.text(LEFT + room, y, figures, size=8.5, colour=_INK.text2, align="right", room=20)


def _tiers(page: Page, report: EventReport, top: float) -> None:
    room = RIGHT - _MIDDLE
    _heading(page, _MIDDLE, top, say("Invited and came: by tier"), room)
    most = max((t[2] for t in report.tiers), default=1)
    for number, (ru, en, invited, came) in enumerate(report.tiers[:_MOST_ROWS]):
        y = top + 9 + number * 7
        name = ru if page.words.lang is Lang.RU else en
        page.text(_MIDDLE, y, name or "–", size=8.5, room=24)
        wide = room - 42
        page.box(_MIDDLE + 26, y - 2.8, wide * invited / most, 3.4, _INK.border)
        page.box(_MIDDLE + 26, y - 2.0, wide * came / most, 1.8, _INK.success)
        page.text(
            RIGHT, y, f"{invited} · {came}", size=8.5, colour=_INK.text2, align="right", room=16
        )


def _money(page: Page, report: EventReport, top: float) -> None:
    room = _MIDDLE - LEFT - 10
    _heading(page, LEFT, top, say("What it cost"), room)
    budget, words = report.budget, page.words
    if not budget.lines:
        page.text(LEFT, top + 9, say("No line of the budget was entered."), colour=_INK.text2,
                  room=room)  # fmt: skip
        return
    costly = sorted(budget.lines, key=_cost, reverse=True)
    for number, line in enumerate(costly[:4]):
        y, amount = top + 9 + number * 5.6, line.actual or line.planned
        page.text(LEFT, y, line.title, size=8.5, room=room - 32)
        shown = words.show(amount) if amount else "–"
        page.text(LEFT + room, y, shown, size=8.5, align="right", room=30)
    y = top + 9 + min(4, len(costly)) * 5.6
    page.rule(y - 3.4, LEFT, LEFT + room)
    page.text(LEFT, y + 1.4, say("In all"), size=9, font=pdf.SANS_BOLD, room=30)
    page.text(LEFT + room, y + 1.4, words.show(budget.expected), size=9, font=pdf.SANS_BOLD,
              align="right", room=40)  # fmt: skip
    if budget.limit is not None:
        limit = say("of {limit} planned at most", limit=budget.limit)
        ink = _INK.danger if budget.over else _INK.text2
        page.text(LEFT + room, y + 6.2, limit, size=8, colour=ink, align="right", room=60)


def _cost(line: CostRow) -> int:
    amount = line.actual or line.planned
    return amount.minor if amount else 0


def _scores(page: Page, report: EventReport, top: float) -> None:
    room = RIGHT - _MIDDLE
    _heading(page, _MIDDLE, top, say("How they liked it, from 1 to 5"), room)
    if not report.answered:
        page.text(_MIDDLE, top + 9, say("Nobody was asked or answered yet."), colour=_INK.text2)
        return
    most = max(report.scores)
    inks = (_INK.danger, _INK.warning, _INK.border_strong, _INK.success, _INK.success)
    for number, (count, ink) in enumerate(zip(report.scores, inks, strict=True)):
        x = _MIDDLE + 6 + number * 11
        high = 18 * count / most
        page.box(x - 3.4, top + 27 - high, 6.8, high, ink)
        page.text(
            x, top + 25.6 - high, str(count), size=8, colour=_INK.text2, align="middle", room=8
        )
        page.text(x, top + 31, str(number + 1), size=8.5, align="middle", room=8)
    page.rule(top + 27.2, _MIDDLE, _MIDDLE + 57)
    if report.mean is not None:
        mean = page.words.number(report.mean, 1)
        page.text(RIGHT, top + 18, mean, size=24, font=pdf.SERIF, colour=_INK.accent, align="right",
                  room=24)  # fmt: skip
        answers = say("mean of {n} answers", n=report.answered)
    else:
        answers = say("{n} answers: too few for a mean", n=report.answered)
    page.text(RIGHT, top + 31, answers, size=8, colour=_INK.text2, align="right", room=26, lines=1)


def _remarks(page: Page, report: EventReport, top: float) -> None:
    _heading(page, LEFT, top, say("In the guests’ words"), RIGHT - LEFT)
    if not report.remarks:
        page.text(LEFT, top + 9, say("No words were noted."), colour=_INK.text2)
        return
    _lines(page, report.remarks[:_REMARKS], top + 8.6, 6.8)
    more = len(report.remarks) - _REMARKS
    if more > 0:
        page.text(RIGHT, top, say("and {n} more", n=more), size=8, colour=_INK.text2, align="right",
                  room=30)  # fmt: skip


def _lines(page: Page, texts: Sequence[str], top: float, step: float) -> None:
    for number, text in enumerate(texts):
        y = top + number * step
        page.box(LEFT, y - 3, 0.8, 4, _INK.brass_deco)
        page.text(LEFT + 4, y, text, size=9, font=pdf.SERIF_ITALIC, room=RIGHT - LEFT - 4)


def _lessons(page: Page, report: EventReport, top: float) -> None:
    _heading(page, LEFT, top, say("What to do differently"), RIGHT - LEFT)
    lessons = report.lessons or page.words(say("Nothing was noted."))
    ink = _INK.text if report.lessons else _INK.text2
    page.text(LEFT, top + 9, lessons, size=10, room=RIGHT - LEFT, lines=4, colour=ink)


def _foot(page: Page, report: EventReport) -> None:
    page.rule(284)
    there = zone(report.card.row.zone)
    moment = report.made_at.astimezone(there) if there else report.made_at
    made = say("As of {moment}. People in the room: with companions.", moment=moment)
    page.text(LEFT, 288, made, size=7.5, colour=_INK.text2)


def _heading(page: Page, x: float, y: float, text: Say, room: float) -> None:
    """The name of a part, over a hairline."""
    page.heading(x, y, text, room, size=10.5)
    page.rule(y + 2.4, x, x + room)


def _bar(
    page: Page, x: float, y: float, wide: float, high: float,
    parts: Sequence[tuple[int, str]], whole: int,
) -> None:  # fmt: skip
    page.box(x, y, wide, high, _INK.sunken)
    for count, ink in parts:
        share = wide * count / whole if whole else 0
        page.box(x, y, max(0.0, share - 0.3), high, ink)
        x += share


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}\u00a0%" if whole else "–"


def _money_text(page: Page, report: EventReport) -> str:
    """Whole units: kopecks a head say nothing."""
    each = report.cost_each
    return page.words.show(Money(round(each.minor, -2), each.currency)) if each else "–"
