"""The executive's page as a PDF: A4, one page whatever the data, no names in the metadata.

Places are fixed and text is fitted into them, so that nothing can push anything off the page.
Bands and states are said in words beside their colours.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from vipdesk import pdf, tokens
from vipdesk.clients.names import display_name
from vipdesk.health import formula as rules
from vipdesk.health.formula import FLAG_NAMES
from vipdesk.health.report import CAUSES_DAYS, Cause, Need, Report
from vipdesk.health.statistics import FEW_BELOW, RAW_BELOW, Change, Share
from vipdesk.pdf import Page
from vipdesk.store.files import write_whole
from vipdesk.vocabulary import Band, ClockKind, label
from vipdesk.wording import Lang, Say, Words, say

LEFT, RIGHT = 16.0, 194.0
_MIDDLE = 108.0  # where the right column begins
_COLOURS = tokens.ledger().light
_BAND_INK = {
    Band.STEADY: _COLOURS.success,
    Band.WATCH: _COLOURS.warning,
    Band.AT_RISK: _COLOURS.danger,
    Band.UNKNOWN: _COLOURS.text3,
}
_BANDS = (Band.STEADY, Band.WATCH, Band.AT_RISK, Band.UNKNOWN)
_CLOCKS: dict[ClockKind, Say] = {
    ClockKind.ACK: say("Acknowledged in time"),
    ClockKind.FIRST: say("First reply in time"),
    ClockKind.ANSWER: say("Answer on the promised day"),
}


def report_pdf(report: Report, words: Words, *, names: bool = True) -> bytes:
    """The page in the language of `words`. `names=False`: initials, for a page that travels."""
    out = io.BytesIO()
    canvas = pdf.new_canvas(out, pdf.A4, title=words(say("VIP health")), lang=words.lang.value)
    page = Page(canvas, words, size=8.5, least=0.8, leading=1.22)
    _header(page, report)
    _verdict(page, report)
    _needs(page, report, names=names)
    _bands(page, report)
    _figures(page, report)
    _causes(page, report)
    _footnote(page, report)
    _watermark(page, report)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def save_report(path: Path, report: Report, words: Words, *, names: bool = True) -> Path:
    """Write the page, whole or not at all; `UserError` where it may not be written."""
    write_whole(path, report_pdf(report, words, names=names))
    return path


def _header(page: Page, report: Report) -> None:
    page.text(LEFT, 20, report.club, size=18, font=pdf.SERIF, room=110, least=11)
    page.text(
        RIGHT, 17, say("For executives and the head of VIP service"),
        size=7.5, colour=_COLOURS.danger, font=pdf.SANS_BOLD, room=64, align="right",
    )  # fmt: skip
    page.text(
        RIGHT, 20.8, _made(report),
        size=7.5, colour=_COLOURS.text2, room=60, align="right",
    )  # fmt: skip
    whole = report.overview
    line = say(
        "VIP health from {first} to {last}. Clients: {clients}, not enough data on {unknown}.",
        first=report.first_day,
        last=report.last_day,
        clients=whole.clients,
        unknown=whole.unknown,
    )
    page.text(LEFT, 26, line, size=8.5, colour=_COLOURS.text2)
    page.rule(28.5, colour=_COLOURS.brass_deco)


def _made(report: Report) -> Say:
    return say(
        "Data as of {made}. Formula {version}", made=report.made_at, version=report.formula_version
    )


def _verdict(page: Page, report: Report) -> None:
    page.text(LEFT, 37, report.verdict, size=15, font=pdf.SERIF, lines=2, least=10)


def _needs(page: Page, report: Report, *, names: bool) -> None:
    top = 50.0
    page.heading(LEFT, top, say("Needs you now"))
    if not report.needs:
        page.text(LEFT, top + 7, say("Nobody needs you today."), size=9)
        return
    if report.more_needs:
        more = say("{n} more are on the health page", n=report.more_needs)
        page.text(RIGHT, top, more, size=7.5, colour=_COLOURS.text2, room=70, align="right")
    for number, need in enumerate(report.needs):
        _need(page, need, top + 4.5 + number * 15.6, names=names)


def _need(page: Page, need: Need, top: float, *, names: bool) -> None:
    words = page.words
    page.rule(top)
    page.box(LEFT, top + 1.6, 1.4, 11.6, _BAND_INK[need.band])
    tier = need.tier_ru if words.lang is Lang.RU else need.tier_en
    shown = display_name(need.who, words.lang)
    name = shown if names else _initials(shown)
    page.text(LEFT + 4, top + 5, name, size=9.5, font=pdf.SANS_BOLD, room=52, lines=2, least=7)
    lines = [words(label(need.band)), tier]
    if need.shown is not None:
        lines.insert(1, f"≈ {need.shown}")
    page.text(LEFT + 4, top + 12.4, " · ".join(x for x in lines if x), size=7.5,
              colour=_BAND_INK[need.band], room=52)  # fmt: skip
    reasons = [words(FLAG_NAMES[f]) for f in need.flags]
    reasons += [words(d.said) for d in need.drivers]
    if need.promise_due is not None:
        due = words.day_short(need.promise_due.date())
        reasons.append(words("an answer is promised for {due}", due=due))
    why = _sentence("; ".join(dict.fromkeys(reasons))).replace(" %", "\u00a0%")
    page.text(76, top + 5, why, size=8.5, room=54, lines=3, least=6.5)
    page.text(134, top + 5, need.action, size=8.5, font=pdf.SANS_BOLD, room=60, lines=2, least=7)
    until = say(
        "By {by}. Manager: {manager}.", by=words.day_short(need.by), manager=need.manager or "–"
    )
    page.text(134, top + 12.4, until, size=7.5, colour=_COLOURS.text2, room=60, least=5.5)


def _bands(page: Page, report: Report) -> None:
    top, whole = 144.0, report.overview
    page.heading(LEFT, top, say("Where the clients stand"), room=88)
    columns = [58.0, 70.0, 82.0, 96.0]
    y = top + 6
    page.text(columns[0], y, say("Now"), size=7.5, colour=_COLOURS.text2, room=12, align="right")
    if whole.since is not None:
        day = whole.since.date()
        page.text(
            columns[1], y, say("Then"), size=7.5, colour=_COLOURS.text2, room=12, align="right"
        )
        page.text(
            columns[2], y, say("Came in"), size=7.5, colour=_COLOURS.text2, room=12, align="right"
        )
        page.text(
            columns[3], y, say("Went out"), size=7.5, colour=_COLOURS.text2, room=13, align="right"
        )
    page.rule(y + 1.6, LEFT, columns[3])
    for number, band in enumerate(_BANDS):
        at = y + 6.2 + number * 5.6
        page.box(LEFT, at - 2.6, 2.6, 2.6, _BAND_INK[band])
        page.text(LEFT + 4.5, at, label(band), room=34)
        page.text(
            columns[0], at, str(whole.counts[band]), font=pdf.SANS_BOLD, room=12, align="right"
        )
        if whole.since is None:
            continue
        came = sum(n for (then, now), n in whole.moves.items() if now is band and then is not band)
        went = sum(n for (then, now), n in whole.moves.items() if then is band and now is not band)
        for x, value in zip(columns[1:], (whole.before[band], came, went), strict=True):
            page.text(x, at, str(value), room=12, align="right")
    at = y + 6.2 + 4 * 5.6 + 1
    if whole.since is None:
        page.text(LEFT, at, say("There is no earlier day to compare with yet."), size=7.5,
                  colour=_COLOURS.text2, room=84)  # fmt: skip
        return
    joined = sum(n for (then, _), n in whole.moves.items() if then is None)
    line = say(
        "Then: {day}. Joined: {joined}, left: {left}.", day=day, joined=joined, left=report.left
    )
    page.text(LEFT, at, line, size=7.5, colour=_COLOURS.text2, room=84)
    _mean(page, report, at + 4.4)


def _mean(page: Page, report: Report, at: float) -> None:
    """Movement of the same clients, so that joining and leaving do not look like change."""
    whole = report.overview
    if whole.mean_moved is None:
        return
    moved = page.words.number(whole.mean_moved, 1).replace("-", "−")
    line = say(
        "The same {n} clients moved by {moved} points on average.", n=whole.compared, moved=moved
    )
    page.text(LEFT, at, line, size=7.5, colour=_COLOURS.text2, room=84)


def _figures(page: Page, report: Report) -> None:
    top, c = 144.0, report.complaints
    page.heading(_MIDDLE, top, say("What we promised and answered"))
    rows: list[tuple[Say, str, bool]] = [
        (say("Promises kept"), _share(page.words, report.promises), False),
        *((_CLOCKS[kind], _share(page.words, s), False) for kind, s in c.on_time.items()),
        (say("Complaints open"), str(c.open), False),
        (say("of them overdue"), str(c.overdue), c.overdue > 0),
        (say("Without an answer from a person (must be 0)"), str(c.unanswered), c.unanswered > 0),
    ]
    if c.oldest_days is not None:
        oldest = page.words("{n} days", n=c.oldest_days)
        rows.append((say("The oldest has been open for"), oldest, False))
    for number, (what, value, bad) in enumerate(rows):
        at = top + 6 + number * 4.75
        page.text(_MIDDLE, at, what, size=8, room=50)
        page.text(
            RIGHT, at, value, size=8, room=36, align="right",
            font=pdf.SANS_BOLD if bad else pdf.SANS,
            colour=_COLOURS.danger if bad else _COLOURS.text,
        )  # fmt: skip


def _share(words: Words, s: Share) -> str:
    """'19/20, 95 % (76–99)': raw counts alone below 5 cases, the interval always beside a share."""
    if s.n == 0:
        return words("none was due")
    if s.share is None:
        return words("{k} of {all}, too few for a share", k=s.k, all=s.n)
    digits = 0 if s.n < FEW_BELOW else 1
    return words(
        "{k}/{all}, {percent}% ({low}–{high})",
        k=s.k, all=s.n, percent=words.number(100 * s.share, digits),
        low=round(100 * s.low), high=round(100 * s.high),
    )  # fmt: skip


def _causes(page: Page, report: Report) -> None:
    top = 196.0
    page.heading(LEFT, top, say("What clients complained about in the last year"), room=100)
    _trend(page, report, top)
    if not report.causes:
        page.text(LEFT, top + 7, say("No complaint was received within a year."), size=9)
        return
    shown = report.causes[:8]
    most = max(c.n for c in shown)
    heavy = max(c.weight for c in shown)
    y = top + 6
    page.text(LEFT + 40, y, say("number, and below it the weight by severity"), size=7,
              colour=_COLOURS.text2, room=90)  # fmt: skip
    page.text(RIGHT, y, say("running total"), size=7, colour=_COLOURS.text2, room=20, align="right")
    for number, cause in enumerate(shown):
        _bar(page, cause, y + 2 + number * 7.2, cause.n / most, cause.weight / heavy)
    at = y + 2 + len(shown) * 7.2 + 3
    if report.vital:
        vital = say("{n} categories make four fifths of all complaints.", n=report.vital)
        page.text(LEFT, at, vital, size=8, font=pdf.SANS_BOLD, room=170)


def _trend(page: Page, report: Report, top: float) -> None:
    c = report.complaints
    said = {
        Change.NO: say("Received: {now}, before that {before}: within the usual",
                       now=c.received, before=c.received_before),
        Change.PERHAPS: say("Received: {now}, before that {before}: perhaps a change",
                            now=c.received, before=c.received_before),
        Change.MORE: say("Received: {now}, before that {before}: more than usual",
                         now=c.received, before=c.received_before),
        Change.FEWER: say("Received: {now}, before that {before}: fewer than usual",
                          now=c.received, before=c.received_before),
    }[c.change]  # fmt: skip
    page.text(RIGHT, top, said, size=8, colour=_COLOURS.text2, room=84, align="right")


def _bar(page: Page, cause: Cause, top: float, share: float, heavy: float) -> None:
    name = label(cause.category) if cause.category is not None else say("Others, fewer than 3 each")
    page.text(LEFT, top + 3.6, name, size=8, room=38)
    wide = 118.0
    page.box(LEFT + 40, top + 0.6, max(0.4, wide * share), 3.4, _COLOURS.accent)
    page.box(LEFT + 40, top + 4.3, max(0.4, wide * heavy), 1.0, _COLOURS.brass_deco)
    page.text(
        LEFT + 42 + wide * share, top + 3.6, str(cause.n), size=8, font=pdf.SANS_BOLD, room=10
    )
    percent = page.words("{percent}%", percent=round(100 * cause.running))
    page.text(RIGHT, top + 3.6, percent, size=8, room=14, align="right")


def _footnote(page: Page, report: Report) -> None:
    f = rules.formula()
    page.rule(274.5)
    lines: Sequence[Say] = (
        say(
            "Scores are shown to the nearest {step}; if less than {floor}% of the weights is "
            "known, there is no score. The weights are a judgement until tested against the "
            "past. Shares carry a 95% interval; below {few} cases only counts are given.",
            step=f.print_step, floor=round(f.coverage_floor), few=RAW_BELOW,
        ),
        say(
            "Fewer complaints may mean silence: see how many clients we know too little about. "
            "Clients’ opinions are not yet asked, and compensation is not yet counted. "
            "Categories with fewer than 3 complaints are grouped together ({together}). Causes "
            "cover {days} days.",
            together=report.put_together, days=CAUSES_DAYS,
        ),
        say(
            "One call to a quiet client or one promise kept can change a line of this page: "
            "open any score in VIP Desk to see its facts.",
        ),
    )  # fmt: skip
    y = 278.0
    for line in lines:
        took = page.text(LEFT, y, line, size=6.8, colour=_COLOURS.text2, lines=2, least=6)
        y += took * 2.95 + 0.5


def _watermark(page: Page, report: Report) -> None:
    """Whose copy this is; and a hash by which a cut or rewritten journal is found out later."""
    y, size = 294.0, 6.6
    if report.mark is not None:
        page.text(
            LEFT, y, report.mark.said(), size=size, colour=_COLOURS.text2, room=82, least=4.5
        )  # fmt: skip
    if report.journal_head:
        line = say("Journal: {head}", head=report.journal_head)
        page.text(
            RIGHT, y, line, size=size, colour=_COLOURS.text2, room=94, least=4.5, align="right"
        )  # fmt: skip


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _initials(name: str) -> str:
    return " ".join(f"{word[0]}." for word in name.split())
