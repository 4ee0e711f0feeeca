"""Draft letters of the private track for the demonstration club, measure them, and read some.

    uv run python tools/read_letters.py [--count 200] [--read 10] [--seed 7]

Each complaint that tools/letters_typed.toml knows gets every kind of letter in both languages and
all degrees of formality, until there are `--count`. Printed: how many have an empty slot, a
forbidden phrase or another block, how alike the two most alike are outside the contact block,
and `--read` letters of each language. Exit code 1 if anything is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import combinations, product
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.access import Desk
    from vipdesk.complaints.first_reply import ReplyFields
    from vipdesk.models import Complaint
    from vipdesk.wording import Lang

AS_OF = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
_TYPED = Path(__file__).with_name("letters_typed.toml")
_BY_GENDER = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter, what is wrong with it, and what its likeness is measured by."""

    kind: str
    lang: Lang
    body: str
    wrong: tuple[str, ...]
    reply: ReplyFields
    sms: str
    sms_fits: bool
    used: frozenset[str]


def topics() -> dict[str, dict[str, Any]]:
    """What an author would type, by the staff's summary in either language."""
    raw = tomllib.loads(_TYPED.read_text(encoding="utf-8"))["topic"]
    return {summary: topic for topic in raw for summary in topic["summary"]}


def draft_letters(session: Session, count: int) -> list[Drafted]:
    """Letters of the club in `session`, kinds and languages in turn, at most `count`."""
    made = _all(session)
    return [letter for letter, _ in zip(made, range(count), strict=False)]


def _all(session: Session) -> Iterator[Drafted]:
    from sqlalchemy import select

    from vipdesk.complaints.letter_kinds import LetterKind
    from vipdesk.models import Complaint
    from vipdesk.wording import Lang

    known = topics()
    query = select(Complaint).order_by(Complaint.public_no)
    cases = [c for c in session.scalars(query) if c.summary in known]
    told: dict[tuple[str, str, str], int] = {}
    got: dict[Any, set[str]] = {}  # wordings each client has had, as letters sent would tell
    for _ in range(2):
        for case in cases:
            desk = _desk(session, case)
            for lang, kind in product(Lang, LetterKind):
                key = (case.summary, str(lang), str(kind))
                # Nobody types the same twice: the author's own sentences are half of a letter.
                often = told.get(key, 0)
                if often < (1 if kind in (LetterKind.ANSWER, LetterKind.FINAL) else 2):
                    told[key] = often + 1
                    used = got.setdefault(case.client_id, set())
                    made = _draft(desk, case, lang, kind, known[case.summary], often, used)
                    used |= made.used
                    yield made


def _desk(session: Session, case: Complaint) -> Desk:
    from vipdesk.access import Desk
    from vipdesk.access.office import staff_row
    from vipdesk.models import Staff

    return Desk(session, staff_row(session.get_one(Staff, case.owner_id)), AS_OF)


def _draft(
    desk: Desk, case: Complaint, lang: Lang, kind: Any, topic: dict[str, Any], often: int,
    used: set[str],
) -> Drafted:  # fmt: skip
    from vipdesk.complaints import first_reply, letter_engine, letter_lint, letters
    from vipdesk.complaints.letter_kinds import LetterKind
    from vipdesk.models import Client
    from vipdesk.vocabulary import Gender

    client = desk.session.get_one(Client, case.client_id)
    at = datetime(2026, 11, 27, 15, 0, tzinfo=ZoneInfo("Europe/Moscow"))
    reply = letters.fields_of(desk, case, client, lang, at, "Europe/Moscow")
    reply = replace(reply, formality=(reply.formality + often) % 3, used=frozenset(used))
    woman = reply.writer.gender is Gender.FEMALE

    def said(text: str) -> str:
        return _BY_GENDER.sub(lambda m: m.group(1 if woman else 2), text)

    typed = {name: said(text) for name, text in topic[str(lang)].items()}
    if often:
        typed["mirror"] = typed["mirror_again"]
    reply = replace(reply, client_words=f"{typed['mirror']}. {reply.client_words}")
    if kind is LetterKind.FIRST_REPLY:
        reply = replace(reply, mirror=typed["mirror"])
        draft: Any = first_reply.compose(reply)
        lint = letter_lint.check(draft.body, reply)
    else:
        if kind is LetterKind.NEW_DATE:
            typed["why"] = typed["late"]
        was = datetime(2026, 11, 26, 12, 0, tzinfo=ZoneInfo("Europe/Moscow"))
        fields = letter_engine.LetterFields(kind, reply, typed, was=was, broken=often == 1)
        draft = letter_engine.compose(fields)
        lint = letter_lint.check_letter(draft.body, fields)
    sms = letter_engine.sms_of(kind, reply)
    blocks = (f.code for f in lint.blocks if f.code != "lawyer")  # a person's to lift
    wrong = (*(f"empty {slot}" for slot in draft.missing), *blocks)
    return Drafted(
        str(kind), lang, draft.body, wrong, reply, sms.text if sms else "",
        sms is not None and sms.fits, frozenset(f"{k}:{v}" for k, v in draft.slots.items()),
    )  # fmt: skip


def most_alike(letters: list[Drafted]) -> tuple[float, tuple[Drafted, Drafted] | None]:
    """The likeness of the two most alike letters of one language, outside the contact block."""
    from vipdesk.complaints import letter_lint

    best: tuple[float, tuple[Drafted, Drafted] | None] = (0.0, None)
    for one, other in combinations(letters, 2):
        if one.lang is not other.lang:
            continue
        likeness = letter_lint.likeness(one.body, other.body, one.reply)
        if likeness > best[0]:
            best = (likeness, (one, other))
    return best


def main() -> int:
    """Draft, measure, print."""
    from vipdesk.demo import generate
    from vipdesk.store import keyslots
    from vipdesk.store.store import create_vault_store
    from vipdesk.wording import Lang

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--read", type=int, default=10)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--clients", type=int, default=300)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store, _ = create_vault_store(Path(folder) / "vault", "read letters", cost=keyslots.FLOOR)
        with store:
            store.write(
                lambda s: generate(s, seed=chosen.seed, clients=chosen.clients, as_of=AS_OF)
            )
            letters = store.read(lambda s: draft_letters(s, chosen.count))
    wrong = [x for x in letters if x.wrong]
    alike, pair = most_alike(letters)
    long = [x for x in letters if not x.sms_fits]
    print(f"{len(letters)} letters, {len(wrong)} with something wrong, most alike {alike:.2f}")
    print(f"{len(long)} short messages longer than one")
    for lang in Lang:
        told = [x for x in letters if x.lang is lang]
        for x in told[:: max(1, len(told) // max(1, chosen.read))][: chosen.read]:
            print(f"\n===== {x.lang} {x.kind}, formality {x.reply.formality}\n{x.body}\n-- {x.sms}")
    for x in wrong:
        print(f"\n!!!!! {x.wrong}\n{x.body}")
    if pair is not None and alike > 0.5:
        print(f"\n!!!!! alike\n{pair[0].body}\n-----\n{pair[1].body}")
    return 1 if wrong or alike > 0.5 or len(letters) < chosen.count else 0


if __name__ == "__main__":
    sys.exit(main())
