"""The tabs of a client's page: to add one, add a line (how a tab is written: `late_tabs`)."""

from vipdesk.ui.pages.late_tabs import TabPlace
from vipdesk.wording import say

TABS = (
    TabPlace("overview", say("Overview"), "client_overview:Overview", fill="show_opened"),
    TabPlace("facts", say("Facts"), "client_facts:ClientFacts", "fact"),
    TabPlace("people", say("People"), "client_people:ClientPeople", "person_around"),
    TabPlace("names", say("Name and dates"), "client_names:ClientNames", "name_form"),
    TabPlace("timeline", say("Timeline"), "client_timeline:ClientTimeline"),
    TabPlace("promises", say("Promises"), "client_promises:ClientPromises", "promise"),
    TabPlace("events", say("Events"), "client_events:ClientEvents"),
    TabPlace("benefits", say("Benefits"), "client_benefits:ClientBenefits", "benefit_use"),
    TabPlace("off_hours", say("Off hours"), "client_off_hours:ClientOffHours", "off_hours_request"),
    TabPlace("complaints", say("Complaints"), "client_complaints:ClientComplaints", "complaint"),
    TabPlace("privacy", say("Privacy"), "client_privacy:ClientPrivacy"),
)
