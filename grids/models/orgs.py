from datetime import date

from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import Sealed, SealedField
from grids.enums.rights import Right


class OrgKind(models.Model):
    """One of the kinds that work together with the community (六社联动): which there are is data of the place."""

    code = models.SlugField(_("代码"), max_length=30, unique=True)
    name = models.CharField(_("名称"), max_length=30)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    in_use = models.BooleanField(_("使用中"), default=True)

    class Meta:
        verbose_name = _("联动力量类别")
        verbose_name_plural = _("联动力量类别")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name


class CommunityOrgQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_force(self, as_of: date):
        """Organisations that work on a day."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=as_of), founded_on__lte=as_of)

    def for_list(self, as_of: date):
        return (
            self.in_force(as_of)
            .annotate(
                area_name=F("area__name"), kind_name=F("kind__name"), activities_count=Count("activities")
            )
            .defer("contact_sealed", "phone_sealed")
        )


class CommunityOrg(AreaBound, Sealed):
    """An organisation that a community has brought up or taken in as a partner."""

    SEALED = {"contact": mask_name, "phone": mask_phone}

    name = models.CharField(_("名称"), max_length=80)
    kind = models.ForeignKey(OrgKind, models.PROTECT, related_name="orgs", verbose_name=_("类别"))
    purpose = models.CharField(_("服务内容"), max_length=200, blank=True)
    founded_on = models.DateField(_("成立日期"), default=today)
    ended_on = models.DateField(_("停止日期"), null=True, blank=True)
    contact_sealed = SealedField(_("联系人"))
    contact_masked = models.CharField(_("联系人"), max_length=40, blank=True, editable=False)
    phone_sealed = SealedField(_("联系电话"))
    phone_masked = models.CharField(_("联系电话"), max_length=20, blank=True, editable=False)
    people_count = models.PositiveIntegerField(_("人数"), default=0)

    objects = CommunityOrgQuerySet.as_manager()

    class Meta:
        verbose_name = _("社区组织")
        verbose_name_plural = _("社区组织")
        indexes = [models.Index(fields=["area_code", "founded_on"], name="grids_org_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"],
                condition=Q(ended_on__isnull=True),
                name="grids_org_once",
                violation_error_message=_("这个社区已有同名组织。"),
            ),
            models.CheckConstraint(
                name="grids_org_ends_after_start",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gt=F("founded_on")),
                violation_error_message=_("停止日期要晚于成立日期。"),
            ),
        ]

    def __str__(self):
        return self.name


class OrgActivity(models.Model):
    """Something an organisation did for the community, with how many took part."""

    org = models.ForeignKey(
        CommunityOrg, models.CASCADE, related_name="activities", verbose_name=_("社区组织")
    )
    on = models.DateField(_("日期"), default=today)
    title = models.CharField(_("活动"), max_length=100)
    people_count = models.PositiveIntegerField(_("参加人数"), default=0)

    class Meta:
        verbose_name = _("社区组织活动")
        verbose_name_plural = _("社区组织活动")
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["org", "on", "title"],
                name="grids_org_activity_once",
                violation_error_message=_("这项活动已经登记过。"),
            )
        ]

    def __str__(self):
        return f"{self.on} {self.title}"
