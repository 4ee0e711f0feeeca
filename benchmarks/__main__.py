"""Take all figures, print a table, write JSON."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from benchmarks import club, commits, search
from benchmarks.processes import middle, take_turns

FIRST_PAINT, TODAY, MEMORY = 1.3, 1.5, 200.0
TYPING = "2.0"  # seconds: twelve letters by a quick hand


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table. `allowed` None: only watched. `limit` 0: nothing to hold it to."""

    what: str
    ours: float
    limit: float
    unit: str
    ratio: float = 0.0
    allowed: float | None = None

    @property
    def held(self) -> bool:
        return self.allowed is None or self.ratio <= self.allowed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--samples", type=int, default=7, help="of each start (7)")
    parser.add_argument(
        "--cold", action="store_true", help="compile every module at every start, as a fresh clone"
    )
    parser.add_argument("--json", type=Path, default=Path("out/benchmarks.json"))
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vipdesk-bench-") as name:
        _bytecode(Path(name), cold=chosen.cold)
        figures, measured = take(Path(name), chosen.clients, chosen.samples)
    print(table(figures))
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    body = {
        "clients": chosen.clients,
        "interactions": measured.interactions,
        "figures": [{**asdict(f), "held": f.held} for f in figures],
    }
    chosen.json.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
    return 0 if all(f.held for f in figures) else 1


def _bytecode(folder: Path, *, cold: bool) -> None:
    """An installed desk has its modules compiled; a machine may be told to keep none."""
    if cold:
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    else:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


def take(folder: Path, clients: int, samples: int) -> tuple[list[Figure], club.Measured]:
    """All figures on one fresh club."""
    measured = club.make(folder / "vault", clients)
    reads = club.record_reads(measured, folder / "reads")
    print(f"{clients} clients, {measured.interactions} interactions, Today asks {reads} times")
    vault = (str(measured.folder), club.PASSPHRASE)
    found = take_turns(
        {
            "bare": ("bare_window",),
            "raw": ("bare_window", *vault, str(folder / "reads")),
            "desk": ("desk_start", str(folder / "home"), *vault, TYPING),
            "hasty": ("desk_start", str(folder / "home"), *vault, "0"),
        },
        samples,
    )
    bare, raw, desk, hasty = (found[name] for name in ("bare", "raw", "desk", "hasty"))
    typed = search.measure(measured)
    talk = commits.measure(measured, folder)
    memory = max(sample["mb"] for sample in desk)
    figures = [
        _start("window painted", "window", desk, bare, FIRST_PAINT),
        _start("Today painted", "today", desk, raw, TODAY),
        _start("… typed in no time", "today", hasty, raw, None),
        _start("… processor time", "cpu", desk, raw, None),
        Figure("peak memory", memory, MEMORY, "MB", memory / MEMORY, 1.0),
        _each("search p50", typed["desk_p50"], typed["bare_p50"]),
        _each("search p99", typed["desk_p99"], typed["bare_p99"]),
        _each("a talk logged", talk["desk"], talk["bare"]),
        Figure("club made, a row", measured.seconds * 1e6 / measured.rows, 0.0, "µs"),
    ]
    return figures, measured


def _start(
    what: str,
    key: str,
    ours: list[dict[str, float]],
    limit: list[dict[str, float]],
    allowed: float | None,
) -> Figure:
    """The ratio is the median of pairs that ran side by side, so that a busy minute counts once."""
    ratio = median(a[key] / b[key] for a, b in zip(ours, limit, strict=True))
    return Figure(what, middle(ours, key) * 1000, middle(limit, key) * 1000, "ms", ratio, allowed)


def _each(what: str, ours: float, limit: float) -> Figure:
    return Figure(what, ours, limit, "ms", ours / limit)


def table(figures: list[Figure]) -> str:
    """Aligned lines: what, ours, the limit, the ratio, what is allowed."""
    lines = [f"{'':18} {'ours':>10} {'limit':>10} {'ratio':>7} {'allowed':>8}"]
    for f in figures:
        ratio = f"{f.ratio:7.2f}" if f.limit else ""
        limit = f"{f.limit:7.1f} {f.unit}" if f.limit else ""
        allowed = f"{f.allowed:8.2f}" if f.allowed else ""
        held = "" if f.held else "  missed"
        lines.append(
            f"{f.what:18} {f.ours:7.1f} {f.unit} {limit:>10} {ratio:>7} {allowed:>8}{held}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
