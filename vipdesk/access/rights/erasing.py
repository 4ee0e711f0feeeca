"""Erasure and retention on a server: words that nobody may touch row by row.

What is erased is `privacy.holdings`; a test plants a word in every column and runs both ways.
A head or an executive may erase also what they may not read: nothing is told of it. The record
and the journal are written here, so that no call leaves an erasure that a restore forgets.
"""

from __future__ import annotations

from vipdesk.access.rights.procedure import Procedure
from vipdesk.vocabulary import ErasureGround, Role

_LEADERS = (Role.HEAD, Role.EXECUTIVE)
_OPEN = "'registered', 'acked', 'in_work', 'wait_client', 'answered'"
_GROUNDS = ", ".join(f"'{ground}'" for ground in ErasureGround)
_WORDS = """
            UPDATE vip_private.case_event x SET text = '', payload = '{}'
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.complaint_promise x SET text = '' WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.complaint_pause x SET reason = '' WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.complaint_flag x SET instruction = ''
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.letter x SET slots = '{}', draft = '', body = ''
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.follow_up x SET said = '', version = x.version + 1
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.root_cause x SET whys = '[]', version = x.version + 1
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.compensation_grant x SET reason = '', delivered_how = '',
                number = NULL, version = x.version + 1 WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.compensation_option x SET title = '', title_en = ''
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.department_task x SET extract = '–', question = '', answer = '',
                version = x.version + 1 WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.case_paper x SET name = '', size = 0, content = ''::bytea
                WHERE x.complaint_id = ANY (cases);
            UPDATE vip_private.complaint x SET words_of_client = '–', wish_of_client = '',
                reach_when = '', summary = '', place = '', version = x.version + 1
                WHERE x.id = ANY (cases);"""
_MESSAGE = """content = ''::bytea, address = '', message_id = NULL, override_reason = '',
                overruled = '',
                error_code = '', claimed_until = NULL,
                fence = x.fence + CASE WHEN x.state IN ('held', 'queued', 'claimed', 'to_do',
                    'failed', 'review') THEN 1 ELSE 0 END,
                state = CASE WHEN x.state IN ('held', 'queued', 'claimed', 'to_do', 'failed',
                    'review') THEN 'cancelled' ELSE x.state END"""

