"""The command line: the desk, its demonstration, the tour, replies read from files.

Sentences are English or Russian by the settings (or `--lang`). Exit codes: 0 done,
1 refused with a sentence, 2 wrong use of the command.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from vipdesk import __version__, settings
from vipdesk.commands import agent, backup, doctor, door, journal, privacy, programme, replies, team
from vipdesk.errors import UserError
from vipdesk.paths import Paths, resources
from vipdesk.wording import Lang, Say, Words, say


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; a mistake that a person can mend is one sentence on stderr."""
    chosen = _parser().parse_args(arguments)
    words = _words(chosen)
    try:
        return int(chosen.run(chosen, words))
    except UserError as error:
        print(words(error.say), file=sys.stderr)
        return 1
    except EOFError:  # a passphrase was to be typed, and nobody is there
        asked = say(
            "Nobody can type the passphrase here. Give it in a file; the command’s --help names "
            "the option."
        )
        print(words(asked), file=sys.stderr)
        return 1
    except ImportError as error:
        sentence = _missing_library(error)
        if sentence is None:
            raise
        print(words(sentence), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vipdesk", description="The desk of a VIP client club.")
    parser.add_argument("--version", action="version", version=f"VIP Desk {__version__}")
    parser.set_defaults(run=_desk, lang=None)
    parser.add_argument("--home", type=Path, help="keep everything below this folder")
    commands = parser.add_subparsers(metavar="command")

    desk = commands.add_parser("desk", help="open the desk (the default)")
    desk.set_defaults(run=_desk)

    demo = commands.add_parser("demo", help="open the desk on a demonstration club")
    demo.add_argument("--clients", type=int, default=300, help="how many clients (300)")
    demo.add_argument("--seed", type=int, default=2026, help="another seed, another club")
    demo.add_argument("--lang", choices=[str(v) for v in Lang])
    demo.set_defaults(run=_demo)

    tour = commands.add_parser("tour", help="walk the product without a display, write pictures")
    tour.add_argument("--out", type=Path, required=True, help="an empty or a new folder")
    tour.add_argument("--lang", choices=[str(v) for v in Lang], default=str(Lang.EN))
    tour.add_argument("--theme", choices=["light", "dark"], default="light")
    tour.add_argument("--size", default="1440x900", help="of the window: WIDTHxHEIGHT")
    tour.add_argument("--clients", type=int, default=300)
    tour.set_defaults(run=_tour)

    replies.add(commands)
    journal.add(commands)
    backup.add(commands)
    doctor.add(commands)
    agent.add(commands)
    privacy.add(commands)
    programme.add(commands)
    door.add(commands)
    team.add(commands)
    return parser


def _words(chosen: argparse.Namespace) -> Words:
    lang = chosen.lang or settings.load(_paths(chosen).settings).lang
    return Words(Lang(lang), resources() / "i18n")


def _paths(chosen: argparse.Namespace) -> Paths:
    return Paths.under(chosen.home) if chosen.home else Paths.of_person()


def _desk(chosen: argparse.Namespace, _words: Words) -> int:
    _need_display()
    from vipdesk import app

    return app.run(_paths(chosen))


def _demo(chosen: argparse.Namespace, words: Words) -> int:
    _need_display()
    from vipdesk import app

    paths = _paths(chosen)
    print(words("The demonstration club is in {folder}.", folder=str(paths.demo_vault)))
    print(words("To start a club of your own, run “vipdesk desk”."), flush=True)
    return app.run_demo(paths, clients=chosen.clients, seed=chosen.seed, lang=chosen.lang)


def _tour(chosen: argparse.Namespace, words: Words) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from vipdesk import tour

    try:
        width, height = (int(v) for v in chosen.size.split("x"))
    except ValueError:
        raise UserError(say("Give the size as WIDTHxHEIGHT, for example 1440x900.")) from None
    wish = tour.Wish(
        out=chosen.out,
        lang=Lang(chosen.lang),
        theme=settings.Theme(chosen.theme),
        width=width,
        height=height,
        clients=chosen.clients,
    )
    return tour.walk(wish, lambda line: print(words(line), flush=True))


def _need_display() -> None:
    """Without a display Qt would abort the process with a message of its own."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY")
        or os.environ.get("WAYLAND_DISPLAY")
        or os.environ.get("QT_QPA_PLATFORM")
    ):
        raise UserError(
            say(
                "No display is available here. Run “vipdesk tour --out tour” to get pictures "
                "instead."
            )
        )
    if os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        for library in doctor.missing_libraries():
            raise UserError(doctor.needed(library))


def _missing_library(error: ImportError) -> Say | None:
    """A bare Linux lacks libraries that Qt needs: say which and how to get them."""
    text = str(error)
    if ".so" not in text or "cannot open shared object file" not in text:
        return None
    return doctor.needed(text.split(":", 1)[0])
