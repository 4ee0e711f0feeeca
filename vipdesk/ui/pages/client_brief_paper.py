"""The brief card for the pocket, worded: what of a client may lie in a pocket. No Qt."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from vipdesk.clients.brief_pdf import BriefPaper, Part
from vipdesk.clients.names import initials
from vipdesk.clients.rows import Freshness
from vipdesk.clients.sight import SPECIAL
from vipdesk.ui.format import international
from vipdesk.ui.pages.client_brief_words import (
    Text,
    donts,
    manner_words,
    next_action,
    reach_words,
    spoken,
)
from vipdesk.ui.pages.client_words import person_words, place_of
from vipdesk.vocabulary import ContactKind, FactKind, InterestKind, PersonKind, Sensitivity
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vipdesk.clients.rows import ClientCard, PersonRow, PointRow
    from vipdesk.ui.format import Format
    from vipdesk.ui.pages.client_reading import Rest

_FEW = 5
_SHOWN = 4  # of a masked number


def paper_of(
    card: ClientCard, rest: Rest | None, now: datetime, formats: Format, *, masked: bool
) -> BriefPaper:
    """`masked`: of numbers and addresses only the end. Never: health, diet, faith, the score,
    holds, complaints, frictions, and what is not for the whole team.
    """
    words = formats.words
    f, number = card.fields, rest.card_number if rest is not None else ""
    tier = card.tier.name(words.lang) if card.tier is not None else ""
    return BriefPaper(
        name=card.display(words.lang),
        spoken=spoken(card, words),
        manner=_said(words, manner_words(card)),
        status=" · ".join(p for p in (tier, number) if p),
        initials=initials(f.surname, f.given),
        photo=rest.photo if rest is not None else None,
        upper=(
            Part(say("Do not"), _texts(words, donts(card, now, on_paper=True)), alarm=True),
            Part(say("Next"), _planned(card, now, formats)),
            Part(say("Where and how"), _where(card, now, words)),
        ),
        lower=(
            Part(say("What is known"), _known(card)),
            Part(say("Contacts"), _contacts(card.points, masked=masked)),
            Part(say("Interests"), _interests(card)),
            Part(say("People around"), _people(card, now, words)),
        ),
    )


def mask(value: str) -> str:
    """'+7 ••• •••-••-42': hidden but for its end."""
    return "".join(
        "•" if c.isalnum() and i < len(value) - _SHOWN else c for i, c in enumerate(value)
    )


def _said(words: Words, text: Text) -> str:
    return text if isinstance(text, str) else words.show(text)


def _texts(words: Words, texts: Iterable[Text]) -> tuple[str, ...]:
    return tuple(_said(words, t) for t in texts)


def _planned(card: ClientCard, now: datetime, formats: Format) -> tuple[str, ...]:
    """The next action and the other open promises, with days: paper does not know 'tomorrow'."""
    words, coming = formats.words, next_action(card, now)
    lines: list[str] = []
    if coming.promise is None:
        due = (
            f" · {words.day_short(formats.local(coming.due).date())}"
            if coming.due is not None
            else ""
        )
        lines.append(_said(words, coming.said) + due)
    for promise in card.promises[:3]:
        until = words("until {day}", day=words.day_short(formats.local(promise.due_at).date()))
        lines.append(f"{promise.text} · {until}")
    return tuple(lines)


def _where(card: ClientCard, now: datetime, words: Words) -> tuple[str, ...]:
    name = card.zone_at(now)
    lines: list[Text] = []
    if name:
        from vipdesk.channels.hours import zone

        there = zone(name)
        offset = f"{now.astimezone(there):%z}" if there is not None else ""
        lines.append(f"{place_of(card, name, words)}, UTC{offset[:3]}:{offset[3:]}")
    reach = reach_words(card, now)
    if reach:
        lines.append(reach)
    work = ", ".join(p for p in (card.fields.position, card.fields.company) if p)
    if work:
        lines.append(work)
    return _texts(words, lines)


def _known(card: ClientCard) -> tuple[str, ...]:
    """What can be relied on, and is not told above already."""
    return tuple(
        f.text
        for f in card.facts
        if f.kind not in SPECIAL
        and f.kind is not FactKind.TABOO
        and f.freshness is not Freshness.STALE
    )[:_FEW]


def _interests(card: ClientCard) -> tuple[str, ...]:
    drawn = [i.topic for i in card.interests if i.kind is InterestKind.INTEREST]
    return (", ".join(drawn[:6]),) if drawn else ()


def _people(card: ClientCard, now: datetime, words: Words) -> tuple[str, ...]:
    today = now.date()

    def belongs(p: PersonRow) -> bool:
        past = p.until is not None and p.until < today
        return p.kind is not PersonKind.FRICTION and p.sensitivity is Sensitivity.TEAM and not past

    return tuple(
        f"{p.who.shown(words.lang)} – {_said(words, person_words(p)).lower()}"
        for p in card.people
        if belongs(p)
    )[:_FEW]


def _contacts(points: tuple[PointRow, ...], *, masked: bool) -> tuple[str, ...]:
    found = [p for p in points if p.kind in (ContactKind.PHONE, ContactKind.EMAIL)]
    found.sort(key=lambda p: not p.preferred)
    shown = (international(p.value) if p.kind is ContactKind.PHONE else p.value for p in found[:3])
    return tuple(mask(s) if masked else s for s in shown)
