import datetime as dt

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from governance.areas.models import AreaBound
from governance.kernel.days import today
from governance.kernel.masking import mask_name, mask_phone
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import Sealed, SealedField
from governance.party.enums import COBUILD_TEXT_LENGTH, NOTE_LENGTH, Right, WishState
from governance.party.models.partners import Partner
from governance.party.models.recorded import Recorded
from governance.party.models.teams import StewardTeam, VolunteerTeam
from governance.party.states.wishes import WISH_STEPS

CLAIMANTS = {"partner": Partner, "steward_team": StewardTeam, "volunteer_team": VolunteerTeam}


def one_claimant() -> Q:
    """Exactly one of the claimants is named."""
    condition = Q()
    for claimant in CLAIMANTS:
        condition |= Q(**{f"{name}__isnull": name != claimant for name in CLAIMANTS})
    return condition


class WishQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(
            area_name=F("area__name"),
            claimant_name=models.functions.Coalesce(*(f"{name}__name" for name in CLAIMANTS)),
        ).defer("contact_sealed", "phone_sealed")

    def posted_on(self, day: dt.date):
        """Wishes that stood on a day: posted by then and not withdrawn."""
        return self.filter(Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day), posted_on__lte=day)

    def fulfilled_by(self, day: dt.date):
        return self.posted_on(day).filter(done_on__lte=day)

    def unfulfilled_on(self, day: dt.date):
        return self.posted_on(day).filter(Q(done_on__isnull=True) | Q(done_on__gt=day))


class Wish(Recorded, AreaBound, Sealed):
    """微心愿: what a household wishes for, told without its name; who asks is sealed."""

    STEPS = WISH_STEPS
    SEALED = {"contact": mask_name, "phone": mask_phone}

    text = models.CharField(_("心愿内容"), max_length=COBUILD_TEXT_LENGTH)
    contact_sealed = SealedField(_("联系人"))
    contact_masked = models.CharField(_("联系人"), max_length=40, blank=True, editable=False)
    phone_sealed = SealedField(_("联系电话"))
    phone_masked = models.CharField(_("联系电话"), max_length=20, blank=True, editable=False)
    posted_on = models.DateField(_("征集日期"), default=today)
    state = models.CharField(
        _("状态"), max_length=10, choices=WishState, default=WishState.OPEN, editable=False
    )
    partner = models.ForeignKey(
        Partner, models.PROTECT, null=True, blank=True, related_name="wishes", verbose_name=_("共建单位")
    )
    steward_team = models.ForeignKey(
        StewardTeam,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="wishes",
        verbose_name=_("红管家服务队"),
    )
    volunteer_team = models.ForeignKey(
        VolunteerTeam,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="wishes",
        verbose_name=_("志愿服务队"),
    )
    claimed_on = models.DateField(_("认领日期"), null=True, blank=True, editable=False)
    done_on = models.DateField(_("实现日期"), null=True, blank=True, editable=False)
    result = models.CharField(_("实现情况"), max_length=COBUILD_TEXT_LENGTH, blank=True, editable=False)
    thanks = models.CharField(_("答谢"), max_length=COBUILD_TEXT_LENGTH, blank=True, editable=False)
    withdrawn_on = models.DateField(_("撤回日期"), null=True, blank=True, editable=False)
    closing_note = models.CharField(_("撤回原因"), max_length=NOTE_LENGTH, blank=True, editable=False)

    objects = WishQuerySet.as_manager()

    class Meta:
        verbose_name = _("微心愿")
        verbose_name_plural = _("微心愿")
        indexes = [models.Index(fields=["area_code", "state"], name="party_wish_area")]
        constraints = [
            models.CheckConstraint(
                name="party_wish_claimed_by_one",
                condition=Q(state__in=[WishState.OPEN, WishState.WITHDRAWN])
                | (one_claimant() & Q(claimed_on__isnull=False)),
                violation_error_message=_("认领的心愿要有一个认领的单位或队伍。"),
            ),
            models.CheckConstraint(
                name="party_wish_done_whole",
                condition=~Q(state__in=[WishState.DONE, WishState.CLOSED])
                | (~Q(result="") & Q(done_on__isnull=False)),
                violation_error_message=_("实现的心愿要写明实现情况。"),
            ),
        ]

    def __str__(self):
        return self.text

    @property
    def claimant(self) -> models.Model | None:
        return next((found for name in CLAIMANTS if (found := getattr(self, name))), None)

    def missing_to_claim(self) -> list[str]:
        named = sum(getattr(self, f"{name}_id") is not None for name in CLAIMANTS)
        return [] if named == 1 else [_("一个认领的单位或队伍")]

    def missing_to_fulfil(self) -> list[str]:
        return [] if self.result else [_("实现情况")]

    def missing_to_thank(self) -> list[str]:
        return [] if self.thanks else [_("答谢")]
