from django.db import models
from django.db.models import F
from django.db.models.functions import Length, Now
from django.utils.translation import gettext_lazy as _

from governance.areas.enums import Right
from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet, codes_above
from governance.people.models import User


class OfficeTemplateQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        """With the columns of a list, to be read by `.values()`."""
        return self.annotate(area_name=F("area__name"), uploaded_by_name=F("uploaded_by__name"))

    def for_page(self):
        """The latest first, without the documents themselves."""
        return self.defer("data").select_related("area", "uploaded_by", "withdrawn_by").order_by("-id")

    def in_force(self, kind: str, area_code: str):
        """The version a place uses: the latest of its own area, else of the nearest one above; None is ours."""
        return self._around(area_code).filter(kind=kind).first()

    def in_force_by_kind(self, area_code: str) -> dict:
        """The versions a place uses of every paper that has any."""
        found = {}
        for template in self._around(area_code).defer("data").select_related("area", "uploaded_by"):
            found.setdefault(template.kind, template)
        return found

    def _around(self, area_code: str):
        around = self.filter(withdrawn_at=None, area_code__in=codes_above(area_code))
        return around.order_by(Length("area_code").desc(), "-version")


class OfficeTemplate(AreaBound):
    """A version of a Word template that officials made, used in its area from the day it came.

    Each app keeps those of its own papers: it adds `kind`, and names the right it takes to change them.
    """

    EDIT_RIGHT = ""
    AUDIT = ""  # what the trail's actions begin with

    version = models.PositiveIntegerField(_("版本"))
    data = models.BinaryField(_("模板文件"))
    file_name = models.CharField(_("文件名"), max_length=120)
    size = models.PositiveIntegerField(_("字节数"))
    sha256 = models.CharField(_("摘要"), max_length=64, editable=False)
    note = models.CharField(_("修改说明"), max_length=200, blank=True)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("上传人"))
    uploaded_at = models.DateTimeField(_("启用时间"), db_default=Now(), editable=False)
    withdrawn_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("停用人")
    )
    withdrawn_at = models.DateTimeField(_("停用时间"), null=True, blank=True)

    objects = OfficeTemplateQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.get_kind_display()} {self.version}"
