"""Clients: profiles, names and address, people around the client, contact points, preferences,
consent, facts with their age, interactions, promises, the timeline, import.

Must not: decide whether a contact is allowed now (`channels`), know events' or cards' rules
(the timeline only reads what happened), read anything of the private complaint track, guess a
client's gender, time zone or consent.
"""
