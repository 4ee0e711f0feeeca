"""The log: event codes, ids, durations and exception classes. Never personal data.

A call is `log.info("store.opened", ms=12)`. Values are limited to numbers, booleans,
UUIDs and short codes: a free text cannot be logged by mistake. Tracebacks are written
as file:line of our own frames with the class of the exception, without its message.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path
from uuid import UUID

_CODE = re.compile(r"[a-z0-9_.:-]{1,60}", re.IGNORECASE)
_logger = logging.getLogger("vipdesk")


def start(path: Path) -> None:
    """Write the log to `path`, 5 files of 1 MB, readable by its owner alone."""
    from logging.handlers import RotatingFileHandler  # 10 ms: not before the first paint

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=4, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    path.chmod(0o600)
    stop()
    _logger.addHandler(handler)
    _logger.setLevel(logging.INFO)
    _logger.propagate = False


def stop() -> None:
    """Close the log's files."""
    for handler in list(_logger.handlers):
        _logger.removeHandler(handler)
        handler.close()


def _value(value: object) -> str:
    if isinstance(value, bool | int | UUID):
        return str(value)
    if isinstance(value, float):
        return f"{value:.1f}"
    if isinstance(value, str) and _CODE.fullmatch(value):
        return value
    return f"<{type(value).__name__}>"


def info(event: str, **values: object) -> None:
    """Note an event: a code and values that cannot hold personal data."""
    _logger.info("%s %s", event, " ".join(f"{k}={_value(v)}" for k, v in values.items()))


def failure(event: str, error: BaseException, **values: object) -> None:
    """Note an error by its class and where it was raised, without its message."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-8:]))
    shown = " ".join(f"{k}={_value(v)}" for k, v in values.items())
    _logger.error("%s %s %s at %s", event, type(error).__name__, shown, where)
