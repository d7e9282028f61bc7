"""Which figures stand first: for a role by preset, for a person by their own choice."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.people.models import Role, User
from governance.statistics.enums import MOST_TILES, Period
from governance.statistics.models.facts import KEY_LENGTH

_TILES, _DEPTH = _("指标"), _("细看的指标")


def _indicators(label=_TILES, **more):
    return ArrayField(models.CharField(max_length=KEY_LENGTH), size=MOST_TILES, verbose_name=label, **more)


def _shown(label=_DEPTH):
    return models.CharField(label, max_length=KEY_LENGTH, blank=True, db_collation="C")


class RoleBoard(models.Model):
    """What a role steers by, in order. The row without a role is for all others.

    A preset brings `indicators`, none for a role it does not know; what the administrator chose stands beside them
    and goes before, so that loading a preset again takes nothing away.
    """

    role = models.ForeignKey(
        Role, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("角色")
    )
    indicators = _indicators(blank=True, default=list)
    shown = _shown()
    own_indicators = _indicators(_("自设的指标"), blank=True, default=list)
    own_shown = _shown(_("自设的细看指标"))

    class Meta:
        verbose_name = _("岗位看板")
        verbose_name_plural = _("岗位看板")
        constraints = [
            models.UniqueConstraint(
                fields=["role"],
                nulls_distinct=False,
                name="role_board_once",
                violation_error_message=_("这个角色已经有看板。"),
            )
        ]

    def __str__(self):
        return str(self.role or _("其他岗位"))

    @property
    def is_own(self) -> bool:
        return bool(self.own_indicators)

    @property
    def in_force(self) -> tuple[list[str], str]:
        """The indicators in their order, and the one shown in depth."""
        return (self.own_indicators, self.own_shown) if self.is_own else (self.indicators, self.shown)


class BoardView(models.Model):
    """A board as one person likes it: where, which tiles in which order, which days, what in depth."""

    person = models.ForeignKey(User, models.CASCADE, related_name="board_views", verbose_name=_("人员"))
    name = models.CharField(_("名称"), max_length=20)
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("辖区"))
    indicators = _indicators()
    shown = _shown()
    period = models.CharField(_("时段"), max_length=10, choices=Period, default=Period.YEAR)
    from_on = models.DateField(_("开始日期"), null=True, blank=True)
    to_on = models.DateField(_("结束日期"), null=True, blank=True)
    is_first = models.BooleanField(_("打开看板先看这一个"), default=False)

    class Meta:
        verbose_name = _("我的看板")
        verbose_name_plural = _("我的看板")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "name"],
                name="board_view_name_once",
                violation_error_message=_("您已经有一个同名的看板，请换个名称。"),
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(is_first=True),
                name="board_view_first_once",
                violation_error_message=_("先看的看板只能有一个。"),
            ),
            models.CheckConstraint(
                condition=Q(period=Period.FIXED, from_on__isnull=False, to_on__gte=F("from_on"))
                | (~Q(period=Period.FIXED) & Q(from_on__isnull=True, to_on__isnull=True)),
                name="board_view_days_fit",
                violation_error_message=_("自选起止要写开始和结束日期，结束不早于开始；其他时段不写日期。"),
            ),
        ]

    def __str__(self):
        return self.name
