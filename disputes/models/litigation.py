"""What the courts report of a county each month, and how a place defines its rates."""

from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from disputes.enums.litigation import DEFINITIONS, Rate
from governance.areas.models import Area, AreaBound
from governance.kernel.days import month_start
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User
from governance.statistics.enums import Right

MOST_CASES, MOST_PEOPLE = 1_000_000, 100_000_000
COUNTED = (
    "civil_first_instance",
    "administrative_first_instance",
    "population_resident",
    "population_floating",
)


class LitigationQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def standing_on(self, day: date):
        """Of each county the last month up to the day: its population is the one to divide by."""
        last = LitigationFigure.objects.filter(area=OuterRef("area"), month__lte=day).order_by("-month")
        return self.filter(month=Subquery(last.values("month")[:1]))

    def standing_with_sums(self, day: date):
        return self.standing_on(day).with_sums()

    def with_sums(self):
        """With both kinds of filings and both kinds of people together."""
        return self.annotate(
            filings=F("civil_first_instance") + F("administrative_first_instance"),
            population_present=F("population_resident") + F("population_floating"),
        )

    def for_list(self):
        corrected = LitigationCorrection.objects.filter(figure=OuterRef("pk"))
        return self.with_sums().annotate(area_name=F("area__name"), is_corrected=Exists(corrected))


class LitigationFigure(AreaBound):
    """First-instance filings of a month in a county, with its population at the month's end."""

    month = models.DateField(_("月份"), help_text=_("当月 1 日"))
    civil_first_instance = models.PositiveIntegerField(
        _("民商事一审新收"), validators=[MaxValueValidator(MOST_CASES)]
    )
    administrative_first_instance = models.PositiveIntegerField(
        _("行政一审新收"), validators=[MaxValueValidator(MOST_CASES)]
    )
    population_resident = models.PositiveIntegerField(
        _("常住人口"), validators=[MaxValueValidator(MOST_PEOPLE)]
    )
    population_floating = models.PositiveIntegerField(
        _("登记流动人口"), validators=[MaxValueValidator(MOST_PEOPLE)]
    )
    source = models.CharField(_("数据来源"), max_length=100)

    objects = LitigationQuerySet.as_manager()

    class Meta:
        verbose_name = _("诉讼数据")
        verbose_name_plural = _("诉讼数据")
        indexes = [models.Index(fields=["area_code", "month"], name="litigation_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "month"],
                name="litigation_month_once",
                violation_error_message=_("这个县区这个月已有数据，请在原数据上更正。"),
            ),
            models.CheckConstraint(
                name="litigation_month_is_first_day",
                condition=Q(month__day=1),
                violation_error_message=_("月份写当月 1 日。"),
            ),
            models.CheckConstraint(
                name="litigation_has_residents",
                condition=Q(population_resident__gt=0),
                violation_error_message=_("常住人口要大于 0。"),
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.month:%Y-%m}"

    def clean(self):
        if self.month:
            self.month = month_start(self.month)


class LitigationCorrection(models.Model):
    """What stood there before a correction."""

    figure = models.ForeignKey(
        LitigationFigure, models.CASCADE, related_name="corrections", verbose_name=_("诉讼数据")
    )
    civil_first_instance = models.PositiveIntegerField(_("民商事一审新收"))
    administrative_first_instance = models.PositiveIntegerField(_("行政一审新收"))
    population_resident = models.PositiveIntegerField(_("常住人口"))
    population_floating = models.PositiveIntegerField(_("登记流动人口"))
    source = models.CharField(_("数据来源"), max_length=100)
    reason = models.CharField(_("更正原因"), max_length=200)
    replaced_at = models.DateTimeField(_("更正时间"), auto_now_add=True)
    replaced_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("更正人"))

    class Meta:
        verbose_name = _("诉讼数据更正")
        verbose_name_plural = _("诉讼数据更正")
        ordering = ["-id"]

    def __str__(self):
        return f"{self.figure} {self.replaced_at:%Y-%m-%d}"


class RateDefinitionQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def chosen(self, area: Area, rate: str, day: date) -> str:
        """The definition laid down for an area on a day: its own, else that of the nearest area above; else none."""
        above = [area.code[:length] for length in range(1, len(area.code) + 1)]
        found = self.filter(rate=rate, area_code__in=above, from_day__lte=day)
        return found.order_by("-area_code", "-from_day").values_list("definition", flat=True).first() or ""


class RateDefinition(AreaBound):
    """From which day a place reckons a rate which way. Earlier periods keep the way that held then."""

    rate = models.CharField(_("指标"), max_length=10, choices=Rate)
    definition = models.CharField(_("口径"), max_length=1)
    from_day = models.DateField(_("自何日起"))
    basis = models.CharField(_("依据"), max_length=200)

    objects = RateDefinitionQuerySet.as_manager()

    class Meta:
        verbose_name = _("比率口径")
        verbose_name_plural = _("比率口径")
        ordering = ["-from_day", "-id"]
        indexes = [models.Index(fields=["area_code", "rate", "from_day"], name="rate_definition_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "rate", "from_day"],
                name="rate_definition_once",
                violation_error_message=_("这一天已经定过口径，请另选日期。"),
            )
        ]

    def __str__(self):
        return f"{self.get_rate_display()} {self.definition} {self.from_day}"

    @property
    def indicator(self) -> str:
        """The key of the indicator whose formula holds."""
        return DEFINITIONS[self.rate][self.definition]
