"""On a vault: everything that hangs on one client moves to another, and back.

Which tables point at a client is asked of the database itself, so that a new table is never
forgotten. A team's server does the same in `vip_api.merge_clients`, where hidden rows move too
and nobody is told. Rows are taken as the database keeps them: what goes in comes out the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Row = dict[str, Any]
# What two clients may both have and one should have once, though no index says so.
_TWINS = (("contact_point", ("client_id", "kind", "normalised")),)
# The one says who it was; the other follows its text by triggers.
_NEVER_MOVES = {("client_merge", "other_client_id"), ("search_note", "client_id")}
_KEEPS = frozenset({"id", "version", "address_form"})


class Rows:
    """The rows of two clients; `log` is what the way back needs."""

    def __init__(self, session: Session) -> None:
        self._run = session.connection().exec_driver_sql
        self.log: dict[str, list[Any]] = {"moved": [], "folded": [], "pointed": [], "changed": []}

    # What points where ---------------------------------------------------------------------

    def _tables(self) -> list[str]:
        rows = self._run("SELECT name FROM sqlite_master WHERE type = 'table'")
        return sorted(str(r[0]) for r in rows if not str(r[0]).startswith("sqlite_"))

    def _pointing(self, target: str) -> list[tuple[str, str]]:
        return sorted(
            (table, str(key[3]))
            for table in self._tables()
            for key in self._run(f'PRAGMA foreign_key_list("{table}")').all()
            if key[2] == target
        )

    def client_columns(self) -> list[tuple[str, str]]:
        """Every (table, column) that names a client."""
        return [c for c in self._pointing("client") if c not in _NEVER_MOVES]

    def _uniques(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        for table in sorted({t for t, _ in self.client_columns()}):
            for index in self._run(f'PRAGMA index_list("{table}")').all():
                is_unique, origin, partial = index[2], index[3], index[4]
                if is_unique and origin != "pk" and not partial:
                    parts = self._run(f'PRAGMA index_info("{index[1]}")').all()
                    yield table, tuple(str(p[2]) for p in parts)
        yield from _TWINS

    # There -----------------------------------------------------------------------------------

    def fold(self, kept: UUID, other: UUID) -> None:
        """What would stand twice goes; what hung on it hangs on its twin."""
        columns = set(self.client_columns())
        for table, names in self._uniques():
            ours = [n for n in names if (table, n) in columns]
            if not ours:
                continue
            same = " AND ".join(
                f'y."{n}" = CASE WHEN x."{n}" = :other THEN :kept ELSE x."{n}" END'
                if n in ours else f'y."{n}" = x."{n}"'
                for n in names
            )  # fmt: skip
            any_ = " OR ".join(f'x."{n}" = :other' for n in ours)
            found = self._run(
                f'SELECT x.id, y.id FROM "{table}" x JOIN "{table}" y ON y.id <> x.id AND {same}'
                f" WHERE {any_}",
                {"kept": kept.hex, "other": other.hex},
            ).all()
            for twice, twin in found:
                self._fold_row(table, twice, twin)

    def fold_own(self, kept: UUID, other: UUID) -> None:
        """Nobody stands around oneself."""
        by_table: dict[str, list[str]] = {}
        for table, column in self.client_columns():
            by_table.setdefault(table, []).append(column)
        for table, names in by_table.items():
            if table in {"client", "client_merge"}:
                continue
            for place, here in enumerate(names):
                for there in names[place + 1 :]:
                    rows = self._run(
                        f'SELECT id FROM "{table}" WHERE ("{here}" = ? AND "{there}" = ?)'
                        f' OR ("{there}" = ? AND "{here}" = ?)',
                        (kept.hex, other.hex, kept.hex, other.hex),
                    ).all()
                    for (row_id,) in rows:
                        if not self._has_children(table, row_id):
                            self._fold_row(table, row_id, None)

    def _has_children(self, table: str, row_id: str) -> bool:
        return any(
            self._run(f'SELECT 1 FROM "{t}" WHERE "{c}" = ?', (row_id,)).first()
            for t, c in self._pointing(table)
        )

    def _fold_row(self, table: str, row_id: str, twin: str | None) -> None:
        row = self._row(table, row_id)
        if row is None:
            return  # folded already by another of its keys
        for child, column in self._pointing(table):
            found = self._run(f'SELECT id FROM "{child}" WHERE "{column}" = ?', (row_id,))
            ids = [str(r[0]) for r in found]
            if ids:
                self._run(
                    f'UPDATE "{child}" SET "{column}" = ? WHERE "{column}" = ?', (twin, row_id)
                )
                self.log["pointed"].append(
                    {"table": child, "column": column, "ids": ids, "from": row_id, "to": twin}
                )
        self._run(f'DELETE FROM "{table}" WHERE id = ?', (row_id,))
        self.log["folded"].append({"table": table, "row": row})

    def move(self, kept: UUID, other: UUID) -> None:
        """Everything that names the one names the other."""
        for table, column in self.client_columns():
            found = self._run(f'SELECT id FROM "{table}" WHERE "{column}" = ?', (other.hex,))
            ids = [str(r[0]) for r in found]
            if ids:
                self._run(
                    f'UPDATE "{table}" SET "{column}" = ? WHERE "{column}" = ?',
                    (kept.hex, other.hex),
                )
                self.log["moved"].append({"table": table, "column": column, "ids": ids})

    def set_value(self, table: str, row_id: str, column: str, value: Any) -> None:
        """Change one value and remember what stood there."""
        old = self.value(table, row_id, column)
        if old == value:
            return
        self._run(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (value, row_id))
        self.log["changed"].append(
            {"table": table, "id": row_id, "column": column,
             "old": packed(old), "new": packed(value)}
        )  # fmt: skip

    def value(self, table: str, row_id: str, column: str) -> Any:
        """A value as it is kept; None where there is no row."""
        found = self._run(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row_id,)).first()
        return found[0] if found else None

    def _row(self, table: str, row_id: str) -> Row | None:
        found = self._run(f'SELECT * FROM "{table}" WHERE id = ?', (row_id,)).mappings().first()
        return {k: packed(v) for k, v in found.items()} if found else None

    def client(self, client_id: UUID) -> Row:
        """The client's row as it is kept."""
        row = self._row("client", client_id.hex)
        if row is None:
            raise LookupError("no such client")
        return row

    def empty(self, client_id: UUID, **values: Any) -> None:
        """The client's row without a word: only its key stays, and `values`."""
        blank: Row = {}
        for column in self._run('PRAGMA table_info("client")').all():
            name, kind, needed = str(column[1]), str(column[2]).upper(), column[3]
            if name in _KEEPS:
                continue
            if not needed:
                blank[name] = None
            elif kind.startswith("JSON"):
                blank[name] = "[]"
            elif kind.startswith("VARCHAR"):
                blank[name] = ""
        self.write("client", client_id.hex, blank | values)

    def write(self, table: str, row_id: str, values: Mapping[str, Any]) -> None:
        """Set columns of a row and count its version on."""
        names = ", ".join(f'"{n}" = ?' for n in values)
        self._run(
            f'UPDATE "{table}" SET {names}, version = version + 1 WHERE id = ?',
            (*values.values(), row_id),
        )

    # And back --------------------------------------------------------------------------------

    def move_back(self, before: Mapping[str, Any], kept: UUID, other: UUID) -> int:
        """Undo by the log. Returns how many values somebody has changed since: they stay."""
        columns = {str(c[1]) for c in self._run('PRAGMA table_info("client")').all()}
        loser = {
            k: unpacked(v) for k, v in before["loser"].items()
            if k in columns and k not in {"id", "version"}
        }  # fmt: skip
        self.write("client", other.hex, loser)
        for part in before["moved"]:
            statement = (
                f'UPDATE "{part["table"]}" SET "{part["column"]}" = ?'
                f' WHERE id = ? AND "{part["column"]}" = ?'
            )
            self._each(part["ids"], statement, other.hex, kept.hex)
        for part in before["folded"]:
            row = {k: unpacked(v) for k, v in part["row"].items()}
            names = ", ".join(f'"{n}"' for n in row)
            marks = ", ".join("?" for _ in row)
            self._run(
                f'INSERT OR IGNORE INTO "{part["table"]}" ({names}) VALUES ({marks})',
                tuple(row.values()),
            )
        for part in before["pointed"]:
            self._each(part["ids"],
                       f'UPDATE "{part["table"]}" SET "{part["column"]}" = ?'
                       f' WHERE id = ? AND "{part["column"]}" IS ?',
                       part["from"], part["to"])  # fmt: skip
        stayed = 0
        for part in before["changed"]:
            now = packed(self.value(part["table"], part["id"], part["column"]))
            if now == part["new"]:
                self._run(
                    f'UPDATE "{part["table"]}" SET "{part["column"]}" = ? WHERE id = ?',
                    (unpacked(part["old"]), part["id"]),
                )
            elif part["column"] != "sort_key":
                stayed += 1
        return stayed

    def _each(self, ids: Iterable[str], statement: str, first: Any, last: Any) -> None:
        for row_id in ids:
            self._run(statement, (first, row_id, last))


def packed(value: Any) -> Any:
    """A value of the database as JSON holds it."""
    return {"hex": value.hex()} if isinstance(value, bytes) else value


def unpacked(value: Any) -> Any:
    """The way back of `packed`."""
    return bytes.fromhex(value["hex"]) if isinstance(value, dict) else value
