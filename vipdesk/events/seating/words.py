"""A seating in sentences: why a guest sits there, which rule is broken, what contradicts what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from vipdesk.clients.names import Name, short_name
from vipdesk.events.seating.contradictions import Clash
from vipdesk.events.seating.facts import Facts, Party, pair
from vipdesk.events.seating.problem import Broken, RuleKind, broken
from vipdesk.events.seating.room import Room
from vipdesk.events.seating.rules import Built, Rules, languages_of, needs_step_free, shared_topics
from vipdesk.wording import Lang, Say, say

MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Break:
    """A hard rule that does not hold, and whom it is about. table: its number, 0 for none."""

    said: Say
    client_ids: tuple[UUID, ...] = ()
    table: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Rules that cannot all hold, each a sentence; `relax`: what would help."""

    rules: tuple[Say, ...]
    relax: tuple[Say, ...]
    client_ids: tuple[UUID, ...] = ()


def short(name: Name, lang: Lang) -> str:
    """'Пётр Щукин', or as in the passport for an English reader."""
    if lang is Lang.EN and name.latin_name:
        return name.latin_name
    return short_name(name.surname, name.given)


# Why here -------------------------------------------------------------------------------------


def reasons(
    facts: Facts,
    room: Room,
    rules: Rules,
    table_of: Mapping[UUID, int],
    locked: Iterable[UUID],
    lang: Lang,
) -> dict[UUID, tuple[Say, ...]]:
    """For each seated client what speaks for the table, the weightiest first."""
    here: dict[int, list[Party]] = defaultdict(list)
    for party in facts.parties:
        if party.client_id in table_of:
            here[table_of[party.client_id]].append(party)
    held, topics = set(locked), set(shared_topics(facts))
    told = _Why(facts, room, rules, lang, held, topics)
    return {
        party.client_id: tuple(told.of(party, number, company))
        for number, company in here.items()
        for party in company
    }


@dataclass(frozen=True, slots=True)
class _Why:
    facts: Facts
    room: Room
    rules: Rules
    lang: Lang
    locked: set[UUID]
    topics: set[str]

    def of(self, party: Party, number: int, company: Sequence[Party]) -> Iterable[Say]:
        if party.client_id in self.locked:
            yield say("Placed by hand, stays here")
        others = [p for p in company if p is not party]
        yield from self._people(party, others)
        yield from self._table(party, number)
        yield from self._talk(party, others)

    def _people(self, party: Party, others: Sequence[Party]) -> Iterable[Say]:
        told: tuple[tuple[frozenset[tuple[UUID, UUID]], Callable[[str], Say]], ...] = (
            (self.facts.household, lambda n: say("One household with {name}", name=n)),
            (self.facts.wishes, lambda n: say("To be introduced: {name}", name=n)),
            (self.facts.circle, lambda n: say("Knows {name}", name=n)),
        )
        for pairs, sentence in told:
            for other in others:
                if pair(party.client_id, other.client_id) in pairs:
                    yield sentence(short(other.name, self.lang))

    def _table(self, party: Party, number: int) -> Iterable[Say]:
        table = self.room.table(number)
        if table is None:
            return
        if table.host and table.host == str(party.manager_id):
            yield say("Own manager is the host")
        elif table.host and self.rules.host_language and party.languages:
            spoken = [s for s in languages_of(self.room, number) if s in party.languages]
            if spoken and "ru" not in party.languages:
                yield say("The host speaks the guest’s language")
        if table.step_free and needs_step_free(party, self.rules):
            yield say("Step-free")

    def _talk(self, party: Party, others: Sequence[Party]) -> Iterable[Say]:
        for topic in party.topics:
            if topic in self.topics:
                count = sum(1 for p in others if topic in p.topics)
                if count:
                    yield say(
                        "Shared interest: {topic}, with {n} at the table", topic=topic, n=count
                    )
        met = sum(1 for p in others if pair(party.client_id, p.client_id) in self.facts.met)
        if others and not met and self.facts.met:
            yield say("New company")


