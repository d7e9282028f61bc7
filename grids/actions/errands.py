"""An errand begins: for whom, what for, on which papers."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from governance.areas.models import Area
from governance.casework.actions.cases import once_per_uuid, open_case
from governance.casework.enums import Kind, Source
from governance.casework.models import Case
from governance.kernel.errors import Refused
from governance.kernel.masking import mask_name
from governance.people.models import Post, User
from grids.enums.rights import ErrandRight
from grids.models import Errand, ErrandMaterial, Household, NeedRequest, Resident, ServiceItem
from grids.states.errands import ErrandState
from grids.states.needs import NeedState


def open_errand(
    *,
    by: User,
    item: ServiceItem,
    area: Area | None = None,
    household: Household | None = None,
    resident: Resident | None = None,
    need: NeedRequest | None = None,
    name: str = "",
    phone: str = "",
    note: str = "",
    source: str = Source.GRID,
    client_uuid=None,
) -> tuple[Errand, bool]:
    """Open an errand; answers it and whether it is new. Nothing is collected before `give_consent`.

    For somebody of the roster `resident` says who; for anybody else `name` (and `phone`), kept sealed, and
    the `household` or the `area` they are in. The same content under the same `client_uuid` gives the same
    errand again; other content is kept and refused.
    """
    household = household or (resident and resident.household)
    area = household.area if household else area
    if area is None or not by.may(ErrandRight.HANDLE, area.keeper.code):
        raise PermissionDenied
    _check(item, household=household, resident=resident)
    shown = resident.name_masked if resident else mask_name(name)
    asked = {"title": f"{item.name}：{shown}"[:100], "summary": note, "source": source}
    own = {"item": item, "household": household, "resident": resident, "need": need}
    keys = {key: row and row.pk for key, row in own.items()} | {"name": name, "phone": phone}
    opening = {"by": by, "client_uuid": client_uuid, "content": asked | keys | {"area": area.code}}

    def create() -> Case:
        _check_need(need)
        start = {"kind": Kind.ERRAND, "state": ErrandState.REQUESTED, "owner_post": _seat_of(by, area)}
        case = open_case(area=area, **start, **opening, **asked)
        _add_errand(Errand(case=case, area=area, worker=by, **own), name=name, phone=phone)
        return case

    case, created = once_per_uuid(create, **opening)
    return case.errand, created


def _check(item: ServiceItem, *, household: Household | None, resident: Resident | None) -> None:
    if not item.is_active:
        raise Refused("item_closed", _("“{}”现在不能代办，请选择其他事项。").format(item))
    if resident and household and resident.household_id != household.pk:
        raise Refused("other_household", _("这位居民不在这一户，请重新选择。"))


def _check_need(need: NeedRequest | None) -> None:
    """One errand at a time for a need; once it came to nothing, or the need is open again, another may follow."""
    if need is None:
        return
    held = NeedRequest.objects.select_for_update().get(pk=need.pk)
    if held.state != NeedState.OPEN:
        raise Refused("need_closed", _("这件诉求已经办结，不能再发起代办。"))
    if Errand.objects.running().filter(need=held).exists():
        raise Refused("need_taken", _("这件诉求已经发起过代办，请在“我的代办”里继续办理。"))


def _add_errand(errand: Errand, *, name: str, phone: str) -> None:
    errand.seal_value("name", name.strip() if errand.resident is None else "")
    errand.seal_value("phone", phone.strip() if errand.resident is None else "")
    errand.place_in(errand.area)
    errand.full_clean(validate_unique=False)
    errand.save(force_insert=True)
    ErrandMaterial.objects.bulk_create(
        ErrandMaterial(
            errand=errand,
            name=paper.name,
            is_required=paper.is_required,
            comes_back=paper.comes_back,
            note=paper.note,
            position=paper.position,
        )
        for paper in errand.item.materials.all()
    )


def _seat_of(by: User, area: Area) -> Post | None:
    """The nearest of one's own seats that runs errands there: the errand stays with it, not with the person."""
    posts = [held.post for held in by.live_holdings if ErrandRight.HANDLE in held.post.role.rights]
    near = [post for post in posts if area.keeper.code.startswith(post.area_code)]
    return max(near, key=lambda post: len(post.area_code), default=None)
