"""The programme on the command line: a calendar file, and never a guest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import db, factories
from vipdesk import cli
from vipdesk.access import Office
from vipdesk.vocabulary import EventState

Run = Callable[..., int]


@pytest.fixture
def run(vault_office: Office, tmp_path: Path) -> Run:
    """Runs the export on a closed vault with one event in it."""
    secret = tmp_path / "passphrase"
    secret.write_text(db.PASSPHRASE)
    folder = vault_office._store.vault.folder  # type: ignore[union-attr]
    vault_office.write(lambda desk: factories.event(desk, state=EventState.PLANNED).id)

    def run(*words: str) -> int:
        vault_office._store.close()
        place = ["--vault", str(folder), "--passphrase-file", str(secret)]
        return cli.main(["--home", str(tmp_path / "home"), "programme", "export", *words, *place])

    return run


def test_the_programme_is_written_to_a_file(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "season.ics"
    assert run("--out", str(out)) == 0
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "1" in capsys.readouterr().out
    assert run("--out", str(tmp_path / "no" / "season.ics")) == 1


def test_a_time_without_events_is_an_empty_calendar(
    run: Run, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run("--since", "2090-01-01", "--until", "2091-01-01", "--drafts") == 0
    out = capsysbinary.readouterr().out
    assert b"METHOD:PUBLISH" in out
    assert b"VEVENT" not in out
    with pytest.raises(SystemExit):
        run("--since", "tomorrow")
