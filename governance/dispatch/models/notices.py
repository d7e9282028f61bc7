from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.casework.models import Case
from governance.dispatch.enums import Right
from governance.dispatch.models.cycles import Cycle
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import Post, User


class NoticeQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_inbox(self, user):
        """Of the rows in scope, those addressed to the offices the user sits in and to the user's own seats."""
        seats = user.seats_with(Right.VIEW)
        return self.filter(
            Q(area_id__in=[seat.area_id for seat in seats]),
            Q(post__isnull=True) | Q(post_id__in=[seat.post_id for seat in seats]),
        )

    def unread(self):
        return self.filter(read_at__isnull=True)


class Notice(AreaBound):
    """A message to an office (or one of its seats), once per kind and period."""

    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("岗位")
    )
    kind = models.CharField(_("种类"), max_length=40)
    period = models.CharField(_("期次"), max_length=40, db_collation="C")
    cycle = models.ForeignKey(
        Cycle, models.PROTECT, null=True, blank=True, related_name="notices", verbose_name=_("调度")
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("办件")
    )
    body = models.CharField(_("内容"), max_length=300)
    created_at = models.DateTimeField(_("时间"), auto_now_add=True)
    read_at = models.DateTimeField(_("阅读时间"), null=True, blank=True, editable=False)
    read_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("阅读人"), editable=False
    )

    # When it was settled to whom it goes outside the portal, and by which ways.
    planned_at = models.DateTimeField(_("安排发送的时间"), null=True, blank=True, editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("通知")
        verbose_name_plural = _("通知")
        indexes = [
            models.Index(fields=["area_code", "created_at"], name="notice_area"),
            models.Index(fields=["area"], name="notice_unread", condition=Q(read_at__isnull=True)),
            models.Index(fields=["id"], name="notice_unplanned", condition=Q(planned_at__isnull=True)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "area", "post", "period"],
                nulls_distinct=False,
                name="notice_once",
                violation_error_message=_("这条通知已经发过。"),
            )
        ]

    def __str__(self):
        return self.body
