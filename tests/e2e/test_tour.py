"""The whole product in one walk, in Russian and in the dark: what it leaves and must not."""

from __future__ import annotations

import csv
import email
import email.policy
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PICTURES = (
    "today", "clients", "client", "events", "event", "cards", "complaints", "complaint", "health",
    "settings", "unlock",
)  # fmt: skip
# Words that stand only in the sample address books, in the talk and in the complaint.
PLANTED = ("Щербакова", "Ларионов", "claire.moreau", "000-52-08", "регат", "не за тот стол")


@dataclass(frozen=True)
class Walked:
    out: Path
    home: Path
    said: str


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walked:
    root = tmp_path_factory.mktemp("tour")
    home = root / "home"
    for folder in (home, root / "tmp"):
        folder.mkdir()
    env = {k: v for k, v in os.environ.items() if not k.startswith("XDG")}
    env |= {"HOME": str(home), "TMPDIR": str(root / "tmp"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", "vipdesk", "tour", "--out", str(root / "out"), "--lang", "ru",
         "--theme", "dark", "--clients", "60"],
        env=env, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return Walked(root / "out", root, done.stdout + done.stderr)


def test_every_picture_and_artefact_is_there(walked: Walked) -> None:
    wanted = [f"{name}.png" for name in PICTURES]
    wanted += ["invitation.eml", "letter.pdf", "card.pdf", "health.pdf", "import-report.csv"]
    missing = [name for name in (*wanted, "tour.json") if not (walked.out / name).is_file()]
    assert not missing
    assert (walked.out / "vault").is_dir()
    assert all((walked.out / name).stat().st_size > 2000 for name in wanted if name.endswith("png"))


def test_the_report_tells_each_step_and_what_came_of_it(walked: Walked) -> None:
    report = json.loads((walked.out / "tour.json").read_text(encoding="utf-8"))
    steps = {s["step"]: s["outcome"] for s in report["steps"]}
    assert list(steps) == [
        "vault", "unlock", "import", "talk", "masterclass", "send", "reply", "card", "complaint",
        "flag", "health", "pages",
    ]  # fmt: skip
    assert "1 guest(s) accepted" in steps["reply"]
    assert "coordinator: 0 complaints" in steps["flag"]
    assert "nobody" not in steps["masterclass"], "somebody's hours are over: the gate held it back"
    assert sorted(p.name for p in walked.out.iterdir()) == sorted(
        {*report["wrote"], "vault", "vault-backups"}
    )


def test_the_invitation_has_one_reader_and_asks_for_an_answer(walked: Walked) -> None:
    raw = (walked.out / "invitation.eml").read_bytes()
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    assert len(mail.get_all("To")) == 1
    assert len(mail["To"].addresses) == 1
    part = next(p for p in mail.walk() if p.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"
    body = part.get_payload(decode=True)
    assert isinstance(body, bytes)
    assert body.count(b"METHOD:REQUEST") == 1
    unfolded = body.replace(b"\r\n ", b"")
    assert sum(line.startswith(b"ATTENDEE") for line in unfolded.split(b"\r\n")) == 1


def test_the_card_is_of_card_size_and_its_cyrillic_can_be_read(walked: Walked) -> None:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument((walked.out / "card.pdf").read_bytes())
    try:
        assert len(pdf) == 2
        for page in pdf:
            width, height = (v * 25.4 / 72 for v in page.get_size())
            assert (round(width, 1), round(height, 1)) in {(85.6, 54.0), (85.6, 53.98)}
        assert "Ларионов" in pdf[0].get_textpage().get_text_range()
    finally:
        pdf.close()


def test_the_executives_page_is_one_page(walked: Walked) -> None:
    import pypdfium2 as pdfium

    pdf = pdfium.PdfDocument((walked.out / "health.pdf").read_bytes())
    try:
        assert len(pdf) == 1
    finally:
        pdf.close()


def test_the_import_report_has_a_verdict_for_every_card(walked: Walked) -> None:
    text = (walked.out / "import-report.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    cards = (Path(__file__).parents[2] / "resources/samples/clients.vcf").read_bytes()
    assert len(rows) - 1 == cards.count(b"BEGIN:VCARD")
    assert all(row[3] for row in rows[1:])
    assert (walked.out / "import-rejects.vcf").read_bytes().count(b"BEGIN:VCARD") == 2


def test_the_vault_shows_no_plaintext(walked: Walked) -> None:
    vault = walked.out / "vault"
    assert not (vault / "vault.db").read_bytes().startswith(b"SQLite format 3")
    artefacts = {p for p in walked.out.iterdir() if p.is_file()}
    found = []
    for path in walked.home.rglob("*"):
        if not path.is_file() or path in artefacts:
            continue
        data = path.read_bytes()
        found += [
            (path.name, word)
            for word in PLANTED
            for coded in (word.encode(), word.encode("utf-16-le"), word.encode("cp1251", "ignore"))
            if coded in data
        ]
    assert not found


def test_what_is_said_on_the_way_names_nobody(walked: Walked) -> None:
    report = (walked.out / "tour.json").read_text(encoding="utf-8")
    assert not [word for word in PLANTED if word in walked.said + report]


def test_a_folder_with_other_files_is_refused_and_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("keep", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "vipdesk", "tour", "--out", str(out)],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "HOME": str(tmp_path / "h")},
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.strip().endswith("Choose a new or an empty folder.")
    assert [p.name for p in out.iterdir()] == ["mine.txt"]
