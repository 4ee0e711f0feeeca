"""`vipdesk journal verify` on a real vault and a real server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.orm import Session

from tests.conftest import NOON
from tests.db import PASSPHRASE
from vipdesk import cli
from vipdesk.access import Office, journal
from vipdesk.access.anchors import NAME, Anchors
from vipdesk.access.journal import ChainReport, Fault, Head
from vipdesk.access.journal_words import verdict_words
from vipdesk.store.store import Store, open_vault_store
from vipdesk.wording import Words

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command on the test's vault."""
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def verify(*more: str) -> tuple[int, str]:
        place = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
        code = cli.main(["--home", str(tmp_path / "desk"), "journal", "verify", *place, *more])
        said = capsys.readouterr()
        return code, said.out + said.err

    return verify


def _write(office: Office, n: int = 3) -> Head:
    for _ in range(n):
        office.write(lambda d: d.note("change_client", "client", None))
    found = office.read(lambda d: journal.head(d.session))
    assert found is not None
    return found


def _tamper(folder: Path, sql: str) -> None:
    with open_vault_store(folder, PASSPHRASE) as store:
        for n in (1, 2):
            store.write(partial(_run, f"DROP TRIGGER journal_only_grows_{n}"))
        store.write(partial(_run, sql))


def _run(sql: str, session: Session) -> None:
    session.execute(text(sql))


def test_a_whole_journal_prints_entries_head_and_verdict(vault_office: Office, run: Run) -> None:
    head = _write(vault_office)
    vault_office.close()
    code, said = run("--head", head.hash[:20])
    assert code == 0
    assert f"Head: 3:{head.hash}" in said
    assert "Entries: 3" in said
    assert "The journal is whole" in said


def test_a_changed_entry_is_named_and_the_exit_code_is_1(
    vault_office: Office, run: Run, tmp_path: Path
) -> None:
    _write(vault_office)
    vault_office.close()
    _tamper(tmp_path / "vault", "UPDATE journal_entry SET actor = 'x' WHERE seq = 2")
    assert run()[0] == 1
    assert "Entry 2 was changed" in run()[1]


def test_a_cut_end_is_found_by_the_head_kept_beside_the_vault(
    vault_office: Office, run: Run, tmp_path: Path
) -> None:
    _write(vault_office)
    vault_office.close()
    assert run()[0] == 0
    assert (tmp_path / "vault" / NAME).exists()
    _tamper(tmp_path / "vault", "DELETE FROM journal_entry WHERE seq = 3")
    code, said = run()
    assert code == 1
    assert "the journal was cut or rewritten" in said
    assert "Missing: " in said


def test_a_head_from_paper_finds_a_cut_without_any_file(
    vault_office: Office, run: Run, tmp_path: Path
) -> None:
    head = _write(vault_office)
    vault_office.close()
    _tamper(tmp_path / "vault", "DELETE FROM journal_entry WHERE seq = 3")
    assert run("--head", head.hash)[0] == 1


def test_what_cannot_be_checked_is_one_sentence(
    vault_office: Office, run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault_office.close()
    assert "is not a head" in run("--head", "nonsense")[1]
    assert "cannot be read" in run("--passphrase-file", str(tmp_path / "none"))[1]
    assert cli.main(["journal", "verify", "--vault", str(tmp_path / "nowhere")]) == 1
    assert cli.main(["journal", "verify", "--team", "localhost"]) == 1
    assert "--login" in capsys.readouterr().err


def test_the_journal_of_a_team_is_checked_by_who_sees_all_of_it(
    team: Store, run: Run, tmp_path: Path
) -> None:
    team.write(
        lambda s: journal.write(
            s, at=NOON, actor="x", verb="found_club", table="staff", object_id=None
        )
    )
    url = make_url(str(team.engine.url))
    secret = tmp_path / "password"
    secret.write_text("any\n", encoding="utf-8")
    place = ["--passphrase-file", str(secret), "--team", "127.0.0.1", "--port", str(url.port)]
    place += ["--database", str(url.database)]
    code, said = run(*place, "--login", str(url.username))
    assert (code, "Entries: 1" in said) == (0, True)
    team.write(lambda s: s.execute(text("CREATE ROLE nobody_special LOGIN")))
    try:
        assert run(*place, "--login", "nobody_special")[0] == 1
    finally:
        team.write(lambda s: s.execute(text("DROP ROLE nobody_special")))


def test_heads_are_sealed_and_one_a_day_is_kept(vault_office: Office, tmp_path: Path) -> None:
    kept = Anchors(tmp_path, vault_office.sealer)
    assert kept.heads() == ()
    for hours, digit in ((0, "a"), (1, "b"), (24, "c")):
        kept.keep(Head(digit * 64, 5), at=NOON + timedelta(hours=hours))
    assert [h.hash[0] for h in kept.heads()] == ["b", "c"]
    assert b"bbbb" not in (tmp_path / NAME).read_bytes()


def test_a_disk_that_refuses_does_not_stop_the_deed(vault_office: Office, tmp_path: Path) -> None:
    anchors = Anchors(tmp_path / "gone", vault_office.sealer)
    anchors.keep(Head("a" * 64), at=NOON)
    assert anchors.heads() == ()


def test_a_restored_backup_explains_heads_kept_before_it(vault_office: Office, en: Words) -> None:
    _write(vault_office)
    vault_office.write(lambda d: d.note(journal.RESTORED, "club_setting", None))
    before, after = (Head(c * 64, 9, NOON + timedelta(days=d)) for c, d in (("a", -1), ("b", 1)))
    report = vault_office.read(lambda d: journal.verify(d.session, [before]))
    assert (report.whole, report.set_back) == (True, (before,))
    assert "A backup was restored" in en(verdict_words(report)[-1])
    report = vault_office.read(lambda d: journal.verify(d.session, [before, after]))
    assert (report.fault, report.lost) == (Fault.LOST, (after,))


def test_every_verdict_is_said(en: Words) -> None:
    said = {en(verdict_words(ChainReport(5, 6, "", fault))[0]) for fault in (None, *Fault)}
    assert len(said) == 4
