from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.people.models.tokens import ApiToken


class TokenUse(models.Model):
    """How often a key was used on a day, by group of addresses. No address of a client, no content of a call."""

    token = models.ForeignKey(
        ApiToken, models.CASCADE, related_name="uses", db_index=False, verbose_name=_("接口密钥")
    )
    day = models.DateField(_("日期"))
    group = models.CharField(_("接口"), max_length=60)
    calls = models.PositiveIntegerField(_("调用次数"), default=0)
    errors = models.PositiveIntegerField(_("出错次数"), default=0)
    limited = models.PositiveIntegerField(_("超过频率被拒次数"), default=0)

    class Meta:
        verbose_name = _("接口密钥使用情况")
        verbose_name_plural = _("接口密钥使用情况")
        indexes = [models.Index(fields=["day"], name="token_use_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["token", "day", "group"],
                name="token_use_once",
                violation_error_message=_("这个密钥当天的这组接口已经有一行。"),
            )
        ]

    def __str__(self):
        return f"{self.token} {self.day} {self.group}"