# What is broken -------------------------------------------------------------------------------


def breaks(
    built: Built,
    facts: Facts,
    room: Room,
    rules: Rules,
    table_of: Mapping[UUID, int],
    lang: Lang,
) -> tuple[Break, ...]:
    """Hard rules that the seating breaks. Who is not seated yet is not told here."""
    found = [
        _broken(b, built, facts, rules, lang)
        for b in broken(built.problem, built.at(table_of))
        if b.kind is not RuleKind.UNSEATED
    ]
    if rules.host_language and any(t.host for t in room.tables):
        used = set(table_of.values())
        found += [
            Break(say("Table {number} has no host.", number=t.number), (), t.number)
            for t in room.tables
            if not t.host and t.number in used
        ]
    return tuple(found)


def _broken(b: Broken, built: Built, facts: Facts, rules: Rules, lang: Lang) -> Break:
    number = built.tables[b.table] if b.table >= 0 else 0
    ids = tuple(built.units[u] for u in b.units)
    names = [short(facts.parties[u].name, lang) for u in b.units]
    one, two = [*names, "", ""][:2]
    match b.kind:
        case RuleKind.CHAIRS:
            said = say("Table {number}: {n} chairs too few.", number=number, n=b.count)
        case RuleKind.LEAST:
            said = say(
                "Table {number} is too empty: {n} more are needed.", number=number, n=b.count
            )
        case RuleKind.APART:
            said = say(
                "{one} and {two} are to be kept apart: both are at table {number}.",
                one=one, two=two, number=number,
            )  # fmt: skip
        case RuleKind.FAR:
            said = say("{one} and {two} are to be kept apart: they sit too near.", one=one, two=two)
        case RuleKind.LANGUAGE:
            said = say(
                "The host of table {number} speaks no language of {name}.", number=number, name=one
            )
        case RuleKind.STEP_FREE:
            said = say(
                "{name} needs a step-free table: table {number} is not.", name=one, number=number
            )
        case RuleKind.COMPANY:
            company = facts.parties[b.units[0]].company
            said = say(
                "Table {number}: more than {most} from “{company}”.",
                number=number, most=rules.company_cap, company=company,
            )  # fmt: skip
        case RuleKind.NEWCOMERS:
            said = say(
                "Table {number}: more than {most} who are here for the first time.",
                number=number, most=rules.newcomer_cap,
            )  # fmt: skip
        case _:
            said = say("{name} is not at the locked table.", name=one)
    return Break(said, ids, number)


# What contradicts -----------------------------------------------------------------------------


def contradiction(
    clashes: Sequence[Clash], built: Built, facts: Facts, rules: Rules, lang: Lang
) -> Contradiction:
    """In sentences: the rules, and what to relax."""
    told, relax = [], []
    ids: list[UUID] = []
    for clash in _joined(clashes):
        said, way = _clash(clash, built, facts, rules, lang)
        told.append(said)
        relax.append(way)
        if len(clash.units) <= 12:
            ids += [built.units[u] for u in clash.units]
    ways = tuple({way.text: way for way in relax}.values())
    return Contradiction(tuple(told), ways, tuple(dict.fromkeys(ids)))


def _joined(clashes: Sequence[Clash]) -> Iterable[Clash]:
    """The same rule about several guests is one sentence."""
    same: dict[tuple[RuleKind, tuple[int, ...], int], list[int]] = {}
    for clash in clashes:
        alone = clash.kind in (RuleKind.APART, RuleKind.FAR) and len(clash.units) == 2
        key = (clash.kind, (*clash.tables, *(clash.units if alone else ())), clash.count)
        same.setdefault(key, []).extend(clash.units)
    for (kind, places, count), units in same.items():
        alone = kind in (RuleKind.APART, RuleKind.FAR) and len(set(units)) == 2
        tables = () if alone else places
        yield Clash(kind, tuple(dict.fromkeys(units)), tables, count)


