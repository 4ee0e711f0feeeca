"""`vipdesk door`: a list opened with a code from a file, and wiped when its hour has come."""

from __future__ import annotations

import argparse
from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories_door import EVENING, door_list
from vipdesk import cli
from vipdesk.commands import door
from vipdesk.errors import UserError
from vipdesk.events.door_list import new_code, seal_list
from vipdesk.wording import Words


def test_a_list_is_opened_by_its_code_and_kept_on_this_laptop(tmp_path: Path, en: Words) -> None:
    code = new_code()
    file, secret = tmp_path / "list.vipdoor", tmp_path / "code"
    file.write_bytes(seal_list(door_list(), code))
    secret.write_text(code + "\n")
    chosen = argparse.Namespace(home=tmp_path / "here", file=file, code_file=secret, desk=2)
    with door.place_of(chosen, en, EVENING) as place:
        assert place.desk_no == 2
        assert place.folder.parent == door.doors_of(chosen)
    chosen.file = tmp_path / "none.vipdoor"
    with pytest.raises(UserError, match="cannot be read"):
        door.place_of(chosen, en, EVENING)


def test_lists_of_past_events_are_wiped(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = new_code()
    long_ago = door_list(wipes_at=EVENING - timedelta(days=90))
    folder = tmp_path / "state" / "doors" / "old"
    folder.mkdir(parents=True)
    (folder / "list.vipdoor").write_bytes(seal_list(long_ago, code))
    assert cli.main(["--home", str(tmp_path), "door", "wipe"]) == 0
    assert "Lists wiped" in capsys.readouterr().out