ERASE_CLIENT = Procedure(
    "erase_client(uuid, integer, text)",
    _LEADERS,
    f"""CREATE OR REPLACE FUNCTION vip_api.erase_client(
            p_id uuid, p_keep_days integer, p_ground text)
        RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE keys uuid[]; cases uuid[]; sent uuid[];
            me text := COALESCE(vip_api.me()::text, session_user::text);
        BEGIN
            IF p_ground IS NULL OR p_ground NOT IN ({_GROUNDS}) OR p_keep_days IS NULL THEN
                RAISE EXCEPTION 'no such ground' USING ERRCODE = '22023';
            END IF;
            PERFORM 1 FROM vip.client c WHERE c.id = p_id FOR UPDATE;
            IF NOT FOUND THEN RETURN; END IF;
            IF NOT EXISTS (SELECT 1 FROM vip_audit.erasure_record e WHERE e.client_id = p_id) THEN
                INSERT INTO vip_audit.erasure_record (client_id, erased_at, erased_by, ground)
                    VALUES (p_id, pg_catalog.now(), me, p_ground);
            END IF;
            INSERT INTO vip_audit.journal_entry
                (at, actor, verb, object_table, object_id, fields, prev_hash, hash)
                VALUES (pg_catalog.now(), me, 'erase_client', 'client', p_id, p_ground, '', '');
            sent := ARRAY(SELECT i.id FROM vip.invitation i WHERE i.client_id = p_id);
            cases := ARRAY(SELECT c.id FROM vip_private.complaint c WHERE c.client_id = p_id);
            keys := sent || cases || p_id
                || ARRAY(SELECT x.id FROM vip.promise x WHERE x.client_id = p_id)
                || ARRAY(SELECT x.id FROM vip.interaction x WHERE x.client_id = p_id)
                || ARRAY(SELECT x.id FROM vip.off_hours_request x WHERE x.client_id = p_id)
                || ARRAY(SELECT x.id FROM vip.status_card x WHERE x.client_id = p_id)
                || ARRAY(SELECT x.id FROM vip.guest x WHERE x.client_id = p_id)
                || ARRAY(SELECT x.id FROM vip.outbox_message x WHERE x.client_id = p_id)
                || ARRAY(SELECT x.id FROM vip_private.private_message x WHERE x.client_id = p_id);
            DELETE FROM vip.draft d WHERE EXISTS (SELECT 1 FROM pg_catalog.unnest(keys) k
                WHERE pg_catalog.concat(d.form, ' ', d.object_id, ' ', d."values"::text)
                    LIKE '%' || k::text || '%');
            DELETE FROM vip_private.private_draft d WHERE EXISTS
                (SELECT 1 FROM pg_catalog.unnest(keys) k
                WHERE pg_catalog.concat(d.form, ' ', d.object_id, ' ', d."values"::text)
                    LIKE '%' || k::text || '%');
            DELETE FROM vip.search_entry x WHERE x.object_id = ANY (keys);
            DELETE FROM vip.snooze x WHERE x.object_id = ANY (keys);
            UPDATE vip.person_around x SET name = '', phone = '', email = '', note = '',
                other_client_id = NULL, may_act = false, until = CURRENT_DATE - 1,
                version = x.version + 1
                WHERE x.other_client_id = p_id AND x.id IN (SELECT p.via_person_id
                    FROM vip.channel_preference p
                    WHERE p.via_person_id IS NOT NULL AND p.client_id <> p_id);
            DELETE FROM vip.handover x WHERE x.client_id = p_id;
            DELETE FROM vip.delegation x WHERE x.client_id = p_id;
            UPDATE vip.reply x SET raw = NULL, attendee = '', note = '', message_id = NULL
                WHERE x.invitation_id IS NULL AND x.attendee IN (SELECT c.normalised
                    FROM vip.contact_point c WHERE c.client_id = p_id AND c.normalised <> '');
            DELETE FROM vip.contact_point x WHERE x.client_id = p_id;
            DELETE FROM vip.channel_preference x WHERE x.client_id = p_id;
            DELETE FROM vip.invite_hold x WHERE x.client_id = p_id;
            DELETE FROM vip.person_around x WHERE x.client_id = p_id OR x.other_client_id = p_id;
            DELETE FROM vip.declined_link x WHERE x.client_id = p_id OR x.other_client_id = p_id;
            DELETE FROM vip.introduction x WHERE x.client_id = p_id OR x.other_client_id = p_id;
            DELETE FROM vip.client_merge x WHERE x.client_id = p_id OR x.other_client_id = p_id;
            DELETE FROM vip.not_the_same x WHERE x.client_id = p_id OR x.other_client_id = p_id;
            DELETE FROM vip.name_form x WHERE x.client_id = p_id;
            DELETE FROM vip.client_date x WHERE x.client_id = p_id;
            DELETE FROM vip.client_photo x WHERE x.client_id = p_id;
            DELETE FROM vip.fact x WHERE x.client_id = p_id;
            DELETE FROM vip.interest x WHERE x.client_id = p_id;
            DELETE FROM vip.promise x WHERE x.client_id = p_id;
            DELETE FROM vip.interaction x WHERE x.client_id = p_id;
            DELETE FROM vip.invitation_choice x WHERE x.client_id = p_id;
            DELETE FROM vip.seat x WHERE x.client_id = p_id;
            DELETE FROM vip.door_scan x WHERE x.client_id = p_id;
            DELETE FROM vip.feedback x WHERE x.client_id = p_id;
            DELETE FROM vip.waiting_entry x WHERE x.client_id = p_id;
            DELETE FROM vip.credit_line x WHERE x.client_id = p_id;
            DELETE FROM vip.snapshot_name x WHERE x.client_id = p_id;
            DELETE FROM vip.purchase x WHERE x.client_id = p_id;
            DELETE FROM vip.gift x WHERE x.client_id = p_id;
            DELETE FROM vip.off_hours_request x WHERE x.client_id = p_id;
            DELETE FROM vip.benefit_option x WHERE x.client_id = p_id;
            UPDATE vip.benefit_use x SET reason = '', offer_id = NULL, version = x.version + 1
                WHERE x.client_id = p_id;
            DELETE FROM vip.benefit_offer x WHERE x.client_id = p_id;
            DELETE FROM vip_private.health_snapshot x WHERE x.client_id = p_id;
            DELETE FROM vip_private.staff_relative x WHERE x.client_id = p_id;
            DELETE FROM vip_private.hold_source x WHERE x.complaint_id = ANY (cases);
            UPDATE vip.consent x SET evidence = '', document = '', heard_by_id = NULL
                WHERE x.client_id = p_id;
            UPDATE vip.guest x SET reason = '', door_note = '', version = x.version + 1
                WHERE x.client_id = p_id;
            UPDATE vip.reply x SET raw = NULL, attendee = '', note = '', message_id = NULL
                WHERE x.invitation_id = ANY (sent);
            UPDATE vip.status_card x SET name_on_card = '', latin_on_card = '', handed_to = '',
                reason = '', state = 'void', version = x.version + 1 WHERE x.client_id = p_id;
            UPDATE vip.outbox_message x SET {_MESSAGE} WHERE x.client_id = p_id;
            UPDATE vip_private.private_message x SET {_MESSAGE} WHERE x.client_id = p_id;
            cases := ARRAY(SELECT c.id FROM vip_private.complaint c WHERE c.client_id = p_id
                AND c.state NOT IN ({_OPEN}) AND (c.closed_at IS NULL OR c.closed_at
                    <= pg_catalog.now() - pg_catalog.make_interval(days => p_keep_days)));
            {_WORDS}
            UPDATE vip.client x SET surname = 'Удалённый клиент', given = '', patronymic = '',
                latin_name = 'Erased client', title = '', gender = NULL, formality = 2,
                languages = '[]', birth_year = NULL, birth_month = NULL, birth_day = NULL,
                company = '', position = '', city = '', time_zone = NULL, present_zone = NULL,
                present_until = NULL, tier_id = NULL, manager_id = NULL, deputy_id = NULL,
                member_since = NULL, cadence_days = NULL, manner = '', official = false,
                mourning_until = NULL, last_contact_at = NULL, sort_key = '',
                import_batch_id = NULL, restricted_at = NULL, erased_at = pg_catalog.now(),
                left_on = COALESCE(x.left_on, CURRENT_DATE), version = x.version + 1
                WHERE x.id = p_id;
        END $$""",
)
EMPTY_CASES = Procedure(
    "empty_closed_complaints(timestamptz, text)",
    _LEADERS,
    f"""CREATE OR REPLACE FUNCTION vip_api.empty_closed_complaints(
            p_before timestamptz, p_reason text)
        RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE cases uuid[]; me uuid := vip_api.me(); told integer;
        BEGIN
            cases := ARRAY(SELECT c.id FROM vip_private.complaint c
                WHERE c.state NOT IN ({_OPEN}) AND c.closed_at < p_before
                AND c.words_of_client <> '–' AND c.client_id NOT IN
                    (SELECT x.id FROM vip.client x WHERE x.restricted_at IS NOT NULL));
            {_WORDS}
            -- Those about who empties are emptied, and not spoken of.
            SELECT pg_catalog.count(*) INTO told FROM vip_private.complaint c
                WHERE c.id = ANY (cases) AND c.about_staff_id IS DISTINCT FROM me;
            INSERT INTO vip_audit.journal_entry (at, actor, verb, object_table, object_id, fields,
                    reason, prev_hash, hash)
                VALUES (pg_catalog.now(), COALESCE(me::text, session_user::text), 'run_retention',
                    'retention', NULL, 'complaint_closed,' || told,
                    pg_catalog.left(COALESCE(p_reason, ''), 200), '', '');
        END $$""",
)
ERASING = (ERASE_CLIENT, EMPTY_CASES)
# What these need beyond what the owner of the procedures may do already.
ERASER_MAY = {
    "promise": "d", "handover": "d", "delegation": "sd", "search_entry": "d", "person_around": "ud",
    "invite_hold": "d", "hold_source": "d", "staff_relative": "sd",
    "health_snapshot": "d", "contact_point": "sd",
    "channel_preference": "sd", "fact": "sd", "interest": "sd", "interaction": "sd",
    "name_form": "sd", "client_date": "sd", "client_photo": "sd", "declined_link": "sd",
    "client_merge": "sd", "not_the_same": "sd", "introduction": "sd",
    "invitation_choice": "sd", "seat": "sd", "door_scan": "sd", "feedback": "sd",
    "waiting_entry": "sd", "credit_line": "sd", "snapshot_name": "sd",
    "purchase": "sd", "draft": "sd", "snooze": "sd", "consent": "su", "guest": "su",
    "erasure_record": "si", "invitation": "s", "reply": "su", "status_card": "su",
    "outbox_message": "su", "gift": "sd", "off_hours_request": "sd",
    "benefit_option": "sd", "benefit_offer": "sd",
    "benefit_use": "su",
}  # fmt: skip
