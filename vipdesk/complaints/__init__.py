"""The private track: intake, clocks, promises, flags, first reply, holds.

Everything it keeps lives in `vip_private`. Whoever may not see a complaint gets the same answer
as if there were none.

Must not: write to what the team shares (no search row, no outbox row, no counter, no touch of
the client's row). The invite hold is the only projection.
"""
