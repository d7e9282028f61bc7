"""What lasts for a time in a compound, one at a time."""

from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.kernel.scope import ScopedQuerySet
from property.enums import Right


class DatedQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: date):
        return self.filter(valid__contains=day)


def begins_and_lasts(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=name,
        condition=Q(valid__isempty=False, valid__startswith__isnull=False),
        violation_error_message=_("要有开始日期，且结束日期晚于开始日期。"),
    )


def one_a_compound(name: str, message) -> ExclusionConstraint:
    return ExclusionConstraint(
        name=name,
        expressions=[("compound", RangeOperators.EQUAL), ("valid", RangeOperators.OVERLAPS)],
        violation_error_message=message,
    )
