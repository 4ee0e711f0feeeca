"""The journal speaks: every verb and every table it can name has words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from vipdesk.access.journal_tables import TABLES
from vipdesk.access.journal_words import VERBS
from vipdesk.models import Base

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for p in (ROOT / "vipdesk").rglob("*.py") if "migrations" not in p.parts)


def _given(call: ast.AST) -> Iterator[ast.expr]:
    """What is given as the verb to `….note(verb, …)` and `journal.write(…, verb=verb)`."""
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return
    if call.func.attr == "note" and len(call.args) >= 3:
        yield call.args[0]
    if call.func.attr in {"write", "note"}:
        yield from (k.value for k in call.keywords if k.arg == "verb")


def _texts(tree: ast.AST, inside: ast.FunctionDef, given: ast.expr) -> set[str]:
    """The verb itself; for a parameter, what the callers in the same file give for it."""
    if isinstance(given, ast.Constant):
        return {str(given.value)}
    if isinstance(given, ast.IfExp):
        return _texts(tree, inside, given.body) | _texts(tree, inside, given.orelse)
    names = [a.arg for a in (*inside.args.args, *inside.args.kwonlyargs)]
    assert isinstance(given, ast.Name), ast.dump(given)
    set_here = [
        n.value
        for n in ast.walk(inside)
        if isinstance(n, ast.Assign) and any(getattr(t, "id", "") == given.id for t in n.targets)
    ]
    if set_here:
        return set().union(*(_texts(tree, inside, value) for value in set_here))
    if given.id not in names:  # a function inside another: the outer one's parameter
        return set().union(
            *(
                _texts(tree, outer, given)
                for outer in ast.walk(tree)
                if isinstance(outer, ast.FunctionDef)
                and outer is not inside
                and inside in ast.walk(outer)
            )
        )
    place = names.index(given.id)
    found = set()
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == inside.name:
            by_name = [k.value for k in call.keywords if k.arg == given.id]
            told = by_name[0] if by_name else call.args[place]
            found |= _texts(tree, inside, told) if isinstance(told, ast.Constant) else set()
    return found


def _verbs() -> dict[str, str]:
    found = {}
    for path in SOURCES:
        text = path.read_text(encoding="utf-8")
        if path.name == "desk.py" or not (".note(" in text or "verb=" in text):
            continue  # desk.py hands verbs on
        tree = ast.parse(text)
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                for given in (g for call in ast.walk(function) for g in _given(call)):
                    found.update(dict.fromkeys(_texts(tree, function, given), path.name))
    return found


def test_every_verb_of_the_journal_has_words() -> None:
    missing = {v: where for v, where in _verbs().items() if v not in VERBS}
    assert not missing


def test_every_table_has_a_name_in_the_journal() -> None:
    assert {t.name for t in Base.metadata.tables.values()} - set(TABLES) == set()
