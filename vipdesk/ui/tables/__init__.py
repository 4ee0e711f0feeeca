"""Tables over frozen rows: columns are data, `data()` is a lookup, selection is kept by id.

`tables` are Qt item models and views; `models/` means the database only.
"""

from vipdesk.ui.tables.column import Column
from vipdesk.ui.tables.table import Table

__all__ = ["Column", "Table"]
