from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.models.centre import Matter
from governance.kernel.days import today
from governance.kernel.sealing import Sealed, SealedField
from governance.people.models import User


class DraftQuerySet(models.QuerySet):
    def of(self, user):
        """A draft is whoever's began it, and nobody else's."""
        return self.filter(owner=user) if user.is_authenticated else self.none()

    def expired(self):
        return self.filter(expires_on__lt=today())


class DisputeDraft(Sealed):
    """A registration begun and not yet sent. Everything typed is sealed; its owner alone opens it."""

    SEALED = {"content": lambda text: f"({len(text)})"}

    owner = models.ForeignKey(User, models.CASCADE, related_name="dispute_drafts", verbose_name=_("登记人"))
    matter = models.ForeignKey(
        Matter, models.CASCADE, null=True, blank=True, related_name="drafts", verbose_name=_("来访事项")
    )
    content_sealed = SealedField(_("内容"))
    content_masked = models.CharField(_("内容"), max_length=20, blank=True, editable=False)
    kept_at = models.DateTimeField(_("保存时间"), default=timezone.now)
    expires_on = models.DateField(_("保存到"))

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("纠纷草稿")
        verbose_name_plural = _("纠纷草稿")
        ordering = ["-id"]
        indexes = [models.Index(fields=["expires_on"], name="draft_expiry")]

    def __str__(self):
        return f"{self.kept_at:%Y-%m-%d} {self.content_masked}"
