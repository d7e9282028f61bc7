from property.models.companies import CompanyPartyLink, PropertyCompany
from property.models.compounds import ManagedCompound, OwnersCommittee, PropertyContract
from property.models.items import ItemChange, ProgrammeItem
from property.models.programmes import Programme, ProgrammeCategory, ProgrammePreset
from property.models.progress import ItemProgress
from property.models.regulations import Regulation, RegulationMove

__all__ = [
    "CompanyPartyLink",
    "ItemChange",
    "ItemProgress",
    "ManagedCompound",
    "OwnersCommittee",
    "Programme",
    "ProgrammeCategory",
    "ProgrammeItem",
    "ProgrammePreset",
    "PropertyCompany",
    "PropertyContract",
    "Regulation",
    "RegulationMove",
]
