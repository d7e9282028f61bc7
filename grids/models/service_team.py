from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.masking import mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import Sealed, SealedField
from grids.enums.rights import Right
from grids.enums.service_team import ServiceKind


class ServiceMemberQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, as_of):
        """Members who serve on a day, in the order of the kinds."""
        order = [models.When(kind=kind, then=place) for place, kind in enumerate(ServiceKind.values)]
        return self.filter(valid__contains=as_of).order_by(models.Case(*order), "pk")

    def for_list(self, as_of):
        return (
            self.filter(valid__contains=as_of)
            .annotate(area_name=F("area__name"), from_on=F("valid__startswith"))
            .defer("phone_sealed")
        )


class ServiceMember(AreaBound, Sealed):
    """Somebody of another unit who serves a grid for a time: the “N” beside the grid's own team.

    `duty_phone` is an office number and is posted; a personal number is sealed and for the team alone.
    """

    SEALED = {"phone": mask_phone}

    kind = models.CharField(_("力量"), max_length=20, choices=ServiceKind)
    name = models.CharField(_("姓名"), max_length=40)
    unit = models.CharField(_("单位"), max_length=80)
    duty_phone = models.CharField(_("值班电话"), max_length=20, blank=True, help_text=_("公示用"))
    phone_sealed = SealedField(_("个人电话"))
    phone_masked = models.CharField(_("个人电话"), max_length=20, blank=True, editable=False)
    valid = DateRangeField(_("服务期间"))

    objects = ServiceMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("服务团队成员")
        verbose_name_plural = _("服务团队成员")
        indexes = [models.Index(fields=["area_code", "kind"], name="grids_service_area")]
        constraints = [
            ExclusionConstraint(
                name="grids_service_once",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("name", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("此人在此期间已在这个网格的服务团队里。"),
            ),
            models.CheckConstraint(
                name="grids_service_begins_and_lasts",
                condition=Q(valid__isempty=False) & Q(valid__startswith__isnull=False),
                violation_error_message=_("服务要有开始日期，且结束日期晚于开始日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.name}"
