from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models.tree import CODE_LENGTH, Area
from governance.kernel.dated import never_two_at_once


class AreaParent(models.Model):
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="parents", verbose_name=_("区划"))
    parent = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="children", verbose_name=_("上级")
    )
    valid = DateRangeField(_("有效期"))

    class Meta:
        verbose_name = _("隶属关系")
        verbose_name_plural = _("隶属关系")
        constraints = [
            never_two_at_once("areas_parent_one_a_day", "area", message=_("同一天不能有两个上级。")),
            models.CheckConstraint(
                name="areas_parent_not_self",
                condition=~Q(area=F("parent")),
                violation_error_message=_("区划不能隶属于自己。"),
            ),
        ]

    def __str__(self):
        return f"{self.area} → {self.parent} {self.valid}"


class Ancestry(models.Model):
    """The dated closure of `AreaParent`; an area is its own ancestor at depth 0. Written by `closure`."""

    ancestor = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="below", verbose_name=_("上级"), db_index=False
    )
    descendant = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="above", verbose_name=_("下级"), db_index=False
    )
    depth = models.PositiveSmallIntegerField(_("相隔层数"))
    valid = DateRangeField(_("有效期"))

    class Meta:
        verbose_name = _("上下级闭包")
        verbose_name_plural = _("上下级闭包")
        constraints = [  # a plain index where the others have exclusion: `AreaParent` forbids overlaps already
            models.UniqueConstraint(
                F("descendant"), F("depth"), F("valid__startswith"), name="areas_ancestry_begins_once"
            ),
        ]
        indexes = [models.Index(fields=["ancestor", "depth"], name="areas_ancestry_down")]

    def __str__(self):
        return f"{self.ancestor_id} → {self.descendant_id} {self.valid}"


class AreaCode(models.Model):
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="codes", verbose_name=_("区划"))
    code = models.CharField(_("代码"), max_length=CODE_LENGTH, db_collation="C")
    valid = DateRangeField(_("有效期"))

    class Meta:
        verbose_name = _("曾用代码")
        verbose_name_plural = _("曾用代码")
        constraints = [
            never_two_at_once("areas_code_one_a_day", "area", message=_("同一天不能有两个代码。")),
            models.UniqueConstraint(
                fields=["code"], name="areas_code_given_once", violation_error_message=_("这个代码已经用过。")
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.valid}"


class AreaName(models.Model):
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="names", verbose_name=_("区划"))
    name = models.CharField(_("名称"), max_length=80)
    valid = DateRangeField(_("有效期"))

    class Meta:
        verbose_name = _("曾用名称")
        verbose_name_plural = _("曾用名称")
        constraints = [never_two_at_once("areas_name_one_a_day", "area", message=_("同一天不能有两个名称。"))]

    def __str__(self):
        return f"{self.name} {self.valid}"


class AreaKeeper(models.Model):
    """Who kept what a closed area had on record, from its closing on: its heir, then the heir's own."""

    area = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="keepers", verbose_name=_("已撤销的区划")
    )
    keeper = models.ForeignKey(
        Area, on_delete=models.PROTECT, related_name="kept", verbose_name=_("承接区划")
    )
    valid = DateRangeField(_("有效期"))

    class Meta:
        verbose_name = _("承接关系")
        verbose_name_plural = _("承接关系")
        constraints = [
            never_two_at_once("areas_keeper_one_a_day", "area", message=_("同一天不能有两个承接区划。")),
        ]

    def __str__(self):
        return f"{self.area} → {self.keeper} {self.valid}"
