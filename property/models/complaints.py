from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.casework.enums import Outcome
from governance.kernel.scope import ScopedQuerySet
from governance.people.models import User
from grids.models import Event, EventCategory
from property.enums import Right
from property.enums.projects import COMPLAINT_LOOKBACK_DAYS
from property.models.contracts import PropertyContract


class ComplaintCategory(models.Model):
    """A class or category of events that counts as a complaint about property service, with what lies in it."""

    category = models.OneToOneField(
        EventCategory, models.CASCADE, primary_key=True, related_name="+", verbose_name=_("事件类别")
    )

    class Meta:
        verbose_name = _("计入物业投诉的类别")
        verbose_name_plural = _("计入物业投诉的类别")

    def __str__(self):
        return str(self.category)

    @classmethod
    def counted(cls):
        """The categories that events of complaint are reported under."""
        named = cls.objects.values("category")
        return EventCategory.objects.reportable().filter(Q(pk__in=named) | Q(parent__in=named))


class ProjectComplaintQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            compound_name=F("contract__compound__name"),
            company_name=F("contract__company__name"),
            number=F("event__case__number"),
            category_name=F("event__category__name"),
            state=F("event__case__state"),
            due_at=F("event__case__due_at"),
            late_on=F("event__case__late_on"),
        )

    def open_on(self, day: date):
        """Received by a day and not closed by then."""
        return self.filter(received_on__lte=day).filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))


class ProjectComplaint(AreaBound):
    """An event as a complaint about a project. When it was closed is brought over from the case by a sweep."""

    contract = models.ForeignKey(
        PropertyContract, models.PROTECT, related_name="complaints", verbose_name=_("物业项目")
    )
    event = models.OneToOneField(
        Event, models.CASCADE, related_name="property_complaint", verbose_name=_("事件")
    )
    received_on = models.DateField(_("收到日期"), editable=False)
    closed_on = models.DateField(_("办结日期"), null=True, editable=False)
    bound_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("登记人"), editable=False
    )

    objects = ProjectComplaintQuerySet.as_manager()

    class Meta:
        verbose_name = _("物业投诉")
        verbose_name_plural = _("物业投诉")
        indexes = [
            models.Index(fields=["area_code", "received_on"], name="project_complaint_area"),
            models.Index(
                fields=["area_code"], name="project_complaint_open", condition=Q(closed_on__isnull=True)
            ),
        ]

    def __str__(self):
        return f"{self.contract} {self.event}"


def unbound_events(day: date):
    """Events of the last weeks that may be a complaint and belong to no project yet."""
    return Event.objects.filter(
        category__in=ComplaintCategory.counted(),
        case__registered_on__gt=day - timedelta(days=COMPLAINT_LOOKBACK_DAYS),
        property_complaint__isnull=True,
    ).exclude(case__outcome__in=[Outcome.MERGED, Outcome.DECLINED])
