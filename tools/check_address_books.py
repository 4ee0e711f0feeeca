"""Do real address books come in whole? Counts by an independent reader, card by card.

    uv run python tools/check_address_books.py FOLDER

For each .vcf file: cards, and of names, phones, mails, addresses, dates and photos how many
stand in the file, how many came in, how many stayed out with a reason that the row says, and
how many were lost. Exit code 1 if anything was lost.
"""

from __future__ import annotations

import io
import logging
import quopri
import re
import sys
from collections import Counter
from pathlib import Path

import vobject

from vipdesk.clients.incoming import Incoming
from vipdesk.clients.vcard import read_vcard
from vipdesk.vocabulary import ContactKind

KINDS = ("name", "phone", "mail", "address", "date", "photo")
_DATES = ("BDAY", "ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY", "X-ABDATE",
          "X-KADDRESSBOOK-X-ANNIVERSARY", "X-MS-ANNIVERSARY")  # fmt: skip


def reference(text: str) -> list[Counter[str]]:
    """What stands in each card, by a reader that knows nothing of ours."""
    text = re.sub(r"=\r?\n[ \t]?", "", text)
    text = re.sub(r"\r?\n[ \t]", "", text)
    # A card that is cut off ends with the file or where the next one begins.
    cards = re.findall(
        r"BEGIN: ?VCARD\s*(.*?)(?=END: ?VCARD|BEGIN: ?VCARD|\Z)", text, re.IGNORECASE | re.DOTALL
    )
    return [_counted(card) for card in cards]


def _counted(card: str) -> Counter[str]:
    found: dict[str, set[str]] = {k: set() for k in KINDS}
    for line in card.splitlines():
        head, colon, value = line.partition(":")
        name = head.partition(";")[0].rpartition(".")[2].upper()
        if not colon or not value.strip("; \t"):
            continue
        if "QUOTED-PRINTABLE" in head.upper():
            value = quopri.decodestring(value.encode()).decode("utf-8", "replace")
        if name in {"FN", "N"}:
            found["name"].add("1")
        elif name == "TEL":
            found["phone"].add(re.sub(r"\D", "", value) or value)
        elif name == "EMAIL":
            found["mail"].add(value.strip().lower())
        elif name == "ADR":
            found["address"].add(value)
        elif name in _DATES:
            found["date"].add(f"{name[-4:]}{re.sub(r'[^0-9]', '', value)[:8]}")
        elif name == "PHOTO":
            found["photo"].add("1")
    return Counter({k: len(v) for k, v in found.items()})


def taken(row: Incoming) -> Counter[str]:
    """What came in."""
    kinds = Counter(p.kind for p in row.points)
    return Counter(
        name=int(bool(row.name)), phone=kinds[ContactKind.PHONE], mail=kinds[ContactKind.EMAIL],
        address=kinds[ContactKind.ADDRESS], date=int(bool(row.birthday)) + len(row.days),
        photo=int(bool(row.photo)),
    )  # fmt: skip


def explained(row: Incoming) -> Counter[str]:
    """What the row says it leaves out."""
    found: Counter[str] = Counter()
    for said in row.remarks:
        text = said.text.lower()
        for kind, word in (("phone", "phone"), ("mail", "e-mail"), ("date", "birthday"),
                           ("photo", "photo")):  # fmt: skip
            if word in text and ("out" in text or "not" in text) and "complete" not in text:
                found[kind] += 1
    found["date"] += row.note.count("Day:") + row.note.count("Wedding:")
    return found


def second_opinion(text: str) -> str:
    """How many cards vobject reads, where it reads the file at all."""
    logging.disable(logging.CRITICAL)
    try:
        return str(len(list(vobject.readComponents(io.StringIO(text), ignoreUnreadable=True))))
    except Exception as error:  # noqa: BLE001 whatever it says, it is its opinion
        return type(error).__name__


def check(path: Path) -> int:
    """Print one file's line and what was lost. Returns how much."""
    data = path.read_bytes()
    text = data.decode("utf-8", "replace")
    rows = [r for r in read_vcard(data).rows if r.raw.upper().lstrip().startswith("BEGIN")]
    wanted = reference(text)
    total_in, total_out, excused, lost = Counter(), Counter(), Counter(), Counter()
    for row, there in zip(rows, wanted, strict=False):
        came, why = taken(row), explained(row)
        total_in += there
        total_out += came
        if row.problem is not None:
            excused += there - came
            continue
        for kind in KINDS:
            missing = max(0, there[kind] - came[kind])
            excused[kind] += min(missing, why[kind])
            lost[kind] += max(0, missing - why[kind])
    lost["card"] = max(0, len(wanted) - len(rows))
    counts = "  ".join(
        f"{k} {total_out[k]}/{total_in[k]}" + (f" (said: {excused[k]})" if excused[k] else "")
        for k in KINDS
    )
    print(f"{path.name}: {len(rows)} cards (vobject: {second_opinion(text)}); {counts}")
    for kind, count in sorted(lost.items()):
        if count:
            print(f"    LOST {kind}: {count}")
    return sum(lost.values())


def main() -> int:
    """All files of a folder."""
    files = sorted(Path(sys.argv[1]).glob("*.vcf"))
    lost = sum(check(path) for path in files)
    print(f"{len(files)} files, lost: {lost}")
    return 1 if lost or not files else 0


if __name__ == "__main__":
    sys.exit(main())
