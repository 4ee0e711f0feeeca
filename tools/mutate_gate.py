"""Drops the contact gate's rules one at a time and looks whether the cases notice.

    uv run python tools/mutate_gate.py            # every mutant, each survivor named
    uv run python tools/mutate_gate.py --every 9  # each ninth: what the test suite runs

A mutant is one function of the gate with one thing changed: a condition that always or never
holds, a member of a set left out, one half of an 'and' gone, `<` for `<=`. The cases are those
of tests/contact_cases.py: for each the gate must say what the plain restatement of the rules
says, and name the same next moment as before. A survivor is a rule nobody would miss.
"""

from __future__ import annotations

import argparse
import ast
import copy
import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.contact_cases import Case, cases, may
from vipdesk.channels import gate, hours, known
from vipdesk.channels.known import Reason

SEED = 20261126
_CASES, _NEXT = 8000, 160

# Every function that takes part in an answer; sentences and advice do not.
_FUNCTIONS: tuple[tuple[Any, str], ...] = (
    *((gate, name) for name in (
        "_judge", "_held_back", "_full", "_counted", "_judge_letter", "_judge_hours",
        "_judge_own", "_by_one_way", "_strictest", "_hours_of", "_through", "_standing",
        "_rule_date", "_parties", "_forbids",
        "_club_hours", "_next_allowed", "_turns", "_days_to_search", "_single_moments",
        "_boundaries",
    )),
    (known.Known, "zone_at"), (known.Known, "date_at"), (known.Policy, "caps_of"),
    (hours.Window, "covers"), (hours.Window, "is_always"),
)  # fmt: skip
_SETS: tuple[tuple[Any, str], ...] = (
    (gate, "NEEDS_CONSENT"), (gate, "CHEERFUL"), (gate, "RINGS"), (gate, "CAPPED"),
    (known, "CAPPED"),
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: where, what, and the function or set that replaces the real one."""

    owner: Any
    name: str
    what: str
    value: Any

    def __str__(self) -> str:
        return f"{self.name}: {self.what}"


# What does not change any answer, with the reason. A survivor that is not here is a finding.
EQUAL: dict[tuple[str, str], str] = {
    ("_judge_hours", "place is None or _forbids"): "no zone gets here only with a whole week",
    ("_judge_own", "place is None or hours.covers"): "no zone gets here only with a whole week",
    ("_strictest", "if a[1] is not None"): "through whom, not whether: a test of its own says it",
    ("_next_allowed", "moment > at"): "the moment itself was refused already",
    ("_turns", "if local_day not in made"): "only keeps what was reckoned before",
    ("_days_to_search", "if day >= at.date()"): "days that are over are only looked at in vain",
    ("_boundaries", "rule.channel is channel"): "more moments are tried, none is left out",
    ("_boundaries", "if _near(m, day)"): "more moments are tried, none is left out",
    ("covers", "self.from_minute < self.to_minute → the other edge"): "the same for empty hours",
}


def mutants() -> Iterator[Mutant]:
    """All of them, in order."""
    for owner, name in _SETS:
        whole = getattr(owner, name)
        for member in sorted(whole):
            yield Mutant(owner, name, f"without {member}", whole - {member})
    for owner, name in _FUNCTIONS:
        yield from _of_function(owner, name)


def _is_equal(mutant: Mutant) -> bool:
    return any(mutant.name == name and words in mutant.what for name, words in EQUAL)


def survivors(*, every: int = 1, start: int = 0) -> list[str]:
    """Mutants that no case notices."""
    tried, wanted = _prepared()
    found = []
    for mutant in list(mutants())[start::every]:
        if _is_equal(mutant):
            continue
        with _in_place(mutant):
            if not _noticed(tried, wanted):
                found.append(str(mutant))
    return found


_Tried = list[tuple[Case, bool, Reason]]
_Wanted = list[tuple[Case, Any]]


def _prepared() -> tuple[_Tried, _Wanted]:
    """What is right: for each case the plain rules' answer and the reason; the next moments."""
    tried = [(case, may(*case), gate._judge(*case)[0]) for case in cases(SEED, _CASES)]  # noqa: SLF001
    passing = [case for case, _, code in tried if code.passes]
    journeys = [c for c in passing if c[0].present_until and c[0].present_zone][:_NEXT]
    few = passing[:_NEXT] + [c for c in journeys if gate.verdict(*c).until == c[0].present_until]
    return tried, [(case, gate.verdict(*case).until) for case in few]


def _noticed(tried: _Tried, wanted: _Wanted) -> bool:
    try:
        for case, allowed, code in tried:
            found = gate._judge(*case)[0]  # noqa: SLF001
            if found is not code or (found is Reason.FREE) is not allowed:
                return True
        return any(gate.verdict(*case).until != until for case, until in wanted)
    except Exception:  # noqa: BLE001 a mutant that breaks is noticed too
        return True


@contextmanager
def _in_place(mutant: Mutant) -> Iterator[None]:
    real = inspect.getattr_static(mutant.owner, mutant.name)
    setattr(mutant.owner, mutant.name, mutant.value)
    try:
        yield
    finally:
        setattr(mutant.owner, mutant.name, real)


def _of_function(owner: Any, name: str) -> Iterator[Mutant]:
    real = inspect.getattr_static(owner, name)
    plain = real.fget if isinstance(real, property) else real
    source = textwrap.dedent(inspect.getsource(plain))
    tree = ast.parse(source)
    for number, node in enumerate(ast.walk(tree)):
        for what, change in _changes(node):
            changed = copy.deepcopy(tree)
            twin = list(ast.walk(changed))[number]
            change(twin)
            ast.fix_missing_locations(changed)
            spot = f"line {getattr(node, 'lineno', 0)}, {ast.unparse(node)[:60]} → {what}"
            made = _made(changed, plain)
            yield Mutant(owner, name, spot, property(made) if isinstance(real, property) else made)


def _made(tree: ast.Module, plain: Callable[..., Any]) -> Callable[..., Any]:
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    function.decorator_list = []
    space = plain.__globals__
    kept = space.get(function.name)
    exec(compile(tree, "<mutant>", "exec"), space)
    made: Callable[..., Any] = space[function.name]
    if kept is None:
        del space[function.name]
    else:
        space[function.name] = kept
    return made


_Change = tuple[str, Callable[[Any], None]]


def _changes(node: ast.AST) -> Iterator[_Change]:
    match node:
        case ast.If() | ast.IfExp():
            yield "never", _test(value=False)
            yield "always", _test(value=True)
        case ast.BoolOp():
            for part in range(len(node.values)):
                yield f"without part {part + 1}", _without(part)
        case ast.Compare(ops=[ast.Lt() | ast.LtE() | ast.Gt() | ast.GtE(), *_]):
            yield "the other edge", _other_edge
        case ast.comprehension(ifs=[_, *_]):
            yield "no condition", _no_condition


def _test(*, value: bool) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        node.test = ast.Constant(value)

    return change


def _without(part: int) -> Callable[[Any], None]:
    def change(node: Any) -> None:
        del node.values[part]
        if len(node.values) == 1:
            node.values *= 2  # 'a and a' is a

    return change


_EDGES = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


def _other_edge(node: Any) -> None:
    node.ops[0] = _EDGES[type(node.ops[0])]()


def _no_condition(node: Any) -> None:
    node.ifs = []


def main() -> int:
    """Run them and say what is left."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--every", type=int, default=1)
    chosen = parser.parse_args()
    tried = list(mutants())[:: chosen.every]
    equal = sum(_is_equal(mutant) for mutant in tried)
    count = len(tried) - equal
    left = survivors(every=chosen.every)
    for line in left:
        print("survived:", line)
    print(f"{count - len(left)} of {count} mutants noticed; {equal} more change no answer")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
