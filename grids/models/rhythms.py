from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet
from grids.enums.rhythms import LONGEST_RHYTHM
from grids.enums.rights import Right
from grids.enums.roster import CareKind, Occupancy, Residence
from grids.models.roster import CareTag, Resident


class RhythmRule(models.Model):
    """How often households of a group are looked in on: a proposal of the preset, off until an area takes it up.

    A household belongs to the group by a care tag, its occupancy or a resident's residence; a rule that names
    none of them is for every household.
    """

    code = models.SlugField(_("代码"), max_length=40, unique=True)
    name = models.CharField(_("对象"), max_length=60)
    care_kinds = ArrayField(
        models.CharField(max_length=20, choices=CareKind),
        verbose_name=_("关爱类别"),
        default=list,
        blank=True,
    )
    from_age = models.PositiveSmallIntegerField(_("年满"), null=True, blank=True)
    occupancies = ArrayField(
        models.CharField(max_length=10, choices=Occupancy),
        verbose_name=_("居住情况"),
        default=list,
        blank=True,
    )
    residences = ArrayField(
        models.CharField(max_length=10, choices=Residence),
        verbose_name=_("居住性质"),
        default=list,
        blank=True,
    )
    days = models.PositiveSmallIntegerField(_("几天内看望一次"))
    basis = models.CharField(_("依据"), max_length=200)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("走访节奏")
        verbose_name_plural = _("走访节奏")
        ordering = ["position", "code"]
        constraints = [
            models.CheckConstraint(
                name="grids_rhythm_days",
                condition=Q(days__gte=1, days__lte=LONGEST_RHYTHM),
                violation_error_message=_("天数应在 1 到 730 之间。"),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_for_everyone(self) -> bool:
        return not (self.care_kinds or self.occupancies or self.residences)

    def of_household(self, day: date) -> Q:
        """The condition on a household that it belongs to the group on a day."""
        if self.is_for_everyone:
            return Q()
        found = Q(occupancy__in=self.occupancies)
        if self.care_kinds:
            tags = CareTag.objects.live_on(day).filter(household=OuterRef("pk"), kind__in=self.care_kinds)
            found |= Q(Exists(self._old_enough(tags, day)))
        if self.residences:
            here = Resident.objects.living_here().filter(household=OuterRef("pk"))
            found |= Q(Exists(here.filter(residence__in=self.residences)))
        return found

    def _old_enough(self, tags, day: date):
        """A tag of the whole household counts by its oldest resident."""
        if not self.from_age:
            return tags
        born = day.year - self.from_age
        old = Resident.objects.living_here().filter(household=OuterRef("household"), birth_year__lte=born)
        return tags.filter(Q(resident__birth_year__lte=born) | Q(Exists(old), resident__isnull=True))


@dataclass(frozen=True)
class Rhythm:
    """A rule as it is in force somewhere."""

    rule: RhythmRule
    days: int


class RhythmChoiceQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def above(self, code: str):
        """Choices of an area and of everything above it, the nearest last."""
        codes = [code[:width] for width in range(1, len(code) + 1)]
        return self.filter(area_code__in=codes).order_by("area_code")

    def in_force(self, codes: list[str]) -> dict[str, list[Rhythm]]:
        """By each of the areas, the rhythms switched on there: of several choices for a rule the nearest holds."""
        widths = {code[:width] for code in codes for width in range(1, len(code) + 1)}
        choices = list(
            self.filter(area_code__in=widths).select_related("rule").order_by("rule__position", "area_code")
        )
        found = {}
        for code in codes:
            nearest = {choice.rule_id: choice for choice in choices if code.startswith(choice.area_code)}
            found[code] = [Rhythm(choice.rule, choice.days) for choice in nearest.values() if choice.is_on]
        return found


class RhythmChoice(AreaBound):
    """What an area has decided about a rule: on or off, and after how many days. It holds below it, too."""

    STAYS_WITH_AREA = True

    rule = models.ForeignKey(RhythmRule, models.PROTECT, related_name="choices", verbose_name=_("走访节奏"))
    is_on = models.BooleanField(_("启用"), default=True)
    days = models.PositiveSmallIntegerField(_("几天内看望一次"))
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("设置人"),
    )  # fmt: skip
    set_on = models.DateField(_("设置日期"))

    objects = RhythmChoiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("走访节奏的启用")
        verbose_name_plural = _("走访节奏的启用")
        indexes = [models.Index(fields=["area_code", "rule"], name="grids_rhythm_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "rule"],
                name="grids_rhythm_once",
                violation_error_message=_("这个区划对这类对象已有设置，请直接修改。"),
            ),
            models.CheckConstraint(
                name="grids_rhythm_choice_days",
                condition=Q(days__gte=1, days__lte=LONGEST_RHYTHM),
                violation_error_message=_("天数应在 1 到 730 之间。"),
            ),
        ]

    def __str__(self):
        return f"{self.rule} {self.days}"
