"""The health of clients: score, band, flags, and the drivers in words."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name, display_name
from vipdesk.errors import NotFound
from vipdesk.health import formula as rules
from vipdesk.health.case_facts import ALL_HEADS, MANAGERS, SEE_ALL, Case, Kept
from vipdesk.health.facts import ClientFacts, gather
from vipdesk.health.formula import CaseState, Flag, Formula, Part, Score
from vipdesk.models import Client, HealthSnapshot
from vipdesk.vocabulary import Band, Severity
from vipdesk.wording import Lang, Say, Who, say

_OPEN = (CaseState.OPEN, CaseState.OVERDUE)
_FEW = 500  # ids in one IN (…)
_PLACES = {Band.AT_RISK: 0, Band.WATCH: 1, Band.UNKNOWN: 2, Band.STEADY: 3}


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part: x in 0…100 or None, the points it adds to 75 or None, and why, in words.

    `moved`: points by which it moved the score since the last snapshot, None without one.
    """

    part: Part
    x: float | None
    points: float | None
    said: Say
    moved: float | None


@dataclass(frozen=True, slots=True)
class ClientHealth:
    """A client's health today, and on the day of the snapshot it is compared with.

    `computed`: the band before hard flags. `before`: the score then, None without a snapshot.
    `alike`: today's score of what a snapshot tells this reader of, for the comparison.
    Words are made when they are asked for: a list of ten thousand shows a screenful.
    """

    facts: ClientFacts
    at: datetime
    score: Score
    flags: tuple[Flag, ...]
    band: Band
    computed: Band
    before: Score | None
    before_band: Band | None
    alike: Score

    @property
    def client_id(self) -> UUID:
        """Whose health."""
        return self.facts.id

    @property
    def who(self) -> Name:
        """The parts of the name."""
        return self.facts.who

    @property
    def sort_key(self) -> str:
        """Orders names."""
        return self.facts.sort_key

    @property
    def manager(self) -> Who:
        """The personal manager, nobody if there is none."""
        return self.facts.manager

    def client(self, lang: Lang) -> str:
        """The client's name as lists show it."""
        return display_name(self.facts.who, lang)

    def tier(self, lang: Lang) -> str:
        """The tier's name in the reader's language."""
        return self.facts.tier_ru if lang is Lang.RU else self.facts.tier_en

    @property
    def shown(self) -> int | None:
        """The score to the nearest 5, or None: not enough is known."""
        return None if self.score.value is None else rules.shown(self.score.value, rules.formula())

    @property
    def moved(self) -> float | None:
        """Points since the snapshot; None where either day has no number."""
        if self.before is None or self.alike.value is None or self.before.value is None:
            return None
        return self.alike.value - self.before.value

    @property
    def parts(self) -> tuple[PartRow, ...]:
        """All six parts, in their order."""
        moved = rules.movement(self.alike, self.before) if self.before is not None else {}
        xs = parts_of(self.facts, rules.formula(), self.at)
        gives = self.score.contributions
        return tuple(
            PartRow(p, xs[p], gives.get(p), _SAID[p](self.facts, self.at), moved.get(p))
            for p in Part
        )

    @property
    def drivers(self) -> tuple[PartRow, ...]:
        """The two parts that say most; of a client in need, what pulls down and nothing else."""
        known = [(p.points, p) for p in self.parts if p.points is not None]
        if self.band is Band.STEADY:
            known = [(-abs(points), p) for points, p in known]
        telling = sorted((x for x in known if x[0] <= -1), key=lambda x: x[0])
        return tuple(p for _, p in telling[:2])

    @property
    def need(self) -> tuple[int, int, float, int, str]:
        """The order of need: worst band, most flags, lowest score, highest tier, name."""
        value = self.score.value if self.score.value is not None else 101.0
        facts = self.facts
        return _PLACES[self.band], -len(self.flags), value, facts.tier_rank, facts.sort_key


