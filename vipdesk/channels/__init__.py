"""Ways out of the club: may I contact now, the outbox, transports, letters on paper.

Everything that leaves goes `outbox.put` → gate → held, queued or to do → gate again at
the moment of sending → a transport. There is no other way out.

- gate.py: the verdict, pure; hours.py: its arithmetic; contact.py: the verdict for a client
- outbox.py: what waits, its states; deliver.py: sends what is due; transport.py: SMTP
- mail.py: headers that cannot be injected into; letterhead.py: paper; links.py: deep links
- call_task.py: what to say on the phone, and when; message.py: what one writes oneself
- known.py: what the gate looks at and answers; mailing.py: the gate for files of clients

Must not: know why something is sent (events, complaints), know a screen, send anything the
gate refuses without a written reason.
"""
