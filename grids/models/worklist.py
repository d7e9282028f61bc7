"""网格服务管理事项清单: what may be given to communities and grids, and the dated exceptions from it."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.scope import Reach, ScopedQuerySet
from governance.people.models import User
from grids.enums.rights import EventRight
from grids.models.events import Event, EventCategory


def codes_from_above(code: str) -> list[str]:
    """A code and whatever it begins with: the codes of the areas above are among them."""
    return [code[:width] for width in range(1, len(code) + 1)]


class FromAboveQuerySet(ScopedQuerySet):
    """Rows that hold for everything below their area: a grid reads those of its community, street and county."""

    VIEW_RIGHT = EventRight.VIEW

    def _rows_of(self, reach: Reach, user) -> Q:
        return super()._rows_of(reach, user) | Q(area_code__in=codes_from_above(reach.code))

    def for_place(self, code: str):
        """The rows that hold at a place."""
        return self.filter(area_code__in=codes_from_above(code))

    def for_category(self, category: EventCategory):
        """The rows for a category or for its class."""
        return self.filter(category__in=[code for code in (category.pk, category.parent_id) if code])


class WorkListItemQuerySet(FromAboveQuerySet):
    def in_force(self, day):
        return self.filter(valid__contains=day)

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            category_name=F("category__name"),
            from_on=F("valid__startswith"),
            to_on=F("valid__endswith"),
        )


class WorkListItem(AreaBound):
    """One line of the list: this category may be given to the communities and grids of this area."""

    category = models.ForeignKey(
        EventCategory, models.PROTECT, related_name="work_list_items", verbose_name=_("事件类别")
    )
    title = models.CharField(_("事项"), max_length=100)
    basis = models.CharField(_("依据"), max_length=200)
    valid = DateRangeField(_("有效期"))

    objects = WorkListItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("清单事项")
        verbose_name_plural = _("网格服务管理事项清单")
        indexes = [models.Index(fields=["area_code", "category"], name="grids_work_list_area")]
        constraints = [
            ExclusionConstraint(
                name="work_list_item_once",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("category", RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("这个类别在此期间已经列入清单。"),
            ),
            models.CheckConstraint(
                name="work_list_item_begins_and_lasts",
                condition=Q(valid__isempty=False) & Q(valid__startswith__isnull=False),
                violation_error_message=_("要有生效日期，且失效日期晚于生效日期。"),
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def is_over(self) -> bool:
        return self.valid.upper is not None and self.valid.upper <= today()


class WorkListExceptionQuerySet(FromAboveQuerySet):
    def in_force(self, day):
        return self.filter(from_on__lte=day, until_on__gte=day)

    def for_event(self, event: Event):
        """The exceptions that let an event go to a community or grid: its own, or its category's at its place."""
        of_category = Q(event__isnull=True, category__in=[event.category_id, event.category.parent_id])
        return self.for_place(event.case.area_code).filter(Q(event=event) | of_category)

    def for_list(self):
        return self.select_related("area", "category", "event__case", "approved_by")


class WorkListException(AreaBound):
    """What is not on the list and may be given all the same: approved by a superior, with a reason and an end."""

    category = models.ForeignKey(
        EventCategory, models.PROTECT, related_name="work_list_exceptions", verbose_name=_("事件类别")
    )
    event = models.ForeignKey(
        Event,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="work_list_exceptions",
        verbose_name=_("仅限事件"),
    )
    reason = models.CharField(_("理由"), max_length=500)
    approved_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("批准人"))
    from_on = models.DateField(_("生效日期"), default=today)
    until_on = models.DateField(_("截止日期"))

    objects = WorkListExceptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("清单外事项批准")
        verbose_name_plural = _("清单外事项批准")
        indexes = [models.Index(fields=["area_code", "until_on"], name="grids_work_exception_area")]
        constraints = [
            models.CheckConstraint(
                name="work_exception_lasts",
                condition=Q(until_on__gte=F("from_on")),
                violation_error_message=_("截止日期不能早于生效日期。"),
            )
        ]

    def __str__(self):
        return f"{self.category} {self.from_on}—{self.until_on}"
