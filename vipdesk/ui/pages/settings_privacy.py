"""Settings: how long what is kept, what is too old now, and whether special data is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QShowEvent

from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Tone
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Check
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.changes import Changes
    from vipdesk.privacy.retention import RuleDue
    from vipdesk.privacy.rules import Rule
    from vipdesk.ui.context import Context, Text


class PrivacyCard(Card):
    """Rules with their days; the dry run beside them; the switch for health, diet and faith."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Privacy: what is kept, and how long"))
        self.due: dict[str, RuleDue] = {}
        self.leads = False
        self._build()
        context.changed.connect(self._on_changed)
        context.language_changed.connect(self.reload)

    def _build(self) -> None:
        context = self.context
        self.special = Check(context, say("The club keeps health, diet and faith of clients"))
        self.special.edited.connect(self._on_special)
        self.table = Table(context, say("Rules"), self._columns(), key=_code, frameless=True)
        self.table.setFixedHeight(context.look.px(32 + 36 * 7 + 8))
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.basis = Body(context, "", ink="text2", wrap=True)
        self.look = Button(context, say("Count what is too old"), icon="search", on=self.dry_run)
        self.change = Button(context, say("Other days…"), icon="edit", on=self._on_change)
        self.run = Button(
            context, say("Erase what is too old…"), kind="danger", icon="trash", on=self._on_run
        )
        words = say("Each period is an example. A lawyer must confirm it before it is used.")
        self.add(Caption(context, words, ink="warning", wrap=True), self.table, self.basis)
        self.add(row(self.look, self.change, self.run, None, gap=8), 8)
        hidden = say("What was noted before stays hidden while this is off; it is not erased.")
        self.add(self.special, Caption(context, hidden, ink="text2", wrap=True))
        self._allow()

    def _columns(self) -> tuple[Column[Any], ...]:
        return (
            Column(say("What"), _name, stretch=True, width=280, strong=True),
            Column(say("Kept for"), self._days, width=150),
            Column(say("Too old now"), self._count, width=140, badge=self._tone),
        )

    def _days(self, rule: Rule) -> Text:
        return say("without a limit") if rule.days is None else say("{n} days", n=rule.days)

    def _count(self, rule: Rule) -> Text:
        due = self.due.get(rule.code)
        return "" if due is None else str(due.count)

    def _tone(self, rule: Rule) -> Tone | None:
        due = self.due.get(rule.code)
        return Tone.WARNING if due is not None and due.count else None

    # Reading -----------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read the rules."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Ask for the rules and the switch."""
        if self.isVisible() and self.context.runner.office is not None:
            self.context.runner.read(_read, self._show, owner=self, topic="rules")

    def dry_run(self) -> None:
        """Count; nothing is changed."""
        from vipdesk.privacy.retention import preview_retention

        self.context.runner.read(preview_retention, self._show_due, owner=self, topic="due")

    def _show(self, found: tuple[tuple[Rule, ...], bool, bool]) -> None:
        rules, special, self.leads = found
        self.special.set_value(special)
        self.table.show_rows(rules)
        self._allow()

    def _show_due(self, found: tuple[RuleDue, ...]) -> None:
        self.due = {d.code: d for d in found}
        self.reload()

    # Doing -------------------------------------------------------------------------------------

    def _allow(self) -> None:
        reason = say("The head of VIP service or an executive does this.")
        chosen = self.table.chosen_row() is not None
        self.look.allow(self.leads, reason)
        self.change.allow(self.leads and chosen, say("Choose a rule.") if self.leads else reason)
        due = any(d.count for d in self.due.values())
        self.run.allow(
            self.leads and due,
            say("Count first: nothing is known to be too old.") if self.leads else reason,
        )
        self.special.setEnabled(self.leads)

    def _on_chosen(self, rule: Rule | None) -> None:
        text = rule.basis(self.context.settings.lang) if rule is not None else ""
        self.basis.show_text(text)
        self._allow()

    def _on_opened(self, rule: Rule) -> None:
        if self.leads:
            self._open_rule(rule)

    def _on_change(self) -> None:
        rule = self.table.chosen_row()
        if rule is not None:
            self._open_rule(rule)

    def _open_rule(self, rule: Rule) -> None:
        from vipdesk.ui.dialogs.privacy_dialogs import RuleDialog

        RuleDialog(self.context, rule, self).open()

    def _on_run(self) -> None:
        from vipdesk.ui.dialogs.privacy_dialogs import RetentionDialog

        codes = tuple(d.code for d in self.due.values() if d.count)
        count = sum(d.count for d in self.due.values())
        if codes:
            dialog = RetentionDialog(self.context, codes, count, self)
            dialog.accepted.connect(self.dry_run)
            dialog.open()

    def _on_special(self) -> None:
        from vipdesk.privacy.rules import change_special_fields

        change = partial(change_special_fields, on=self.special.value())
        self.context.runner.write(change, owner=self, said=say("Saved."), undo=_special_back)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("club_setting"):
            self.reload()


def _code(rule: Rule) -> str:
    return str(rule.code)


def _name(rule: Rule) -> Text:
    from vipdesk.privacy.rules import RULE_NAMES

    return RULE_NAMES[rule.code]


def _read(desk: Any) -> tuple[tuple[Rule, ...], bool, bool]:
    from vipdesk.clients.special import keeps_special
    from vipdesk.privacy.rules import rules_of
    from vipdesk.privacy.sight import is_leader

    return rules_of(desk).rules, keeps_special(desk), is_leader(desk)


def _special_back(desk: Any, before: bool) -> object:  # noqa: FBT001 the verb's own result
    from vipdesk.privacy.rules import change_special_fields

    return change_special_fields(desk, on=before)
