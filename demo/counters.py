"""The house of each centre and this morning at its counter; disputes that only named seats may see."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from demo.chance import ZONE, chance, past
from demo.city import XIXIA, City
from disputes.enums.centres import Disposal, Half, Presence, RoomKind, TicketState
from disputes.enums.safety import ReportWay
from disputes.models import (
    CentreRoom,
    CentreUnit,
    CentreWindow,
    Dispute,
    Matter,
    MediationCentre,
    PoliceReport,
    QueueTicket,
    Reception,
    RosterEntry,
)
from governance.casework.enums import Source
from governance.casework.models import Case, CaseAction
from governance.people.models import Post

R, T, C = Presence.RESIDENT, Presence.ROTATING, Presence.ON_CALL
WINDOWS = {
    4: ["综合受理", "信访", "公共法律服务", "诉讼服务", "检察服务", "劳动争议"],
    6: ["综合受理", "信访", "公共法律服务", "诉讼服务", "劳动争议", "住建物业"],
    9: ["综合受理", "人民调解"],
    12: ["综合受理"],
}
UNITS = {
    4: [
        ("司法局", R, 3), ("信访局", R, 2), ("中级人民法院", R, 4), ("人民检察院", R, 5), ("人社局", R, 6),
        ("住建局", T, 1), ("总工会", C, 0),
    ],
    6: [
        ("司法局", R, 3), ("信访局", R, 2), ("人民法院", R, 4), ("人社局", R, 5), ("住建局", R, 6),
        ("妇女联合会", T, 1), ("市场监督管理局", T, 1), ("公安分局", C, 0), ("教育局", C, 0), ("总工会", C, 0),
    ],
    9: [("司法所", R, 2), ("派出所", T, 1), ("人民法庭", T, 1), ("市场监督管理所", C, 0)],
    12: [("社区调解委员会", R, 1), ("社区法律顾问", T, 1)],
}  # fmt: skip
ROOMS = {
    4: list(RoomKind.values[:6]),
    6: list(RoomKind.values[:6]),
    9: [RoomKind.HALL, RoomKind.MEDIATION, RoomKind.GRID],
    12: [RoomKind.MEDIATION],
}
WAITING, SERVED = 5, 8
TWO_WEEKS = timedelta(days=14)
MINORS, REPORTS = 60, 8
FAMILY = ("0102", "0303", "0501")


def make_counters(city: City) -> None:
    dice = chance("counters")
    centres = list(MediationCentre.objects.order_by("area_code"))
    for centre in centres:
        centre.phone = f"0951-{dice.randint(2_000_000, 8_999_999)}"
        centre.hours = "工作日 9:00—12:00，13:00—17:00"
    MediationCentre.objects.bulk_update(centres, ["phone", "hours"], batch_size=500)
    windows = _furnish(centres)
    _plan(city, windows)
    for centre in centres:
        if len(centre.area_code) == 6:
            _link(centre)
            _morning(city, centre, windows[centre.pk])
    _restrict(dice)


def _furnish(centres: list[MediationCentre]) -> dict[int, list[CentreWindow]]:
    """Windows, units and rooms by the level of the centre; answers the windows of each."""
    CentreRoom.objects.bulk_create(
        CentreRoom(centre=centre, name=RoomKind(kind).label, kind=kind)
        for centre in centres
        for kind in ROOMS[len(centre.area_code)]
    )
    made = CentreWindow.objects.bulk_create(
        CentreWindow(centre=centre, number=number, purpose=purpose)
        for centre in centres
        for number, purpose in enumerate(WINDOWS[len(centre.area_code)], start=1)
    )
    windows: dict[int, list[CentreWindow]] = {}
    for window in made:
        windows.setdefault(window.centre_id, []).append(window)
    CentreUnit.objects.bulk_create(
        CentreUnit(
            centre=centre,
            name=name,
            presence=presence,
            window=windows[centre.pk][number - 1] if number and presence == R else None,
            from_on=centre.opened_on,
        )
        for centre in centres
        for name, presence, number in UNITS[len(centre.area_code)]
    )
    return windows


def _plan(city: City, windows: dict[int, list[CentreWindow]]) -> None:
    """Units that rotate share the first window over this week and the next, half a day each."""
    monday = city.today - timedelta(days=city.today.weekday())
    days = [monday + timedelta(days=ahead) for ahead in range(14) if ahead % 7 < 5]
    rotating: dict[int, list[CentreUnit]] = {}
    for unit in CentreUnit.objects.filter(presence=T).order_by("id"):
        rotating.setdefault(unit.centre_id, []).append(unit)
    rows = []
    for centre, units in rotating.items():
        for turn, (day, half) in enumerate((day, half) for day in days for half in Half):
            rows.append(
                RosterEntry(window=windows[centre][0], day=day, half=half, unit=units[turn % len(units)])
            )
    RosterEntry.objects.bulk_create(rows, batch_size=5000)


def _link(centre: MediationCentre) -> None:
    """A matter that became a dispute is the beginning of one registered at the window within two weeks of it."""
    matters = list(
        Matter.objects.filter(reception__centre=centre, disposal=Disposal.DISPUTE).order_by("received_on")
    )
    disputes = Dispute.objects.filter(case__source=Source.WINDOW, case__is_restricted=False).within(
        centre.area_code
    )
    paired, at = [], 0
    for dispute in disputes.select_related("case").order_by("case__registered_on"):
        while at < len(matters) and matters[at].received_on < dispute.case.registered_on - TWO_WEEKS:
            at += 1
        if at < len(matters) and matters[at].received_on <= dispute.case.registered_on:
            dispute.matter, matters[at].title = matters[at], dispute.case.title
            paired.append(dispute)
            at += 1
    Dispute.objects.bulk_update(paired, ["matter"], batch_size=1000)
    linked = [dispute.matter for dispute in paired]
    Matter.objects.bulk_update(linked, ["title"], batch_size=1000)
    others = Matter.objects.filter(reception__centre=centre, disposal=Disposal.DISPUTE)
    others.exclude(pk__in=[matter.pk for matter in linked]).update(
        disposal=Disposal.ANSWERED, answer="已登记并告知办理途径"
    )


def _morning(city: City, centre: MediationCentre, windows: list[CentreWindow]) -> None:
    """Numbers of today: the last visits on record become this morning's, two are called, the rest wait."""
    free = Reception.objects.filter(centre=centre).exclude(matters__disputes__isnull=False)
    last = list(free.order_by("-received_on", "-id")[:SERVED])
    opened = datetime.combine(city.today, time(9), ZONE)
    tickets = []
    for number in range(1, SERVED + WAITING + 3):
        drawn = past(opened + timedelta(minutes=9 * number))
        tickets.append(
            QueueTicket(
                centre=centre, area_id=centre.area_id, area_code=centre.area_code, day=city.today, number=number,
                drawn_at=drawn, **_stage(number, drawn, windows),
            )
        )  # fmt: skip
    made = QueueTicket.objects.bulk_create(tickets)
    for reception, ticket in zip(last, made, strict=False):
        reception.received_on, reception.received_at = city.today, ticket.called_at
        reception.ticket = ticket
    Reception.objects.bulk_update(last, ["received_on", "received_at", "ticket"])
    Matter.objects.filter(reception__in=last).update(received_on=city.today)


