import hashlib

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User
from governance.statistics.enums import Right as FigureRight
from governance.statistics.models.facts import KEY_LENGTH
from governance.walls.enums import MOST_MAPPED, MOST_TILES


class WallQuerySet(ScopedQuerySet):
    VIEW_RIGHT = FigureRight.VIEW

    def live(self):
        return self.filter(
            revoked_at__isnull=True, expires_at__gt=timezone.now(), area__closed_on__isnull=True
        )

    def over(self):
        return self.exclude(pk__in=self.live().values("pk"))

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class Wall(AreaBound):
    """A screen in some meeting room: what it shows of an area, and the hash of the address that opens it."""

    STAYS_WITH_AREA = True  # a successor's figures are not what was to be shown

    name = models.CharField(_("大屏名称"), max_length=60, help_text=_("如三楼会议室"))
    tiles = ArrayField(
        models.CharField(max_length=KEY_LENGTH), verbose_name=_("两侧指标"), size=MOST_TILES, default=list
    )
    mapped = ArrayField(
        models.CharField(max_length=KEY_LENGTH), verbose_name=_("地图指标"), size=MOST_MAPPED, default=list
    )
    digest = models.CharField(_("摘要"), max_length=64, unique=True, editable=False)
    expires_at = models.DateTimeField(_("有效期至"))
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("由谁投放"))
    created_at = models.DateTimeField(_("投放时间"), auto_now_add=True)
    last_seen_at = models.DateTimeField(_("最近一次打开"), null=True, blank=True, editable=False)
    revoked_at = models.DateTimeField(_("何时停用"), null=True, blank=True, editable=False)

    objects = WallQuerySet.as_manager()

    class Meta:
        verbose_name = _("大屏")
        verbose_name_plural = _("大屏")
        indexes = [models.Index(fields=["area_code", "-id"], name="wall_area")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tiles__len__gt=0) & Q(mapped__len__gt=0),
                name="wall_shows_something",
                violation_error_message=_("两侧指标和地图指标至少各选一项。"),
            )
        ]

    def __str__(self):
        return self.name

    @staticmethod
    def digest_of(secret: str) -> str:
        """The hash an address is found by. The secret is random and long, so a plain hash is enough."""
        return hashlib.sha256(secret.encode()).hexdigest()

    @property
    def is_live(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now() and self.area.is_open
