"""The catalogue, errands in any state with their papers, hints: lawful, past the verbs."""

from itertools import count

from governance.areas.models import Area
from governance.casework.enums import Kind
from governance.kernel.days import today
from governance.kernel.masking import mask_name
from grids.enums.errands import NOTICE_VERSION
from grids.models import (
    EligibilityHint,
    EligibilityRule,
    Errand,
    ErrandConsent,
    ErrandMaterial,
    Household,
    ServiceItem,
    ServiceMaterial,
)
from grids.states.errands import ErrandState
from tests.factories.casework import make_case
from tests.factories.people import make_user

_numbers = count(1)
_BEFORE_CONSENT = {ErrandState.REQUESTED}
_AFTER_RESULT = {ErrandState.DECIDED, ErrandState.DELIVERED, ErrandState.CLOSED}
_AFTER_DELIVERY = {ErrandState.DELIVERED, ErrandState.CLOSED}
_SUBMITTED = {ErrandState.SUBMITTED, ErrandState.SUPPLEMENT} | _AFTER_RESULT


def make_item(code: str = "B0101", *, papers: bool = True, **fields) -> ServiceItem:
    """An item with an ID card that comes back and a form that does not."""
    defaults = {"name": f"事项{code}", "department": "民政局", "where": "民生服务中心", "amount": 15}
    item, created = ServiceItem.objects.get_or_create(code=code, defaults=defaults | fields)
    if created and papers:
        ServiceMaterial.objects.create(item=item, name="身份证", comes_back=True, position=1)
        ServiceMaterial.objects.create(item=item, name="申请表", position=2)
        ServiceMaterial.objects.create(item=item, name="照片", is_required=False, position=3)
    return item


def make_errand(
    area: Area, state: str = ErrandState.REQUESTED, *, name: str = "欧阳修远", result: str = "done", **fields
) -> Errand:
    """An errand in a state with what that state takes; case fields as `case={…}`."""
    item = fields.pop("item", None) or make_item()
    closing = {"outcome": "resolved", "resolved_on": today()} if result == "done" else {"outcome": "unsolved"}
    own = fields.pop("case", {})
    if state in _AFTER_RESULT:
        own = closing | own
    if state == ErrandState.WITHDRAWN:
        own = {"outcome": "refused", "closed_on": today()} | own
    if state == ErrandState.CLOSED:
        own = {"closed_on": today()} | own
    case = make_case(area, kind=Kind.ERRAND, state=state, title=f"{item.name}：{mask_name(name)}", **own)
    errand = Errand(
        case=case, area=area, item=item, worker=fields.pop("worker", None) or make_user(), **_reached(state, result)
    )  # fmt: skip
    for key, value in fields.items():
        setattr(errand, key, value)
    if errand.resident_id is None:
        errand.seal_value("name", name)
        errand.seal_value("phone", "13800138000")
    errand.save()
    has_papers = state not in {*_BEFORE_CONSENT, ErrandState.CONSENTED}
    for paper in item.materials.all():
        ErrandMaterial.objects.create(
            errand=errand, name=paper.name, is_required=paper.is_required, comes_back=paper.comes_back,
            position=paper.position, received_on=today() if has_papers else None,
            returned_on=today() if has_papers and paper.comes_back and state in _AFTER_DELIVERY else None,
        )  # fmt: skip
    if state not in _BEFORE_CONSENT:
        make_consent(errand)
    return errand


def _reached(state: str, result: str) -> dict:
    found = {}
    if state in _SUBMITTED:
        found |= {"place": "民生服务中心", "submitted_on": today(), "external_number": "2026-001"}
    if state in _AFTER_RESULT:
        found |= {"result": result, "decided_on": today()}
    if state in _AFTER_DELIVERY:
        found |= {
            "delivery": "home",
            "delivered_to": "self",
            "delivered_on": today(),
            "satisfaction": "satisfied",
        }
    return found


def make_consent(errand: Errand, **fields) -> ErrandConsent:
    giver = fields.pop("giver", "")
    defaults = {"way": "signed", "notice_version": NOTICE_VERSION, "recorded_by": errand.worker}
    consent = ErrandConsent(errand=errand, **(defaults | fields))
    consent.seal_value("giver", giver)
    consent.save()
    return consent


def make_rule(kind: str = "turning_age", *, item: ServiceItem | None = None, **fields) -> EligibilityRule:
    """An enabled rule: 80 this year, unless told otherwise."""
    defaults = {"is_enabled": True, "age": 80 if kind == "turning_age" else None}
    code = fields.pop("code", f"rule{next(_numbers)}")
    return EligibilityRule.objects.create(
        code=code, name=f"规则{code}", kind=kind, item=item or make_item(), **(defaults | fields)
    )


def make_hint(household: Household, *, resident=None, rule: EligibilityRule | None = None, **fields):
    """An open hint about a household, or one resident of it, for this year."""
    return EligibilityHint.objects.create(
        household=household,
        resident=resident,
        area=household.area,
        rule=rule or make_rule(),
        **({"period": str(today().year)} | fields),
    )
