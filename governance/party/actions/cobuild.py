"""What partners offer, what communities need, and the projects that bring both together."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.audit.actions import record
from governance.kernel.days import today
from governance.kernel.errors import Refused
from governance.kernel.lifecycle import move
from governance.kernel.scope import demand
from governance.kernel.wording import plain
from governance.party.enums import Right
from governance.party.models import CobuildKind, CommunityNeed, CoProject, Partner, PartnerResource
from governance.party.states.cobuild import LIVE_PROJECTS


def load_cobuild_kinds(rows: list[dict]) -> None:
    CobuildKind.load(rows)


def offer_resource(
    partner: Partner,
    *,
    by,
    kind: CobuildKind,
    text: str,
    from_on: date,
    to_on: date | None = None,
    capacity: int = 1,
) -> PartnerResource:
    """Enter what a partner offers."""
    demand(by, Right.BUILD, partner.area_code)
    if partner.ended_on is not None:
        raise Refused(
            "already_ended", _("「{}」已于 {} 解约，不能再办理。").format(partner, partner.ended_on)
        )
    resource = PartnerResource(
        partner=partner, kind=kind, text=plain(text), from_on=from_on, to_on=to_on, capacity=capacity
    )
    return _enter(resource, partner.area, by=by, action="offer_resource")


def step_resource(resource: PartnerResource, step: str, *, by, note: str = "") -> None:
    """Withdraw a resource that no project uses, or offer it anew."""
    with transaction.atomic():
        held = PartnerResource.objects.select_for_update(of=("self",)).get(pk=resource.pk)
        if step == "withdraw" and held.projects.filter(state__in=LIVE_PROJECTS).exists():
            raise Refused("in_use", _("这项资源正在用于共建项目，请先完成或中止项目。"))
        move(resource, step, by=by, note=plain(note), changes={"closing_note": plain(note)})


def post_need(area: Area, *, by, kind: CobuildKind, text: str, wanted_by: date) -> CommunityNeed:
    """Enter what a community asks its partners for."""
    demand(by, Right.BUILD, area.code)
    need = CommunityNeed(kind=kind, text=plain(text), wanted_by=wanted_by)
    return _enter(need, area, by=by, action="post_need")


def withdraw_need(need: CommunityNeed, *, by, note: str) -> None:
    note = plain(note)
    move(need, "withdraw", by=by, note=note, changes={"closing_note": note, "withdrawn_on": today()})


def match_need(need: CommunityNeed, *, by, resources: Sequence[PartnerResource]) -> CoProject:
    """Make a project of a need and of resources of one partner; none is promised to more than it can serve."""
    demand(by, Right.BUILD, need.area_code)
    with transaction.atomic():
        found = _free(resources)
        move(need, "match", by=by, changes={"matched_on": today()})
        project = CoProject(need=need, partner=found[0].partner)
        _enter(project, need.area, by=by, action="plan_project")
        project.resources.set(found)
        return project


def step_project(
    project: CoProject, step: str, *, by, note: str = "", result: str = "", people_served: int | None = None
) -> None:
    """Start, finish or stop a project; its need is met by the end, or open again when it is stopped."""
    note, changes = plain(note), {}
    if step == "start":
        changes = {"started_on": today()}
    elif step == "finish":
        changes = {"result": plain(result), "people_served": people_served, "ended_on": today()}
    elif step == "stop":
        changes = {"closing_note": note, "ended_on": today()}
    for name, value in changes.items():
        setattr(project, name, value)
    with transaction.atomic():
        move(project, step, by=by, note=note, changes=changes)
        if step == "finish":
            move(project.need, "meet", by=by)
        elif step == "stop":
            move(project.need, "reopen", by=by, changes={"matched_on": None})


def _enter(row, area: Area, *, by, action: str):
    with transaction.atomic():
        row.place_in(area)
        row.full_clean(exclude=["area_code"])
        row.save()
        record(f"party.{action}", by=by, subject=row)
        return row


def _free(resources: Sequence[PartnerResource]) -> list[PartnerResource]:
    """The resources, held, when they are one partner's and each has room left."""
    if not resources:
        raise Refused("no_resource", _("请先选一项资源，再立项。"))
    rows = PartnerResource.objects.select_for_update(of=("self",)).select_related("partner")
    found = list(rows.filter(pk__in=[row.pk for row in resources]).order_by("pk"))
    if len({row.partner_id for row in found}) != 1:
        raise Refused("two_partners", _("一个项目由一个共建单位承担，请选同一单位的资源。"))
    offered = set(PartnerResource.objects.offered_on(today()).filter(pk__in=[row.pk for row in found]))
    for row in found:
        if row not in offered:
            raise Refused("not_offered", _("「{}」现在不可用，请另选一项资源。").format(row))
        if row.projects.filter(state__in=LIVE_PROJECTS).count() >= row.capacity:
            raise Refused("no_room", _("「{}」已经没有余量，请另选一项资源。").format(row))
    return found
