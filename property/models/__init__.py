from property.models.committees import CommitteeMember, OwnersCommittee
from property.models.companies import CompanyPartyLink, PropertyCompany
from property.models.compounds import ManagedCompound
from property.models.contracts import PropertyContract
from property.models.meetings import OwnersMatter, OwnersMeeting

__all__ = [
    "CommitteeMember",
    "CompanyPartyLink",
    "ManagedCompound",
    "OwnersCommittee",
    "OwnersMatter",
    "OwnersMeeting",
    "PropertyCompany",
    "PropertyContract",
]
