from django.db import models
from django.utils.translation import gettext_lazy as _

from disputes.enums.papers import Paper, Retention
from disputes.models.committee import Committee
from disputes.models.dispute import Dispute
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.people.models import User


class Dossier(models.Model):
    """The bound file of a dispute (立卷): what its cover says. Its number is given once and never again."""

    dispute = models.OneToOneField(
        Dispute, models.CASCADE, primary_key=True, related_name="dossier", verbose_name=_("纠纷")
    )
    committee = models.ForeignKey(
        Committee, models.PROTECT, related_name="dossiers", verbose_name=_("人民调解委员会")
    )
    year = models.PositiveSmallIntegerField(_("年度"))
    serial = models.PositiveIntegerField(_("顺序号"))
    number = models.CharField(_("卷号"), max_length=60, unique=True)
    title = models.CharField(_("卷名"), max_length=120)
    retention = models.CharField(_("保管期限"), max_length=10, choices=Retention, default=Retention.LONG)
    filed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("立卷人"))
    filed_on = models.DateField(_("立卷日期"), default=today)

    class Meta:
        verbose_name = _("卷宗")
        verbose_name_plural = _("卷宗")
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year", "serial"],
                name="dossier_number_once",
                violation_error_message=_("这个卷号已经给过别的卷宗。"),
            )
        ]

    def __str__(self):
        return self.number


class FiledPaper(models.Model):
    """A paper that is in the dossier: its signed pages as pictures, or word that the original lies in the folder."""

    dispute = models.ForeignKey(Dispute, models.CASCADE, related_name="filed_papers", verbose_name=_("纠纷"))
    kind = models.CharField(_("文书"), max_length=20, choices=Paper)
    pages = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name=_("签字页"))
    is_on_paper = models.BooleanField(_("纸质原件已入卷"), default=False)
    page_count = models.PositiveSmallIntegerField(_("页数"), default=1)
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("整理人"))
    changed_at = models.DateTimeField(_("整理时间"), auto_now=True)

    class Meta:
        verbose_name = _("入卷文书")
        verbose_name_plural = _("入卷文书")
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["dispute", "kind"],
                name="filed_paper_once",
                violation_error_message=_("同一种文书在卷宗里只列一次。"),
            ),
            models.CheckConstraint(
                name="filed_paper_has_pages",
                condition=models.Q(page_count__gte=1, page_count__lte=500),
                violation_error_message=_("页数应在 1 到 500 之间。"),
            ),
        ]

    def __str__(self):
        return self.get_kind_display()
