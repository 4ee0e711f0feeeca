"""The journal in people's words: what each verb did (`journal_tables`: to what).

Sentences name the deed, not the person: who did it stands beside them.
"""

from __future__ import annotations

from enum import StrEnum

from vipdesk.access.journal import ChainReport, Fault
from vipdesk.wording import Say, Who, say


class Deed(StrEnum):
    """Kinds of deeds, as the journal's filter offers them."""

    LOOK = "look"  # something private was opened
    TAKE = "take"  # data left the desk: exports and prints
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    SEND = "send"  # a message, an invitation, an answer
    RULE = "rule"  # staff, rights, keys, the club itself


DEEDS: dict[Deed, Say] = {
    Deed.LOOK: say("Private things opened"),
    Deed.TAKE: say("Exports and prints"),
    Deed.ADD: say("Added"),
    Deed.CHANGE: say("Changed"),
    Deed.REMOVE: say("Removed"),
    Deed.SEND: say("Sent"),
    Deed.RULE: say("Club and rights"),
}

_L, _T, _A, _C, _R, _S, _U = Deed

VERBS: dict[str, tuple[Deed, Say]] = {
    # The private track: rules, ends, levels
    "change_track_policy": (_U, say("Deadlines of the private track changed")),
    "end_unresolved": (_C, say("Complaint ended without agreement")),
    "withdraw_complaint": (_C, say("Complaint withdrawn by the client")),
    "reclassify_complaint": (_C, say("Complaint reclassified")),
    "void_complaint": (_C, say("Complaint made void")),
    "mark_duplicate": (_C, say("Complaints joined")),
    "decide_escalation": (_C, say("Complaint moved up was decided")),
    "climb_flag": (_C, say("Flag passed to the deputy")),
    # Clients
    "add_client": (_A, say("Client added")),
    "change_client": (_C, say("Client changed")),
    "remove_client": (_R, say("Client removed")),
    "merge_imported": (_C, say("Client completed from a file")),
    "import_clients": (_A, say("Clients imported")),
    "undo_import": (_R, say("Import taken back")),
    "merge_clients": (_C, say("Two clients merged")),
    "unmerge_clients": (_C, say("Merge taken back")),
    "remember_columns": (_C, say("Columns of a list set")),
    "say_not_the_same": (_A, say("Two clients told apart")),
    "undo_not_the_same": (_R, say("Two clients told apart taken back")),
    "export_clients": (_T, say("Clients exported")),
    "add_contact_point": (_A, say("Phone or address added")),
    "prefer_contact_point": (_C, say("Phone or address preferred")),
    "remove_contact_point": (_R, say("Phone or address removed")),
    "add_preference": (_A, say("Rule of contact added")),
    "remove_preference": (_R, say("Rule of contact removed")),
    "give_consent": (_A, say("Consent given")),
    "withdraw_consent": (_C, say("Consent withdrawn")),
    "add_fact": (_A, say("Fact added")),
    "confirm_fact": (_C, say("Fact confirmed")),
    "end_fact": (_C, say("Fact ended")),
    "reopen_fact": (_C, say("Fact taken up again")),
    "add_purchase": (_A, say("Purchase noted")),
    "add_benefit": (_A, say("Benefit added to the catalogue")),
    "change_benefit": (_C, say("Benefit of the catalogue changed")),
    "retire_benefit": (_R, say("Benefit taken out of the catalogue")),
    "bring_back_benefit": (_C, say("Benefit back in the catalogue")),
    "open_choice": (_A, say("Choice of benefits offered")),
    "withdraw_choice": (_R, say("Choice of benefits withdrawn")),
    "choose_benefits": (_C, say("The client’s choice noted")),
    "take_back_choice": (_C, say("The client’s choice taken back")),
    "take_benefit": (_A, say("Benefit taken by the client")),
    "return_benefit": (_R, say("Benefit given back")),
    "use_benefit": (_C, say("Benefit used")),
    "add_gift": (_A, say("Gift noted")),
    "remove_gift": (_R, say("Gift removed")),
    "ask_off_hours": (_A, say("Request outside the hours noted")),
    "remove_off_hours": (_R, say("Request outside the hours removed")),
    "accept_off_hours": (_C, say("Request outside the hours taken on")),
    "finish_off_hours": (_C, say("Request outside the hours done")),
    "decline_off_hours": (_C, say("Request outside the hours declined")),
    "restore_off_hours": (_C, say("Request outside the hours as before")),
    "change_standards": (_C, say("Service standards changed")),
    "change_contact_policy": (_U, say("Hours and limits of contact changed")),
    "change_date_policy": (_U, say("Rules for clients’ days changed")),
    "readdress_message": (_C, say("Message addressed anew")),
    "change_gift_limit": (_C, say("Limit of gifts to officials changed")),
    "save_view": (_C, say("View of a list saved")),
    "remove_view": (_R, say("View of a list removed")),
    "add_interest": (_A, say("Interest added")),
    "remove_interest": (_R, say("Interest removed")),
    "lock_name_form": (_C, say("Form of a name written by hand")),
    "unlock_name_form": (_R, say("Form of a name left to the rules again")),
    "add_client_date": (_A, say("Day of a client added")),
    "change_client_date": (_C, say("Day of a client changed")),
    "remove_client_date": (_R, say("Day of a client removed")),
    "change_person_around": (_C, say("Person around the client changed")),
    "add_relation_type": (_A, say("Kind of relation added")),
    "remove_relation_type": (_R, say("Kind of relation removed")),
    "decline_link": (_A, say("Proposed relation declined")),
    "undo_decline_link": (_R, say("Declined relation proposed again")),
    "add_introduction": (_A, say("Wish to meet somebody noted")),
    "change_introduction": (_C, say("Introduction changed")),
    "remove_introduction": (_R, say("Wish to meet somebody removed")),
    "note_gender": (_C, say("Form of address noted")),
    "set_photo": (_C, say("Photo of the client set")),
    "remove_photo": (_R, say("Photo of the client removed")),
    "save_brief": (_S, say("Brief card saved as a file")),
    "change_fact": (_C, say("Fact corrected")),
    "add_person_around": (_A, say("Person around the client added")),
    "remove_person_around": (_R, say("Person around the client removed")),
    "log_interaction": (_A, say("Talk logged")),
    "remove_interaction": (_R, say("Talk removed")),
    "make_promise": (_A, say("Promise made")),
    "keep_promise": (_C, say("Promise kept")),
    "break_promise": (_C, say("Promise broken")),
    "release_promise": (_C, say("Promise released")),
    "renegotiate_promise": (_C, say("Promise renegotiated")),
    "reopen_promise": (_C, say("Promise reopened")),
    "restore_promise": (_C, say("Promise restored")),
    "remove_promise": (_R, say("Promise removed")),
    "snooze": (_C, say("Reminder put off")),
    "wake": (_C, say("Reminder back again")),
    "hand_over": (_C, say("Clients handed over")),
    "see_handover": (_C, say("Handover seen")),
    "unsee_handover": (_C, say("Handover marked as not seen")),
    "delegate": (_A, say("A colleague asked to take a reminder")),
    "take_delegation_back": (_C, say("Request to a colleague taken back")),
    "answer_delegation": (_C, say("Request of a colleague answered")),
    "reopen_delegation": (_C, say("Request of a colleague open again")),
    "see_delegation": (_C, say("Answer of a colleague seen")),
    "unsee_delegation": (_C, say("Answer of a colleague marked as not seen")),
    "take_handover_back": (_C, say("Handover taken back")),
    # Channels
    "put_message": (_A, say("Message prepared")),
    "override_contact": (_C, say("Quiet hours overruled")),
    "send_message": (_S, say("Message sent")),
    "send_again": (_S, say("Message sent again")),
    "fail_message": (_S, say("Message not delivered")),
    "lose_claim": (_C, say("Sending interrupted")),
    "mark_done": (_S, say("Call or letter marked as done")),
    "mark_not_done": (_C, say("Call or letter marked as not done")),
    "settle_review": (_C, say("Doubtful message settled")),
    "cancel_message": (_R, say("Message cancelled")),
    "restore_message": (_C, say("Message restored")),
    "change_mail_account": (_U, say("Mail account changed")),
    "change_mailbox": (_U, say("Mailbox of replies changed")),
    # Events
    "remind_guest": (_S, say("Guest reminded of an invitation")),
    "add_event": (_A, say("Event added")),
    "change_event": (_C, say("Event changed")),
    "move_event": (_C, say("Event moved on")),
    "add_session": (_A, say("Part of an event added")),
    "remove_session": (_R, say("Part of an event removed")),
    "change_session": (_C, say("Part of an event changed")),
    "remove_event": (_R, say("Draft of an event removed")),
    "add_kind": (_A, say("Kind of event added")),
    "change_kind": (_C, say("Kind of event renamed")),
    "remove_kind": (_R, say("Kind of event removed")),
    "retire_kind": (_C, say("Kind of event offered no more")),
    "restore_kind": (_C, say("Kind of event offered again")),
    "add_template": (_A, say("Template of an event kept")),
    "remove_template": (_R, say("Template of an event removed")),
    "add_course": (_A, say("Course added")),
    "remove_course": (_R, say("Course removed")),
    "put_in_course": (_C, say("Event put in a course")),
    "add_option": (_A, say("Choice for guests added")),
    "change_option": (_C, say("Choice for guests changed")),
    "remove_option": (_R, say("Choice for guests removed")),
    "choose_option": (_C, say("Guest’s choice noted")),
    "drop_choice": (_C, say("Guest’s choice taken back")),
    "choice_full": (_C, say("Guest’s choice not kept: its places were taken")),
    "set_budget": (_C, say("Budget of an event set")),
    "add_cost": (_A, say("Line of the budget added")),
    "change_cost": (_C, say("Line of the budget changed")),
    "remove_cost": (_R, say("Line of the budget removed")),
    "add_file": (_A, say("File of an event added")),
    "remove_file": (_R, say("File of an event removed")),
    "export_programme": (_S, say("Programme written to a file")),
    "add_venue": (_A, say("Venue added")),
    "change_venue": (_C, say("Venue changed")),
    "remove_venue": (_R, say("Venue removed")),
    "change_room": (_C, say("Tables of an event changed")),
    "change_seat_rules": (_C, say("Rules of the seating changed")),
    "seat_guests": (_C, say("Guests seated")),
    "move_seats": (_C, say("A guest’s seat changed")),
    "seal_door_list": (_C, say("Door list sealed")),
    "set_door_note": (_C, say("Words for the door noted")),
    "absorb_scans": (_A, say("Check-ins of the door taken in")),
    "note_attendance": (_C, say("Noted who came")),
    "set_lessons": (_C, say("Noted what to do differently")),
    "note_feedback": (_C, say("A guest’s answer noted")),
    "thank": (_A, say("A guest thanked")),
    "lock_seats": (_C, say("Seats locked or freed")),
    "print_seating": (_T, say("Seating printed")),
    "set_criteria": (_C, say("Conditions of the guest list changed")),
    "place_guest": (_A, say("Guest put on the list")),
    "unplace_guest": (_R, say("Guest taken off the list")),
    "change_allowance": (_C, say("Guest’s party changed")),
    "freeze_list": (_A, say("Guest list kept as it was sent")),
    "settle_credit": (_C, say("Shares of the seats settled")),
    "unsettle_credit": (_C, say("Settled shares taken back")),
    "set_rivals": (_C, say("Rival firms changed")),
    "add_waiting": (_A, say("Party put on the waiting list")),
    "remove_waiting": (_R, say("Party taken off the waiting list")),
    "rank_waiting": (_C, say("Place on the waiting list changed")),
    "change_waiting": (_C, say("Party on the waiting list changed")),
    "offer_again": (_S, say("Told again of free seats")),
    "offer_seats": (_S, say("Seats offered to a waiting party")),
    "answer_offer": (_C, say("Offer of seats answered")),
    "expire_offer": (_C, say("Offer of seats ran out")),
    "invite": (_S, say("Guest invited")),
    "take_back": (_C, say("Invitation taken back")),
    "tell_guest": (_S, say("Guest told of a change")),
    "bounce": (_C, say("Invitation came back")),
    "answer": (_C, say("Guest answered")),
    "receive_reply": (_A, say("Reply received")),
    "record_reply": (_A, say("Reply written down")),
    "remove_reply": (_R, say("Reply removed")),
    "decide_reply": (_C, say("Reply decided")),
    "undecide_reply": (_C, say("Decision on a reply taken back")),
    # Cards
    "request_card": (_A, say("Card requested")),
    "remove_card_request": (_R, say("Card request removed")),
    "approve_card": (_C, say("Card approved")),
    "withdraw_approval": (_C, say("Approval of a card withdrawn")),
    "issue_card": (_C, say("Card issued")),
    "hand_over_card": (_C, say("Card handed over")),
    "replace_card": (_C, say("Card replaced")),
    "void_card": (_C, say("Card made void")),
    "expire_card": (_C, say("Card expired")),
    "sign_cards": (_C, say("Cards signed")),
    "print_card": (_T, say("Card printed or saved")),
    "make_card_key": (_U, say("Key for cards made")),
    # The private track
    "file_complaint": (_A, say("Complaint filed")),
    "read_complaint": (_L, say("Complaint opened")),
    "read_restricted": (_L, say("Restricted complaint opened")),
    "move_complaint": (_C, say("Complaint moved on")),
    "wait_for_client": (_C, say("Complaint waits for the client")),
    "resolve_complaint": (_C, say("Complaint resolved")),
    "close_complaint": (_C, say("Complaint closed")),
    "reopen_complaint": (_C, say("Complaint reopened")),
    "escalate_complaint": (_C, say("Complaint escalated")),
    "change_severity": (_C, say("Severity changed")),
    "give_complaint": (_C, say("Case given to another owner")),
    "log_contact": (_A, say("Contact logged")),
    "add_case_note": (_A, say("Note on the case added")),
    "sign_answer": (_C, say("Answer signed")),
    "note_reading": (_A, say("Read by a lawyer")),
    "answer_complaint": (_S, say("Complaint answered")),
    "write_first_reply": (_S, say("First reply written")),
    "add_paper": (_A, say("Document of a case added")),
    "read_paper": (_L, say("Document of a case looked at")),
    "save_paper": (_T, say("Document of a case saved as a file")),
    "remove_paper": (_R, say("Document of a case removed")),
    "print_letter": (_T, say("Letter of a case printed or saved")),
    "write_letter": (_S, say("Letter to the client written")),
    "note_follow_up": (_C, say("Talk after a complaint noted")),
    "miss_follow_up": (_C, say("Client not reached for the talk")),
    "decline_follow_up": (_C, say("Client wishes no talk afterwards")),
    "change_compensation_limit": (_C, say("Limit of compensation changed")),
    "estimate_loss": (_C, say("Loss of a client estimated")),
    "add_compensation_item": (_C, say("Entry of the compensation catalogue added")),
    "change_compensation_item": (_C, say("Entry of the compensation catalogue changed")),
    "offer_compensation": (_C, say("Compensation offered")),
    "sign_compensation": (_C, say("Compensation signed")),
    "accept_compensation": (_C, say("Compensation chosen by the client")),
    "deliver_compensation": (_C, say("Compensation delivered")),
    "declare_relative": (_A, say("Own relative among the clients declared")),
    "remove_relative": (_R, say("Declared relative taken back")),
    "draw_sample": (_C, say("Compensation chosen for a look")),
    "release_compensation": (_C, say("Compensation not taken")),
    "give_task": (_C, say("Department asked")),
    "ask_back": (_C, say("Question of a department noted")),
    "answer_department": (_C, say("Department answered")),
    "finish_task": (_C, say("Task of a department done")),
    "reopen_task": (_C, say("Task of a department opened again")),
    "take_back_task": (_C, say("Task of a department taken back")),
    "code_cause": (_C, say("Cause of a complaint named")),
    "open_problem": (_A, say("Problem opened")),
    "change_problem": (_C, say("Problem changed")),
    "solve_problem": (_C, say("Problem solved")),
    "gather_causes": (_C, say("Cases gathered in a problem")),
    "add_action": (_A, say("Corrective action added")),
    "finish_action": (_C, say("Corrective action done")),
    "check_effect": (_C, say("Effect of an action checked")),
    "publish_lesson": (_A, say("Lesson published")),
    "withdraw_lesson": (_R, say("Lesson withdrawn")),
    "raise_flag": (_A, say("Management flagged")),
    "acknowledge_flag": (_C, say("Flag seen")),
    "miss_clock": (_C, say("Deadline missed")),
    "place_hold": (_A, say("Invitations held")),
    "release_hold": (_C, say("Hold of invitations ends soon")),
    "keep_hold": (_C, say("Hold of invitations kept")),
    "lift_hold": (_R, say("Hold of invitations lifted")),
    # Privacy
    "ask_privacy": (_A, say("Privacy request received")),
    "close_correction": (_C, say("Correction settled")),
    "answer_access": (_C, say("Dossier given out")),
    "restrict_client": (_C, say("Client’s data restricted")),
    "lift_restriction": (_C, say("Restriction of data lifted")),
    "erase_client": (_R, say("Client’s data erased")),
    "run_retention": (_R, say("Old data erased")),
    "change_retention": (_U, say("Term of keeping changed")),
    "change_special_fields": (_U, say("Special data switched")),
    # Health, the club, the journal
    "take_health_snapshot": (_A, say("Health scores kept")),
    "export_health_report": (_T, say("Executive’s page saved")),
    "export_complaints": (_T, say("Complaints exported")),
    "export_complaint_statistics": (_T, say("Statistics of complaints exported")),
    "export_journal": (_T, say("Journal exported")),
    "change_club": (_U, say("Words of the club changed")),
    "add_colleague": (_U, say("Colleague added")),
    "change_colleague": (_U, say("Colleague changed")),
    "remove_colleague": (_U, say("Colleague removed")),
    "add_person": (_U, say("Colleague given a login")),
    "give_login": (_U, say("Colleague given a login")),
    "move_vault": (_U, say("Vault moved into the team")),
    "revoke_person": (_U, say("Login revoked")),
    "change_password": (_U, say("Password of a login changed")),
    "change_own_password": (_U, say("Own password changed")),
    "let_go": (_U, say("Colleague left the club")),
    "take_colleague_back": (_U, say("Colleague is back in the club")),
    "deputise": (_U, say("Deputy named")),
    "end_absence": (_U, say("Absence ended")),
    "restore_backup": (_U, say("Restored from a backup")),
    "keep_secret": (_U, say("Secret kept in the vault")),
    "forget_secret": (_U, say("Secret forgotten")),
    "change_passphrase": (_U, say("Passphrase changed")),
    "replace_recovery_key": (_U, say("Recovery key replaced")),
    "keep_in_keyring": (_U, say("Keyring switched on")),
    "leave_keyring": (_U, say("Keyring switched off")),
    "found_club": (_U, say("Club founded")),
    "demo.generated": (_A, say("Demonstration club made")),
}

