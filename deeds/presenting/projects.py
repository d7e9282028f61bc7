"""One project as its page shows it."""

from collections import Counter

from django.db.models import Count
from django.urls import reverse

from deeds.enums import Right
from deeds.forms.backlog import ObstacleForm
from deeds.models import DeedProject
from deeds.presenting.board import clock_words
from deeds.states import HELD_HOMES, HELD_STATES, WAY, HomeState, ProjectState
from governance.kernel.lifecycle import open_steps

SHOWN_UNDERTAKINGS = 5


def project_page(project: DeedProject, user, *, obstacle_form=None) -> dict:
    """What the page of a project shows; a refused form comes back in it."""
    manages = user.may(Right.MANAGE, project.area_code)
    moves = list(project.moves.select_related("by"))
    buildings = building_lines(project)
    return {
        "project": project,
        "plan": getattr(project, "plan", None),
        "counts": sums(buildings),
        "buildings": buildings,
        "steps": project_steps(project, moves),
        "open_steps": [step for step in open_steps(project, user) if step.name != "block"],
        "may_block": manages and project.state in project.STEPS["block"].sources,
        "moves": moves,
        "obstacles": [(row, clock_words(row)) for row in project.obstacles.all()],
        "undertakings": project.undertakings.select_related("person", "home").order_by("due_on", "pk")[
            :SHOWN_UNDERTAKINGS
        ],
        "homes_url": f"{reverse('deeds:home_list')}?project={project.pk}",
        "may_manage": manages,
        "obstacle_form": obstacle_form or (ObstacleForm() if manages else None),
    }


def building_lines(project: DeedProject) -> list[dict]:
    """Its buildings with their homes by how far they are; two queries however many there are."""
    found: dict[str, Counter] = {}
    rows = project.homes.order_by().values_list("building", "state").annotate(Count("pk"))
    for building, state, count in rows:
        found.setdefault(building, Counter())[state] = count
    buildings = sorted(project.buildings.all(), key=lambda row: (len(row.number), row.number))
    return [{"building": row, **of_states(found.get(row.number, Counter()))} for row in buildings]


def of_states(counts: Counter) -> dict:
    unlisted, listed = counts[HomeState.UNLISTED], counts[HomeState.LISTED]
    total = counts.total() - unlisted
    return {
        "listed": total,
        "solved": total - listed,
        "issued": counts[HomeState.ISSUED] + counts[HomeState.DELIVERED],
        "held": sum(counts[state] for state in HELD_HOMES),
    }


def sums(buildings: list[dict]) -> dict:
    return {name: sum(row[name] for row in buildings) for name in ("listed", "solved", "issued", "held")}


def project_steps(project: DeedProject, moves) -> list[dict]:
    """The way, as the steps component draws it. A project that is held stands late at execution."""
    here = ProjectState.EXECUTING if project.state in HELD_STATES else project.state
    place = WAY.index(here) if here in WAY else 0
    reached = {move.target: move.at for move in moves}
    now = "late" if project.state in (*HELD_STATES, ProjectState.EXCLUDED) else "now"
    last = len(WAY) - 1
    states = ["done"] * place + ["done" if place == last else now] + ["todo"] * (last - place)
    return [
        {"label": state.label, "state": how, "at": reached.get(state)}
        for state, how in zip(WAY, states, strict=True)
    ]
