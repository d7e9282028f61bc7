from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.dated import begins_and_lasts, never_two_at_once
from governance.kernel.identity import validate_uscc
from governance.kernel.scope import ScopedQuerySet
from governance.party.enums import MemberKind, Right
from governance.party.models.orgs import PartyOrg
from governance.party.models.partners import Partner


class PartyOrgParent(models.Model):
    """Who stands directly above whom, and when. Written by the verbs only."""

    org = models.ForeignKey(PartyOrg, models.PROTECT, related_name="parents", verbose_name=_("党组织"))
    parent = models.ForeignKey(
        PartyOrg, models.PROTECT, related_name="children", verbose_name=_("上级党组织")
    )
    valid = DateRangeField(_("隶属期间"))

    class Meta:
        verbose_name = _("党组织隶属关系")
        verbose_name_plural = _("党组织隶属关系")
        constraints = [
            never_two_at_once("party_parent_one_a_day", "org", message=_("同一天不能有两个上级党组织。")),
            begins_and_lasts("party_parent_begins"),
            models.CheckConstraint(
                name="party_parent_not_self",
                condition=~Q(org=F("parent")),
                violation_error_message=_("党组织不能隶属于自己。"),
            ),
        ]

    def __str__(self):
        return f"{self.org} → {self.parent}"


class PartyOrgFormerName(models.Model):
    """A name an organisation bore before its present one."""

    org = models.ForeignKey(PartyOrg, models.PROTECT, related_name="former_names", verbose_name=_("党组织"))
    name = models.CharField(_("曾用名"), max_length=100)
    valid = DateRangeField(_("使用期间"))

    class Meta:
        verbose_name = _("党组织曾用名")
        verbose_name_plural = _("党组织曾用名")
        constraints = [
            never_two_at_once("party_name_one_a_day", "org", message=_("同一天不能有两个名称。")),
            begins_and_lasts("party_name_begins"),
        ]

    def __str__(self):
        return self.name


class PartyOrgAreaQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day):
        return self.filter(valid__contains=day)


class PartyOrgArea(AreaBound):
    """A grid or building group an organisation serves: many to many, by date."""

    org = models.ForeignKey(PartyOrg, models.PROTECT, related_name="served", verbose_name=_("党组织"))
    valid = DateRangeField(_("服务期间"))

    objects = PartyOrgAreaQuerySet.as_manager()

    class Meta:
        verbose_name = _("党组织服务范围")
        verbose_name_plural = _("党组织服务范围")
        indexes = [models.Index(fields=["area_code"], name="party_org_area_code")]
        constraints = [
            never_two_at_once(
                "party_org_area_once", "org", "area", message=_("这个网格或楼院此期间已在服务范围内。")
            ),
            begins_and_lasts("party_org_area_begins"),
        ]

    def __str__(self):
        return f"{self.org} · {self.area}"


class MemberOrg(models.Model):
    """A unit that sits in a joint branch: by name, and by its credit code where it has one."""

    org = models.ForeignKey(
        PartyOrg, models.PROTECT, related_name="member_orgs", verbose_name=_("联合党支部")
    )
    kind = models.CharField(_("单位类型"), max_length=20, choices=MemberKind)
    name = models.CharField(_("单位名称"), max_length=100)
    uscc = models.CharField(_("统一社会信用代码"), max_length=18, blank=True, validators=[validate_uscc])
    partner = models.ForeignKey(
        Partner,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="seats",
        verbose_name=_("共建单位"),
    )
    valid = DateRangeField(_("参加期间"))

    class Meta:
        verbose_name = _("联合党支部成员单位")
        verbose_name_plural = _("联合党支部成员单位")
        constraints = [
            never_two_at_once(
                "party_member_once", "org", "kind", "name", message=_("这个单位此期间已是成员单位。")
            ),
            begins_and_lasts("party_member_begins"),
        ]

    def __str__(self):
        return self.name
