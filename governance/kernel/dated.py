"""Constraints of rows that hold for a time, in `valid`."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _


def never_two_at_once(name: str, *fields: str, message) -> ExclusionConstraint:
    """No two rows with the same `fields` on one day."""
    same = [(field, RangeOperators.EQUAL) for field in fields]
    return ExclusionConstraint(
        name=name, expressions=[*same, ("valid", RangeOperators.OVERLAPS)], violation_error_message=message
    )


def begins_and_lasts(name: str) -> CheckConstraint:
    """A first day is given, and the end is later."""
    return CheckConstraint(
        name=name,
        condition=Q(valid__isempty=False, valid__startswith__isnull=False),
        violation_error_message=_("要有开始日期，且结束日期晚于开始日期。"),
    )
