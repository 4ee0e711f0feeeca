"""The account the club's mail leaves by. Its password is sealed, and unsealed only to send."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.failures import SendFailure, said_failure
from vipdesk.channels.mail import one_address, plain_line
from vipdesk.channels.transport import Account, Transport, is_this_machine
from vipdesk.errors import UserError
from vipdesk.models import MailAccount
from vipdesk.wording import say

SEAL = "mail"
SECURITY = ("starttls", "tls", "none")


def get_account(desk: Desk) -> Account | None:
    """The account without its password, for the settings page; None where there is none."""
    row = _row(desk)
    return None if row is None else _account(row)


def open_account(desk: Desk) -> Account | None:
    """The account with its password. Raises `UserError` where it cannot be unsealed."""
    row = _row(desk)
    if row is None:
        return None
    if row.password is None:
        return _account(row)
    plain = desk.sealer(SEAL).unseal(row.password, context=_context(row)).decode()
    return replace(_account(row), password=plain)


def change_account(desk: Desk, account: Account) -> None:
    """Set the account up or change it. An empty password keeps the one that is there.

    Raises `UserError` with `field` 'address', 'host', 'port', 'security' or 'password'.
    """
    address = one_address(account.address)
    host = account.host.strip()
    if not host or any(c.isspace() for c in host):
        raise UserError(
            say("Enter the name of the mail server, like smtp.example.com."), field="host"
        )
    if not 0 < account.port < 65536:
        raise UserError(say("A port is a number from 1 to 65535."), field="port")
    if account.security not in SECURITY or (
        account.security == "none" and not is_this_machine(host)
    ):
        raise UserError(
            say("Mail is only sent encrypted: choose STARTTLS or TLS."), field="security"
        )
    row = _row(desk)
    if row is None:
        row = MailAccount()
        desk.session.add(row)
    row.name, row.address = plain_line(account.name), address
    row.smtp_host, row.smtp_port, row.security = host, account.port, account.security
    row.login = account.login.strip()
    desk.session.flush()
    if account.password:
        sealed = desk.sealer(SEAL).seal(account.password.encode(), context=_context(row))
        row.password = sealed
        desk.session.flush()
    desk.note("change_mail_account", "mail_account", row.id, ("smtp_host", "address", "login"))


def try_account(transport: Transport, account: Account) -> None:
    """Sign in and hang up, without sending; outside of a session. Raises `UserError`."""
    try:
        with transport.connect(account):
            pass
    except SendFailure as failure:
        sentence = said_failure(failure.code)
        raise UserError(sentence or say("It was not sent.")) from None


def _row(desk: Desk) -> MailAccount | None:
    return desk.session.scalars(select(MailAccount).order_by(MailAccount.id).limit(1)).first()


def _account(row: MailAccount) -> Account:
    return Account(row.name, row.address, row.smtp_host, row.smtp_port, row.security, row.login)


def _context(row: MailAccount) -> str:
    return f"mail_account:{row.id}"
