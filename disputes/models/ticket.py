import secrets

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from disputes.enums.centres import TicketState
from disputes.enums.rights import Right
from disputes.models.centre import MediationCentre
from disputes.models.premises import CentreWindow
from disputes.states import TICKET_STEPS
from governance.areas.models import AreaBound
from governance.audit.actions import record
from governance.casework.enums import PUBLIC_CODE_LETTERS
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged
from governance.kernel.scope import ScopedQuerySet

TOKEN_LENGTH = 12


def new_token() -> str:
    """What opens the waiting page of a ticket: random, so that one slip tells nothing of another."""
    return "".join(secrets.choice(PUBLIC_CODE_LETTERS) for _letter in range(TOKEN_LENGTH))


class TicketQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW

    def of_today(self):
        return self.filter(day=today())

    def waiting(self):
        return self.of_today().filter(state=TicketState.WAITING)

    def called(self):
        return self.of_today().filter(state=TicketState.CALLED)

    def for_list(self):
        return self.select_related("centre", "window")


class QueueTicket(AreaBound, Staged):
    """A number drawn in the hall; counted anew each day at each centre. It knows nobody's name."""

    STEPS = TICKET_STEPS

    centre = models.ForeignKey(
        MediationCentre, models.PROTECT, related_name="tickets", verbose_name=_("综治中心")
    )
    day = models.DateField(_("日期"), default=today)
    number = models.PositiveSmallIntegerField(_("号码"))
    token = models.CharField(
        _("查询码"), max_length=TOKEN_LENGTH, unique=True, default=new_token, editable=False
    )
    state = models.CharField(_("状态"), max_length=10, choices=TicketState, default=TicketState.WAITING)
    window = models.ForeignKey(
        CentreWindow, models.PROTECT, null=True, blank=True, related_name="tickets", verbose_name=_("窗口")
    )
    drawn_at = models.DateTimeField(_("取号时间"), default=timezone.now)
    called_at = models.DateTimeField(_("叫号时间"), null=True, blank=True)
    ended_at = models.DateTimeField(_("结束时间"), null=True, blank=True)

    objects = TicketQuerySet.as_manager()

    class Meta:
        verbose_name = _("排队号")
        verbose_name_plural = _("排队号")
        indexes = [models.Index(fields=["area_code", "day"], name="ticket_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "day", "number"],
                name="ticket_number_once",
                violation_error_message=_("这个号码今天已经取过。"),
            ),
            models.CheckConstraint(
                name="ticket_called_has_window",
                condition=~Q(state=TicketState.CALLED) | Q(window__isnull=False, called_at__isnull=False),
                violation_error_message=_("叫号要写明到哪个窗口。"),
            ),
        ]

    def __str__(self):
        return self.shown_number

    @property
    def shown_number(self) -> str:
        return f"A{self.number:03d}"

    def record_move(self, *, step, source: str, by, note: str) -> None:
        record(
            f"ticket.{step.name}",
            by=by,
            subject=self,
            before={"state": source},
            after={"state": step.target, "window": self.window_id},
        )
