"""The demonstration club: a believable club of any size, made from a seed around a moment.

The same seed, size, language and moment make the same club. Nothing in it is real: names are
combined by chance, telephone numbers lie in ranges nobody has, addresses end in `.example`.
Must not: be used by other rooms, read the clock, or leave marks by which a page could tell
a demonstration club from a real one.
"""

from vipdesk.demo.club import Club, generate
from vipdesk.demo.living import bring_to_life

__all__ = ["Club", "bring_to_life", "generate"]
