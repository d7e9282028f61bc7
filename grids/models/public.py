from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField
from governance.people.models import User
from grids.enums.public import TOKEN_LENGTH, CodeKind, NoticeForm, TryPurpose
from grids.enums.rights import Right


class PublicCodeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def open(self):
        return self.filter(closed_on__isnull=True)

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class PublicCode(AreaBound):
    """A code on the wall of a building group or a grid: whoever scans it need not say where it is.

    A closed code stays, so an old poster can say where to turn. A place has one open code at a time.
    """

    token = models.CharField(_("码"), max_length=TOKEN_LENGTH, unique=True, editable=False)
    kind = models.CharField(_("类别"), max_length=10, choices=CodeKind)
    opened_on = models.DateField(_("启用日期"), default=today)
    closed_on = models.DateField(_("停用日期"), null=True, blank=True)
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("制码人")
    )

    objects = PublicCodeQuerySet.as_manager()

    class Meta:
        verbose_name = _("公众码")
        verbose_name_plural = _("公众码")
        indexes = [models.Index(fields=["area_code", "id"], name="grids_code_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["area"],
                condition=Q(closed_on__isnull=True),
                name="grids_code_once",
                violation_error_message=_("这个地方已经有一个在用的码，请先停用。"),
            ),
            models.CheckConstraint(
                name="grids_code_closed_after_opened",
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                violation_error_message=_("停用日期不能早于启用日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.area} {self.token}"

    @property
    def is_open(self) -> bool:
        return self.closed_on is None


class PrivacyNoticeQuerySet(models.QuerySet):
    def in_force(self, form: str, day: date) -> "PrivacyNotice | None":
        """The latest version of a form's notice that had begun on the day."""
        return self.filter(form=form, from_on__lte=day).order_by("-from_on", "-version").first()


class PrivacyNotice(models.Model):
    """What a form tells whoever fills it in (个人信息保护法 第17、35条). A version once shown is never edited."""

    form = models.CharField(_("表单"), max_length=12, choices=NoticeForm)
    version = models.PositiveSmallIntegerField(_("版本"))
    text = models.TextField(_("告知内容"), max_length=4000)
    text_en = models.TextField(_("告知内容（英文）"), max_length=6000, blank=True)
    from_on = models.DateField(_("启用日期"), default=today)

    objects = PrivacyNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("隐私告知")
        verbose_name_plural = _("隐私告知")
        ordering = ["form", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["form", "version"],
                name="grids_notice_once",
                violation_error_message=_("这个表单已有同一版本的隐私告知，请换一个版本号。"),
            )
        ]

    def __str__(self):
        return f"{self.get_form_display()} v{self.version}"

    @property
    def words(self) -> str:
        """The text in the reader's language; the Chinese one is what holds."""
        return self.text_en if self.text_en and get_language() == "en" else self.text


class PublicTry(models.Model):
    """How often strangers did something in a window of time; by a keyed hash, forgotten after a day."""

    purpose = models.CharField(_("事项"), max_length=10, choices=TryPurpose)
    key_index = BlindIndexField(db_index=False)
    seconds = models.PositiveIntegerField(_("窗口秒数"))
    window_start = models.DateTimeField(_("窗口开始"))
    count = models.PositiveIntegerField(_("次数"), default=0)

    class Meta:
        verbose_name = _("公众访问计数")
        verbose_name_plural = _("公众访问计数")
        indexes = [models.Index(fields=["window_start"], name="grids_try_window")]
        constraints = [
            models.UniqueConstraint(
                fields=["purpose", "key_index", "seconds", "window_start"], name="grids_try_once"
            )
        ]

    def __str__(self):
        return f"{self.get_purpose_display()} {self.window_start:%Y-%m-%d %H:%M} {self.count}"
