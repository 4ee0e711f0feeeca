"""Today: what is due for the person at work, across all rooms, in a few reads.

Promises, talks by each client's rhythm, dates, events, replies to look at, what waits in the
outbox, and the private track's clocks for those who may see them. Everything is computed from
the data at the moment of asking; nothing is kept but a snooze.

Must not: change other rooms' rows, hold a rule of its own about hours or complaints, hint at
what a person may not see.
"""
