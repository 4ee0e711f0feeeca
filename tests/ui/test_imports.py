"""Importing costs no reading of sources once the desk was imported."""

from __future__ import annotations

import linecache
import sys
from pathlib import Path

import pytest

import vipdesk.app  # noqa: F401 it switches the reading off
from vipdesk.ui import imports


def test_no_source_is_kept_of_what_is_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "just_imported.py").write_text("WORD = 'PySide6'\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    try:
        module = __import__("just_imported")  # as the statement does it
    finally:
        sys.modules.pop("just_imported", None)
    assert module.WORD == "PySide6"
    assert str(tmp_path / "just_imported.py") not in linecache.cache


def test_another_pyside_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "shibokensupport.feature")
    assert not imports.read_no_sources()
