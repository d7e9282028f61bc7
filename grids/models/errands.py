from django.conf import settings
from django.db import models
from django.db.models import F, Q, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.casework.models import Case
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import Sealed, SealedField
from grids.enums.errands import (
    GUARDED_UNDER,
    NUMBER_LENGTH,
    PLACE_LENGTH,
    ConsentWay,
    Contentment,
    Delivery,
    ErrandResult,
    Recipient,
)
from grids.enums.rights import ErrandRight
from grids.models.roster import Household, Resident
from grids.models.service_items import ServiceItem
from grids.models.visits import NeedRequest
from grids.states.errands import ErrandState

# The columns of lists, API and files that are the case's own.
_OF_CASE = ("number", "state", "due_at", "paused_at", "late_on", "closed_on", "version")
_ENDED = (ErrandState.CLOSED, ErrandState.WITHDRAWN)
_CAME_TO_AN_END = (ErrandState.DELIVERED, *_ENDED)


class ErrandQuerySet(ScopedQuerySet):
    VIEW_RIGHT = ErrandRight.VIEW
    OWN_FIELD = "worker"

    def open(self):
        """Those that still wait for something."""
        return self.exclude(case__state__in=_ENDED)

    def running(self):
        """Those whose result the resident does not have yet."""
        return self.exclude(case__state__in=_CAME_TO_AN_END)

    def for_list(self):
        """With the columns of a list, to be read by `.values()`."""
        return self.annotate(
            **{name: F(f"case__{name}") for name in _OF_CASE},
            area_name=F("area__name"),
            item_name=F("item__name"),
            worker_name=F("worker__name"),
            person=models.Case(
                When(resident__isnull=False, then=F("resident__name_masked")), default=F("name_masked")
            ),
        )

    def for_page(self):
        return self.select_related(
            "case__owner_post__role", "case__owner_post__area", "case__owner_area", "case__area",
            "area__successor", "item", "household", "resident", "need", "worker",
        )  # fmt: skip


class Errand(AreaBound, Sealed):
    """Something a grid worker runs for a resident (帮代办); number, owner, state and clock are the case's.

    It lies in an area of its own beside the case's, so that figures and lists read one table. For somebody
    of the roster it points there; the name and phone of anybody else are sealed here.
    """

    SEALED = {"name": mask_name, "phone": mask_phone}

    case = models.OneToOneField(
        Case, models.CASCADE, primary_key=True, related_name="errand", verbose_name=_("办件")
    )
    item = models.ForeignKey(ServiceItem, models.PROTECT, related_name="errands", verbose_name=_("代办事项"))
    household = models.ForeignKey(
        Household, models.PROTECT, null=True, blank=True, related_name="errands", verbose_name=_("住户")
    )
    resident = models.ForeignKey(
        Resident, models.PROTECT, null=True, blank=True, related_name="errands", verbose_name=_("居民")
    )
    need = models.ForeignKey(
        NeedRequest, models.PROTECT, null=True, blank=True, related_name="errands", verbose_name=_("来自诉求")
    )
    worker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="errands", verbose_name=_("代办人")
    )
    name_sealed = SealedField(_("姓名"))
    name_masked = models.CharField(_("姓名"), max_length=40, blank=True, editable=False)
    phone_sealed = SealedField(_("电话"))
    phone_masked = models.CharField(_("电话"), max_length=20, blank=True, editable=False)
    requested_on = models.DateField(_("提出日期"), default=today)
    place = models.CharField(_("递交地点"), max_length=PLACE_LENGTH, blank=True)
    submitted_on = models.DateField(_("递交日期"), null=True, blank=True)
    external_number = models.CharField(_("受理编号"), max_length=NUMBER_LENGTH, blank=True)
    result = models.CharField(_("办理结果"), max_length=10, choices=ErrandResult, blank=True, default="")
    decided_on = models.DateField(_("出结果日期"), null=True, blank=True)
    delivery = models.CharField(_("送达方式"), max_length=10, choices=Delivery, blank=True, default="")
    delivered_to = models.CharField(_("交给"), max_length=10, choices=Recipient, blank=True, default="")
    delivered_on = models.DateField(_("送达日期"), null=True, blank=True)
    satisfaction = models.CharField(_("满意度"), max_length=12, choices=Contentment, blank=True, default="")

    objects = ErrandQuerySet.as_manager()

    class Meta:
        verbose_name = _("帮代办")
        verbose_name_plural = _("帮代办")
        indexes = [
            models.Index(fields=["area_code", "requested_on"], name="grids_errand_area"),
            models.Index(fields=["area_code", "decided_on"], name="grids_errand_decided"),
            models.Index(fields=["worker", "-case"], name="grids_errand_worker"),
        ]
        constraints = [
            models.CheckConstraint(
                name="grids_errand_for_somebody",
                condition=Q(resident__isnull=False) | ~Q(name_masked=""),
                violation_error_message=_("请选择居民，或填写姓名。"),
            ),
            models.CheckConstraint(
                name="grids_errand_result_has_day",
                condition=Q(result="", decided_on__isnull=True)
                | (~Q(result="") & Q(decided_on__isnull=False)),
                violation_error_message=_("办理结果要有日期，没有结果的不能有。"),
            ),
            models.CheckConstraint(
                name="grids_errand_delivered_to_somebody",
                condition=Q(delivered_on__isnull=True) | (~Q(delivery="") & ~Q(delivered_to="")),
                violation_error_message=_("送达要写明交给谁、怎样送达。"),
            ),
        ]

    def __str__(self):
        return str(self.case)

    @property
    def shown_name(self) -> str:
        return self.resident.name_masked if self.resident else self.name_masked

    @property
    def is_for_child(self) -> bool:
        """Surely under fourteen: of the birth only the year is known (个人信息保护法 第31条)."""
        born = self.resident.birth_year if self.resident else None
        return born is not None and today().year - born < GUARDED_UNDER

    @property
    def live_consent(self) -> "ErrandConsent | None":
        """The authorisation in force; None before it was given and after it was taken back."""
        consent = getattr(self, "consent", None)
        return consent if consent and consent.withdrawn_on is None else None

    def missing_to_consent(self) -> list[str]:
        return [] if self.live_consent else [_("写明谁授权、怎样授权")]

    def missing_to_gather(self) -> list[str]:
        lacking = self.materials.filter(is_required=True, received_on__isnull=True)
        return [_("收到{name}").format(name=material.name) for material in lacking]

    def missing_to_submit(self) -> list[str]:
        missing = [] if self.live_consent else [_("取得居民授权")]
        return missing if self.place else [*missing, _("写明递交地点")]

    def missing_to_deliver(self) -> list[str]:
        return [] if self.delivered_on else [_("写明交给谁、怎样送达")]

    def missing_to_close(self) -> list[str]:
        missing = self.papers_to_return()
        return missing if self.satisfaction else [*missing, _("问过居民是否满意")]

    def papers_to_return(self) -> list[str]:
        """What is the resident's own and still here, in words."""
        kept = self.materials.filter(comes_back=True, received_on__isnull=False, returned_on__isnull=True)
        return [_("退还{name}").format(name=material.name) for material in kept]


