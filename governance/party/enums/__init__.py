from governance.party.enums.orgs import (
    COMPARISONS,
    ELECTION_LADDER,
    ELECTION_NOTICE_DAYS,
    SET_UP_RULES,
    ChangeKind,
    MemberKind,
    OrgKind,
    Right,
    SetUpRule,
    Tier,
)
from governance.party.enums.partners import ACTIVITY_RESULT_LENGTH, AGREEMENT_NOTICE_DAYS, PartnerKind

__all__ = [
    "ACTIVITY_RESULT_LENGTH",
    "AGREEMENT_NOTICE_DAYS",
    "COMPARISONS",
    "ELECTION_LADDER",
    "ELECTION_NOTICE_DAYS",
    "SET_UP_RULES",
    "ChangeKind",
    "MemberKind",
    "OrgKind",
    "PartnerKind",
    "Right",
    "SetUpRule",
    "Tier",
]
