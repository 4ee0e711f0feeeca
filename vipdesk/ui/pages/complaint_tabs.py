"""The tabs of a case behind its first: to add one, add a line (how a tab is written: `late_tabs`).

Each has `show_case(case: ComplaintCase)`, named by `fill="show_case"`.
"""

from vipdesk.ui.pages.late_tabs import TabPlace

TABS: tuple[TabPlace, ...] = ()
