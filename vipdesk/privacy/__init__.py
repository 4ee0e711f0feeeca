"""Privacy duties across all rooms: what is held about a client, restriction, erasure, retention.

Must not: know Qt, or decide what may be shown (`access`). Legal periods are data that a
lawyer must confirm.
"""
