import datetime as dt

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.days import today
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField
from governance.party.enums import COBUILD_TEXT_LENGTH, MOST_PLACES, Right
from governance.party.models.cobuild import PlaceKind
from governance.party.models.partners import Partner
from governance.people.models import User


class ReportingUnitQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: dt.date):
        return self.filter(valid__contains=day)

    def counted_on(self, day: dt.date):
        """`reported`: the members of a unit who report on a day."""
        members = ServingMember.objects.live_on(day).filter(unit=models.OuterRef("pk"))
        count = members.order_by().values("unit").annotate(n=models.Count("pk")).values("n")
        return self.annotate(reported=models.functions.Coalesce(models.Subquery(count), 0))

    def for_list(self):
        return self.annotate(area_name=F("area__name"), from_on=F("valid__startswith"))

    def not_told(self, quarter: str):
        """Units that got no feedback sheet for a quarter."""
        told = FeedbackSheet.objects.filter(unit=models.OuterRef("pk"), quarter=quarter)
        return self.filter(~models.Exists(told))


class ReportingUnit(AreaBound):
    """报到单位: a unit that reports to a community, with how many members in service it says it has."""

    name = models.CharField(_("单位名称"), max_length=100)
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("共建单位")
    )
    in_service_count = models.PositiveIntegerField(_("在职党员数"))
    valid = DateRangeField(_("报到期间"))

    objects = ReportingUnitQuerySet.as_manager()

    class Meta:
        verbose_name = _("报到单位")
        verbose_name_plural = _("报到单位")
        indexes = [models.Index(fields=["area_code"], name="reporting_unit_area")]
        constraints = [
            never_two_at_once(
                "reporting_unit_once", "area", "name", message=_("这个单位此期间已向这个社区报到。")
            ),
            begins_and_lasts("reporting_unit_begins"),
        ]

    def __str__(self):
        return self.name


class ServingMemberQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: dt.date):
        return self.filter(valid__contains=day, unit__valid__contains=day)


class ServingMember(AreaBound, Sealed):
    """在职党员 who reports to a community for a time; lies where the unit does."""

    SEALED = {"name": mask_name, "phone": mask_phone}

    unit = models.ForeignKey(
        ReportingUnit, models.PROTECT, related_name="members", verbose_name=_("报到单位")
    )
    name_sealed = SealedField(_("姓名"))
    name_masked = models.CharField(_("姓名"), max_length=40, blank=True, editable=False)
    name_index = BlindIndexField(_("姓名索引"))
    phone_sealed = SealedField(_("联系电话"))
    phone_masked = models.CharField(_("联系电话"), max_length=20, blank=True, editable=False)
    phone_index = BlindIndexField(_("电话索引"))
    valid = DateRangeField(_("报到期间"))

    objects = ServingMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("报到党员")
        verbose_name_plural = _("报到党员")
        ordering = ["pk"]
        indexes = [models.Index(fields=["area_code"], name="serving_member_area")]
        constraints = [
            never_two_at_once(
                "serving_member_once",
                "unit",
                "name_index",
                "phone_index",
                message=_("这名党员此期间已经报到。"),
            ),
            begins_and_lasts("serving_member_begins"),
        ]

    def __str__(self):
        return self.name_masked


class ServicePostKind(PlaceKind):
    """服务岗位的类别: which there are is data of the place."""

    class Meta(PlaceKind.Meta):
        verbose_name = _("服务岗位类别")
        verbose_name_plural = _("服务岗位类别")


class ServicePostQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        held = Q(claims__released_on__isnull=True, claims__isnull=False)
        return self.annotate(
            area_name=F("area__name"),
            kind_name=F("kind__name"),
            claimed=models.Count("claims", filter=held),
        )

    def with_room(self):
        """Posts still offered with a place left; on the annotated list."""
        return self.filter(closed_on__isnull=True, claimed__lt=F("places"))


class ServicePost(AreaBound):
    """服务岗位: something a community asks for, with so many places."""

    kind = models.ForeignKey(ServicePostKind, models.PROTECT, related_name="+", verbose_name=_("类别"))
    text = models.CharField(_("岗位内容"), max_length=COBUILD_TEXT_LENGTH)
    places = models.PositiveSmallIntegerField(_("名额"))
    offered_on = models.DateField(_("发布日期"), default=today)
    closed_on = models.DateField(_("停止日期"), null=True, blank=True, editable=False)

    objects = ServicePostQuerySet.as_manager()

    class Meta:
        verbose_name = _("服务岗位")
        verbose_name_plural = _("服务岗位")
        indexes = [models.Index(fields=["area_code", "offered_on"], name="service_post_area")]
        constraints = [
            models.CheckConstraint(
                name="service_post_places",
                condition=Q(places__gte=1, places__lte=MOST_PLACES),
                violation_error_message=_("名额在 1 到 999 之间。"),
            ),
        ]

    def __str__(self):
        return self.text


class PostClaim(models.Model):
    """认领: a unit, or one of its members, takes a place of a post. No place is held twice at a time."""

    post = models.ForeignKey(ServicePost, models.PROTECT, related_name="claims", verbose_name=_("服务岗位"))
    unit = models.ForeignKey(ReportingUnit, models.PROTECT, related_name="claims", verbose_name=_("报到单位"))
    member = models.ForeignKey(
        ServingMember,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="claims",
        verbose_name=_("报到党员"),
    )
    place_no = models.PositiveSmallIntegerField(_("名额序号"))
    claimed_on = models.DateField(_("认领日期"), default=today)
    released_on = models.DateField(_("退岗日期"), null=True, blank=True)

    class Meta:
        verbose_name = _("岗位认领")
        verbose_name_plural = _("岗位认领")
        ordering = ["place_no", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["post", "place_no"],
                condition=Q(released_on__isnull=True),
                name="post_claim_place_once",
                violation_error_message=_("这个名额已经有人认领。"),
            ),
            models.CheckConstraint(
                name="post_claim_place_counts",
                condition=Q(place_no__gte=1),
                violation_error_message=_("名额从 1 起数。"),
            ),
        ]

    def __str__(self):
        return str(self.member or self.unit)


class ServiceRecord(models.Model):
    """服务记录: what was done on a post and what came of it. Hours are not kept."""

    claim = models.ForeignKey(PostClaim, models.PROTECT, related_name="records", verbose_name=_("岗位认领"))
    on = models.DateField(_("服务日期"))
    text = models.CharField(_("服务内容"), max_length=COBUILD_TEXT_LENGTH)
    result = models.CharField(_("服务成效"), max_length=COBUILD_TEXT_LENGTH, blank=True)

    class Meta:
        verbose_name = _("服务记录")
        verbose_name_plural = _("服务记录")
        ordering = ["-on", "-pk"]

    def __str__(self):
        return f"{self.on} {self.text}"


class FeedbackSheet(models.Model):
    """反馈单: that a unit was told what its members did in a quarter, e.g. `2026-Q3`."""

    unit = models.ForeignKey(ReportingUnit, models.PROTECT, related_name="sheets", verbose_name=_("报到单位"))
    quarter = models.CharField(_("季度"), max_length=7)
    sent_on = models.DateField(_("反馈日期"), default=today)
    sent_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("反馈人"))

    class Meta:
        verbose_name = _("反馈单")
        verbose_name_plural = _("反馈单")
        ordering = ["-quarter"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "quarter"],
                name="feedback_sheet_once",
                violation_error_message=_("这个季度已经反馈过。"),
            )
        ]

    def __str__(self):
        return f"{self.unit} {self.quarter}"
