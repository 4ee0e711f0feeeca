"""Sheets of a client's rights: dossier, correction, restriction, erasure; and retention."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QFileDialog, QWidget

from vipdesk.privacy import erasure, requests, restriction
from vipdesk.privacy import retention as retention_verbs
from vipdesk.privacy.dossier import DossierFor, make_dossier
from vipdesk.privacy.field_names import FIELD_NAMES, TABLE_NAMES
from vipdesk.privacy.rules import RULE_NAMES, RuleCode, change_rule, shipped
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.card import column, hairline
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption, Strong
from vipdesk.ui.widgets.speaking import repolish
from vipdesk.vocabulary import Channel, ErasureGround, RestrictionGround, Settled, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.privacy.dossier import Dossier
    from vipdesk.privacy.erasure import ErasurePreview, Line
    from vipdesk.privacy.rules import Rule
    from vipdesk.ui.context import Context
    from vipdesk.ui.widgets.buttons import Button

_CHANNELS: tuple[tuple[object, Any], ...] = tuple(
    (c, label(c)) for c in (Channel.IN_PERSON, Channel.PHONE, Channel.EMAIL, Channel.LETTER)
)
_FOR: tuple[tuple[object, Any], ...] = (
    (DossierFor.CLIENT, say("The client, who asked for it")),
    (DossierFor.AUTHORITY, say("An authority that may ask")),
    (DossierFor.INTERNAL, say("The club itself")),
)
_FILES: tuple[tuple[object, Any], ...] = (
    ("pdf", say("Pages to read (PDF)")),
    ("json", say("For machines (JSON)")),
)
# What clients usually say is wrong, as columns and tables of the profile.
_WRONG = (
    ("surname", FIELD_NAMES["name"]),
    ("birth_day", FIELD_NAMES["birth_day"]),
    ("contact_point", say("Phone or address")),
    ("company", FIELD_NAMES["company"]),
    ("channel_preference", TABLE_NAMES["channel_preference"]),
    ("person_around", say("People around")),
    ("fact", say("What is known")),
    ("interaction", TABLE_NAMES["interaction"]),
)


class DossierDialog(Dialog):
    """Whom it is for and in what form; then where it goes."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        self._form = "pdf"
        super().__init__(
            context, say("Everything about this client"), primary=say("Save as…"), parent=parent,
            rows=(
                Field("made_for", say("Who gets it"), "choice", choices=_FOR,
                      value=DossierFor.CLIENT),
                (
                    Field("form", say("Form"), "choice", choices=_FILES, value="pdf"),
                    Field("channel", say("How they asked"), "choice", choices=_CHANNELS),
                ),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        for sentence in (
            say(
                "Telephones, addresses and notes of other people are kept back and marked. "
                "Names inside free words cannot be found by a machine: read it before you hand "
                "it over."
            ),
            say("The journal keeps who made it, when and what for."),
        ):
            self.body.addWidget(Caption(self.context, sentence, ink="text2", wrap=True))
        self.body.addStretch(1)

    def submit(self) -> None:
        """Ask where to; no name of the client in the proposed name."""
        self._form = self.form.values()["form"]
        choose = QFileDialog(self, self.context.words("Save as"))
        choose.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        choose.setDefaultSuffix(self._form)
        day = self.context.format.today().isoformat()
        choose.selectFile(self.context.words("dossier {day}", day=day) + f".{self._form}")
        choose.fileSelected.connect(self.write_to)
        choose.finished.connect(choose.deleteLater)
        choose.open()

    def write_to(self, path: str) -> None:
        """The journal first, then the file."""
        v = self.form.values()
        make = partial(
            _made, client_id=self.client_id, made_for=v["made_for"], channel=v["channel"]
        )
        self.write(make, partial(self._save, Path(path)))

    def _save(self, path: Path, found: tuple[Dossier, str]) -> None:
        dossier, club = found
        context = self.context
        zone = context.zone or datetime.now(UTC).astimezone().tzinfo or UTC
        save = partial(_written, path, dossier, club, context.words, zone, form=self._form)
        answered = partial(_answered, context, dossier)
        context.runner.background(save, answered, owner=context)


def _made(
    desk: Any, *, client_id: UUID, made_for: DossierFor, channel: Channel | None
) -> tuple[Dossier, str]:
    from vipdesk.access.club import club_words

    return make_dossier(desk, client_id, made_for=made_for, channel=channel), club_words(desk).name


def _written(path: Path, dossier: Dossier, club: str, words: Any, zone: Any, *, form: str) -> Path:
    from vipdesk.access.exports import save_file
    from vipdesk.privacy.dossier_json import dossier_json
    from vipdesk.privacy.dossier_pdf import dossier_pdf

    data = dossier_json(dossier) if form == "json" else dossier_pdf(dossier, words, zone, club=club)
    save_file(path, data)
    return path


def _answered(context: Context, dossier: Dossier, _path: Path) -> None:
    """Only now the client's wish is answered: a disk that refuses answers nobody."""
    if dossier.request_id is None:
        context.say(say("The dossier is saved."), tone="success")
        return
    answer = partial(requests.answer_access, request_id=dossier.request_id)
    context.runner.write(answer, owner=context, said=say("The dossier is saved."))


class CloseCorrectionDialog(Dialog):
    """How a wish for a correction ended."""

    def __init__(self, context: Context, request_id: UUID, parent: QWidget) -> None:
        self.request_id = request_id
        super().__init__(
            context, say("How it ended"), primary=say("Close the request"), parent=parent,
            rows=(
                Field("settled", say("The data"), "choice", value=Settled.CORRECTED,
                      choices=tuple((s, label(s)) for s in Settled)),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        sentence = say("A refusal is told to the client with its reason, and how to complain.")
        self.body.addWidget(Caption(self.context, sentence, ink="text2", wrap=True))
        self.body.addStretch(1)

    def submit(self) -> None:
        """Close it."""
        close = partial(
            requests.close_correction,
            request_id=self.request_id,
            settled=self.form.values()["settled"],
        )
        self.write(close, said=say("The request is closed."))


class CorrectionDialog(Dialog):
    """The client says that something is wrong: what, and how it was said."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        checks = [Field(f"wrong_{code}", name, "check") for code, name in _WRONG]
        pairs = tuple(zip(checks[::2], checks[1::2], strict=True))
        super().__init__(
            context, say("The client says it is wrong"), primary=say("Note the request"),
            parent=parent,
            rows=(
                *pairs,
                Field("channel", say("How they asked"), "choice", choices=_CHANNELS),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        sentence = say("Correct it on the client’s page, then close the request: the journal "
                       "says which fields changed.")  # fmt: skip
        self.body.addWidget(Caption(self.context, sentence, ink="text2", wrap=True))
        self.body.addStretch(1)

    def submit(self) -> None:
        """Note it."""
        v = self.form.values()
        wrong = tuple(code for code, _ in _WRONG if v[f"wrong_{code}"])
        ask = partial(
            requests.ask_correction, client_id=self.client_id, fields=wrong, channel=v["channel"]
        )
        self.write(ask, said=say("The request is noted."))


class RestrictDialog(Dialog):
    """Kept and not used from now on."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        grounds = tuple((g, label(g)) for g in RestrictionGround)
        super().__init__(
            context, say("Keep the data and do not use it"), primary=say("Restrict"),
            parent=parent,
            rows=(
                Field("ground", say("Ground"), "choice", choices=grounds,
                      value=RestrictionGround.DISPUTED),
                Field("channel", say("How they asked"), "choice", choices=_CHANNELS),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        for sentence in (
            say("Nothing leaves for this client, not even with a reason; what waits is held."),
            say("Nobody changes the profile, health is not scored, nobody is reminded to call."),
            say("The client’s own voice passes: answers, complaints, consents, requests."),
        ):
            self.body.addWidget(Body(self.context, sentence, ink="text2", wrap=True))
        self.body.addStretch(1)

    def submit(self) -> None:
        """Restrict."""
        v = self.form.values()
        restrict = partial(
            restriction.restrict_client,
            client_id=self.client_id,
            ground=v["ground"],
            channel=v["channel"],
        )
        self.write(restrict, said=say("Restricted: the data is kept and not used."))


class EraseDialog(Dialog):
    """What goes and what stays, a ground, and a name typed by hand. Nothing brings it back."""

    def __init__(self, context: Context, client_id: UUID, surname: str, parent: QWidget) -> None:
        self.client_id, self.surname = client_id, surname
        self.preview: ErasurePreview | None = None
        grounds = tuple((g, label(g)) for g in ErasureGround if g is not ErasureGround.RETENTION)
        super().__init__(
            context, say("Erase this client for good"), primary=say("Erase for good"),
            parent=parent, width=600,
            rows=(
                Field("ground", say("Ground"), "choice", choices=grounds,
                      value=ErasureGround.REQUEST),
                Field("typed", say("Type the surname: {surname}", surname=surname), required=True),
            ),
        )  # fmt: skip
        _mark_danger(self.primary_button)
        self.primary_button.setEnabled(False)
        read = partial(erasure.preview_erasure, client_id=client_id)
        context.runner.read(read, self._show, owner=self)

    def _build(self) -> None:
        self.lines = column(gap=4)
        self.body.insertLayout(0, self.lines)

    def submit(self) -> None:
        """Only with the surname typed, and only what was shown."""
        v = self.form.values()
        if self.preview is None:
            return
        if v["typed"].casefold() != self.surname.casefold():
            self.show_error(say("This is not the surname. Type it as it stands above."))
            return
        erase = partial(
            erasure.erase_client,
            client_id=self.client_id,
            ground=v["ground"],
            state=self.preview.state,
        )
        self.write(erase, self._gone, said=say("The client is erased."))

    def _gone(self, _nothing: None) -> None:
        self.context.back()

    def _show(self, found: ErasurePreview) -> None:
        self.preview = found
        self.primary_button.setEnabled(True)
        self._list(say("What goes"), found.goes)
        self._list(say("What stays, and why"), found.stays)
        sentences = [
            say("Everything else about the client goes by the same rules."),
            say(
                "Backups of before still hold the client until they are too old; who restores "
                "one erases the client again."
            ),
        ]
        if found.keep_days:
            sentences.insert(
                0,
                say(
                    "Words of complaints stay {n} days after closing, for the defence of claims.",
                    n=found.keep_days,
                ),
            )
        if found.mentions:
            sentences.append(
                say(
                    "Entries of other clients that may name this one: {n}. Look at them yourself.",
                    n=len(found.mentions),
                )
            )
        for sentence in sentences:
            self.lines.addWidget(Caption(self.context, sentence, ink="text2", wrap=True))
        if found.keep_days:
            basis = shipped().keep_basis(self.context.settings.lang)
            self.lines.addWidget(Caption(self.context, basis, ink="warning", wrap=True))
        self.lines.addWidget(hairline())

    def _list(self, heading: Say, lines: tuple[Line, ...]) -> None:
        self.lines.addWidget(Strong(self.context, heading))
        if all(x.why is None for x in lines):
            together = tuple(say("{name}: {count}", name=x.name, count=x.count) for x in lines)
            self.lines.addWidget(Body(self.context, say("{parts}", parts=together), wrap=True))
            return
        for x in lines:
            said = say("{name}: {count}. {why}", name=x.name, count=x.count, why=x.why or "")
            self.lines.addWidget(Body(self.context, said, wrap=True))


class RuleDialog(Dialog):
    """How long one kind of thing is kept in this club."""

    def __init__(self, context: Context, rule: Rule, parent: QWidget) -> None:
        self.rule = rule
        super().__init__(
            context, RULE_NAMES[rule.code], primary=say("Save"), parent=parent,
            rows=(
                Field("days", say("Kept for, in days"), "number", low=1, high=36_500,
                      value=rule.days or rule.usual_days),
                Field("off", say("Keep without a limit"), "check", value=rule.days is None),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        basis = self.rule.basis(self.context.settings.lang)
        self.body.addWidget(Body(self.context, basis, ink="text2", wrap=True))

    def submit(self) -> None:
        """Change it."""
        v = self.form.values()
        change = partial(change_rule, code=self.rule.code, days=None if v["off"] else v["days"])
        self.write(change, said=say("Saved."), undo=partial(_rule_back, code=self.rule.code))


class RetentionDialog(Dialog):
    """The last question before what is due goes."""

    def __init__(
        self, context: Context, codes: tuple[RuleCode, ...], count: int, parent: QWidget
    ) -> None:
        self.codes = codes
        super().__init__(
            context, say("Erase what is too old"), primary=say("Erase: {count}", count=count),
            parent=parent,
            rows=(
                Field("reason", say("Reason"), required=True,
                      help=say("The journal keeps it for good: write no names.")),
            ),
        )  # fmt: skip
        _mark_danger(self.primary_button)

    def _build(self) -> None:
        names = tuple(RULE_NAMES[c] for c in self.codes)
        self.body.insertWidget(0, Body(self.context, say("{parts}", parts=names), wrap=True))

    def submit(self) -> None:
        """Carry the rules out. A backup is made first."""
        run = partial(
            retention_verbs.run_retention, codes=self.codes, reason=self.form.values()["reason"]
        )
        self.write(run, said=say("What was too old is erased."))


def _mark_danger(button: Button) -> None:
    button.setProperty("kind", "danger")
    repolish(button)


def _rule_back(desk: Any, before: int | None, *, code: RuleCode) -> object:
    return change_rule(desk, code, days=before)