ACTORS: dict[str, Say] = {
    "demo": say("Demonstration"),
    "restore": say("Restore of a backup"),
}


def actor_words(actor: str) -> Say | Who:
    """Who did it, where it was nobody of the staff: a job, or a login of the database."""
    return ACTORS.get(actor) or Who(actor)


def verdict_words(report: ChainReport) -> tuple[Say, ...]:
    """What the check of the journal found, for people: the verdict first."""
    if report.fault is Fault.CHANGED:
        verdict = say("Entry {number} was changed after it was written.", number=report.broken_at)
    elif report.fault is Fault.MOVED:
        verdict = say(
            "Before entry {number} something was removed, put in or moved.",
            number=report.broken_at,
        )
    elif report.fault is Fault.LOST:
        verdict = say("Entries that were there before are gone: the journal was cut or rewritten.")
    else:
        verdict = say("The journal is whole: nothing was changed, removed or moved.")
    said = [verdict]
    days = [h.at.date() for h in report.lost if h.at is not None]
    if days:
        said.append(say("It no longer agrees with what was kept on {day}.", day=min(days)))
    if report.restored_at is not None:
        said.append(
            say(
                "A backup was restored on {day}: what was written between the backup and that day "
                "is not in the journal.",
                day=report.restored_at.date(),
            )
        )
    return tuple(said)


def verb_words(verb: str) -> Say:
    """What a verb did; a verb of a newer desk is shown as it stands in the journal."""
    known = VERBS.get(verb)
    return known[1] if known is not None else say("Unknown deed “{verb}”", verb=verb)


def deed_of(verb: str) -> Deed | None:
    """Which kind of deed a verb is; None for a verb of a newer desk."""
    return VERBS[verb][0] if verb in VERBS else None


def verbs_of(deed: Deed) -> tuple[str, ...]:
    """All verbs of a kind."""
    return tuple(verb for verb, (kind, _) in VERBS.items() if kind is deed)
