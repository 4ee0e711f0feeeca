"""The tour: walks the whole product without a display, on real input, and leaves pictures.

It drives the same window, verbs and files as a person. Must not: do anything a person
could not do, or write outside of the folder it was given.
"""

from vipdesk.tour.walker import Wish, walk

__all__ = ["Wish", "walk"]
