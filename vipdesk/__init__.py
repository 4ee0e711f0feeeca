"""VIP Desk: a desk for a company's VIP client club.

The rooms and who may import whom are drawn in docs/architecture.md and held
by tests/house/test_rooms.py. Start reading at app.py.
"""

__version__ = "0.1.0"