@dataclass(frozen=True, slots=True)
class Overview:
    """The club at a glance. `moves`: (band then, band now) → clients; then None: joined since."""

    counts: Mapping[Band, int]
    before: Mapping[Band, int]
    moves: Mapping[tuple[Band | None, Band], int]
    since: datetime | None
    clients: int
    unknown: int
    mean_moved: float | None  # of the same clients, both days with a number
    compared: int


def score_clients(
    desk: Desk, client_ids: Collection[UUID] | None = None
) -> tuple[ClientHealth, ...]:
    """Health of all clients this person may read (or of some), those in need first.

    A manager reads own clients, the head of VIP service and executives all; nobody else any
    (`NotFound`). A dozen aggregated reads for any number of clients.
    """
    f = rules.formula()
    found = gather(desk, f, client_ids)
    before = _before(desk, baseline_at(desk), client_ids)
    rows = [_health(c, f, desk, before.get(c.id)) for c in found]
    return tuple(sorted(rows, key=lambda r: r.need))


def get_health(desk: Desk, client_id: UUID) -> ClientHealth:
    """One client's health; `NotFound` if there is none or not for this person."""
    found = score_clients(desk, (client_id,))
    if not found:
        raise NotFound(say("This client is not in your care. Ask the personal manager."))
    return found[0]


def overview(desk: Desk, rows: Collection[ClientHealth]) -> Overview:
    """The club at a glance, from rows of `score_clients`."""
    counts = dict.fromkeys(Band, 0)
    then = dict.fromkeys(Band, 0)
    moves: dict[tuple[Band | None, Band], int] = {}
    since = baseline_at(desk)
    for row in rows:
        counts[row.band] += 1
        if row.before_band is not None:
            then[row.before_band] += 1
        if since is not None:
            key = (row.before_band, row.band)
            moves[key] = moves.get(key, 0) + 1
    moved = [row.moved for row in rows if row.moved is not None]
    return Overview(
        counts=counts,
        before=then,
        moves=moves,
        since=since,
        clients=len(rows),
        unknown=sum(row.score.value is None for row in rows),
        mean_moved=sum(moved) / len(moved) if moved else None,
        compared=len(moved),
    )


def take_snapshot(desk: Desk) -> int:
    """Keep today's health of every client, to measure movement by; returns how many.

    Raises `NotFound` for anybody but the head of VIP service and executives: whoever does not
    see all cannot keep the whole. Cases about the head or an executive are in none of it, for one
    of them would read there what is hidden; what managers may not know, cases about any colleague,
    is left out of the part that is theirs. Movement is measured by the same part of today.
    """
    if desk.actor.role not in SEE_ALL:
        raise NotFound(say("This page is not part of your role."))
    f = rules.formula()
    ids, made = desk.session.scalars(select(Client.id).order_by(Client.id)).all(), 0
    for start in range(0, len(ids), _FEW):  # a club of ten thousand is not held at once
        found = gather(desk, f, ids[start : start + _FEW])
        if found:
            rows = [_to_keep(client, f, desk.now) for client in found]
            desk.session.execute(insert(HealthSnapshot), rows)
        made += len(found)
    desk.note("take_health_snapshot", "health_snapshot", None, ("score", "band", "parts"))
    return made


def baseline_at(desk: Desk) -> datetime | None:
    """The moment of the snapshot that movement is measured against, if there is one.

    The newest that is at least a week old; in a young club the first one ever, if it was not
    made today.
    """
    today = desk.now.replace(hour=0, minute=0, second=0, microsecond=0)
    old = desk.now - timedelta(days=rules.formula().baseline_days)
    return desk.session.scalar(_BASELINE, {"old": old, "today": today})


_AT = HealthSnapshot.at
_BASELINE = select(
    func.coalesce(
        select(func.max(_AT)).where(bindparam("old") >= _AT).scalar_subquery(),
        select(func.min(_AT)).where(bindparam("today") > _AT).scalar_subquery(),
    )
)


