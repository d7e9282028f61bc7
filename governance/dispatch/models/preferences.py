"""What of the inbox is carried out of the portal, by which ways, and when a person may be disturbed."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import DIGEST_AT, QUIET_FROM, QUIET_UNTIL, Channel
from governance.dispatch.hours import Hours
from governance.kernel.masking import mask_contact
from governance.kernel.sealing import Sealed, SealedField
from governance.people.models import User


class NoticeKind(models.Model):
    """A group of notices as people know them: which notices it takes in, and by which ways they go. Data."""

    code = models.SlugField(_("代码"), max_length=20, unique=True)
    name = models.CharField(_("名称"), max_length=20)
    about = models.CharField(_("包括"), max_length=100, blank=True)
    prefixes = ArrayField(
        models.CharField(max_length=40, blank=True), verbose_name=_("通知种类的开头"), help_text=_("最长的算")
    )
    channels = ArrayField(models.CharField(max_length=10, choices=Channel), verbose_name=_("发送方式"))
    is_compulsory = models.BooleanField(_("必须送达"), default=False)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)

    class Meta:
        verbose_name = _("提醒种类")
        verbose_name_plural = _("提醒种类")
        ordering = ["position", "code"]

    def __str__(self):
        return self.name


class NoticeHours(models.Model):
    """Quiet hours and the time of the digest: of the city (no person), or of somebody who wants them wider."""

    person = models.ForeignKey(
        User, models.CASCADE, null=True, blank=True, related_name="notice_hours", verbose_name=_("人员")
    )
    quiet_from = models.TimeField(_("免打扰从"), default=QUIET_FROM)
    quiet_until = models.TimeField(_("免打扰到"), default=QUIET_UNTIL)
    digest_at = models.TimeField(_("每日汇总时间"), default=DIGEST_AT)

    class Meta:
        verbose_name = _("免打扰时段")
        verbose_name_plural = _("免打扰时段")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                nulls_distinct=False,
                name="notice_hours_once",
                violation_error_message=_("免打扰时段只有一份。"),
            ),
        ]

    def __str__(self):
        return f"{self.quiet_from:%H:%M}–{self.quiet_until:%H:%M}"

    @property
    def hours(self) -> Hours:
        return Hours(self.quiet_from, self.quiet_until, self.digest_at)

    @classmethod
    def of(cls, person_id: int) -> Hours:
        """Those of a person, else the city's."""
        own = cls.objects.filter(person_id=person_id).first()
        return own.hours if own else cls.of_city()

    @classmethod
    def of_city(cls) -> Hours:
        found = cls.objects.filter(person=None).first()
        return found.hours if found else Hours(QUIET_FROM, QUIET_UNTIL, DIGEST_AT)


class NoticeChoice(models.Model):
    """What a person changed of a kind of notice; who changed nothing has no row."""

    person = models.ForeignKey(User, models.CASCADE, related_name="notice_choices", verbose_name=_("人员"))
    kind = models.ForeignKey(NoticeKind, models.CASCADE, related_name="+", verbose_name=_("提醒种类"))
    muted = ArrayField(
        models.CharField(max_length=10, choices=Channel),
        verbose_name=_("不要的发送方式"),
        default=list,
        blank=True,
    )
    is_digested = models.BooleanField(_("并入每日汇总"), default=False)

    class Meta:
        verbose_name = _("提醒选择")
        verbose_name_plural = _("提醒选择")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"],
                name="notice_choice_once",
                violation_error_message=_("这一类提醒已经选过。"),
            )
        ]

    def __str__(self):
        return f"{self.person} {self.kind}"


class ContactAddress(Sealed):
    """Where a person is reached by a way; text messages go to the account's telephone unless another stands here."""

    SEALED = {"value": mask_contact}

    person = models.ForeignKey(User, models.CASCADE, related_name="addresses", verbose_name=_("人员"))
    channel = models.CharField(_("发送方式"), max_length=10, choices=Channel)
    value_sealed = SealedField(_("接收地址"))
    value_masked = models.CharField(_("接收地址"), max_length=120, blank=True, editable=False)

    class Meta:
        verbose_name = _("接收地址")
        verbose_name_plural = _("接收地址")
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel"],
                name="contact_address_once",
                violation_error_message=_("这种发送方式已经有接收地址。"),
            )
        ]

    def __str__(self):
        return f"{self.get_channel_display()} {self.value_masked}"
