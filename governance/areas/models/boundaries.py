from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Right
from governance.areas.models.bound import AreaBound
from governance.areas.models.tree import Area
from governance.kernel.scope import ScopedQuerySet

# What every board asks: written once.
_DRAWN = (
    "select id, area_id, approval_number, drawing from areas_boundarymap where area_id = %s and is_in_force"
)


class BoundaryMapQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def in_force(self, area: Area) -> "BoundaryMap | None":
        """The map in force of an area, as far as it may be seen."""
        return self.filter(area=area, is_in_force=True).first()

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class BoundaryMap(AreaBound):
    """The outlines of an area's children as a deployment gave them, with the approval number that lets them be shown.

    `document` is the GeoJSON that is handed out, `drawing` the same as paths on a picture. Both are made once.
    """

    STAYS_WITH_AREA = True  # it shows the children of this area, not of a successor

    approval_number = models.CharField(_("审图号"), max_length=40)
    document = models.JSONField(_("边界"), editable=False)
    drawing = models.JSONField(_("图形"), editable=False)
    digest = models.CharField(_("摘要"), max_length=64, editable=False)
    points_given = models.PositiveIntegerField(_("原有点数"), editable=False)
    points_kept = models.PositiveIntegerField(_("保留点数"), editable=False)
    uploaded_at = models.DateTimeField(_("上传时间"), auto_now_add=True)
    is_in_force = models.BooleanField(_("使用中"), default=False, editable=False)

    objects = BoundaryMapQuerySet.as_manager()

    class Meta:
        verbose_name = _("边界图")
        verbose_name_plural = _("边界图")
        indexes = [models.Index(fields=["area_code", "-id"], name="areas_map_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area"],
                condition=Q(is_in_force=True),
                name="areas_map_one_in_force",
                violation_error_message=_("这个区划已有使用中的边界图。"),
            )
        ]

    def __str__(self):
        return f"{self.area} {self.approval_number}"

    @classmethod
    def drawn_for(cls, area: Area) -> "BoundaryMap | None":
        """The map an area's children are drawn by, without its document; None where they stand as tiles."""
        return next(iter(cls.objects.raw(_DRAWN, [area.pk])), None)