def _stage(number: int, drawn: datetime, windows: list[CentreWindow]) -> dict:
    """Served, called or still waiting, in the order of the numbers."""
    if number > SERVED + 2:
        return {"state": TicketState.WAITING}
    called = {"window": windows[number % len(windows)], "called_at": past(drawn + timedelta(minutes=6))}
    if number > SERVED:
        return called | {"state": TicketState.CALLED}
    return called | {"state": TicketState.SERVED, "ended_at": past(drawn + timedelta(minutes=20))}


def _restrict(dice) -> None:
    """Some disputes of families and schools involve a minor; of some of Xixia's the police were told."""
    family = list(Dispute.objects.filter(category__in=FAMILY).order_by("pk").values_list("pk", flat=True))
    minors = dice.sample(family, min(MINORS, len(family)))
    Dispute.objects.filter(pk__in=minors).update(involves_minor=True)
    Case.objects.filter(pk__in=minors).update(is_restricted=True)
    Case.objects.filter(dispute__category__is_restricted=True).update(is_restricted=True)
    Matter.objects.filter(disputes__case__is_restricted=True).update(title="限定可见的事项")
    open_cases = Case.objects.within(XIXIA).filter(kind="dispute", closed_on=None).order_by("-pk")
    seat = (
        Post.objects.filter(role__code="centre_window", area_code=XIXIA)
        .select_related("role", "area")
        .first()
    )
    told = list(open_cases[: REPORTS * 7 : 7])
    if not told:
        return
    when = timezone.now() - timedelta(hours=20)
    lines = "一方扬言持械上门，已请派出所到场处置。"
    PoliceReport.objects.bulk_create(
        PoliceReport(
            dispute_id=case.pk, reported_at=when, reported_to="辖区派出所", way=ReportWay.EMERGENCY, content=lines,
            post_label=str(seat), recorded_at=when,
        )
        for case in told
    )  # fmt: skip
    CaseAction.objects.bulk_create(
        CaseAction(
            case=case, kind="police", from_state=case.state, to_state=case.state, post_label=str(seat), at=when,
            note=f"拨打 110，报告给辖区派出所：{lines}",
        )
        for case in told
    )  # fmt: skip
