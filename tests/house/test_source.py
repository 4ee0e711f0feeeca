"""The source holds the house rules: sizes, words, types, no secrets of the workshop."""

from __future__ import annotations

import ast
import enum
import subprocess
import sys
from pathlib import Path

import pytest

from tools import translations
from vipdesk import labels, vocabulary

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "vipdesk").rglob("*.py"))
PYTHON = sorted(
    p
    for room in ("vipdesk", "tests", "benchmarks", "tools", "packaging")
    for p in (ROOT / room).rglob("*.py")
)


def test_no_file_is_longer_than_500_lines() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in PYTHON
        if (n := len(p.read_text(encoding="utf-8").splitlines())) > 500
    }
    assert not long


def test_no_function_is_longer_than_60_lines() -> None:
    long = []
    for path in SOURCES:
        if "migrations" in path.parts:  # a revision is one long list
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60:
                long += [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"]
    assert not long


def test_every_word_of_the_vocabulary_has_a_label() -> None:
    enums = [
        e
        for e in vars(vocabulary).values()
        if isinstance(e, type) and issubclass(e, enum.Enum) and e.__module__ == vocabulary.__name__
    ]
    assert enums
    missing = [m for e in enums for m in e if (e, m.value) not in labels.LABELS]
    assert not missing


def test_every_sentence_has_its_russian_and_its_plurals() -> None:
    missing = translations.missing([ROOT / "vipdesk"])
    assert not missing, "\n".join(missing)


def test_no_translation_is_kept_that_nothing_says() -> None:
    assert not translations.unused()


def test_a_translation_keeps_the_places_of_its_sentence() -> None:
    import re

    place = re.compile(r"\{\w+\}")
    wrong = [
        (text, form)
        for lang in ("ru", "en")
        for text, forms in translations.catalogue(lang).items()
        for form in forms
        if set(place.findall(form)) - {"{n}"} != set(place.findall(text)) - {"{n}"}
    ]
    assert not wrong


@pytest.mark.parametrize("tool", [["ruff", "check", "."], ["ruff", "format", "--check", "."]])
def test_lint_is_the_floor(tool: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *tool, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_types_are_strict(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--cache-dir", str(ROOT / ".mypy_cache")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout[-3000:]


def test_no_index_host_and_no_lock_file_is_in_the_repo() -> None:
    names = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert "uv.lock" not in names
    hosts = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js")
    for name in names:
        path = ROOT / name
        if path.suffix in {".py", ".toml", ".md", ".sh", ".yml", ""} and path.is_file():
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not any(h in text for h in hosts), name
