"""The club's people: staff, tiers, clients and what belongs to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for schema in ("vip", "vip_private", "vip_api", "vip_audit"):
        if op.get_bind().dialect.name == "postgresql":
            op.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
    op.create_table(
        "tier",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name_ru", sa.String(length=60), nullable=False),
        sa.Column("name_en", sa.String(length=60), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("metal", sa.String(length=20), nullable=False),
        sa.Column("cadence_days", sa.Integer(), nullable=False),
        sa.Column("seat_share", sa.Double(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tier")),
        sa.UniqueConstraint("code", name=op.f("uq_tier_code")),
        sa.UniqueConstraint("rank", name=op.f("uq_tier_rank")),
        schema="vip",
    )
    op.create_table(
        "staff",
        sa.Column("role", sa.String(length=24), nullable=False),
        sa.Column("surname", sa.String(length=120), nullable=False),
        sa.Column("given", sa.String(length=120), nullable=False),
        sa.Column("patronymic", sa.String(length=120), nullable=False),
        sa.Column("latin_name", sa.String(length=200), nullable=False),
        sa.Column("gender", sa.String(length=24), nullable=True),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("reachable", sa.String(length=40), nullable=False),
        sa.Column("login", sa.String(length=63), nullable=True),
        sa.Column("deputy_id", sa.Uuid(), nullable=True),
        sa.Column("reports_to_id", sa.Uuid(), nullable=True),
        sa.Column("absent_until", types.UtcDateTime(), nullable=True),
        sa.Column("left_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["deputy_id"], ["vip.staff.id"], name=op.f("fk_staff_deputy_id")),
        sa.ForeignKeyConstraint(
            ["reports_to_id"], ["vip.staff.id"], name=op.f("fk_staff_reports_to_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
        schema="vip",
    )
    op.create_table(
        "club_setting",
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("sealed", types.Sealed(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_club_setting")),
        sa.UniqueConstraint("name", name=op.f("uq_club_setting_name")),
        schema="vip",
    )
    op.create_table(
        "import_batch",
        sa.Column("imported_at", types.UtcDateTime(), nullable=False),
        sa.Column("imported_by_id", sa.Uuid(), nullable=False),
        sa.Column("format", sa.String(length=20), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("merged", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("undone_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["imported_by_id"], ["vip.staff.id"], name=op.f("fk_import_batch_imported_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
        schema="vip",
    )
    op.create_table(
        "client",
        sa.Column("surname", sa.String(length=120), nullable=False),
        sa.Column("given", sa.String(length=120), nullable=False),
        sa.Column("patronymic", sa.String(length=120), nullable=False),
        sa.Column("latin_name", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("gender", sa.String(length=24), nullable=True),
        sa.Column("address_form", sa.String(length=24), nullable=False),
        sa.Column("formality", sa.Integer(), nullable=False),
        sa.Column("languages", sa.JSON(), nullable=False),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("birth_month", sa.Integer(), nullable=True),
        sa.Column("birth_day", sa.Integer(), nullable=True),
        sa.Column("company", sa.String(length=200), nullable=False),
        sa.Column("position", sa.String(length=200), nullable=False),
        sa.Column("city", sa.String(length=120), nullable=False),
        sa.Column("time_zone", sa.String(length=60), nullable=True),
        sa.Column("present_zone", sa.String(length=60), nullable=True),
        sa.Column("present_until", types.UtcDateTime(), nullable=True),
        sa.Column("tier_id", sa.Uuid(), nullable=True),
        sa.Column("manager_id", sa.Uuid(), nullable=True),
        sa.Column("deputy_id", sa.Uuid(), nullable=True),
        sa.Column("member_since", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.Column("manner", sa.String(), nullable=False),
        sa.Column("official", sa.Boolean(), nullable=False),
        sa.Column("mourning_until", sa.Date(), nullable=True),
        sa.Column("last_contact_at", types.UtcDateTime(), nullable=True),
        sa.Column("sort_key", sa.String(length=400), nullable=False),
        sa.Column("import_batch_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("surname <> '' OR given <> ''", name=op.f("ck_client_named")),
        sa.CheckConstraint(
            "birth_day IS NULL OR birth_day BETWEEN 1 AND 31", name=op.f("ck_client_birth_day")
        ),
        sa.CheckConstraint(
            "birth_month IS NULL OR birth_month BETWEEN 1 AND 12",
            name=op.f("ck_client_birth_month"),
        ),
        sa.CheckConstraint("formality BETWEEN 0 AND 2", name=op.f("ck_client_formality")),
        sa.ForeignKeyConstraint(["deputy_id"], ["vip.staff.id"], name=op.f("fk_client_deputy_id")),
        sa.ForeignKeyConstraint(
            ["import_batch_id"], ["vip.import_batch.id"], name=op.f("fk_client_import_batch_id")
        ),
        sa.ForeignKeyConstraint(
            ["manager_id"], ["vip.staff.id"], name=op.f("fk_client_manager_id")
        ),
        sa.ForeignKeyConstraint(["tier_id"], ["vip.tier.id"], name=op.f("fk_client_tier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client")),
        schema="vip",
    )
    op.create_index(
        "ix_client_birthday", "client", ["birth_month", "birth_day"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_client_manager_id"), "client", ["manager_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_client_sort_key_id", "client", ["sort_key", "id"], unique=False, schema="vip"
    )
    op.create_index(op.f("ix_client_tier_id"), "client", ["tier_id"], unique=False, schema="vip")
    op.create_table(
        "contact_point",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("normalised", sa.String(), nullable=False),
        sa.Column("label", sa.String(length=40), nullable=False),
        sa.Column("preferred", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_contact_point_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_contact_point_client_id"),
        "contact_point",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_contact_point_normalised"),
        "contact_point",
        ["normalised"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "person_around",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("other_client_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("label_there", sa.String(length=80), nullable=False),
        sa.Column("label_back", sa.String(length=80), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=200), nullable=False),
        sa.Column("may_act", sa.Boolean(), nullable=False),
        sa.Column("sensitivity", sa.String(length=24), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_person_around_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["other_client_id"], ["vip.client.id"], name=op.f("fk_person_around_other_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person_around")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_person_around_client_id"),
        "person_around",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_person_around_other_client_id"),
        "person_around",
        ["other_client_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "channel_preference",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("topic", sa.String(length=24), nullable=True),
        sa.Column("rule", sa.String(length=24), nullable=False),
        sa.Column("weekdays", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("to_minute", sa.Integer(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=True),
        sa.Column("via_person_id", sa.Uuid(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("noted_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "from_minute BETWEEN 0 AND 1439", name=op.f("ck_channel_preference_from_minute")
        ),
        sa.CheckConstraint(
            "to_minute BETWEEN 1 AND 1440", name=op.f("ck_channel_preference_to_minute")
        ),
        sa.CheckConstraint(
            "weekdays BETWEEN 0 AND 127", name=op.f("ck_channel_preference_weekdays")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_channel_preference_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["via_person_id"],
            ["vip.person_around.id"],
            name=op.f("fk_channel_preference_via_person_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel_preference")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_channel_preference_client_id"),
        "channel_preference",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "consent",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("topic", sa.String(length=24), nullable=False),
        sa.Column("text_version", sa.String(length=40), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("given_at", types.UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_consent_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_consent_client_id"), "consent", ["client_id"], unique=False, schema="vip"
    )
    op.create_table(
        "interest",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("topic", sa.String(length=60), nullable=False),
        sa.Column("strength", sa.Integer(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("strength BETWEEN 1 AND 3", name=op.f("ck_interest_strength")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_interest_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interest")),
        sa.UniqueConstraint(
            "client_id", "kind", "topic", name=op.f("uq_interest_client_id_kind_topic")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_interest_client_id"), "interest", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(op.f("ix_interest_topic"), "interest", ["topic"], unique=False, schema="vip")
    op.create_table(
        "fact",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("heard_by_id", sa.Uuid(), nullable=True),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("confidence", sa.String(length=24), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["client_id"], ["vip.client.id"], name=op.f("fk_fact_client_id")),
        sa.ForeignKeyConstraint(
            ["heard_by_id"], ["vip.staff.id"], name=op.f("fk_fact_heard_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        schema="vip",
    )
    op.create_index(op.f("ix_fact_client_id"), "fact", ["client_id"], unique=False, schema="vip")
    op.create_table(
        "purchase",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("product", sa.String(length=80), nullable=False),
        sa.Column("amount_minor", sa.BigInteger(), nullable=True),
        sa.Column("amount_currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_purchase_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase")),
        schema="vip",
    )
    op.create_index(
        "ix_purchase_client_id_on_date",
        "purchase",
        ["client_id", "on_date"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "interaction",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=True),
        sa.Column("direction", sa.String(length=24), nullable=False),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("two_way", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("sensitivity", sa.String(length=24), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_interaction_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_interaction_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        schema="vip",
    )
    op.create_index(
        "ix_interaction_client_id_at",
        "interaction",
        ["client_id", "at"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "promise",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("interaction_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("renegotiated_from_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_promise_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["interaction_id"], ["vip.interaction.id"], name=op.f("fk_promise_interaction_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["vip.staff.id"], name=op.f("fk_promise_made_by_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["vip.staff.id"], name=op.f("fk_promise_owner_id")),
        sa.ForeignKeyConstraint(
            ["renegotiated_from_id"],
            ["vip.promise.id"],
            name=op.f("fk_promise_renegotiated_from_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promise")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_promise_client_id"), "promise", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_promise_state_due_at", "promise", ["state", "due_at"], unique=False, schema="vip"
    )
    op.create_table(
        "draft",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("saved_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["vip.staff.id"], name=op.f("fk_draft_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        schema="vip",
    )
    op.create_index(
        "ix_draft_staff_id_form",
        "draft",
        ["staff_id", "form", "object_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "snooze",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("until", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["vip.staff.id"], name=op.f("fk_snooze_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snooze")),
        sa.UniqueConstraint(
            "staff_id", "kind", "object_id", name=op.f("uq_snooze_staff_id_kind_object_id")
        ),
        schema="vip",
    )
    op.create_table(
        "status_card",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("tier_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=24), nullable=False),
        sa.Column("name_on_card", sa.String(length=80), nullable=False),
        sa.Column("latin_on_card", sa.String(length=80), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=False),
        sa.Column("issued_by_id", sa.Uuid(), nullable=True),
        sa.Column("handed_over_at", types.UtcDateTime(), nullable=True),
        sa.Column("replaces_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("requested_by_id", sa.Uuid(), nullable=True),
        sa.Column("approved_by_id", sa.Uuid(), nullable=True),
        sa.Column("handed_to", sa.String(length=200), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["approved_by_id"], ["vip.staff.id"], name=op.f("fk_status_card_approved_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_status_card_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["issued_by_id"], ["vip.staff.id"], name=op.f("fk_status_card_issued_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["vip.status_card.id"], name=op.f("fk_status_card_replaces_id")
        ),
        sa.ForeignKeyConstraint(
            ["requested_by_id"], ["vip.staff.id"], name=op.f("fk_status_card_requested_by_id")
        ),
        sa.ForeignKeyConstraint(["tier_id"], ["vip.tier.id"], name=op.f("fk_status_card_tier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_card")),
        sa.UniqueConstraint("number", name=op.f("uq_status_card_number")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_status_card_client_id"), "status_card", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_status_card_state"), "status_card", ["state"], unique=False, schema="vip"
    )
    op.create_table(
        "mail_account",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("smtp_host", sa.String(length=200), nullable=False),
        sa.Column("smtp_port", sa.Integer(), nullable=False),
        sa.Column("security", sa.String(length=10), nullable=False),
        sa.Column("login", sa.String(length=200), nullable=False),
        sa.Column("password", types.Sealed(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_account")),
        schema="vip",
    )
