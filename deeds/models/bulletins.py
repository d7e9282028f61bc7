from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from deeds.enums import Right
from deeds.enums.housing import QUESTION_LENGTH, TEXT_LENGTH, FundsLevel
from deeds.models.housing import HousingProject
from deeds.states.bulletins import BULLETIN_STEPS, BulletinState
from governance.audit.actions import record
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.lifecycle import Staged, Step
from governance.kernel.scope import ScopedQuerySet
from governance.kernel.sealing import BlindIndexField
from governance.people.models import User


class BulletinQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def published(self):
        return self.filter(state=BulletinState.PUBLISHED)


class Bulletin(Staged):
    """What purchasers of a project are told for a month. Nothing in it is about a person."""

    STEPS = BULLETIN_STEPS

    project = models.ForeignKey(
        HousingProject, models.PROTECT, related_name="bulletins", verbose_name=_("项目")
    )
    period = models.DateField(_("期别"), help_text=_("当月任一天"))
    progress_text = models.TextField(_("工程进展"), max_length=TEXT_LENGTH)
    funds_level = models.CharField(_("资金情况"), max_length=10, choices=FundsLevel)
    next_on = models.DateField(_("下次公告日期"))
    photos = models.ManyToManyField(Attachment, related_name="+", blank=True, verbose_name=_("现场照片"))
    percent = models.PositiveSmallIntegerField(_("发布时进度（%）"), null=True, editable=False)
    state = models.CharField(
        _("状态"), max_length=12, choices=BulletinState, default=BulletinState.DRAFT, editable=False
    )
    published_on = models.DateField(_("发布日期"), null=True, editable=False)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = _("购房人公告")
        verbose_name_plural = _("购房人公告")
        ordering = ["-period", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "period"],
                condition=~Q(state="withdrawn"),
                name="bulletin_once_a_month",
                violation_error_message=_("这个项目本月已有公告，请在原来那期上修改，或先撤回。"),
            ),
            models.CheckConstraint(
                name="bulletin_next_after_period",
                condition=Q(next_on__gt=F("period")),
                violation_error_message=_("下次公告日期要在本期之后。"),
            ),
            models.CheckConstraint(
                name="bulletin_published_has_day",
                condition=Q(state="draft", published_on__isnull=True)
                | Q(published_on__isnull=False) & ~Q(state="draft"),
                violation_error_message=_("发布过的公告要有发布日期。"),
            ),
        ]

    def __str__(self):
        return f"{self.project} {self.period:%Y-%m}"

    @property
    def area_code(self) -> str:
        return self.project.area_code

    def record_move(self, *, step: Step, source: str, by, note: str) -> None:
        before, after = {"state": str(source)}, {"state": str(self.state)}
        record(f"housing.bulletin.{step.name}", by=by, subject=self, before=before, after=after, reason=note)


class PurchaserQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.ANSWER
    AREA_FIELD = "project__area_code"


class Purchaser(models.Model):
    """Who may ask about a project: known by the number of the contract and a phone, and by nothing else.

    Neither is kept. `contract_index` finds a contract of the project, `proof_index` both together; the masked
    number is what the office tells papers apart by.
    """

    project = models.ForeignKey(
        HousingProject, models.PROTECT, related_name="purchasers", verbose_name=_("项目")
    )
    contract_masked = models.CharField(_("合同编号"), max_length=40, editable=False)
    contract_index = BlindIndexField()
    proof_index = BlindIndexField()
    entered_on = models.DateField(_("登记日期"), default=today, editable=False)

    objects = PurchaserQuerySet.as_manager()

    class Meta:
        verbose_name = _("购房人")
        verbose_name_plural = _("购房人")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "contract_index"],
                name="purchaser_contract_once",
                violation_error_message=_("这份合同已经登记过。"),
            )
        ]

    def __str__(self):
        return str(self.contract_masked)


class PurchaserQuestionQuerySet(ScopedQuerySet):
    VIEW_RIGHT = Right.VIEW
    AREA_FIELD = "project__area_code"

    def judged_on(self, day: date):
        """Whose limit has passed by a day, and those answered by then."""
        return self.filter(Q(due_on__lt=day) | Q(answered_on__lte=day), asked_on__lte=day)

    def timely_on(self, day: date):
        return self.judged_on(day).filter(answered_on__lte=F("due_on"))

    def late_on(self, day: date):
        return self.judged_on(day).filter(Q(answered_on__isnull=True) | Q(answered_on__gt=F("due_on")))

    def unanswered(self):
        return self.filter(answered_on__isnull=True)

    def for_list(self):
        return self.annotate(project_name=F("project__name"), area_code=F("project__area_code"))


class PurchaserQuestion(models.Model):
    """What a purchaser asked, and the office's answer. In public stands only what the office words anew."""

    project = models.ForeignKey(
        HousingProject, models.PROTECT, related_name="questions", verbose_name=_("项目")
    )
    purchaser = models.ForeignKey(
        Purchaser,
        models.SET_NULL,
        null=True,
        related_name="questions",
        verbose_name=_("购房人"),
        editable=False,
    )
    client_uuid = models.UUIDField(_("提交编号"), unique=True, editable=False)
    text = models.TextField(_("提问"), max_length=QUESTION_LENGTH)
    asked_on = models.DateField(_("提问日期"), default=today, editable=False)
    due_on = models.DateField(_("答复期限"), editable=False)
    answer = models.TextField(_("答复"), max_length=TEXT_LENGTH, blank=True)
    answered_on = models.DateField(_("答复日期"), null=True, editable=False)
    answered_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name=_("答复人"), editable=False
    )
    public_text = models.CharField(_("公开的问题"), max_length=QUESTION_LENGTH, blank=True)

    objects = PurchaserQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("购房人提问")
        verbose_name_plural = _("购房人提问")
        ordering = ["-asked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="question_answered_whole",
                condition=Q(answered_on__isnull=True, answer="", public_text="")
                | Q(answered_on__isnull=False) & ~Q(answer=""),
                violation_error_message=_("答复要有内容和日期。"),
            )
        ]

    def __str__(self):
        return f"{self.project} {self.asked_on}"
