"""Where a team's database is, and how a connection to it is secured (libpq's own words)."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import URL

PORT = 5432
DATABASE = "vipdesk"
SECONDS_TO_CONNECT = 10


class Tls(StrEnum):
    """How the server proves who it is.

    AUTO: certificate and name are checked, except on this very computer, where nobody else
    listens. VERIFY: always checked, on this computer too.
    """

    AUTO = "auto"
    VERIFY = "verify"


@dataclass(frozen=True, slots=True)
class TeamAddress:
    """A person's way to a team: everything but the password.

    root_certificate: PEM file of the authority that signed the server's certificate; None
    trusts what the operating system trusts.
    """

    host: str
    port: int = PORT
    database: str = DATABASE
    login: str = ""
    tls: Tls = Tls.AUTO
    root_certificate: Path | None = None

    @property
    def on_this_computer(self) -> bool:
        """Whether the connection never leaves the computer."""
        try:
            return ipaddress.ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return self.host.casefold() == "localhost" or self.host.startswith("/")

    def options(self) -> dict[str, str]:
        """Libpq's parameters for TLS and for how long to wait."""
        found = {"connect_timeout": str(SECONDS_TO_CONNECT), "application_name": "VIP Desk"}
        if self.tls is Tls.AUTO and self.on_this_computer:
            return found | {"sslmode": "prefer"}
        trusted = "system" if self.root_certificate is None else str(self.root_certificate)
        return found | {"sslmode": "verify-full", "sslrootcert": trusted}

    def url(self, password: str) -> URL:
        """SQLAlchemy's address. Its text hides the password, but do not log it all the same."""
        from sqlalchemy import URL

        return URL.create(
            "postgresql+psycopg",
            username=self.login,
            password=password or None,
            host=self.host,
            port=self.port,
            database=self.database,
            query=self.options(),
        )