# Inside -----------------------------------------------------------------------------------------


def _to_keep(whole: ClientFacts, f: Formula, now: datetime) -> dict[str, Any]:
    client = _below(whole, ALL_HEADS)
    xs = parts_of(client, f, now)
    found = rules.score(xs, f)
    band = rules.band_of(found.value, _flags(client, f, now), f)
    kept: dict[str, Any] = {"all": _plain(xs), "band": band.value}
    circle = _below(client, MANAGERS)
    if circle is not client:
        xs = parts_of(circle, f, now)
        seen = rules.band_of(rules.score(xs, f).value, _flags(circle, f, now), f)
        kept |= {"circle": _plain(xs), "circle_band": seen.value}
    return {
        "client_id": client.id,
        "at": now,
        "formula_version": f.version,
        "score": found.value,
        "coverage": found.coverage,
        "band": band.value,
        "parts": kept,
    }


def _before(
    desk: Desk, at: datetime | None, ids: Collection[UUID] | None
) -> dict[UUID, tuple[Mapping[str, Any], str]]:
    """Parts as they were, by client. The score is computed again: one formula for both days."""
    if at is None:
        return {}
    kept = select(HealthSnapshot.client_id, HealthSnapshot.parts).where(HealthSnapshot.at == at)
    if ids is not None and len(ids) <= _FEW:
        kept = kept.where(HealthSnapshot.client_id.in_(ids))
    circle = desk.actor.role not in SEE_ALL
    found = {}
    for client_id, parts in desk.session.execute(kept):
        if circle and "circle" in parts:
            found[client_id] = (parts["circle"], parts["circle_band"])
        else:
            found[client_id] = (parts["all"], parts["band"])
    return found


def _health(
    client: ClientFacts, f: Formula, desk: Desk, before: tuple[Mapping[str, Any], str] | None
) -> ClientHealth:
    xs = parts_of(client, f, desk.now)
    found = rules.score(xs, f)
    flags = _flags(client, f, desk.now)
    then = rules.score({p: before[0].get(p.value) for p in Part}, f) if before else None
    shown = _below(client, ALL_HEADS if desk.actor.role in SEE_ALL else MANAGERS)
    alike = found if shown is client else rules.score(parts_of(shown, f, desk.now), f)
    return ClientHealth(
        facts=client,
        at=desk.now,
        score=found,
        flags=flags,
        band=rules.band_of(found.value, flags, f),
        computed=rules.band_of(found.value, (), f),
        before=then,
        before_band=Band(before[1]) if before else None,
        alike=alike,
    )


def parts_of(client: ClientFacts, f: Formula, now: datetime) -> dict[Part, float | None]:
    """X of each part in 0…100, None where nothing is known."""
    days = _days(client.last_contact_at, now)
    spending, answers, kept = client.spending, client.answers, _kept(client)
    points = [case_points(c, f, now) for c in client.cases]
    return {
        Part.CONTACT: None if days is None else rules.contact(days, client.cadence),
        Part.VALUE: rules.value_trend(spending.spent, spending.before, spending.median, f)
        if spending is not None and spending.known
        else None,
        Part.COMPLAINTS: rules.complaints(points),
        # Never invited is not known, neither warm nor cold.
        Part.ENGAGEMENT: rules.engagement(
            answers.came, answers.declined, answers.silent, answers.no_show, f
        )
        if answers is not None and answers.n
        else None,
        Part.VOICE: None,  # nobody was asked yet: surveys come with the follow-up of complaints
        Part.PROMISES: rules.promises(kept.kept, kept.n, f),
    }


def case_points(one: Case, f: Formula, now: datetime) -> float:
    """What a complaint takes away today."""
    days = (now - one.last_at) / timedelta(days=1)
    return rules.complaint_points(one.severity, one.state, days, f, repeated=one.repeated)


