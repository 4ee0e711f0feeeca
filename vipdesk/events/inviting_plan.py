"""What the page of the next wave reads at once: the wave, and what would embarrass in it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.events import snapshot, tact_check, waves
from vipdesk.events.snapshot import SnapshotRow
from vipdesk.events.tact_check import TactRow
from vipdesk.events.waves import WaveRow


@dataclass(frozen=True, slots=True)
class InvitingPlan:
    """Of one event. tact: of the names of the next wave together with who is invited."""

    event_id: UUID
    wave: WaveRow
    tact: tuple[TactRow, ...]
    sent: tuple[SnapshotRow, ...]


def get_plan(desk: Desk, event_id: UUID) -> InvitingPlan:
    """The next wave with its tact check, and the lists that were sent."""
    wave = waves.propose(desk, event_id)
    tact = tact_check.check_tact(desk, event_id, client_ids=wave.next)
    return InvitingPlan(event_id, wave, tact, snapshot.list_snapshots(desk, event_id))
