from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Heartbeat(models.Model):
    """When a part of the machinery last did its work: to be alive is not to work."""

    name = models.CharField(_("名称"), max_length=20, unique=True)
    at = models.DateTimeField(_("时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("心跳")

    def __str__(self):
        return self.name

    @classmethod
    def beat(cls, name: str) -> None:
        cls.objects.update_or_create(name=name, defaults={"at": timezone.now()})

    @classmethod
    def ages(cls) -> dict[str, float]:
        now = timezone.now()
        return {name: (now - at).total_seconds() for name, at in cls.objects.values_list("name", "at")}