def _flags(client: ClientFacts, f: Formula, now: datetime) -> tuple[Flag, ...]:
    still = [c for c in client.cases if c.state in _OPEN]
    last = client.last_contact_at or client.known_since
    silent = (now - last) / timedelta(days=1) > f.silence_cadences * client.cadence
    raised = {
        Flag.OPEN_GRAVE: any(c.severity is Severity.S1 for c in still),
        Flag.LEAVING: any(c.leaving for c in client.cases),
        Flag.REPEAT: any(c.repeated for c in still),
        Flag.OVERDUE_PROMISE: _kept(client).overdue > 0,
        Flag.SILENCE: silent,
        Flag.NO_MANAGER: not client.has_manager,
    }
    return tuple(flag for flag in Flag if raised[flag])


def _kept(client: ClientFacts) -> Kept:
    if not client.case_promises:
        return client.promises or Kept()
    whole = Kept()
    for one in (client.promises or Kept(), *(k for _, k in client.case_promises)):
        whole.add(one.kept, one.n, one.overdue)
    return whole


def _below(client: ClientFacts, apart: int) -> ClientFacts:
    """Without what is kept apart from these and more; the same object where nothing is."""
    hidden = any(c.kept_apart >= apart for c in client.cases)
    if not hidden and not any(a >= apart for a, _ in client.case_promises):
        return client
    return replace(
        client,
        cases=tuple(c for c in client.cases if c.kept_apart < apart),
        case_promises=tuple((a, k) for a, k in client.case_promises if a < apart),
    )


def _plain(xs: Mapping[Part, float | None]) -> dict[str, float | None]:
    return {part.value: x for part, x in xs.items()}


def _days(moment: datetime | None, now: datetime) -> float | None:
    return None if moment is None else max(0.0, (now - moment) / timedelta(days=1))


def _said_contact(client: ClientFacts, now: datetime) -> Say:
    days = _days(client.last_contact_at, now)
    if days is None:
        return say("no talk on record")
    n = int(days)
    if days > client.cadence:
        return say("{n} days without a talk", n=n)
    return say("talked {n} days ago", n=n) if n else say("talked today")


def _said_value(client: ClientFacts, _now: datetime) -> Say:
    spending = client.spending
    if spending is None or not spending.known:
        return say("no year to compare with")
    if not spending.before:
        return say("buys again") if spending.spent else say("no purchases this year or last")
    percent = round(100 * spending.spent / spending.before)
    return say("spent {percent}% of last year’s total", percent=percent)


def _said_complaints(client: ClientFacts, _now: datetime) -> Say:
    cases = client.cases
    overdue = sum(c.state is CaseState.OVERDUE for c in cases)
    still = sum(c.state in _OPEN for c in cases)
    if overdue:
        return say("{n} overdue complaints", n=overdue)
    if still:
        return say("{n} open complaints", n=still)
    if cases:
        return say("{n} settled complaints", n=len(cases))
    return say("no complaints")


def _said_engagement(client: ClientFacts, _now: datetime) -> Say:
    answers = client.answers
    if answers is None or not answers.n:
        return say("not invited within a year")
    return say("came to {came} of {n} events", came=answers.came, n=answers.n)


def _said_voice(_client: ClientFacts, _now: datetime) -> Say:
    return say("not asked yet")


def _said_promises(client: ClientFacts, _now: datetime) -> Say:
    kept = _kept(client)
    if kept.overdue:
        return say("{n} overdue promises", n=kept.overdue)
    if not kept.n:
        return say("no promise was due")
    return say("{kept} of {n} promises kept", kept=kept.kept, n=kept.n)


_SAID: dict[Part, Callable[[ClientFacts, datetime], Say]] = {
    Part.CONTACT: _said_contact,
    Part.VALUE: _said_value,
    Part.COMPLAINTS: _said_complaints,
    Part.ENGAGEMENT: _said_engagement,
    Part.VOICE: _said_voice,
    Part.PROMISES: _said_promises,
}
