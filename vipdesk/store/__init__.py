"""The database: the vault (SQLCipher) and the team (PostgreSQL), sessions, migrations, search text.

Must not: know a screen, a role or a verb. Errors that a person can mend leave as `UserError`;
SQL and its parameters never reach a log.
"""
