"""The README and the guides: every picture and page they name is there, every key is a real one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "vipdesk" / "ui"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_no_picture_is_kept_that_no_page_shows() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    kept = {p.name for p in (ROOT / "docs" / "pictures").iterdir()}
    assert {name for name in kept if name not in text} == set()


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_every_key_of_the_guide_is_bound_in_the_shell(lang: str) -> None:
    guide = (ROOT / "docs" / "guide" / f"{lang}.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| ((?:Ctrl\+[\w+]+|F1))", guide, re.MULTILINE)) - {"Ctrl+1"}
    shell = (ROOT / "vipdesk" / "ui" / "shell.py").read_text(encoding="utf-8")
    bound = set(re.findall(r'"(Ctrl\+[\w+]+|F1)"', shell))
    everywhere = "".join(path.read_text(encoding="utf-8") for path in UI.rglob("*.py"))
    of_pages = {key for key in named - bound if f'"{key.replace("Enter", "Return")}"' in everywhere}
    assert len(named) > 7
    assert bound <= named
    assert named - bound == of_pages
