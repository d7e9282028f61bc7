from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet, codes_above


class BacklogCutoffQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"))

    def for_place(self, code: str) -> "BacklogCutoff | None":
        """The nearest cut-off day above a place; None where none is set."""
        return self.filter(area_code__in=codes_above(code)).order_by("-area_code").first()


class BacklogCutoff(AreaBound):
    """The day that parts the old backlog of a county from what is new: a building finished later is no old backlog."""

    on = models.DateField(_("截止日期"))
    document = models.CharField(_("依据文号"), max_length=100)

    objects = BacklogCutoffQuerySet.as_manager()

    class Meta:
        verbose_name = _("历史遗留截止日期")
        verbose_name_plural = _("历史遗留截止日期")
        indexes = [models.Index(fields=["area_code"], name="backlog_cutoff_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area"],
                name="backlog_cutoff_once",
                violation_error_message=_("这个区划已设过截止日期，请直接修改。"),
            )
        ]

    def __str__(self):
        return f"{self.area} {self.on}"
