"""Disputes that are one matter, and the hints made of them, past the verbs."""

from datetime import timedelta
from itertools import count

from disputes.actions.searching import index_parties
from disputes.enums.alike import Basis
from disputes.models import Dispute, SeriesHint, SeriesRule
from governance.areas.models import Area
from governance.kernel.days import today
from tests.factories.disputes import make_dispute, make_party

FIRM = "宁夏恒泰物业服务有限公司"
_numbers = count(1)


def make_rules(least: int = 3, days: int = 30) -> None:
    for basis in Basis.values:
        SeriesRule.objects.update_or_create(basis=basis, defaults={"least": least, "days": days})


def make_told(
    area: Area,
    title: str = "电梯经常停运",
    *,
    firm: str = FIRM,
    ago: int = 0,
    place: str = "银新苑",
    **fields,
) -> Dispute:
    """One resident's complaint of a firm; each applicant is somebody else."""
    dispute = make_dispute(
        area, title=title, place=place, registered_on=today() - timedelta(days=ago), parties=False, **fields
    )
    number = next(_numbers)
    make_party(dispute, "applicant", name=f"业主{number}", phone=f"137{number:08d}")
    make_party(dispute, "respondent", name=firm, is_org=True, phone="")
    index_parties()
    return dispute


def make_quarrel(area: Area, title: str = "楼上漏水损坏天花板", *, ago: int = 0, **fields) -> Dispute:
    """The same two neighbours every time."""
    fields = {"place": "银新苑3号楼", "category": "0201"} | fields
    dispute = make_dispute(
        area, title=title, registered_on=today() - timedelta(days=ago), parties=False, **fields
    )
    make_party(dispute, "applicant", name="张三", phone="13800138001")
    make_party(dispute, "respondent", name="李小四", phone="13900139001")
    index_parties()
    return dispute


def make_hint(area: Area, disputes=(), **fields) -> SeriesHint:
    day = today()
    defaults = {
        "basis": Basis.FIRM,
        "key": f"恒泰{next(_numbers)}",
        "label": FIRM,
        "first_on": day,
        "last_on": day,
    }
    hint = SeriesHint.objects.create(area=area, **(defaults | fields))
    hint.disputes.set(disputes)
    return hint
