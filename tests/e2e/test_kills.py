"""What a desk acknowledged survives its death: some rounds here, more in `kill_rounds`."""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.kill_rounds import on_team, on_vault


def test_a_killed_desk_loses_no_acknowledged_commit_of_its_vault(tmp_path: Path) -> None:
    rounds = on_vault(tmp_path / "vault", 3, random.Random(1), longest=0.3)
    assert len(rounds) == 3
    assert all(r.acknowledged for r in rounds)


def test_a_killed_desk_or_server_loses_no_acknowledged_commit_of_the_team() -> None:
    rounds = on_team(2, random.Random(1), longest=0.3)
    assert all(r.acknowledged for r in rounds)
