"""One box over everything this person may see: clients, people around them, notes, events, cards.

Must not: know complaints, letters or health (they are never in the index, so that neither a
hit nor a count can tell of them), change anything.
"""

from vipdesk.search.find import KINDS, find, find_at_once, find_beyond
from vipdesk.search.hits import Hit, Why
from vipdesk.search.latin import in_latin

__all__ = ["KINDS", "Hit", "Why", "find", "find_at_once", "find_beyond", "in_latin"]