class ErrandConsent(Sealed):
    """Who authorised an errand and how (个人信息保护法 第14–16、29、31条). It may be taken back before delivery."""

    SEALED = {"giver": mask_name}

    errand = models.OneToOneField(Errand, models.CASCADE, related_name="consent", verbose_name=_("帮代办"))
    way = models.CharField(_("授权方式"), max_length=10, choices=ConsentWay)
    giver_sealed = SealedField(_("授权人"))
    giver_masked = models.CharField(_("授权人"), max_length=40, blank=True, editable=False)
    given_on = models.DateField(_("授权日期"), default=today)
    note = models.CharField(_("授权说明"), max_length=200, blank=True)
    notice_version = models.CharField(_("告知书版本"), max_length=20, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("记录人")
    )
    recorded_at = models.DateTimeField(_("记录时间"), db_default=Now(), editable=False)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("代办授权")
        verbose_name_plural = _("代办授权")
        constraints = [
            models.CheckConstraint(
                name="grids_consent_guardian_named",
                condition=~Q(way=ConsentWay.GUARDIAN) | ~Q(giver_masked=""),
                violation_error_message=_("监护人签字的，请填写监护人姓名。"),
            ),
            models.CheckConstraint(
                name="grids_consent_oral_explained",
                condition=~Q(way=ConsentWay.ORAL) | ~Q(note=""),
                violation_error_message=_("口头同意的，请写明当时怎么说、有谁在场。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_way_display()} {self.given_on}"

    @property
    def area_code(self) -> str:
        return self.errand.area_code


class ErrandMaterial(models.Model):
    """A line of an errand's checklist: whether the paper is here, copied, and back with the resident."""

    errand = models.ForeignKey(Errand, models.CASCADE, related_name="materials", verbose_name=_("帮代办"))
    name = models.CharField(_("材料名称"), max_length=60)
    is_required = models.BooleanField(_("必交"), default=True)
    comes_back = models.BooleanField(_("核验后退还"), default=False)
    note = models.CharField(_("说明"), max_length=100, blank=True)
    position = models.PositiveSmallIntegerField(_("次序"), default=0)
    received_on = models.DateField(_("收到日期"), null=True, blank=True)
    is_copied = models.BooleanField(_("已复印"), default=False)
    returned_on = models.DateField(_("退还日期"), null=True, blank=True)
    photos = models.ManyToManyField(Attachment, blank=True, related_name="+", verbose_name=_("材料照片"))

    class Meta:
        verbose_name = _("代办材料")
        verbose_name_plural = _("代办材料")
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(
                name="grids_material_returned_was_received",
                condition=Q(returned_on__isnull=True) | Q(received_on__isnull=False),
                violation_error_message=_("没有收到的材料不能退还，请先勾选“已收到”。"),
            )
        ]

    def __str__(self):
        return self.name
