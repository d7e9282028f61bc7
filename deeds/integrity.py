"""Whether projects, homes and reports of progress agree with each other."""

from datetime import date

from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import Lag
from django.utils.translation import gettext_lazy as _

from deeds.models import DeedProject, Home, HousingProject, ProjectObstacle, WeeklyProgress
from deeds.states import SOLVED_STATES, HomeState
from governance.kernel.checking import Check, Severity


def _solved_with_obstacle(day: date):
    still = ProjectObstacle.objects.filter(project=OuterRef("pk"), closed_on__isnull=True)
    return DeedProject.objects.filter(Exists(still), state__in=SOLVED_STATES)


def _solved_with_homes(day: date):
    still = Home.objects.filter(project=OuterRef("pk"), state=HomeState.LISTED)
    return DeedProject.objects.filter(Exists(still), state__in=SOLVED_STATES)


def _apart_from_project(day: date):
    return Home.objects.exclude(area=F("project__area"))


def _backwards(day: date):
    """Less than the week before, without a word why. The row's own `previous_percent` is what it was told then."""
    before = Window(Lag("percent"), partition_by=F("project"), order_by=F("week_start").asc())
    return WeeklyProgress.objects.annotate(before=before).filter(before__gt=F("percent"), note="")


def _delivered_too_many(day: date):
    return HousingProject.objects.with_delivered(day).filter(delivered_homes__gt=F("homes"))


_PROJECT = {"noun": _("项目"), "label": "name", "page": "deeds:project_detail", "target": "pk"}
_HOUSING = {"noun": _("项目"), "label": "name", "page": "deeds:housing_detail", "target": "pk"}
CHECKS = (
    Check(
        code="deeds-solved-obstacle",
        title=_("项目已解决，还有未销号的堵点"),
        explains=_("堵点全部销号才算解决。"),
        mend=_("把堵点销号，或者把项目退回办理。"),
        severity=Severity.WARNING,
        rows=_solved_with_obstacle,
        **_PROJECT,
    ),
    Check(
        code="deeds-solved-homes",
        title=_("项目已解决，还有不能办证的住房"),
        explains=_("项目完成首次登记后，各套住房应当转为可办。解决和发证分开计，这里只看可办。"),
        mend=_("在住房清单里把这些住房批量转为可办，或者说明为什么不能办。"),
        severity=Severity.NOTE,
        rows=_solved_with_homes,
        **_PROJECT,
    ),
    Check(
        code="deeds-home-place",
        title=_("住房与项目不在同一区划"),
        explains=_("住房的区划就是项目的区划。两边不同，按区划统计的套数就不对。"),
        mend=_("请系统管理员改正住房的区划。"),
        severity=Severity.SERIOUS,
        rows=_apart_from_project,
        noun=_("住房"),
        page="deeds:home_detail",
        target="pk",
    ),
    Check(
        code="housing-backwards",
        title=_("保交楼周进度倒退，没有说明"),
        explains=_("这一周的进度比上一周低，又没有写原因，前后总有一个不对。"),
        mend=_("核实后改正，或者在说明里写明原因。"),
        severity=Severity.WARNING,
        rows=_backwards,
        noun=_("项目"),
        label="project__name",
        area="project__area_code",
        page="deeds:housing_detail",
        target="project_id",
    ),
    Check(
        code="housing-delivered",
        title=_("交付套数多于项目总套数"),
        explains=_("各批交付加起来超过了项目的套数，交付率会超过 100%。"),
        mend=_("核对各批交付和项目套数。"),
        severity=Severity.WARNING,
        rows=_delivered_too_many,
        **_HOUSING,
    ),
)
