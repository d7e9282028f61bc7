from property.models.assessments import (
    Assessment,
    AssessmentMandate,
    AssessmentRound,
    ItemScore,
    ScoreAppeal,
)
from property.models.committees import CommitteeMember, OwnersCommittee
from property.models.companies import CompanyPartyLink, PropertyCompany
from property.models.complaints import ComplaintCategory, ProjectComplaint
from property.models.compounds import ManagedCompound
from property.models.contracts import PropertyContract
from property.models.fees import ProjectFee
from property.models.items import ItemChange, ProgrammeItem
from property.models.meetings import OwnersMatter, OwnersMeeting
from property.models.programmes import Programme, ProgrammeCategory, ProgrammePreset
from property.models.progress import ItemProgress
from property.models.rectifications import CompanyCard, Rectification
from property.models.regulations import Regulation, RegulationMove
from property.models.score_sheets import RaterWeight, ScoreItem, ScorePreset, ScoreSheet

__all__ = [
    "Assessment",
    "AssessmentMandate",
    "AssessmentRound",
    "CommitteeMember",
    "CompanyCard",
    "CompanyPartyLink",
    "ComplaintCategory",
    "ItemChange",
    "ItemProgress",
    "ItemScore",
    "ManagedCompound",
    "OwnersCommittee",
    "OwnersMatter",
    "OwnersMeeting",
    "Programme",
    "ProgrammeCategory",
    "ProgrammeItem",
    "ProgrammePreset",
    "ProjectComplaint",
    "ProjectFee",
    "PropertyCompany",
    "PropertyContract",
    "RaterWeight",
    "Rectification",
    "Regulation",
    "RegulationMove",
    "ScoreAppeal",
    "ScoreItem",
    "ScorePreset",
    "ScoreSheet",
]
