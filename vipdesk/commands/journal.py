"""`vipdesk journal verify`: computes the chain again and says whether it is whole.

Exit codes: 0 whole, 1 broken or refused, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from vipdesk.commands import opening
from vipdesk.errors import UserError
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.access.journal import ChainReport, Head
    from vipdesk.store.store import Store


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Tell argparse."""
    journal = commands.add_parser("journal", help="the journal of who did what")
    kinds = journal.add_subparsers(metavar="what", required=True)
    verify = kinds.add_parser("verify", help="check that nothing in it was changed or removed")
    opening.add_place(verify)
    verify.add_argument(
        "--head",
        action="append",
        default=[],
        metavar="HASH",
        help="a head kept elsewhere, as the executive's page prints it (may be repeated)",
    )
    verify.set_defaults(run=_verify)


def _verify(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access.journal_words import verdict_words

    typed = [_head(text) for text in chosen.head]
    with opening.opened_store(chosen, words) as store:
        report = _checked(store, typed, words)
    print(words("Entries: {count}", count=report.entries))
    print(words("Head: {head}", head=f"{report.entries}:{report.head}" if report.head else "–"))
    for sentence in verdict_words(report):
        print(words(sentence))
    for head in report.lost:
        print(words("Missing: {head}", head=head.hash))
    return 0 if report.whole else 1


def _head(text: str) -> Head:
    from vipdesk.access.journal import read_head

    try:
        return read_head(text)
    except ValueError:
        raise UserError(
            say("“{text}” is not a head: copy at least 16 letters and digits of it.", text=text)
        ) from None


def _checked(store: Store, typed: list[Head], words: Words) -> ChainReport:
    """With the heads kept beside a vault; a whole journal's head is kept there too."""
    from vipdesk.access import journal
    from vipdesk.access.anchors import Anchors
    from vipdesk.clock import SystemClock

    vault = store.vault
    anchors = Anchors(vault.folder, vault.sealer) if vault is not None else None
    heads = [*typed, *(anchors.heads() if anchors is not None else ())]
    shown = sys.stderr.isatty()

    def on_part(done: int, total: int) -> None:
        if shown:
            print(words("Checked {done} of {total}", done=done, total=total), end="\r",
                  file=sys.stderr)  # fmt: skip

    def check(session: Session) -> ChainReport:
        if not journal.reads_all(session):
            raise UserError(say("Sign in as the auditor: only the auditor reads every entry."))
        return journal.verify(session, heads, on_part)

    report = store.read(check)
    if report.whole and report.head and anchors is not None:
        anchors.keep(journal.Head(report.head, report.entries), at=SystemClock().now())
    return report
