"""`vipdesk doctor`: is everything in order here? One line a thing, OK, WARN or FAIL.

Without the passphrase it looks at the files around the vault; with `--open` (or a passphrase
file) at what is inside. It changes nothing, and prints no name, no path and nothing of the club:
its lines may be sent to the support. Exit codes: 0 nothing fails, 1 something does.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk import __version__
from vipdesk.commands import opening
from vipdesk.errors import UserError
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from vipdesk.paths import Paths
    from vipdesk.store.checkup import Finding

# What Qt's window on X11 needs besides what bare Linux systems have.
_X11 = ("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxkbcommon-x11.so.0")

# Our own lines are ASCII codes, ids and numbers: letters of names, addresses and telephone
# numbers can only come from a fault.
_PERSONAL = re.compile(r"[^\x00-\x7f]|[\w.+-]+@[\w-]+\.\w+|\+\d[\d ()-]{8,}\d")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Tell argparse."""
    doctor = commands.add_parser("doctor", help="check the vault and this computer")
    opening.add_vault(doctor)
    doctor.add_argument(
        "--open", action="store_true", help="ask for the passphrase and look inside too"
    )
    doctor.add_argument("--json", action="store_true", help="one JSON object a line")
    doctor.set_defaults(run=_doctor)


def _doctor(chosen: argparse.Namespace, words: Words) -> int:
    worst = 0
    for finding in _findings(chosen, words):
        worst = max(worst, int(finding.level == "fail"))
        sentence = words(finding.say)
        if chosen.json:
            line = {"check": finding.code, "level": finding.level.value, "text": sentence}
            print(json.dumps(line, ensure_ascii=False), flush=True)
        else:
            print(f"{finding.level.value.upper():<4}  {sentence}", flush=True)
    return worst


def _findings(chosen: argparse.Namespace, words: Words) -> Iterator[Finding]:
    from vipdesk.store import checkup

    yield checkup.ok("version", say("VIP Desk {version}", version=__version__))
    yield from _display()
    paths = opening.paths_of(chosen)
    yield from _settings(paths)
    yield from _log(paths.log)
    now = datetime.now(UTC)
    found = tuple(checkup.closed(opening.vault_folder(chosen), now))
    yield from found
    if (chosen.open or chosen.passphrase_file) and found[0].level is not checkup.Level.FAIL:
        yield from _inside(chosen, words, now)


def _inside(chosen: argparse.Namespace, words: Words, now: datetime) -> Iterator[Finding]:
    """Opened without bringing it up to date: the doctor changes nothing."""
    from vipdesk.store import checkup
    from vipdesk.store.vault import open_vault

    try:
        vault = open_vault(opening.vault_folder(chosen), opening.passphrase(chosen, words))
    except UserError as error:
        yield checkup.fail("open", error.say)
        return
    with vault:
        found = tuple(checkup.opened(vault))
        yield from found
        if all(f.level is checkup.Level.OK for f in found):
            from sqlalchemy.orm import Session

            with Session(vault.engine.execution_options(vip_read=True)) as session:
                yield from _journal(session, now)


def _journal(session: object, now: datetime) -> Iterator[Finding]:
    from sqlalchemy import func, select

    from vipdesk.access import journal
    from vipdesk.models import JournalEntry
    from vipdesk.store import checkup

    report = journal.verify(session)  # type: ignore[arg-type]
    if report.whole:
        yield checkup.ok("journal", say("The journal is whole: {n} entries.", n=report.entries))
    else:
        yield checkup.fail("journal", say("The journal was changed. Run “vipdesk journal verify”."))
    last = session.scalar(select(func.max(JournalEntry.at)))  # type: ignore[attr-defined]
    if last is not None and last > now:
        yield checkup.fail(
            "clock_inside", say("This computer’s clock is slow. Set it: deadlines depend on it.")
        )


def _display() -> Iterator[Finding]:
    from vipdesk.store import checkup

    if not sys.platform.startswith("linux"):
        return
    here = {n for n in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM") if os.environ.get(n)}
    missing = missing_libraries() if "DISPLAY" in here else ()
    if not here:
        yield checkup.warn(
            "display", say("No display is available here: only commands without a window work.")
        )
    elif missing:
        yield checkup.fail("display", needed(missing[0]))
    else:
        yield checkup.ok("display", say("A display is there, and Qt has what it needs."))


def missing_libraries() -> tuple[str, ...]:
    """What Qt's X11 plugin would abort the process for."""
    import ctypes

    missing = []
    for library in _X11:
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(library)
    return tuple(missing)


def needed(library: str) -> Say:
    """What to do about a missing one."""
    return say(
        "Qt needs the system library {library}. On Debian or Ubuntu run “packaging/linux/"
        "qt-libraries”, elsewhere install it with your package manager.",
        library=library,
    )


def _settings(paths: Paths) -> Iterator[Finding]:
    import tomllib

    from vipdesk.store import checkup

    try:
        tomllib.loads(paths.settings.read_text(encoding="utf-8"))
    except FileNotFoundError:
        yield checkup.ok("settings", say("No settings are kept yet."))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        yield checkup.warn(
            "settings", say("The settings cannot be read: the desk uses its own until saved anew.")
        )
    else:
        yield checkup.ok("settings", say("The settings can be read."))


def _log(log: Path) -> Iterator[Finding]:
    """The log must hold codes alone: what looks like a person is counted, never shown."""
    from vipdesk.store import checkup

    suspicious = 0
    files = sorted(log.parent.glob(log.name + "*")) if log.parent.is_dir() else []
    for file in files:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        suspicious += sum(bool(_PERSONAL.search(line)) for line in text.splitlines())
    if suspicious:
        yield checkup.fail(
            "log",
            say(
                "{n} lines of the log look like personal data. Do not send it to anybody, remove "
                "it and tell the support this number.",
                n=suspicious,
            ),
        )
    else:
        yield checkup.ok("log", say("The log holds no personal data."))
