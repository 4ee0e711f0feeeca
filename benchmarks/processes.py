"""Fresh processes: start one, take what it measured. And the child's side of it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

_BEGUN = "VIPDESK_BENCH_BEGUN"


def run(module: str, *arguments: str) -> dict[str, float]:
    """Run `python -m benchmarks.<module>`; returns {what: seconds since it was started}."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    # The monotonic clock is the system's own: a child reads the same.
    environment[_BEGUN] = repr(time.monotonic())
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *arguments],
        env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"benchmarks.{module} failed:\n{done.stderr}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def take_turns(
    runs: Mapping[str, tuple[str, ...]], samples: int
) -> dict[str, list[dict[str, float]]]:
    """Each run `samples` times, one after the other in turns; the first of each only warms up."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in runs}
    for number in range(samples + 1):
        for name, (module, *arguments) in runs.items():
            measured = run(module, *arguments)
            if number:
                found[name].append(measured)
    return found


def middle(samples: list[dict[str, float]], key: str) -> float:
    """The median of one figure."""
    return median(sample[key] for sample in samples)


def since_start() -> float:
    """The child's side: seconds since the parent started this process."""
    return time.monotonic() - float(os.environ[_BEGUN])


def peak_mb() -> float:
    """The most memory this process held, in MB (resident; 0 where the system does not tell)."""
    status = Path("/proc/self/status")
    if status.exists():
        # Not getrusage: on Linux its peak begins with the parent's.
        line = next(
            x for x in status.read_text(encoding="ascii").splitlines() if x.startswith("VmHWM")
        )
        return int(line.split()[1]) / 1024
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def tell(figures: Mapping[str, float]) -> None:
    """The child's last words; exits at once, because taking Qt apart is not measured."""
    print(json.dumps(figures), flush=True)
    os._exit(0)
