"""The look of the desk: tokens made into fonts, palette, style sheet and icons.

Colours and sizes come from the token file alone (vipdesk/tokens.py). Nothing here knows
what a client or an event is.
"""
