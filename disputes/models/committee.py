from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from disputes.enums.papers import FEWEST_MEMBERS, MOST_MEMBERS, TERM_YEARS
from governance.areas.enums import Right
from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet, codes_above


class CommitteeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def open(self):
        return self.filter(closed_on__isnull=True)

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def serving(self, area_code: str):
        """The committee of an area: its own, else the nearest one above."""
        around = self.open().filter(area_code__in=codes_above(area_code))
        return around.order_by(models.functions.Length("area_code").desc(), "id").first()


class Committee(AreaBound):
    """A people's mediation committee. Of its members only the numbers are kept that the law asks about."""

    name = models.CharField(_("名称"), max_length=80)
    short_word = models.CharField(
        _("卷号简称"), max_length=20, help_text=_("写在卷号里，一般用街道、社区的简称")
    )
    address = models.CharField(_("地址"), max_length=100, blank=True)
    member_count = models.PositiveSmallIntegerField(_("委员人数"), default=FEWEST_MEMBERS)
    women_count = models.PositiveSmallIntegerField(_("其中妇女"), default=1)
    elected_on = models.DateField(_("本届产生日期"), default=today)
    closed_on = models.DateField(_("撤销日期"), null=True, blank=True)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("人民调解委员会")
        verbose_name_plural = _("人民调解委员会")
        indexes = [models.Index(fields=["area_code", "id"], name="committee_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["short_word"],
                name="committee_short_word_once",
                violation_error_message=_("已有调解委员会用这个卷号简称，请换一个，否则卷号会重复。"),
            ),
            models.UniqueConstraint(
                fields=["area"],
                condition=Q(closed_on__isnull=True),
                name="committee_one_of_an_area",
                violation_error_message=_("这个区划已有人民调解委员会。"),
            ),
            models.CheckConstraint(
                name="committee_women_among_members",
                condition=Q(women_count__lte=F("member_count")),
                violation_error_message=_("妇女委员人数不能多于委员人数。"),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def term_ends_on(self) -> date:
        began = self.elected_on
        is_leap_day = (began.month, began.day) == (2, 29)
        return began.replace(year=began.year + TERM_YEARS, day=28 if is_leap_day else began.day)

    def warnings(self) -> list[str]:
        """Where it is not as the law wants it (人民调解法 第8、9条), as sentences. Nothing stops for that."""
        found = []
        if not FEWEST_MEMBERS <= self.member_count <= MOST_MEMBERS:
            words = _now("委员应为 {fewest} 至 {most} 人，现在登记 {count} 人。")
            found.append(words.format(fewest=FEWEST_MEMBERS, most=MOST_MEMBERS, count=self.member_count))
        if not self.women_count:
            found.append(_now("委员中应当有妇女。"))
        if self.term_ends_on <= today():
            words = _now("每届任期 {years} 年，本届已于 {day} 届满，请换届后更新。")
            found.append(words.format(years=TERM_YEARS, day=self.term_ends_on))
        return found


class VolumeCounter(models.Model):
    """The last number of dossiers that a committee gave in a year; it only grows, so none is given twice."""

    committee = models.ForeignKey(
        Committee, models.PROTECT, related_name="counters", verbose_name=_("人民调解委员会")
    )
    year = models.PositiveSmallIntegerField(_("年度"))
    last = models.PositiveIntegerField(_("末号"), default=0)

    class Meta:
        verbose_name = _("卷号")
        verbose_name_plural = _("卷号")
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year"],
                name="volume_counter_once",
                violation_error_message=_("这个委员会这一年已有卷号。"),
            )
        ]

    def __str__(self):
        return f"{self.committee} {self.year}: {self.last}"
