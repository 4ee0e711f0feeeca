"""`vipdesk privacy …`: retention, a client's dossier, erasures carried to a restored server.

    vipdesk privacy retention --dry-run
    vipdesk privacy retention --rule reply_raw --rule draft --reason "Yearly"
    vipdesk privacy dossier CLIENT --out FILE.pdf | FILE.json
    vipdesk privacy erasures --out FILE        what a server's administrator keeps with backups
    vipdesk privacy replay FILE                and gives to a restored, older database

What they print are keys and counts, never names. Exit codes: 0 done, 1 refused.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from vipdesk.commands import opening
from vipdesk.commands.opening import add_place, opened_store
from vipdesk.errors import UserError
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from vipdesk.access import Office
    from vipdesk.store.store import Store


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Tell argparse."""
    privacy = commands.add_parser("privacy", help="what the club keeps about people")
    kinds = privacy.add_subparsers(metavar="what", required=True)

    retention = kinds.add_parser("retention", help="erase what is older than its rule")
    retention.add_argument("--dry-run", action="store_true", help="only count (the default)")
    retention.add_argument(
        "--rule", action="append", default=[], help="carry this rule out (may be repeated)"
    )
    retention.add_argument("--reason", default="", help="stays in the journal: no names")
    retention.set_defaults(run=_retention)

    dossier = kinds.add_parser("dossier", help="everything about one client")
    dossier.add_argument("client", metavar="CLIENT", help="the client's key (UUID)")
    dossier.add_argument("--out", type=Path, required=True, help="a .pdf or a .json file")
    dossier.add_argument(
        "--for", dest="made_for", choices=("client", "authority", "internal"), default="client"
    )
    dossier.set_defaults(run=_dossier)

    erasures = kinds.add_parser("erasures", help="write the list of erasures (nothing personal)")
    erasures.add_argument("--out", type=Path, required=True)
    erasures.set_defaults(run=_erasures)

    replay = kinds.add_parser("replay", help="erase again in a database restored from a backup")
    replay.add_argument("file", type=Path, metavar="FILE")
    replay.set_defaults(run=_replay)
    for parser in (retention, dossier, erasures, replay):
        add_place(parser)


def _retention(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.privacy.retention import preview_retention, run_retention
    from vipdesk.privacy.rules import RULE_NAMES, RuleCode

    unknown = [c for c in chosen.rule if c not in list(RuleCode)]
    if unknown:
        raise UserError(
            say("There is no rule “{rule}”: {rules}.", rule=unknown[0], rules=tuple(RuleCode))
        )
    codes = [RuleCode(c) for c in chosen.rule]
    with opened_store(chosen, words) as store:
        office = _office(store, chosen)
        if codes and not chosen.dry_run:
            done, _ = office.write(partial(run_retention, codes=codes, reason=chosen.reason))
            for code, count in done.items():
                print(f"{count:>8}  {code}  {words(RULE_NAMES[code])}")
            return 0
        for due in office.read(preview_retention):
            days = words("{n} days", n=due.days) if due.days is not None else words("off")
            print(f"{due.count:>8}  {due.code}  {words(RULE_NAMES[due.code])}  ({days})")
            for key in due.examples:
                print(f"          {key}")
    return 0


def _dossier(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access.club import club_words
    from vipdesk.privacy.dossier import DossierFor, make_dossier
    from vipdesk.privacy.dossier_json import dossier_json
    from vipdesk.privacy.dossier_pdf import dossier_pdf
    from vipdesk.privacy.requests import answer_access
    from vipdesk.store.files import write_whole

    form = chosen.out.suffix.lower()
    if form not in (".pdf", ".json"):
        raise UserError(say("Give a file whose name ends in .pdf or .json."))
    key = _key(chosen.client)
    with opened_store(chosen, words) as store:
        office = _office(store, chosen)
        made_for = DossierFor(chosen.made_for)
        found, _ = office.write(partial(make_dossier, client_id=key, made_for=made_for))
        club = office.read(club_words).name
        data = (
            dossier_json(found)
            if form == ".json"
            else dossier_pdf(found, words, _zone(), club=club)
        )
        write_whole(chosen.out, data)
        if found.request_id is not None:
            office.write(partial(answer_access, request_id=found.request_id))
    print(found.mark.number)
    return 0


def _erasures(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.privacy.beside import as_bytes
    from vipdesk.privacy.erasure import erasures_since
    from vipdesk.store.files import write_whole

    with opened_store(chosen, words) as store:
        rows = store.read(erasures_since)
        write_whole(chosen.out, as_bytes(rows))
    print(len(rows))
    return 0


def _replay(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.clock import SystemClock
    from vipdesk.privacy.beside import rows_of, sweep
    from vipdesk.privacy.erasure import replay

    try:
        rows = rows_of(chosen.file.read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        raise UserError(
            say("“{file}” cannot be read. Check the name and try again.", file=chosen.file.name)
        ) from None
    with opened_store(chosen, words) as store:
        count, _ = store.write(partial(replay, rows=rows, now=SystemClock().now()))
        sweep(store.engine)
    print(count)
    return 0


def _zone() -> tzinfo:
    """The computer's own clock."""
    return datetime.now(UTC).astimezone().tzinfo or UTC


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError(
            say("Give the client’s key as the client’s page shows it on the Privacy tab.")
        ) from None


def _office(store: Store, chosen: argparse.Namespace) -> Office:
    """Who signed in at a server; in a vault who answers for privacy, else who works there."""
    from sqlalchemy import select

    from vipdesk.access import Office
    from vipdesk.access.founding import sit_down
    from vipdesk.access.team_door import sit_at_team
    from vipdesk.clock import SystemClock
    from vipdesk.models import Staff
    from vipdesk.privacy.sight import LEADERS

    clock = SystemClock()
    if chosen.team:
        return sit_at_team(store, clock)
    working = select(Staff.id).where(Staff.left_at.is_(None), Staff.role.in_(LEADERS))
    staff_id = store.read(lambda session: session.scalar(working.order_by(Staff.id).limit(1)))
    found = sit_down(store, clock) if staff_id is None else Office(store, staff_id, clock)
    return opening.guarded(found, chosen)
