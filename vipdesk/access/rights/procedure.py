"""A procedure of the database, and who may call it."""

from __future__ import annotations

from dataclasses import dataclass

from vipdesk.vocabulary import Role

EVERYBODY = tuple(Role)


@dataclass(frozen=True, slots=True)
class Procedure:
    """A function of `vip_api`: how it is called, who may, and its whole text."""

    signature: str
    roles: tuple[Role, ...]
    text: str

    @property
    def name(self) -> str:
        """Without the arguments."""
        return self.signature.partition("(")[0]
