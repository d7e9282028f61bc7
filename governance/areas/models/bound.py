from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.models.tree import CODE_LENGTH, Area
from governance.kernel.constraints import CheckedAtOnce


class AreaBound(CheckedAtOnce):
    """A row that belongs to an area: `area` for good, `area_code` to find it in a subtree by range.

    `area_code` is the present code of the area, or of its successor once it is closed. It is set here
    and rewritten by the verbs of `areas.actions`, by nobody else; before `bulk_create` call `place_in`.

    `STAYS_WITH_AREA` is for seats and the like, which a successor must not inherit: who held a seat in
    a merged area would come to reach all of the larger one.
    """

    STAYS_WITH_AREA = False

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+", verbose_name=_("所属区划"))
    area_code = models.CharField(_("区划代码"), max_length=CODE_LENGTH, db_collation="C", editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        fields = kwargs.get("update_fields")
        if fields is None or "area" in fields:
            self.place_in(self.area)
            kwargs["update_fields"] = fields and {*fields, "area_code"}
        super().save(*args, **kwargs)

    def place_in(self, area: Area) -> None:
        self.area = area
        self.area_code = area.code if self.STAYS_WITH_AREA else area.keeper.code
