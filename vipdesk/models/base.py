"""The declarative base: schemas, naming convention, keys and version columns."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, BigInteger, ForeignKeyConstraint, MetaData, Uuid
from sqlalchemy.dialects.sqlite.base import SQLiteDDLCompiler
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from vipdesk.ids import new_id, new_private_id
from vipdesk.models.types import UtcDateTime

VIP = "vip"  # what the team shares
PRIVATE = "vip_private"  # complaints, letters, health: closed to coordinators by the database
API = "vip_api"  # definer procedures
AUDIT = "vip_audit"  # the journal
SCHEMAS = (VIP, PRIVATE, API, AUDIT)

# Alembic needs stable names on both engines.
NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


@compiles(ForeignKeyConstraint, "sqlite")
def _across_schemas(constraint: ForeignKeyConstraint, compiler: SQLiteDDLCompiler, **_: Any) -> str:
    """Keep foreign keys between our schemas on a vault, where all of them are one.

    SQLAlchemy leaves out a key to another schema on SQLite, because there a schema is
    another attached file.
    """
    return super(SQLiteDDLCompiler, compiler).visit_foreign_key_constraint(constraint)


class Base(DeclarativeBase):
    """All tables of the desk. Table names are unique across schemas, because a vault has none."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        UUID: Uuid(),
        datetime: UtcDateTime(),
        list[str]: JSON(),
        dict[str, Any]: JSON(),
    }


class Shared(Base):
    """A row the team shares: keys in order of time."""

    __abstract__ = True
    __table_args__: Any = {"schema": VIP}

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)


class Hidden(Base):
    """A row of the private track: random keys, and nothing shared points at it."""

    __abstract__ = True
    __table_args__: Any = {"schema": PRIVATE}

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_private_id)


class Versioned:
    """A row that two people may edit: SQLAlchemy refuses a write on an older version."""

    version: Mapped[int] = mapped_column(BigInteger, default=1, server_default="1")
