"""The club's events: programme, guest lists, invitations, replies, iCalendar.

Three layers of a guest list stay apart (criteria, hand picks, vetoes); every name says why
it is in or out. Each guest is invited by the guest's own channel, through the gate. Answers
that come by calendar, phone, letter or an assistant end in the same list, each with its
evidence; what a guest answered is derived from all of them, so that order does not matter.

Must not: know a screen, send anything by itself (that is the outbox), show or keep the
reason of an invite hold, change an event because a guest's calendar says so.

Pure parts, without a database: invitation_calendar, invitation_mail, invitation_words,
mail_parts, calendar_part, reply_mail, reply_lines, reply_state.
"""
