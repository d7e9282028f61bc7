from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Concat, Greatest, Left, Length, Repeat
from django.db.models.functions import Right as LastPart
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.masking import mask_id_no, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField, Sealed, SealedField
from grids.enums.rights import Right
from grids.enums.roster import CareKind, Occupancy, Residence
from grids.enums.visits import MET

ROUTE = ("area_code", "route", "id")


def _latest(rows, day: str):
    return Subquery(rows.filter(household=OuterRef("pk")).order_by(f"-{day}").values(day)[:1])


class HouseholdQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER

    def with_last_contact(self):
        """The day somebody was last met or spoken to, or had a request dealt with; None where nobody was."""
        visits = self.model._meta.get_field("visits").related_model.objects.filter(outcome__in=MET)
        needs = self.model._meta.get_field("needs").related_model.objects.filter(closed_on__isnull=False)
        return self.annotate(
            last_contact_on=Greatest(
                _latest(visits, "visited_on"), _latest(needs, "closed_on"), output_field=models.DateField()
            )
        )

    def for_list(self):
        """What the desk's list shows: the building, and care and contacts of today."""
        return self.select_related("area").with_care(today())

    def with_care(self, day: date):
        """With the care tags of the day as `tag_kinds` and those to talk to, masked, as `contact_names`."""
        tags = CareTag.objects.live_on(day).filter(household=OuterRef("pk")).order_by("kind")
        contacts = Resident.objects.living_here().filter(household=OuterRef("pk"), is_contact=True)
        return self.annotate(
            tag_kinds=ArraySubquery(tags.values("kind")),
            contact_names=ArraySubquery(contacts.order_by("pk").values("name_masked")),
        )

    def in_route_order(self):
        return self.order_by(*ROUTE)

    def search(self, text: str):
        """By part of the door label, or the whole name of somebody who lives there."""
        text = "".join(text.split())
        return self.filter(
            Q(label__contains=text) | Q(pk__in=Resident.objects.filter(name=text).values("household"))
        )


class Household(AreaBound):
    """A dwelling and who runs it, bound to its building group. `route` is the order in which one walks."""

    unit = models.PositiveSmallIntegerField(_("单元"), default=0, help_text=_("没有单元的填 0"))
    floor = models.SmallIntegerField(_("楼层"), default=1)
    room = models.CharField(_("房号"), max_length=20)
    label = models.CharField(_("门牌"), max_length=60, help_text=_("如：3号楼2单元501"))
    route = models.PositiveIntegerField(_("上门次序"), default=0)
    occupancy = models.CharField(_("居住情况"), max_length=10, choices=Occupancy, default=Occupancy.OWN)

    objects = HouseholdQuerySet.as_manager()

    class Meta:
        verbose_name = _("住户")
        verbose_name_plural = _("住户")
        indexes = [models.Index(fields=["area_code", "route", "id"], name="grids_household_route")]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "unit", "room"],
                name="grids_household_once",
                violation_error_message=_("这个楼院已有同单元同房号的住户。"),
            )
        ]

    def __str__(self):
        return self.label

    @property
    def tag_labels(self) -> list[str]:
        """The care tags of `with_care` in words, each once."""
        return [CareKind(kind).label for kind in dict.fromkeys(self.tag_kinds)]

    @staticmethod
    def route_of(unit: int, floor: int, room: str) -> int:
        """Unit by unit, from the top floor down, door by door: one climb for each staircase."""
        door = "".join(character for character in room if character.isdigit())[-2:]
        return unit * 100_000 + (200 - floor) * 100 + int(door or 0)


class ResidentQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER

    def living_here(self):
        return self.filter(left_on__isnull=True)


# 张三 → 张*, 欧阳修远 → 欧**远, as `kernel.masking.mask_name`; by the database, so no list can forget it.
_MASKED_NAME = Case(
    When(Exact(Length("name"), 1), then=F("name")),
    When(Exact(Length("name"), 2), then=Concat(Left("name", 1), Value("*"))),
    default=Concat(Left("name", 1), Repeat(Value("*"), Length("name") - 2), LastPart("name", 1)),
)


class Resident(AreaBound, Sealed):
    """A person who lives in a household. Faith, origin, health and biometrics are never kept."""

    SEALED = {"phone": mask_phone, "id_no": mask_id_no}

    household = models.ForeignKey(Household, models.PROTECT, related_name="residents", verbose_name=_("住户"))
    name = models.CharField(_("姓名"), max_length=40)
    name_masked = models.GeneratedField(
        expression=_MASKED_NAME,
        output_field=models.CharField(max_length=40),
        db_persist=True,
        verbose_name=_("姓名"),
    )
    birth_year = models.PositiveSmallIntegerField(_("出生年份"), null=True, blank=True)
    residence = models.CharField(_("居住性质"), max_length=10, choices=Residence, default=Residence.LOCAL)
    is_contact = models.BooleanField(_("家庭联系人"), default=False)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    phone_index = BlindIndexField()
    id_no_sealed = SealedField(_("证件号码"))
    id_no_masked = models.CharField(_("证件号码"), max_length=24, blank=True, editable=False)
    id_no_index = BlindIndexField()
    left_on = models.DateField(_("迁出日期"), null=True, blank=True)

    objects = ResidentQuerySet.as_manager()

    class Meta:
        verbose_name = _("居民")
        verbose_name_plural = _("居民")
        indexes = [models.Index(fields=["area_code", "household"], name="grids_resident_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["id_no_index"],
                condition=~Q(id_no_index="") & Q(left_on__isnull=True),
                name="grids_resident_once",
                violation_error_message=_("这个证件号码已登记在另一住户，请先办理迁出。"),
            )
        ]

    def __str__(self):
        return self.name_masked


class CareTagQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ROSTER

    def live_on(self, day: date):
        return self.filter(from_on__lte=day, expires_on__gt=day)


class CareTag(AreaBound):
    """A reason to look in more often, with its basis and an end: a tag never stays by itself."""

    household = models.ForeignKey(Household, models.CASCADE, related_name="care_tags", verbose_name=_("住户"))
    resident = models.ForeignKey(
        Resident, models.CASCADE, null=True, blank=True, related_name="care_tags", verbose_name=_("居民")
    )
    kind = models.CharField(_("关爱类别"), max_length=20, choices=CareKind)
    basis = models.CharField(_("依据"), max_length=200, help_text=_("如：民政局低保名册 2026 年第 3 批"))
    from_on = models.DateField(_("起始日期"), default=today)
    expires_on = models.DateField(_("到期日期"), help_text=_("到期自动失效，需要时重新认定"))

    objects = CareTagQuerySet.as_manager()

    class Meta:
        verbose_name = _("关爱标签")
        verbose_name_plural = _("关爱标签")
        indexes = [models.Index(fields=["area_code", "expires_on"], name="grids_tag_area")]
        constraints = [
            models.CheckConstraint(
                name="grids_tag_has_basis",
                condition=~Q(basis=""),
                violation_error_message=_("请写明认定依据。"),
            ),
            models.CheckConstraint(
                name="grids_tag_ends",
                condition=Q(expires_on__gt=F("from_on")),
                violation_error_message=_("到期日期要晚于起始日期。"),
            ),
        ]

    def __str__(self):
        return self.get_kind_display()
