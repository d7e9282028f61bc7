from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.wording import listed
from grids.enums.duplicates import DuplicateKind, DuplicateReason
from grids.enums.rights import Right
from grids.models.roster import Household, Resident


class DuplicateQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER

    def waiting(self):
        """Those nobody has looked at."""
        return self.filter(dismissed_at__isnull=True)

    def for_list(self):
        return self.select_related(
            "first_resident__household",
            "second_resident__household",
            "first_household",
            "second_household",
            "area",
        )


class Duplicate(AreaBound):
    """Two rows that may be one and the same, and why it looks so. Only a suggestion: a person decides.

    Worked out from the roster, so it goes when its rows go. A dismissed pair stays, so as not to be asked again.
    """

    IS_DERIVED = True

    kind = models.CharField(_("类别"), max_length=10, choices=DuplicateKind)
    first_resident = models.ForeignKey(
        Resident, models.CASCADE, null=True, related_name="+", verbose_name=_("居民一")
    )
    second_resident = models.ForeignKey(
        Resident, models.CASCADE, null=True, related_name="+", verbose_name=_("居民二")
    )
    first_household = models.ForeignKey(
        Household, models.CASCADE, null=True, related_name="+", verbose_name=_("住户一")
    )
    second_household = models.ForeignKey(
        Household, models.CASCADE, null=True, related_name="+", verbose_name=_("住户二")
    )
    reasons = ArrayField(
        models.CharField(max_length=20, choices=DuplicateReason), verbose_name=_("为什么"), default=list
    )
    found_at = models.DateTimeField(_("发现时间"), db_default=Now(), editable=False)
    dismissed_at = models.DateTimeField(_("不是重复"), null=True, editable=False)
    dismissed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("核对人"),
    )

    objects = DuplicateQuerySet.as_manager()

    class Meta:
        verbose_name = _("疑似重复")
        verbose_name_plural = _("疑似重复")
        indexes = [models.Index(fields=["area_code", "-id"], name="grids_duplicate_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["first_resident", "second_resident"],
                name="grids_duplicate_people_once",
                violation_error_message=_("这两位居民已列为疑似重复。"),
            ),
            models.UniqueConstraint(
                fields=["first_household", "second_household"],
                name="grids_duplicate_doors_once",
                violation_error_message=_("这两户已列为疑似重复。"),
            ),
            models.CheckConstraint(
                name="grids_duplicate_is_a_pair",
                condition=Q(
                    kind=DuplicateKind.RESIDENT,
                    first_resident__lt=F("second_resident"),
                    first_household__isnull=True,
                    second_household__isnull=True,
                )
                | Q(
                    kind=DuplicateKind.HOUSEHOLD,
                    first_household__lt=F("second_household"),
                    first_resident__isnull=True,
                    second_resident__isnull=True,
                ),
                violation_error_message=_("疑似重复是同一类的两条记录。"),
            ),
        ]

    def __str__(self):
        return f"{self.first} · {self.second}"

    @property
    def first(self) -> Resident | Household:
        return self.first_resident if self.kind == DuplicateKind.RESIDENT else self.first_household

    @property
    def second(self) -> Resident | Household:
        return self.second_resident if self.kind == DuplicateKind.RESIDENT else self.second_household

    @property
    def reason_words(self) -> str:
        return listed(DuplicateReason(reason).label for reason in self.reasons)


class MergeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER

    def for_list(self):
        return self.select_related("merged_by", "area")


class Merge(AreaBound):
    """Two rows made one: what went over to the kept one, and both as they were, sealed. What undo is made of."""

    kind = models.CharField(_("类别"), max_length=10, choices=DuplicateKind)
    kept_id = models.BigIntegerField(_("保留的编号"))
    removed_id = models.BigIntegerField(_("并入的编号"))
    label = models.CharField(_("合并了什么"), max_length=160)
    moved = models.JSONField(_("移过来的记录"), default=dict)
    kept_before = models.TextField(_("保留的原样"), editable=False)
    removed_before = models.TextField(_("并入的原样"), editable=False)
    mark = models.CharField(_("合并后的标记"), max_length=64, editable=False)
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("合并人")
    )
    merged_at = models.DateTimeField(_("合并时间"), db_default=Now(), editable=False)
    undone_at = models.DateTimeField(_("撤销时间"), null=True, editable=False)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("合并")
        verbose_name_plural = _("合并")
        indexes = [models.Index(fields=["area_code", "-id"], name="grids_merge_area")]

    def __str__(self):
        return self.label

    @property
    def moved_count(self) -> int:
        return sum(len(ids) for ids in self.moved.values())
