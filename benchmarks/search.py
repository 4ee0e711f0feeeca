"""Search as you type: the desk's own search against a bare FTS5 query of the same words."""

from __future__ import annotations

import time
from statistics import quantiles
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.club import Measured, opened, some_names
from vipdesk.clients import spelling
from vipdesk.search.find import find

NAMES = 150


def measure(measured: Measured) -> dict[str, float]:
    """Milliseconds at p50 and p99, of each."""
    store, office = opened(measured)
    with store:
        typed = [n[:k] for n in store.read(lambda s: some_names(s, NAMES)) for k in range(2, 7)]
        ours = [_timed(lambda text=text: office.read(lambda d: find(d, text))) for text in typed]
        bare = store.read(lambda s: [_bare(s, text) for text in typed])
    return {**_percentiles("desk", ours), **_percentiles("bare", bare)}


def _bare(session: Session, text: str) -> float:
    groups = spelling.query_groups(text)
    query = " AND ".join("(" + " OR ".join(f'"{a}"*' for a in g) + ")" for g in groups)
    cursor: Any = session.connection().connection.cursor()
    sql = (
        "SELECT title, detail FROM search_entry WHERE rowid IN "
        "(SELECT rowid FROM search_text WHERE search_text MATCH ?) LIMIT 12"
    )
    return _timed(lambda: cursor.execute(sql, (query,)).fetchall())


def _timed(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _percentiles(name: str, times: list[float]) -> dict[str, float]:
    cut = quantiles(times, n=100)
    return {f"{name}_p50": cut[49], f"{name}_p99": cut[98]}
