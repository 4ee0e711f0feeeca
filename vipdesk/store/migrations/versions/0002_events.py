"""Events: venues, guest lists, invitations, replies; the outbox."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "venue",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_en", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("address_en", sa.String(), nullable=False),
        sa.Column("city", sa.String(length=120), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("step_free", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
        schema="vip",
    )
    op.create_table(
        "event",
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("venue_id", sa.Uuid(), nullable=True),
        sa.Column("host_id", sa.Uuid(), nullable=True),
        sa.Column("starts_at", types.UtcDateTime(), nullable=False),
        sa.Column("ends_at", types.UtcDateTime(), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("description_en", sa.String(), nullable=False),
        sa.Column("dress", sa.String(length=120), nullable=False),
        sa.Column("dress_en", sa.String(length=120), nullable=False),
        sa.Column("tiers", sa.JSON(), nullable=False),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("answer_by", types.UtcDateTime(), nullable=True),
        sa.Column("budget_minor", sa.BigInteger(), nullable=True),
        sa.Column("budget_currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("capacity >= 0", name=op.f("ck_event_capacity")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_event_ends_later")),
        sa.ForeignKeyConstraint(["host_id"], ["vip.staff.id"], name=op.f("fk_event_host_id")),
        sa.ForeignKeyConstraint(["venue_id"], ["vip.venue.id"], name=op.f("fk_event_venue_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        schema="vip",
    )
    op.create_index(op.f("ix_event_starts_at"), "event", ["starts_at"], unique=False, schema="vip")
    op.create_table(
        "event_session",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("tutor", sa.String(length=200), nullable=False),
        sa.Column("level", sa.String(length=60), nullable=False),
        sa.Column("materials", sa.String(), nullable=False),
        sa.Column("starts_at", types.UtcDateTime(), nullable=False),
        sa.Column("ends_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_event_session_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_session")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_event_session_event_id"), "event_session", ["event_id"], unique=False, schema="vip"
    )
    op.create_table(
        "guest_list",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("frozen_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_guest_list_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_list")),
        sa.UniqueConstraint("event_id", name=op.f("uq_guest_list_event_id")),
        schema="vip",
    )
    op.create_table(
        "guest",
        sa.Column("guest_list_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.String(length=24), nullable=False),
        sa.Column("allowance", sa.Integer(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("attended", sa.Boolean(), nullable=True),
        sa.Column("party_came", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("allowance >= 0", name=op.f("ck_guest_allowance")),
        sa.ForeignKeyConstraint(["client_id"], ["vip.client.id"], name=op.f("fk_guest_client_id")),
        sa.ForeignKeyConstraint(
            ["guest_list_id"], ["vip.guest_list.id"], name=op.f("fk_guest_guest_list_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest")),
        sa.UniqueConstraint(
            "guest_list_id", "client_id", name=op.f("uq_guest_guest_list_id_client_id")
        ),
        schema="vip",
    )
    op.create_index(op.f("ix_guest_client_id"), "guest", ["client_id"], unique=False, schema="vip")
    op.create_table(
        "invitation",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("uid", sa.String(length=80), nullable=False),
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("allowance", sa.Integer(), nullable=False),
        sa.Column("sent_at", types.UtcDateTime(), nullable=True),
        sa.Column("partstat", sa.String(length=24), nullable=False),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("answered_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_invitation_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_invitation_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("event_id", "client_id", name=op.f("uq_invitation_event_id_client_id")),
        sa.UniqueConstraint("token", name=op.f("uq_invitation_token")),
        sa.UniqueConstraint("uid", name=op.f("uq_invitation_uid")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_invitation_client_id"), "invitation", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_invitation_event_id"), "invitation", ["event_id"], unique=False, schema="vip"
    )
    op.create_table(
        "reply",
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("source", sa.String(length=24), nullable=False),
        sa.Column("received_at", types.UtcDateTime(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("raw_sha256", sa.String(length=64), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("attendee", sa.String(), nullable=False),
        sa.Column("partstat", sa.String(length=24), nullable=True),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("dtstamp", types.UtcDateTime(), nullable=True),
        sa.Column("verdict", sa.String(length=24), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["vip.invitation.id"], name=op.f("fk_reply_invitation_id")
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["vip.staff.id"], name=op.f("fk_reply_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("message_id", name=op.f("uq_reply_message_id")),
        schema="vip",
    )
    op.create_index(
        "ix_reply_invitation_id_received_at",
        "reply",
        ["invitation_id", "received_at"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_reply_raw_sha256"), "reply", ["raw_sha256"], unique=False, schema="vip"
    )
    op.create_index("ix_reply_verdict", "reply", ["verdict"], unique=False, schema="vip")
    op.create_table(
        "invite_hold",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("review_on", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_invite_hold_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite_hold")),
        sa.UniqueConstraint("client_id", name=op.f("uq_invite_hold_client_id")),
        schema="vip",
    )
    op.create_table(
        "outbox_message",
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("topic", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("not_before", types.UtcDateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("claimed_until", types.UtcDateTime(), nullable=True),
        sa.Column("error_code", sa.String(length=60), nullable=False),
        sa.Column("sent_at", types.UtcDateTime(), nullable=True),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_outbox_message_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"], ["vip.invitation.id"], name=op.f("fk_outbox_message_invitation_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["vip.staff.id"], name=op.f("fk_outbox_message_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox_message")),
        sa.UniqueConstraint("message_id", name=op.f("uq_outbox_message_message_id")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_outbox_message_client_id"),
        "outbox_message",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_outbox_message_invitation_id"),
        "outbox_message",
        ["invitation_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        "ix_outbox_message_state_not_before",
        "outbox_message",
        ["state", "not_before"],
        unique=False,
        schema="vip",
    )
