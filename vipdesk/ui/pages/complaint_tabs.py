"""The tabs of a case behind its first: to add one, add a line (how a tab is written: `late_tabs`).

Each has `show_case(case: ComplaintCase)`, named by `fill="show_case"`.
"""

from vipdesk.ui.pages.late_tabs import TabPlace
from vipdesk.wording import say

TABS: tuple[TabPlace, ...] = (
    TabPlace(
        "papers", say("Documents"), "complaint_papers:ComplaintPapers", table="case_paper",
        fill="show_case",
    ),
    TabPlace("letters", say("Letters"), "complaint_letters:ComplaintLetters", fill="show_case"),
    TabPlace(
        "compensation", say("Compensation"), "complaint_compensation:ComplaintCompensation",
        fill="show_case",
    ),
    TabPlace(
        "departments", say("Departments"), "complaint_departments:ComplaintDepartments",
        fill="show_case",
    ),
    TabPlace("after", say("Afterwards"), "complaint_after:ComplaintAfter", fill="show_case"),
)  # fmt: skip
