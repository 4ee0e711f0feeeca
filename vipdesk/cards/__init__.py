"""Status cards and certificates: number, layout, signature, life cycle.

A card is requested, approved by a second person, issued, handed over, and at last replaced,
void or expired. What was issued is never changed: it is replaced, with a reason. The QR on
the back can be checked without network; there is nothing personal in it.

Must not: send anything, know events or complaints, import Qt.
"""
