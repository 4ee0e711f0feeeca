"""What a manager works with every day: names, people, dates, faces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import add_pointer, here

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "relation_type",
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("label_there", sa.String(length=80), nullable=False),
        sa.Column("label_back", sa.String(length=80), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation_type")),
        sa.UniqueConstraint(
            "kind",
            "label_there",
            "label_back",
            name=op.f("uq_relation_type_kind_label_there_label_back"),
        ),
        schema="vip",
    )
    op.add_column(
        "search_entry",
        sa.Column("folded", sa.String(), server_default="", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "search_entry",
        sa.Column("sounded", sa.String(), server_default="", nullable=False),
        schema=here("vip"),
    )
    op.create_index(op.f("ix_staff_deputy_id"), "staff", ["deputy_id"], unique=False, schema="vip")
    op.add_column("tier", sa.Column("gap_days", sa.Integer(), nullable=True), schema=here("vip"))
    op.add_column("import_batch", sa.Column("made", sa.JSON(), nullable=True), schema=here("vip"))
    add_pointer("vip", "client", "merged_into_id", "client")
    op.create_index(
        "ix_client_birthdays",
        "client",
        ["manager_id", "birth_month", "birth_day", "sort_key"],
        unique=False,
        schema="vip",
    )
    op.create_index("ix_client_company", "client", ["company"], unique=False, schema="vip")
    op.create_index(
        "ix_client_deputised",
        "client",
        ["deputy_id", "tier_id", "last_contact_at", "created_at"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        "ix_client_jubilees", "client", ["manager_id", "member_since"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_client_member_since", "client", ["member_since"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_client_own_deputised",
        "client",
        ["deputy_id", "cadence_days"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        "ix_client_own_rhythm", "client", ["manager_id", "cadence_days"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_client_rhythm",
        "client",
        ["manager_id", "tier_id", "last_contact_at", "created_at"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "client_date",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("month", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=True),
        sa.Column("lead_days", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("day IS NULL OR day BETWEEN 1 AND 31", name=op.f("ck_client_date_day")),
        sa.CheckConstraint("lead_days BETWEEN 0 AND 90", name=op.f("ck_client_date_lead_days")),
        sa.CheckConstraint(
            "month IS NULL OR month BETWEEN 1 AND 12", name=op.f("ck_client_date_month")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_client_date_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_date")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_client_date_client_id"), "client_date", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_client_date_month_day", "client_date", ["month", "day"], unique=False, schema="vip"
    )
    op.create_table(
        "client_photo",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("image", sa.LargeBinary(), nullable=False),
        sa.Column("noted_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_client_photo_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_photo")),
        sa.UniqueConstraint("client_id", name=op.f("uq_client_photo_client_id")),
        schema="vip",
    )
    op.create_table(
        "declined_link",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("other_client_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("label_there", sa.String(length=80), nullable=False),
        sa.Column("sensitivity", sa.String(length=24), nullable=False),
        sa.Column("declined_by_id", sa.Uuid(), nullable=False),
        sa.Column("declined_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_declined_link_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["declined_by_id"], ["vip.staff.id"], name=op.f("fk_declined_link_declined_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_client_id"], ["vip.client.id"], name=op.f("fk_declined_link_other_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declined_link")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_declined_link_client_id"),
        "declined_link",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_declined_link_other_client_id"),
        "declined_link",
        ["other_client_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "name_form",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("name_case", sa.String(length=24), nullable=False),
        sa.Column("part", sa.String(length=24), nullable=False),
        sa.Column("text", sa.String(length=120), nullable=False),
        sa.Column("written_for", sa.String(length=120), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_name_form_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_name_form")),
        sa.UniqueConstraint(
            "client_id", "name_case", "part", name=op.f("uq_name_form_client_id_name_case_part")
        ),
        schema="vip",
    )
    op.add_column(
        "person_around",
        sa.Column("strength", sa.Integer(), server_default="2", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "privacy_request",
        sa.Column("settled", sa.String(length=24), nullable=True),
        schema=here("vip"),
    )
    op.create_table(
        "search_note",
        sa.Column(
            "rowid",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.String(length=12), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("words", sa.String(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_search_note_client_id")
        ),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_search_note")),
        sa.UniqueConstraint("object_id", name=op.f("uq_search_note_object_id")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_search_note_client_id"), "search_note", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_search_note_staff_id", "search_note", ["staff_id"], unique=False, schema="vip"
    )
    op.add_column(
        "channel_preference", sa.Column("said_as", sa.Uuid(), nullable=True), schema=here("vip")
    )
