from django.db import models
from django.utils.translation import gettext_lazy as _

from grids.enums.standards import Standard


class CommunityStandard(models.Model):
    """How much of a thing a community should have: data of the place, with the paper it comes from."""

    code = models.CharField(_("标准"), max_length=20, choices=Standard, unique=True)
    value = models.PositiveIntegerField(_("数值"))
    source = models.CharField(_("依据"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("社区工作标准")
        verbose_name_plural = _("社区工作标准")

    def __str__(self):
        return f"{self.get_code_display()} {self.value}"

    @classmethod
    def by_code(cls) -> dict[str, int]:
        """Every standard by code; 0 where the place has set none."""
        return dict.fromkeys(Standard.values, 0) | dict(cls.objects.values_list("code", "value"))

    @classmethod
    def of(cls, code: str) -> int:
        return cls.by_code()[code]
