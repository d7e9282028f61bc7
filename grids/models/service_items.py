from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.casework.enums import LimitUnit
from grids.enums.errands import PHOTO_DAYS


class ServiceItemQuerySet(models.QuerySet):
    def active(self):
        return self.filter(is_active=True)


class ServiceItem(models.Model):
    """Something a grid worker may run for a resident: who decides it, where, within how long, on what papers."""

    code = models.CharField(_("事项代码"), max_length=20, primary_key=True)
    name = models.CharField(_("事项名称"), max_length=60, unique=True)
    department = models.CharField(_("办理部门"), max_length=60)
    where = models.CharField(_("办理地点"), max_length=100, blank=True)
    amount = models.PositiveSmallIntegerField(
        _("办理时限"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("从递交算起；不填按统一时限"),
    )
    unit = models.CharField(_("时限单位"), max_length=4, choices=LimitUnit, default=LimitUnit.DAY)
    keep_days = models.PositiveSmallIntegerField(
        _("照片保留天数"), default=PHOTO_DAYS, help_text=_("送达后满这些天，材料照片自动删除")
    )
    basis = models.CharField(_("依据"), max_length=200, blank=True)
    is_active = models.BooleanField(_("可以代办"), default=True)

    objects = ServiceItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("代办事项")
        verbose_name_plural = _("代办事项")
        ordering = ["code"]

    def __str__(self):
        return self.name


class ServiceMaterial(models.Model):
    """A paper an item asks for. Errands keep a copy of the list: a changed catalogue changes none of them."""

    item = models.ForeignKey(
        ServiceItem, models.CASCADE, related_name="materials", verbose_name=_("代办事项")
    )
    name = models.CharField(_("材料名称"), max_length=60)
    is_required = models.BooleanField(_("必交"), default=True)
    comes_back = models.BooleanField(_("核验后退还"), default=False)
    note = models.CharField(_("说明"), max_length=100, blank=True)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("所需材料")
        verbose_name_plural = _("所需材料")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "name"],
                name="grids_service_material_once",
                violation_error_message=_("这个事项已经列了同名材料。"),
            )
        ]

    def __str__(self):
        return self.name
