import pgtrigger
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from deeds.enums import REASON_LENGTH
from deeds.models.backlog import DeedProject
from deeds.states import HOME_STEPS, PRESSED_STEPS, HomeState
from governance.kernel.lifecycle import Step
from governance.people.models import User

_APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class HomeStep(models.Model):
    """One press for one home or for many, with its one reason. Written once; `undoes` takes one back."""

    project = models.ForeignKey(
        DeedProject, models.PROTECT, related_name="home_steps", verbose_name=_("项目")
    )
    name = models.CharField(_("步骤"), max_length=20)
    note = models.CharField(_("理由"), max_length=REASON_LENGTH, blank=True)
    count = models.PositiveIntegerField(_("套数"))
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name=_("办理人"))
    post_label = models.CharField(_("岗位"), max_length=120, blank=True)
    at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)
    undoes = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="undone_by", verbose_name=_("更正的步骤")
    )

    class Meta:
        verbose_name = _("住房办理")
        verbose_name_plural = _("住房办理")
        ordering = ["-pk"]
        triggers = [_APPEND_ONLY]

    def __str__(self):
        return f"{self.label} {self.count}"

    @property
    def label(self) -> str:
        return _("更正") if self.undoes_id else HOME_STEPS[self.name].label

    @property
    def may_undo(self) -> bool:
        """A press that nobody has taken back; what the project's own steps did, they take back themselves."""
        return self.name in PRESSED_STEPS and not self.undoes_id and not hasattr(self, "undone_by")


class HomeChange(models.Model):
    """What a step did to one home. Written once, never changed."""

    step = models.ForeignKey(HomeStep, models.PROTECT, related_name="changes", verbose_name=_("住房办理"))
    home = models.ForeignKey("deeds.Home", models.PROTECT, related_name="changes", verbose_name=_("住房"))
    from_state = models.CharField(_("原状态"), max_length=12, choices=HomeState)
    to_state = models.CharField(_("新状态"), max_length=12, choices=HomeState)

    class Meta:
        verbose_name = _("住房变动")
        verbose_name_plural = _("住房变动")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["step", "home"],
                name="home_change_once",
                violation_error_message=_("一次办理里，同一套房只记一次。"),
            )
        ]
        triggers = [_APPEND_ONLY]

    def __str__(self):
        return f"{self.from_state} → {self.to_state}"


def note_step(
    project: DeedProject, step: Step, changes: list[tuple[int, str, str]], *, by, note: str, undoes=None
) -> HomeStep:
    """Write down a step over homes, `(home, from, to)` each. Called inside the transaction that takes it."""
    done = HomeStep.objects.create(
        project=project, name=step.name, note=note.strip(), count=len(changes), by=by,
        post_label=getattr(by, "post_label", "")[:120], undoes=undoes,
    )  # fmt: skip
    HomeChange.objects.bulk_create(
        HomeChange(step=done, home_id=home, from_state=source, to_state=target)
        for home, source, target in changes
    )
    return done
