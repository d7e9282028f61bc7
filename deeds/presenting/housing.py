"""A housing project as its pages show it."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from deeds.enums import Right
from deeds.enums.housing import Light, PermitKind, Rating
from deeds.models import HousingBuilding, HousingProject, HousingRisk, Milestone
from deeds.states.bulletins import BulletinState
from governance.files.models import Attachment
from governance.kernel.days import today
from governance.kernel.wording import listed

# How a light looks: tone and picture; its word is the light's own.
LOOKS = {
    Light.GREEN: ("ok", "check-circle"),
    Light.YELLOW: ("near", "hourglass-split"),
    Light.RED: ("late", "exclamation-octagon"),
    Light.UNTOLD: ("paused", "circle"),
}
RISK_TONES = {Rating.HIGH: "late", Rating.MEDIUM: "near", Rating.LOW: "paused"}
SHOWN = 12
ON_THE_WALL = 14


def look_of(light: Light) -> dict:
    """What the badge of a light takes."""
    tone, icon_name = LOOKS[light]
    return {"label": light.label, "tone": tone, "icon_name": icon_name}


def works_page(project: HousingProject, user) -> dict:
    """Papers, buildings with their stages, weeks."""
    rows = HousingBuilding.objects.filter(project=project).with_progress(today())
    buildings = list(rows.prefetch_related("milestones__stage"))
    permits = list(project.permits.all())
    known = {permit.kind for permit in permits}
    return {
        "project": project,
        "here": "works",
        "buildings": [_building(row) for row in buildings],
        "permits": permits,
        "permits_missing": listed(kind.label for kind in PermitKind if kind not in known),
        "rows": project.progress.select_related("by")[:SHOWN],
        "may_manage": user.may(Right.MANAGE, project.area_code),
    }


def _building(row: HousingBuilding) -> dict:
    return {"row": row, "look": look_of(row.light), "stage": stage_words(row), "next": _next_stage(row)}


def stage_words(row: HousingBuilding) -> str:
    """What was told last: 主体 12/18 层."""
    if row.percent is None:
        return _("还没有填报")
    if row.floors_done is None:
        return row.stage_name
    return _("{stage} {done}/{floors} 层").format(
        stage=row.stage_name, done=row.floors_done, floors=row.floors
    )


def _next_stage(row: HousingBuilding) -> Milestone | None:
    """The first stage of the plan that is not reached."""
    return next((each for each in row.milestones.all() if each.reached_on is None), None)


def money_page(project: HousingProject, user) -> dict:
    """Books, payouts, risks, batches of homes handed over."""
    books = list(project.fund_reports.all()[:SHOWN])
    deliveries = list(project.deliveries.all())
    return {
        "project": project,
        "here": "money",
        "books": books,
        "latest": books[0] if books else None,
        "payouts": project.payouts.all()[:SHOWN],
        "risks": [_risk(risk) for risk in project.risks.all()[:SHOWN]],
        "deliveries": deliveries,
        "delivered": sum(batch.delivered for batch in deliveries),
        "may_manage": user.may(Right.MANAGE, project.area_code),
    }


def _risk(risk: HousingRisk) -> dict:
    label = _("{}风险").format(risk.get_rating_display())
    return {"row": risk, "label": label, "tone": RISK_TONES[Rating(risk.rating)]}


def buyers_page(project: HousingProject, user) -> dict:
    """Bulletins and questions; what purchasers wrote is for whoever answers it."""
    may_answer = user.may(Right.ANSWER, project.area_code)
    questions = project.questions.select_related("purchaser", "answered_by") if may_answer else []
    return {
        "project": project,
        "here": "buyers",
        "bulletins": project.bulletins.prefetch_related("photos")[:SHOWN],
        "questions": questions[:SHOWN],
        "questions_open": project.questions.unanswered().count(),
        "purchasers": project.purchasers.count(),
        "may_answer": may_answer,
    }


def find_public(code: str) -> HousingProject:
    """By the code on the poster, typed in any case; whoever knows it need not log in."""
    return get_object_or_404(HousingProject, token=code.upper())


def public_photo(project: HousingProject, number) -> Attachment:
    """A picture of a bulletin of the project that everybody may read."""
    shown = project.bulletins.published().values("photos")
    return get_object_or_404(Attachment.objects.kept(), number=number, pk__in=shown)


def public_page(project: HousingProject) -> dict:
    """What everybody may read: the bulletin in force, earlier ones, answers worded for the public."""
    bulletins = list(
        project.bulletins.filter(state=BulletinState.PUBLISHED).prefetch_related("photos")[:SHOWN]
    )
    answered = project.questions.exclude(public_text="")
    return {
        "project": project,
        "bulletin": bulletins[0] if bulletins else None,
        "earlier": bulletins[1:],
        "answers": answered.only("public_text", "answer", "answered_on")[:SHOWN],
    }


def wall_page(user, code: str, day: date) -> dict:
    """The board of the meeting room: projects by light, the worst first, the risks rated high, the money."""
    projects = list(HousingProject.objects.for_user(user).within(code).in_force(day).for_list(day))
    lights = Counter(project.light for project in projects)
    order = list(Light)[::-1]
    projects.sort(key=lambda row: (order.index(row.light), row.percent or 0))
    due = Milestone.objects.for_user(user).within(code).due_on(day)
    risks = HousingRisk.objects.filter(
        project__in=[project.pk for project in projects], rating=Rating.HIGH, closed_on__isnull=True
    )
    return {
        "lights": [{**look_of(light), "light": light, "count": lights[light]} for light in Light],
        "projects": [{"row": row, **look_of(row.light)} for row in projects[:ON_THE_WALL]],
        "more": max(len(projects) - ON_THE_WALL, 0),
        "homes": sum(row.homes for row in projects),
        "delivered": sum(row.delivered_homes for row in projects),
        "gap": sum(row.gap or 0 for row in projects),
        "workers": sum(row.workers or 0 for row in projects),
        "stages": due.aggregate(due=Count("pk"), missed=Count("pk", filter=Q(reached_on__isnull=True))),
        "risks": risks.select_related("project")[:ON_THE_WALL],
    }
