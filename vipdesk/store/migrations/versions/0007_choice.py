"""What clients choose and are given, what desks keep of their work: views, merges, requests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "benefit",
        sa.Column("name_ru", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("picture_text", sa.String(), nullable=False),
        sa.Column("tier_ids", sa.JSON(), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=True),
        sa.Column("retail_minor", sa.BigInteger(), nullable=True),
        sa.Column("perceived_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("stock", sa.Integer(), nullable=True),
        sa.Column("per_year", sa.Integer(), nullable=True),
        sa.Column("taken", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retired_at", types.UtcDateTime(), nullable=True),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("per_year IS NULL OR per_year > 0", name=op.f("ck_benefit_per_year")),
        sa.CheckConstraint("stock IS NULL OR stock >= taken", name=op.f("ck_benefit_stock")),
        sa.CheckConstraint("taken >= 0", name=op.f("ck_benefit_taken")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit")),
        schema="vip",
    )
    op.create_table(
        "import_mapping",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("head", sa.String(length=64), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
        sa.Column("used_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_import_mapping_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
        sa.UniqueConstraint("staff_id", "head", name=op.f("uq_import_mapping_staff_id_head")),
        schema="vip",
    )
    op.create_table(
        "saved_view",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("is_default", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("arrangement", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_saved_view_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint(
            "staff_id", "place", "name", name=op.f("uq_saved_view_staff_id_place_name")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_saved_view_staff_id"), "saved_view", ["staff_id"], unique=False, schema="vip"
    )
    op.create_table(
        "benefit_offer",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("picks", sa.Integer(), nullable=False),
        sa.Column("choose_by", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("opened_at", types.UtcDateTime(), nullable=False),
        sa.Column("opened_by_id", sa.Uuid(), nullable=False),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("closed_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("picks >= 1", name=op.f("ck_benefit_offer_picks")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_benefit_offer_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["closed_by_id"], ["vip.staff.id"], name=op.f("fk_benefit_offer_closed_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["opened_by_id"], ["vip.staff.id"], name=op.f("fk_benefit_offer_opened_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_offer")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_benefit_offer_client_id"),
        "benefit_offer",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        "ix_benefit_offer_state_choose_by",
        "benefit_offer",
        ["state", "choose_by"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "client_merge",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("other_client_id", sa.Uuid(), nullable=False),
        sa.Column("merged_at", types.UtcDateTime(), nullable=False),
        sa.Column("merged_by_id", sa.Uuid(), nullable=False),
        sa.Column("former_name", sa.String(length=600), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("undone_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_client_merge_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["merged_by_id"], ["vip.staff.id"], name=op.f("fk_client_merge_merged_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_client_id"], ["vip.client.id"], name=op.f("fk_client_merge_other_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_merge")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_client_merge_client_id"), "client_merge", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_client_merge_other_client_id"),
        "client_merge",
        ["other_client_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "delegation",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("client_name", sa.String(length=400), nullable=False),
        sa.Column("latin_name", sa.String(length=400), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=True),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("done_at", types.UtcDateTime(), nullable=True),
        sa.Column("returned_at", types.UtcDateTime(), nullable=True),
        sa.Column("undone_at", types.UtcDateTime(), nullable=True),
        sa.Column("seen_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_delegation_not_oneself")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_delegation_client_id")
        ),
        sa.ForeignKeyConstraint(["from_id"], ["vip.staff.id"], name=op.f("fk_delegation_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["vip.staff.id"], name=op.f("fk_delegation_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegation")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_delegation_client_id"), "delegation", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_delegation_from_id_at", "delegation", ["from_id", "at"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_delegation_to_id_at", "delegation", ["to_id", "at"], unique=False, schema="vip"
    )
    op.create_table(
        "gift",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("way", sa.String(length=24), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("what", sa.String(length=200), nullable=False),
        sa.Column("occasion", sa.String(length=120), nullable=False),
        sa.Column("value_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["vip.client.id"], name=op.f("fk_gift_client_id")),
        sa.ForeignKeyConstraint(["staff_id"], ["vip.staff.id"], name=op.f("fk_gift_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gift")),
        schema="vip",
    )
    op.create_index(
        "ix_gift_client_id_on_date", "gift", ["client_id", "on_date"], unique=False, schema="vip"
    )
    op.create_table(
        "introduction",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("other_client_id", sa.Uuid(), nullable=True),
        sa.Column("wanted", sa.String(length=300), nullable=False),
        sa.Column("client_agreed_on", sa.Date(), nullable=True),
        sa.Column("other_agreed_on", sa.Date(), nullable=True),
        sa.Column("introduced_on", sa.Date(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("through", sa.String(length=200), nullable=False),
        sa.Column("outcome", sa.String(length=1000), nullable=False),
        sa.Column("sensitivity", sa.String(length=24), nullable=False),
        sa.Column("noted_by_id", sa.Uuid(), nullable=False),
        sa.Column("noted_at", types.UtcDateTime(), nullable=False),
        sa.Column("ended_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "introduced_on IS NULL OR (other_client_id IS NOT NULL AND client_agreed_on IS NOT NULL AND other_agreed_on IS NOT NULL)",
            name=op.f("ck_introduction_both_agreed"),
        ),
        sa.ForeignKeyConstraint(["by_id"], ["vip.staff.id"], name=op.f("fk_introduction_by_id")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_introduction_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["vip.staff.id"], name=op.f("fk_introduction_noted_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_client_id"], ["vip.client.id"], name=op.f("fk_introduction_other_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_introduction")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_introduction_client_id"), "introduction", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_introduction_other_client_id"),
        "introduction",
        ["other_client_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "not_the_same",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("other_client_id", sa.Uuid(), nullable=False),
        sa.Column("said_by_id", sa.Uuid(), nullable=False),
        sa.Column("said_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_not_the_same_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_client_id"], ["vip.client.id"], name=op.f("fk_not_the_same_other_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["said_by_id"], ["vip.staff.id"], name=op.f("fk_not_the_same_said_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_the_same")),
        sa.UniqueConstraint(
            "client_id", "other_client_id", name=op.f("uq_not_the_same_client_id_other_client_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_not_the_same_client_id"), "not_the_same", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_not_the_same_other_client_id"),
        "not_the_same",
        ["other_client_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "off_hours_request",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=300), nullable=False),
        sa.Column("wanted_at", types.UtcDateTime(), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("asked_at", types.UtcDateTime(), nullable=False),
        sa.Column("asked_by_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "state <> 'declined' OR reason <> ''", name=op.f("ck_off_hours_request_reason")
        ),
        sa.CheckConstraint(
            "cost_minor IS NULL OR cost_minor >= 0", name=op.f("ck_off_hours_request_cost")
        ),
        sa.ForeignKeyConstraint(
            ["asked_by_id"], ["vip.staff.id"], name=op.f("fk_off_hours_request_asked_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_off_hours_request_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["owner_id"], ["vip.staff.id"], name=op.f("fk_off_hours_request_owner_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_off_hours_request")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_off_hours_request_client_id"),
        "off_hours_request",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_off_hours_request_owner_id"),
        "off_hours_request",
        ["owner_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        "ix_off_hours_request_state_wanted_at",
        "off_hours_request",
        ["state", "wanted_at"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "benefit_option",
        sa.Column("offer_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("benefit_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["benefit_id"], ["vip.benefit.id"], name=op.f("fk_benefit_option_benefit_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_benefit_option_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["vip.benefit_offer.id"], name=op.f("fk_benefit_option_offer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_option")),
        sa.UniqueConstraint(
            "offer_id", "benefit_id", name=op.f("uq_benefit_option_offer_id_benefit_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_benefit_option_benefit_id"),
        "benefit_option",
        ["benefit_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_benefit_option_client_id"),
        "benefit_option",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_benefit_option_offer_id"),
        "benefit_option",
        ["offer_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "benefit_use",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("benefit_id", sa.Uuid(), nullable=False),
        sa.Column("offer_id", sa.Uuid(), nullable=True),
        sa.Column("taken_at", types.UtcDateTime(), nullable=False),
        sa.Column("taken_by_id", sa.Uuid(), nullable=False),
        sa.Column("used_on", sa.Date(), nullable=True),
        sa.Column("returned_at", types.UtcDateTime(), nullable=True),
        sa.Column("reason", sa.String(length=200), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=True),
        sa.Column("retail_minor", sa.BigInteger(), nullable=True),
        sa.Column("perceived_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["benefit_id"], ["vip.benefit.id"], name=op.f("fk_benefit_use_benefit_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_benefit_use_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["offer_id"], ["vip.benefit_offer.id"], name=op.f("fk_benefit_use_offer_id")
        ),
        sa.ForeignKeyConstraint(
            ["taken_by_id"], ["vip.staff.id"], name=op.f("fk_benefit_use_taken_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_benefit_use")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_benefit_use_benefit_id"), "benefit_use", ["benefit_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_benefit_use_client_id_taken_at",
        "benefit_use",
        ["client_id", "taken_at"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_benefit_use_offer_id"), "benefit_use", ["offer_id"], unique=False, schema="vip"
    )
