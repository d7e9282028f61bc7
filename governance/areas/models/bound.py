from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.areas.models.tree import CODE_LENGTH, Area


class AreaBound(models.Model):
    """A row that belongs to an area: `area` for good, `area_code` for finding it in a subtree by range.

    `area_code` is the present code of the area, or of its successor once it is closed. It is set here and
    rewritten by the verbs of `areas.actions`; nobody else assigns it. `bulk_create` needs `place_in` on each row.
    """

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
        self.area_code = area.keeper.code
