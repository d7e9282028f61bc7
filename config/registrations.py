"""What each app offers upwards, as dotted paths: read by the app below that calls it."""

from django.utils.translation import gettext_lazy as _

INDICATORS = [
    "governance.party.indicators",
    "grids.indicators",
    "disputes.indicators",
    "property.indicators",
    "deeds.indicators",
    "governance.dispatch.indicators",
]
REMINDERS = [
    "deeds.reminders.HOUSING",
    "deeds.reminders.OBSTACLES",
    "deeds.reminders.undertakings.UNDERTAKINGS",
    "disputes.reminders.LATE_DISPUTES",
    "grids.reminders.LATE_EVENTS",
    "grids.reminders.LATE_ERRANDS",
    "grids.reminders.VACANCIES",
    "property.reminders.assessment.RECTIFICATIONS",
    "property.reminders.assessment.ASSESSMENT",
    "property.reminders.programmes.PROGRAMMES",
    "property.reminders.projects.LAPSED_CONTRACTS",
    "property.reminders.FILINGS",
    "property.reminders.ELECTIONS",
    "governance.dispatch.reminders.party.ENDED_TERMS",
    "governance.dispatch.reminders.party.ENDING_AGREEMENTS",
]
# What has a due day and whose offices are told of it; when, the steps of each ladder say.
LADDERS = [
    "governance.dispatch.reminders.tasks.TASK_LADDER",
    "deeds.reminders.OBSTACLE_LADDER",
    "deeds.reminders.undertakings.UNDERTAKING_LADDER",
    "deeds.reminders.MILESTONE_LADDER",
    "property.reminders.programmes.ITEM_LADDER",
    "property.reminders.projects.CONTRACT_LADDER",
    "governance.dispatch.reminders.party.TERM_LADDER",
    "governance.dispatch.reminders.party.AGREEMENT_LADDER",
]
# Who keeps and shows what casework tells an office or a seat.
NOTICES = "governance.dispatch.actions.send_notices"
# What waits for a person, shown in the frame: dotted path of a count by user, and its page.
INBOX = ("governance.dispatch.inbox.unread_count", "dispatch:notice_list", "dispatch.view")
# What beat sends: name → (task, seconds or five crontab fields in Asia/Shanghai time).
SCHEDULE = {
    "seal": ("governance.audit.tasks.seal_trail", 60),
    "run-clocks": ("governance.casework.tasks.sweep_clocks", 60),
    "remind-of-waiting": ("governance.casework.tasks.remind_of_waiting", "5 * * * *"),
    "climb-ladders": ("governance.dispatch.tasks.climb_ladders", "20 7-19 * * *"),
    "sweep-complaints": ("property.tasks.sweep_complaints", 300),
    "read-reports-again": ("governance.dispatch.tasks.read_reports_again", "50 4 * * *"),
    "make-cycles": ("governance.dispatch.tasks.make_cycles", 60),
    "plan-messages": ("governance.dispatch.tasks.plan_messages", 5),
    "make-digests": ("governance.dispatch.tasks.make_digests", 60),
    "send-mails": ("governance.dispatch.tasks.send_mails", 10),
    "send-texts": ("governance.dispatch.tasks.send_texts", 10),
    "send-by-wecom": ("governance.dispatch.tasks.send_by_wecom", 10),
    "send-by-dingtalk": ("governance.dispatch.tasks.send_by_dingtalk", 10),
    "push-events": ("governance.dispatch.tasks.push_events", 10),
    "forget-events": ("governance.dispatch.tasks.forget_events", "48 2 * * *"),
    "forget-deliveries": ("governance.dispatch.tasks.forget_deliveries", "46 2 * * *"),
    "drain": ("governance.statistics.tasks.drain_outbox", 2),
    "keep-stocks": ("governance.statistics.tasks.keep_stocks", 3),
    "snapshots": ("governance.statistics.tasks.take_nightly_snapshots", "10 * * * *"),
    "tables": ("governance.files.tasks.work_on_tables", 2),
    "give-property-cards": ("property.tasks.give_cards_for_late_rectifications", "25 * * * *"),
    "find-series": ("disputes.tasks.find_series", 600),
    "find-duplicates": ("grids.tasks.find_all_duplicates", "10 3 * * *"),
    "remove-expired-tables": ("governance.files.tasks.remove_expired_tables", "35 * * * *"),
    "keep-use-of-tokens": ("governance.people.tasks.keep_use_of_tokens", 60),
    "forget-use-of-tokens": ("governance.people.tasks.forget_use_of_tokens", "47 2 * * *"),
    "settle-leavers": ("governance.people.tasks.settle_what_leavers_owe", "5 * * * *"),
    "remove-expired-files": ("governance.files.tasks.remove_expired_attachments", "20 2 * * *"),
    "make-eligibility-hints": ("grids.tasks.make_eligibility_hints", "30 4 * * *"),
    "forget-public-tries": ("grids.tasks.forget_public_tries", "20 * * * *"),
    "forget-old-contacts": ("grids.tasks.forget_old_contacts", "40 2 * * *"),
    "forget-old-purchasers": ("deeds.tasks.forget_old_purchasers", "45 2 * * *"),
    "forget-former-holders": ("grids.tasks.forget_former_post_holders", "42 2 * * *"),
    "forget-former-members": ("property.tasks.forget_former_committee_members", "44 2 * * *"),
    "remind-of-windows": ("disputes.tasks.remind_of_confirmation_windows", "15 8 * * *"),
    "remove-expired-drafts": ("disputes.tasks.remove_expired_drafts", "50 2 * * *"),
    "forget-old-receptions": ("disputes.tasks.forget_what_is_over", "55 2 * * *"),
    "add-up-slow": ("governance.operations.tasks.add_up_slow_statements", 60),
    "ask-for-checks": ("governance.integrity.tasks.ask_by_night", "20 * * * *"),
    "carry-out-checks": ("governance.integrity.tasks.carry_out_checks", 10),
}
CASE_KINDS = [
    "disputes.cases.DISPUTE",
    "grids.cases.events.EVENT",
    "grids.cases.errands.ERRAND",
    "property.cases.RECTIFICATION",
]
# What is looked through every night for what is wrong: each path names a tuple of checks.
INTEGRITY = [
    "governance.areas.integrity.CHECKS",
    "governance.audit.integrity.CHECKS",
    "governance.people.integrity.CHECKS",
    "governance.files.integrity.CHECKS",
    "governance.statistics.integrity.CHECKS",
    "governance.party.integrity.CHECKS",
    "governance.casework.integrity.CHECKS",
    "governance.dispatch.integrity.CHECKS",
    "grids.integrity.CHECKS",
    "disputes.integrity.CHECKS",
    "property.integrity.CHECKS",
    "deeds.integrity.CHECKS",
    "config.integrity.CHECKS",
]
# The ledgers that come and go as files: each path names a tuple of layouts.
TABLES = [
    "governance.party.layouts.LAYOUTS",
    "grids.layouts.LAYOUTS",
    "disputes.layouts.LAYOUTS",
    "deeds.layouts.LAYOUTS",
    "property.layouts.LAYOUTS",
]
# What a person or a seat has to see to, and so has to hand over on leaving.
HANDOVER = [
    "governance.casework.handover.CASES",
    "governance.casework.handover.ORDERS",
    "grids.handover.NEEDS",
    "grids.handover.ERRANDS",
    "grids.handover.PROMISES",
    "grids.handover.CONFLICTS",
]
# What a visit of an outcome can open, where the page exists and the person has the right.
FOLLOW_UPS = [
    {
        "outcome": "hazard",
        "label": _("上报事件"),
        "url": "grids:event_report",
        "right": "events.report",
        "opened": "grids.rules.visits.events_from_visit",
    },
    {
        "outcome": "dispute",
        "label": _("登记纠纷"),
        "url": "disputes:case_register",
        "right": "disputes.register",
        "opened": "disputes.visits.opened_from_visit",
    },
    {
        "outcome": "need",
        "label": _("发起代办"),
        "url": "grids:errand_new",
        "right": "errands.handle",
    },
]
# What the page of a compound shows of it, in this order.
COMPOUND_PANELS = [
    "grids.presenting.compounds.grids_panel",
    "grids.presenting.compounds.party_panel",
    "deeds.presenting.compounds.deeds_panel",
]
# Which rooms may read from a replica, and what is read from the primary even there: who asks and what they may, and
# what somebody has just saved.
REPLICA_ROOMS = ("governance.statistics.views", "governance.statistics.api")
OF_THE_PRIMARY = {"people", "sessions", "audit", "auth", "axes", "contenttypes", "walls"} | {
    "statistics.BoardView",
    "statistics.RoleBoard",
}
