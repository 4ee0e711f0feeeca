"""Benefits of the club: the catalogue by tier, the client's choice, the ledger of use, gifts.

Must not: decide for a client (an offer always holds more than it lets pick, CO-01), give what is
not there (the database counts pieces), know a screen.
"""
