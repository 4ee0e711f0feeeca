"""`vipdesk replies read FILE…`: what each mail or calendar file holds, one JSON line a file.

Nothing is opened but the files: no club, no screen, no network. A folder stands for every file
below it. What a file holds never stops the others; exit 0 when all files could be opened.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vipdesk.wording import Words, say


def add(commands: Any) -> None:
    """Register the commands."""
    replies = commands.add_parser("replies", help="calendar answers")
    kinds = replies.add_subparsers(metavar="what", required=True)
    read = kinds.add_parser(
        "read",
        help="say what each file holds: one JSON line a file",
        description=(
            "Reads mails (.eml) and calendar files (.ics) without opening a club. Exit codes: 0 all"
            " files were read, whatever they hold, 1 one of them could not be opened."
        ),
    )
    read.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="a file, or a folder of files"
    )
    read.set_defaults(run=_read)


def _read(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.events.reply_lines import read_file

    if isinstance(sys.stdout, io.TextIOWrapper):
        # A line for a program: the same letters on every system, whatever a file is called.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    refused = 0
    for path in _files(chosen.files):
        try:
            line = read_file(path)
        except OSError:
            refused += 1
            told = say("“{file}” cannot be read. Check the name and try again.", file=path.name)
            print(words(told), file=sys.stderr)
            continue
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return 1 if refused else 0


def _files(named: list[Path]) -> Iterator[Path]:
    for path in named:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file())
        else:
            yield path