def _clash(clash: Clash, built: Built, facts: Facts, rules: Rules, lang: Lang) -> tuple[Say, Say]:
    names = _listed([short(facts.parties[u].name, lang) for u in clash.units])
    more = max(0, len(clash.units) - MOST_NAMES)
    tables = ", ".join(str(built.tables[t]) for t in clash.tables[:8]) or "–"
    if more and clash.kind is not RuleKind.CHAIRS:
        names = f"{names} +{more}"
    match clash.kind:
        case RuleKind.CHAIRS:
            told = _too_few_chairs(clash, names, tables)
        case RuleKind.LEAST:
            told = (
                say("At least {n} at each table in use.", n=rules.least),
                say("Lower the least number at a table."),
            )
        case RuleKind.APART | RuleKind.FAR:
            told = _kept_apart(clash, names)
        case RuleKind.LOCK:
            told = (
                say("Locked: {names} at table {tables}.", names=names, tables=tables),
                say("Free the lock."),
            )
        case RuleKind.LANGUAGE:
            told = (
                say(
                    "Only at tables {tables} does the host speak the language of: {names}.",
                    tables=tables, names=names,
                ),
                say("Give another table a host who speaks it."),
            )  # fmt: skip
        case RuleKind.STEP_FREE:
            told = (
                say(
                    "Step-free tables ({tables}) are needed for: {names}.",
                    tables=tables, names=names,
                )
                if clash.tables
                else say("No table is step-free, and these guests need one: {names}.", names=names),
                say("Mark more tables as step-free, or add one."),
            )  # fmt: skip
        case RuleKind.COMPANY:
            company = facts.parties[clash.units[0]].company
            told = (
                say(
                    "At most {most} from “{company}” at a table.",
                    most=rules.company_cap, company=company,
                ),
                say("Raise the limit for one company."),
            )  # fmt: skip
        case _:
            told = (
                say("At most {most} first-time guests at a table.", most=rules.newcomer_cap),
                say("Raise the limit for first-time guests."),
            )
    return told


def _too_few_chairs(clash: Clash, names: str, tables: str) -> tuple[Say, Say]:
    if clash.units:
        return (
            say("No table is large enough for the party of {name}.", name=names),
            say("Add a larger table."),
        )
    if clash.tables:
        return (
            say("Tables {tables}: {n} chairs are missing for them.", tables=tables, n=clash.count),
            say("Add chairs to these tables, or more such tables."),
        )
    if clash.count:
        missing = say("{n} chairs are missing in the room.", n=clash.count)
        return missing, say("Add a table or chairs.")
    return say("The chairs there are."), say("Add a table or chairs.")


def _kept_apart(clash: Clash, names: str) -> tuple[Say, Say]:
    if clash.kind is RuleKind.FAR:
        return (
            say("To be kept apart, also from neighbouring tables: {names}.", names=names),
            say("Allow neighbouring tables, or free a lock."),
        )
    return (
        say("To be kept apart: {names}.", names=names),
        say("Add a table, or seat one of them by hand."),
    )


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES])


def stale(
    known: Mapping[str, int], facts: Facts, names: Mapping[UUID, Name], lang: Lang
) -> tuple[Say, ...]:
    """What has changed since the seats were made: who came off, who is new, other parties."""
    now = {str(p.client_id): p for p in facts.parties}
    told = []
    for key, size in known.items():
        party = now.get(key)
        if party is None:
            name = names.get(UUID(key))
            told.append(
                say("{name} no longer comes.", name=short(name, lang))
                if name is not None
                else say("A guest no longer comes.")
            )
        elif party.size != size:
            told.append(say("{name} now comes as {n}.", name=short(party.name, lang), n=party.size))
    told += [
        say("{name} is new.", name=short(p.name, lang)) for k, p in now.items() if k not in known
    ]
    return tuple(told)
