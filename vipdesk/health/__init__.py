"""VIP health: a score that opens to its facts, and the executive's one page.

Deterministic, no learning: `H = 75 + Σ w(x − 75)/W` over the parts that have data. What is
not known counts as unknown, never as healthy. Reads across all rooms, writes snapshots only.

Must not: change what it reads, hand a score to anybody outside the client's circle, import Qt.
"""
