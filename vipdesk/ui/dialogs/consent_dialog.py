"""What a client agrees to: several purposes in one sheet, and taking them back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.clients import consents
from vipdesk.clients.consents import ConsentFields, consent_texts
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.vocabulary import ConsentForm, Topic, label
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context

# What the gate asks for comes first.
_FIRST = (Topic.INVITATION, Topic.OFFER, Topic.GREETING)
_REST = (Topic.PERSONAL, Topic.CARD, Topic.SERVICE)


def _check(topic: Topic, *, value: bool = False, folded: bool = False) -> Field:
    return Field(f"topic_{topic}", label(topic), "check", value=value, folded=folded)


def _chosen(values: dict[str, Any]) -> tuple[Topic, ...]:
    return tuple(t for t in Topic if values.get(f"topic_{t}"))


def _forms() -> tuple[tuple[object, Any], ...]:
    return tuple((f, label(f)) for f in ConsentForm)


class ConsentDialog(Dialog):
    """The client agrees. As it opens: said in person, today, by the person at work."""

    def __init__(
        self, context: Context, client_id: UUID, standing: frozenset[Topic], parent: QWidget
    ) -> None:
        self.client_id = client_id
        super().__init__(
            context, say("Consent of the client"), primary=say("Note the consent"), parent=parent,
            width=600, draft=f"consent:{client_id}",
            rows=(
                tuple(_check(t) for t in _FIRST),
                tuple(_check(t, folded=True) for t in _REST),
                (
                    Field("form", say("How the client said so"), "choice", choices=_forms(),
                          value=ConsentForm.IN_PERSON),
                    Field("said_on", say("On what day"), "date", value=context.format.today()),
                ),
                Field("document", say("Signed paper"), hint=say("number, or where it is kept")),
                Field("evidence", say("Remark"), hint=say("which letter, who said it")),
            ),
        )  # fmt: skip
        for topic in standing:
            field = self.form.fields.get(f"topic_{topic}")
            if field is not None:
                field.setEnabled(False)
                field.setToolTip(context.words("Agreed to already."))

    def _build(self) -> None:
        """The words themselves: the manager reads them out."""
        lang = self.context.settings.lang
        texts = consent_texts()
        self.body.addWidget(
            Caption(
                self.context, say("The words, version {version}", version=texts.version),
                ink="text3",
            )
        )  # fmt: skip
        for topic in (*_FIRST, *_REST):
            said = say("{purpose}: {words}", purpose=label(topic),
                       words=texts.texts[topic].shown(Lang(lang)))  # fmt: skip
            self.body.addWidget(Body(self.context, said, ink="text2", wrap=True))
        self.body.addWidget(Caption(self.context, texts.note(Lang(lang)), ink="warning", wrap=True))

    def submit(self) -> None:
        """Note them all."""
        v = self.form.values()
        fields = ConsentFields(
            v["form"], said_on=v["said_on"], document=v["document"], evidence=v["evidence"]
        )
        note = partial(
            consents.note_consents, client_id=self.client_id, topics=_chosen(v), fields=fields
        )
        self.write(note, said=say("Consent noted."))


class WithdrawDialog(Dialog):
    """The client takes something back. It holds from this moment."""

    def __init__(
        self, context: Context, client_id: UUID, standing: frozenset[Topic], parent: QWidget
    ) -> None:
        self.client_id = client_id
        topics = tuple(t for t in Topic if t in standing)
        one = len(topics) == 1
        super().__init__(
            context, say("The client takes back"), primary=say("Take back"), parent=parent,
            rows=(
                *(_check(t, value=one) for t in topics),
                (
                    Field("form", say("How the client said so"), "choice", choices=_forms(),
                          value=ConsentForm.IN_PERSON),
                    Field("evidence", say("Remark")),
                ),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        sentence = say("What waits in the outbox on these matters does not leave.")
        self.body.addWidget(Caption(self.context, sentence, ink="text2", wrap=True))

    def submit(self) -> None:
        """Write it down."""
        v = self.form.values()
        fields = ConsentFields(v["form"], evidence=v["evidence"])
        take = partial(
            consents.withdraw_consents, client_id=self.client_id, topics=_chosen(v), fields=fields
        )
        self.write(take, said=say("Taken back: nothing of this leaves any more."))
