"""A letter of a case on the club's paper; and which wordings authors keep rewriting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.club import club_words
from vipdesk.clients.names import addressee
from vipdesk.complaints import letters, sight
from vipdesk.complaints.first_reply import fragments_of
from vipdesk.complaints.flags import name_of
from vipdesk.complaints.letter_engine import wordings_of
from vipdesk.models import Client, Complaint, Letter
from vipdesk.paths import resources
from vipdesk.wording import Lang, Words

ENOUGH, ALWAYS = 5, 0.8


def letter_pdf_of(
    desk: Desk, complaint_id: UUID, body: str, *, lang: Lang | None = None, place: str = ""
) -> bytes:
    """The letter as A4 pages: address, date, text and name as the mail has them. Slow (40 ms).

    place: the postal address, lines apart. A write: the journal remembers the print.
    """
    from vipdesk.channels.letterhead import ClubPaper, letter_pdf
    from vipdesk.channels.letterhead import Letter as Sheet

    complaint = sight.find(desk, complaint_id)
    client = desk.session.get_one(Client, complaint.client_id)
    said = lang or letters.language_of(client)
    club, words = club_words(desk), Words(said, resources() / "i18n")
    first, *rest = body.strip().split("\n\n")
    *paragraphs, last = rest or [""]
    closing, _, signer = last.rpartition("\n")
    zone = letters.zone_of(client, desk.now, "UTC")
    desk.note("print_letter", "complaint", complaint_id)
    return letter_pdf(
        Sheet(
            paper=ClubPaper(club.title, tuple(p for p in (club.address, club.phone) if p)),
            to=(addressee(name_of(client), said), *(x for x in place.split("\n") if x)),
            dated=words.day(desk.now.astimezone(ZoneInfo(zone)).date()),
            salutation=first,
            paragraphs=tuple(paragraphs),
            closing=closing,
            signer=signer,
            lang=said,
        )
    )


@dataclass(frozen=True, slots=True)
class Change:
    """A piece of the draft and what the author made of it; either may be empty."""

    before: str
    after: str


def changes_of(draft: str, body: str) -> tuple[Change, ...]:
    """What the author changed in a draft, word by word, in order. Pure."""
    old, new = draft.split(), body.split()
    return tuple(
        Change(" ".join(old[a:b]), " ".join(new[c:d]))
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if kind != "equal"
    )


@dataclass(frozen=True, slots=True)
class WordingUse:
    """How often a wording was drafted and how often its author put it otherwise."""

    lang: Lang
    slot: str
    fragment: str
    drafted: int
    rewritten: int

    @property
    def retire(self) -> bool:
        """Nearly everybody rewrites it: a candidate for retirement."""
        return self.drafted >= ENOUGH and self.rewritten / self.drafted >= ALWAYS


def text_of(lang: Lang, slot: str, fragment: str) -> str:
    """The wording itself with its places in braces; its id where it is not written any more."""
    kind, _, part = slot.rpartition(".")
    parts = wordings_of(lang).parts
    # Letters share some slots; a careful one and one after a broken promise have their own.
    rooms = (parts.get(kind, {}), fragments_of(lang).slots, parts["any"], parts["answer"])
    names = (part, f"{part}_careful", f"{part}_broken")
    known = (x for slots in rooms for name in names for x in slots.get(name, ()))
    return next((x.text for x in known if x.id == fragment), fragment)


def list_wordings(desk: Desk) -> tuple[WordingUse, ...]:
    """The wordings used in letters this person may see, the most rewritten first."""
    rows = desk.session.execute(
        select(Letter.lang, Letter.slots)
        .join(Complaint, Letter.complaint_id == Complaint.id)
        .where(sight.visible(desk))
    )
    drafted: Counter[tuple[str, str, str]] = Counter()
    changed: Counter[tuple[str, str, str]] = Counter()
    for lang, slots in rows:
        otherwise = set(slots.get("rewritten", ()))
        for slot, fragment in slots.get("fragments", {}).items():
            drafted[lang, slot, fragment] += 1
            changed[lang, slot, fragment] += slot in otherwise
    found = [
        WordingUse(Lang(lang), slot, fragment, n, changed[lang, slot, fragment])
        for (lang, slot, fragment), n in drafted.items()
    ]
    return tuple(
        sorted(found, key=lambda w: (-w.rewritten / w.drafted, -w.drafted, w.slot, w.fragment))
    )
