import pgtrigger
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from governance.areas.models import Area
from governance.dispatch.enums import Presence, Sheet
from governance.dispatch.models.cycles import Cycle
from governance.people.models import Post, User

MINUTES, STATEMENT, TITLE = 2000, 1000, 80

_UNLESS_ISSUED = """
IF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = {row}.cycle_id AND state = 'issued') THEN
  RAISE EXCEPTION 'the minutes are issued';
END IF;
RETURN {row};
"""


def with_its_cycle() -> list[pgtrigger.Trigger]:
    """What belongs to a meeting changes no more once its minutes are issued."""
    return [
        pgtrigger.Trigger(
            name=f"issued_no_{name}",
            operation=operation,
            when=pgtrigger.Before,
            func=_UNLESS_ISSUED.format(row=row),
        )
        for name, operation, row in (
            ("write", pgtrigger.Insert | pgtrigger.Update, "NEW"),
            ("delete", pgtrigger.Delete, "OLD"),
        )
    ]


class PresetPoint(models.Model):
    """A point that a new agenda, or the checklist of a new visit, begins with."""

    sheet = models.CharField(_("用在"), max_length=10, choices=Sheet)
    position = models.PositiveSmallIntegerField(_("序号"))
    title = models.CharField(_("内容"), max_length=TITLE)
    hint = models.CharField(_("要点"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("预置议程")
        verbose_name_plural = _("预置议程")
        ordering = ["sheet", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["sheet", "position"],
                name="preset_point_once",
                violation_error_message=_("这个序号已经有内容。"),
            )
        ]

    def __str__(self):
        return self.title


class AgendaPoint(models.Model):
    """A point of one meeting's agenda and what the minutes say to it."""

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="points", verbose_name=_("调度"), db_index=False
    )
    position = models.PositiveSmallIntegerField(_("序号"))
    title = models.CharField(_("议题"), max_length=TITLE)
    hint = models.CharField(_("要点"), max_length=200, blank=True)
    minutes = models.TextField(_("纪要"), max_length=MINUTES, blank=True)

    class Meta:
        verbose_name = _("议程")
        verbose_name_plural = _("议程")
        ordering = ["cycle", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "position"],
                name="agenda_position_once",
                violation_error_message=_("这个序号已经有议题。"),
            )
        ]
        triggers = with_its_cycle()

    def __str__(self):
        return self.title


class Attendance(models.Model):
    """Whether an office, or one of its seats, came to the meeting; no person is named."""

    cycle = models.ForeignKey(
        Cycle, models.PROTECT, related_name="attendances", verbose_name=_("调度"), db_index=False
    )
    area = models.ForeignKey(Area, models.PROTECT, related_name="+", verbose_name=_("单位所在区划"))
    post = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("岗位")
    )
    presence = models.CharField(_("到会情况"), max_length=10, choices=Presence)

    class Meta:
        verbose_name = _("到会情况")
        verbose_name_plural = _("到会情况")
        ordering = ["cycle", "area__code", "post_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "area", "post"],
                nulls_distinct=False,
                name="attendance_once",
                violation_error_message=_("这个单位的到会情况已经登记。"),
            )
        ]
        triggers = with_its_cycle()

    def __str__(self):
        return f"{self.office_name} {self.get_presence_display()}"

    @property
    def office_name(self) -> str:
        return str(self.post) if self.post else self.area.name


class CorrectionNote(models.Model):
    """What is wrong in issued minutes. They stay as they are; the note stands beside them for good."""

    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="corrections", verbose_name=_("调度"))
    text = models.TextField(_("更正内容"), max_length=STATEMENT)
    written_at = models.DateTimeField(_("时间"), db_default=Now(), editable=False)
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("更正人"))

    class Meta:
        verbose_name = _("更正说明")
        verbose_name_plural = _("更正说明")
        ordering = ["pk"]
        triggers = [pgtrigger.Protect(name="note_stays", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self):
        return self.text[:40]
