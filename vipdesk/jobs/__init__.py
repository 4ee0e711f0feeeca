"""What runs by itself while the desk is open: the outbox, due promises and clocks, after sleep.

What is due lives in the data; the tick only asks. A missed tick loses nothing, two desks
ticking at once do nothing twice (rows are claimed), and an error ends one step of one tick.

Imported part by part: the window asks for backups long before anything ticks.

Must not: know Qt, keep a plan of its own, touch the database outside a room's verbs.
"""
