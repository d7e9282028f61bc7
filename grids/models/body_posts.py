from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField, blind_index
from governance.party.enums import Right
from grids.enums.body_posts import AT_COMPOUND, Body, Register
from grids.models.territory import Compound


class BodyPostQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def live_on(self, day: date):
        return self.filter(valid__contains=day)

    def crossing_on(self, day: date):
        """Posts of a day whose holder sits in another body as well."""
        return self.live_on(day).filter(Exists(self._elsewhere(day)))

    def for_list(self, day: date):
        """Posts of a day with `area_name`, `compound_name`, `from_on` and whether they make a cross-post."""
        return self.live_on(day).annotate(
            area_name=F("area__name"),
            compound_name=F("compound__name"),
            from_on=F("valid__startswith"),
            to_on=F("valid__endswith"),
            crosses=Exists(self._elsewhere(day)),
        )

    def _elsewhere(self, day: date):
        others = self.model.objects.filter(valid__contains=day, person_index=OuterRef("person_index"))
        return others.exclude(body=OuterRef("body"))


class BodyPost(AreaBound, Sealed):
    """Somebody's post in a body of a community or compound, for a time.

    Two posts belong to one person when name and phone agree (`person_index`): a name alone proves nothing.
    """

    SEALED = {"name": mask_name, "phone": mask_phone}

    body = models.CharField(_("任职的组织"), max_length=20, choices=Body)
    compound = models.ForeignKey(
        Compound, models.PROTECT, null=True, blank=True, related_name="body_posts", verbose_name=_("小区")
    )
    title = models.CharField(_("职务"), max_length=40)
    name_sealed = SealedField(_("姓名"))
    name_masked = models.CharField(_("姓名"), max_length=40, blank=True, editable=False)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    person_index = BlindIndexField(_("姓名和电话索引"))
    valid = DateRangeField(_("任职期间"))
    kept_in = models.CharField(_("登记在"), max_length=20, choices=Register, default=Register.POSTS)

    objects = BodyPostQuerySet.as_manager()

    class Meta:
        verbose_name = _("任职")
        verbose_name_plural = _("任职")
        indexes = [models.Index(fields=["area_code", "body"], name="grids_body_post_area")]
        constraints = [
            ExclusionConstraint(
                name="grids_body_post_once",
                expressions=[
                    ("person_index", RangeOperators.EQUAL),
                    ("body", RangeOperators.EQUAL),
                    ("area", RangeOperators.EQUAL),
                    (Coalesce("compound", 0), RangeOperators.EQUAL),
                    ("valid", RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("任期重叠：此人这段时间已登记在这个组织任职，请先结束原任职。"),
            ),
            models.CheckConstraint(
                name="grids_body_post_begins",
                condition=Q(valid__isempty=False, valid__startswith__isnull=False),
                violation_error_message=_("要有开始日期，且结束日期晚于开始日期。"),
            ),
            models.CheckConstraint(
                name="grids_body_post_place",
                condition=Q(body__in=AT_COMPOUND, compound__isnull=False)
                | Q(~Q(body__in=AT_COMPOUND), compound__isnull=True),
                violation_error_message=_(
                    "小区党支部、业委会（物管会）、物业项目的任职要选小区；社区的任职不选小区。"
                ),
            ),
        ]

    def __str__(self):
        return f"{self.place} {self.get_body_display()} {self.title}"

    @property
    def place(self) -> str:
        return str(self.compound or self.area)

    def seal_person(self, name: str, phone: str) -> None:
        """Seal who it is, with one index over name and phone together."""
        self.seal_value("name", name.strip())
        self.seal_value("phone", _digits(phone))
        self.person_index = person_index(name, phone)


def person_index(name: str, phone: str) -> str:
    """What one person is known by, however the number is written."""
    return blind_index("person", f"{name.strip()}:{_digits(phone)}")


def _digits(phone: str) -> str:
    return "".join(char for char in phone if char.isdigit())
