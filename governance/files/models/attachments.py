import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.files.enums import AttachmentKind
from governance.files.models.scope import OwnRightQuerySet


def where_kept(attachment: "Attachment", _name: str) -> str:
    """A random name in one of 256 folders: nothing of the record shows in the path."""
    name = attachment.number.hex
    return f"attachments/{name[:2]}/{name}.jpg"


class AttachmentQuerySet(OwnRightQuerySet):
    def kept(self):
        """Those whose file is still there."""
        return self.filter(removed_at__isnull=True)


class Attachment(AreaBound):
    """A picture kept beside a record of an upper app, which points here. Its file may go before its row does."""

    number = models.UUIDField(_("编号"), unique=True, default=uuid.uuid4, editable=False)
    client_uuid = models.UUIDField(_("提交编号"), unique=True, null=True, blank=True, editable=False)
    kind = models.CharField(_("类别"), max_length=10, choices=AttachmentKind, default=AttachmentKind.PHOTO)
    file = models.FileField(_("文件"), upload_to=where_kept, blank=True, max_length=120)
    size = models.PositiveIntegerField(_("字节数"), default=0)
    width = models.PositiveIntegerField(_("宽"), default=0)
    height = models.PositiveIntegerField(_("高"), default=0)
    sha256 = models.CharField(_("摘要"), max_length=64, editable=False)
    view_right = models.CharField(_("查看所需权限"), max_length=60)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("上传人"),
    )
    kept_at = models.DateTimeField(_("上传时间"), db_default=Now(), editable=False)
    expires_on = models.DateField(_("删除日期"), null=True, blank=True)
    removed_at = models.DateTimeField(_("已删除时间"), null=True, blank=True, editable=False)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("附件")
        verbose_name_plural = _("附件")
        indexes = [
            models.Index(fields=["area_code", "kept_at"], name="attachment_area"),
            models.Index(
                fields=["expires_on"], name="attachment_expiry", condition=Q(removed_at__isnull=True)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="attachment_names_its_right",
                condition=~Q(view_right=""),
                violation_error_message=_("附件要写明谁可以查看。"),
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.number}"
