"""Who is signed in, what they may see and do, and the journal of what was done.

Must not: know a noun beyond staff and journal. Every room above works at a `Desk` from here.
"""

from vipdesk.access.desk import Desk, StaffRow
from vipdesk.access.office import Office

__all__ = ["Desk", "Office", "StaffRow"]
