from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import REASON_LENGTH, Right, UndertakingKind
from deeds.models.backlog import DeedProject
from deeds.models.entitled import EntitledPerson
from deeds.models.homes import Home
from deeds.states import UNDERTAKING_STEPS, UndertakingState
from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet


class UndertakingQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def for_list(self):
        return self.annotate(project_name=F("project__name"), area_name=F("area__name"))

    def counted(self, what: str, day: date):
        """The rows that a rate is made of, as of a day: those whose word has come due, and those that were kept or not.

        A paper that is late counts against the rate; a promise counts once somebody has checked it.
        """
        conditional, commitment = (self.filter(kind=kind, made_on__lte=day) for kind in UndertakingKind)
        return {
            "cure": conditional.filter(Q(due_on__lte=day) | Q(settled_on__lte=day)),
            "cured": conditional.filter(state=UndertakingState.MET, settled_on__lte=day),
            "promise": commitment.filter(settled_on__lte=day),
            "breached": commitment.filter(state=UndertakingState.BROKEN, settled_on__lte=day),
        }[what]

    def open_on(self, day: date):
        """Not settled by a day: the same answer later as on that day."""
        return self.filter(Q(settled_on__isnull=True) | Q(settled_on__gt=day), made_on__lte=day)

    def overdue_on(self, day: date):
        return self.open_on(day).filter(due_on__lt=day)

    def due_soon(self, day: date, last: date):
        return self.open_on(day).filter(due_on__range=(day, last))


class Undertaking(AreaBound, Staged):
    """A word given so that the matter need not wait: 容缺受理 (a paper that comes later) or 告知承诺 (a promise kept).

    Each says what, until when, and what follows if not; each is followed up until it is settled.
    """

    STEPS = UNDERTAKING_STEPS

    project = models.ForeignKey(
        DeedProject, models.PROTECT, related_name="undertakings", verbose_name=_("项目")
    )
    home = models.ForeignKey(
        Home, models.PROTECT, null=True, blank=True, related_name="undertakings", verbose_name=_("住房")
    )
    kind = models.CharField(_("方式"), max_length=12, choices=UndertakingKind)
    what = models.CharField(_("容缺或承诺的事项"), max_length=300)
    consequence = models.CharField(_("逾期或违约的后果"), max_length=300)
    signatory = models.CharField(_("承诺单位"), max_length=80, blank=True)
    person = models.ForeignKey(
        EntitledPerson, models.PROTECT, null=True, blank=True, related_name="undertakings",
        verbose_name=_("承诺人"),
    )  # fmt: skip
    made_on = models.DateField(_("签订日期"), default=today)
    due_on = models.DateField(_("期限"))
    state = models.CharField(
        _("状态"), max_length=8, choices=UndertakingState, default=UndertakingState.OPEN, editable=False
    )
    settled_on = models.DateField(_("核查日期"), null=True, blank=True, editable=False)
    finding = models.CharField(_("核查情况"), max_length=REASON_LENGTH, blank=True, editable=False)

    objects = UndertakingQuerySet.as_manager()

    class Meta:
        verbose_name = _("容缺、承诺")
        verbose_name_plural = _("容缺、承诺")
        indexes = [models.Index(fields=["area_code", "due_on"], name="undertaking_area")]
        constraints = [
            models.CheckConstraint(
                name="undertaking_somebody_signed",
                condition=~Q(signatory="") | Q(person__isnull=False),
                violation_error_message=_("要有承诺单位或承诺人，请选一位权利人或填写单位。"),
            ),
            models.CheckConstraint(
                name="undertaking_due_after_made",
                condition=Q(due_on__gt=F("made_on")),
                violation_error_message=_("期限要在签订日期之后。"),
            ),
            models.CheckConstraint(
                name="undertaking_settled_whole",
                condition=Q(state=UndertakingState.OPEN, settled_on__isnull=True)
                | ~Q(state=UndertakingState.OPEN) & Q(settled_on__isnull=False) & ~Q(finding=""),
                violation_error_message=_("核查要写明日期和情况。"),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.what}"

    @property
    def name(self) -> str:
        return str(self)

    @property
    def signed_by(self) -> str:
        return str(self.person) if self.person_id else self.signatory

    @property
    def is_overdue(self) -> bool:
        return self.state == UndertakingState.OPEN and self.due_on < today()

    @property
    def state_label(self) -> str:
        """The state in the words of its kind."""
        return UndertakingKind(self.kind).words(self.state)

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        before, after = {"state": str(source)}, {"state": str(self.state)}
        record(f"deeds.undertaking.{step.name}", by=by, subject=self, before=before, after=after, reason=note)
