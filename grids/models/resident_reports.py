from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.scope import ScopedQuerySet
from grids.enums.public import TEXT_LENGTH, ReportTopic
from grids.enums.rights import EventRight
from grids.models.events import Event, EventReporter
from grids.models.public import PrivacyNotice, PublicCode


class ResidentReportQuerySet(ScopedQuerySet):
    VIEW_RIGHT = EventRight.VIEW

    def for_list(self):
        return self.annotate(area_name=F("area__name"))


class ResidentReport(AreaBound):
    """One report by the code on the wall. Of several like ones the first opens the event, the others join it.

    Everybody who reports gets a `public_code` of their own, so that joining tells nobody's code to another. Who it
    was is the event's to keep, as its reporter.
    """

    event = models.ForeignKey(Event, models.CASCADE, related_name="resident_reports", verbose_name=_("事件"))
    reporter = models.OneToOneField(
        EventReporter, models.SET_NULL, null=True, blank=True, related_name="report", verbose_name=_("上报人")
    )
    code = models.ForeignKey(PublicCode, models.PROTECT, related_name="reports", verbose_name=_("公众码"))
    notice = models.ForeignKey(
        PrivacyNotice, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("隐私告知")
    )
    public_code = models.CharField(_("查询码"), max_length=10, unique=True, editable=False)
    client_uuid = models.UUIDField(_("提交编号"), unique=True, editable=False)
    topic = models.CharField(_("是什么事"), max_length=12, choices=ReportTopic)
    text = models.TextField(_("情况"), max_length=TEXT_LENGTH)
    place = models.CharField(_("具体位置"), max_length=100, blank=True)
    has_joined = models.BooleanField(_("并入已有事件"), default=False)
    reported_at = models.DateTimeField(_("上报时间"), default=timezone.now, editable=False)

    objects = ResidentReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("居民上报")
        verbose_name_plural = _("居民上报")
        indexes = [models.Index(fields=["area_code", "reported_at"], name="grids_report_area")]

    def __str__(self):
        return f"{self.get_topic_display()} {self.reported_at:%Y-%m-%d}"

    @property
    def has_phone(self) -> bool:
        """Whether the last four digits are asked beside the code."""
        return bool(self.reporter and self.reporter.phone_tail_index)
