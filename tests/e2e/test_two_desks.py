"""Two people at two windows and one client, on a real PostgreSQL: nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.team.club import PASSWORD, Club
from tests.team.conftest import club, club_template  # noqa: F401 fixtures
from vipdesk.clients import profile
from vipdesk.clients.rows import ClientFields

ROOT = Path(__file__).parent.parent.parent


class Desk:
    """One process; a call is a command to it, its answer comes back."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.answer()

    def answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the desk has ended"
        return json.loads(line)

    def __getattr__(self, command: str) -> Any:
        return lambda *words: self._tell(command, *words)

    def _tell(self, *command: Any) -> Any:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command) + "\n")
        self._process.stdin.flush()
        return self.answer()


@contextmanager
def desk(club: Club, login: str, folder: Path) -> Iterator[subprocess.Popen[str]]:  # noqa: F811
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.one_desk", str(folder), club.server.host,
         str(club.server.port), club.database, login, PASSWORD, str(club.planted.hers_calm)],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    try:
        yield process
        assert process.stdin is not None
        process.stdin.write('["stop"]\n')
        process.stdin.close()
        assert process.wait(20) == 0
    finally:
        if process.poll() is None:
            process.kill()
            process.wait(10)
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            pipe.close()


@pytest.fixture
def two(club: Club, tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:  # noqa: F811
    """Maria, who leads the client, and Ilya, the head of service, both on the client's page."""
    with desk(club, "maria", tmp_path / "m") as first, desk(club, "ilya", tmp_path / "i") as second:
        maria, ilya = Desk(first), Desk(second)
        for one in (maria, ilya):
            assert "Anna Volkova" in one.show()
        yield maria, ilya


def now(club: Club) -> ClientFields:  # noqa: F811
    fields = (
        club.office("ilya").read(lambda d: profile.get_client(d, club.planted.hers_calm)).fields
    )
    assert isinstance(fields, ClientFields)
    return fields


def test_two_desks_edit_one_client_at_once_and_nothing_is_lost(
    two: tuple[Desk, Desk],
    club: Club,  # noqa: F811
) -> None:
    maria, ilya = two
    # Different fields: both are there, and nobody is asked.
    assert maria.edit()
    assert ilya.edit()
    maria.type_in("city", "Казань")
    ilya.type_in("company", "Верфь «Заря»")
    assert maria.save()["asked"] == []
    saved = ilya.save()
    assert saved["asked"] == []
    assert "changed meanwhile" in saved["said"][0]
    assert (now(club).city, now(club).company) == ("Казань", "Верфь «Заря»")
    # What one saved, the other's page shows by itself.
    assert maria.wait_for("Верфь «Заря»")
    # The same field: the second is asked, sees all three and who it was, and loses nothing.
    assert ilya.wait_for("Казань")
    assert maria.edit()
    assert ilya.edit()
    maria.type_in("city", "Уфа")
    ilya.type_in("city", "Тверь")
    ilya.type_in("position", "Капитан")
    assert maria.save()["asked"] == []
    asked = ilya.save()
    assert asked["asked"] == [["City", "Казань", "Тверь", "Уфа"]]
    assert any("Мария Орлова" in words or "Maria" in words for words in asked["shown"])
    assert now(club).city == "Уфа"
    assert "keeps what you typed" in ilya.close_sheet()[0]
    # The form is opened again: what was typed stands there, and it is asked again.
    assert ilya.edit()
    assert ilya.save()["asked"] == [["City", "Казань", "Тверь", "Уфа"]]
    assert ilya.choose(0, "yours") == "yours"
    assert ilya.save()["asked"] == []
    assert (now(club).city, now(club).position) == ("Тверь", "Капитан")
    assert now(club).company == "Верфь «Заря»"
