from property.models.companies import CompanyPartyLink, PropertyCompany
from property.models.compounds import ManagedCompound, OwnersCommittee, PropertyContract

__all__ = ["CompanyPartyLink", "ManagedCompound", "OwnersCommittee", "PropertyCompany", "PropertyContract"]
