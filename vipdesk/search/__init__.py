"""One box over everything this person may see: clients, events, cards.

Must not: know complaints, letters or health (they are never in the index, so that neither a
hit nor a count can tell of them), change anything.
"""

from vipdesk.search.find import Hit, Why, find

__all__ = ["Hit", "Why", "find"]
