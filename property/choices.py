"""What a form offers a person."""

from django.db.models import QuerySet

from governance.kernel.days import today
from property.models import PropertyCompany


def companies_for(area_code: str) -> QuerySet[PropertyCompany]:
    """Companies in business whom a compound there may sign with: registered where it lies, or in an area above."""
    return PropertyCompany.objects.operating_on(today()).registered_above(area_code).order_by("name")
