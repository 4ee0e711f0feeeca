"""Eight workers that die at the worst moments: nothing twice, nothing lost, the doubtful in review.

    python -m benchmarks.outbox_crashes [--rounds 10] [--mails 300] [--rate 0.01]

Each round is a fresh PostgreSQL database, a real SMTP server and eight processes that end
themselves by `os._exit` after the claim, before DATA, inside DATA and after DATA.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from tests import db, postgres
from tests.team import outbox_campaign
from vipdesk.vocabulary import OutboxState


def main() -> int:
    """Run the rounds and print one line each and the sums; 1 if a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--mails", type=int, default=300)
    parser.add_argument("--rate", type=float, default=0.01)
    chosen = parser.parse_args()
    sums: Counter[str] = Counter()
    faults: list[str] = []
    with postgres.running() as server:
        template = db.team_template(server, "outbox_crashes")
        for seed in range(1, chosen.rounds + 1):
            with db.team_store(server, template) as store:
                url = store.engine.url.render_as_string(hide_password=False)
                done = outbox_campaign.run(
                    store, url, mails=chosen.mails, workers=8, rate=chosen.rate, seed=seed
                )
            found = done.faults()
            faults += found
            states = Counter(done.states.values())
            sums.update(done.deaths)
            sums["mails"] += len(done.states)
            sums["sent"] += states[OutboxState.SENT]
            sums["in review"] += states[OutboxState.REVIEW]
            sums["of them arrived"] += done.ambiguous
            print(
                f"round {seed}: {sum(done.deaths.values())} deaths, "
                f"{states[OutboxState.SENT]} sent, {states[OutboxState.REVIEW]} in review, "
                f"{len(found)} faults, {done.seconds:.0f} s",
                flush=True,
            )
        db.close_administrator(server)
    print(", ".join(f"{name} {number}" for name, number in sums.items()))
    print("\n".join(faults) or "no fault")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
