"""An errand as its page shows it: what happens next, the steps with their forms, the checklist, the photos."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.audit.enums import Right as AuditRight
from governance.casework.presenting import clock_shape, timeline
from governance.files.models import Attachment
from governance.kernel.lifecycle import open_steps
from grids.enums.errands import NOTICE_VERSION, NOTICES
from grids.enums.rights import ErrandRight, Right
from grids.forms.errand_steps import STEP_FORMS, StepForm
from grids.forms.errands import PaperPhotoForm
from grids.models import Errand
from grids.states.errands import COLLECTING
from grids.states.errands import ErrandState as State

# Steps whose lack the step's own form makes good.
_FILLED_BY_FORM = {"consent", "submit", "deliver"}
_TONES = {"late": "late", "supplement": "near", "reject": "late", "withdraw": "late", "close": "ok"}
_TONE_OF = {
    State.SUPPLEMENT: "near",
    State.DELIVERED: "ok",
    State.CLOSED: "ok",
    State.WITHDRAWN: "paused",
}
_WITH_PAPERS = frozenset(State) - {State.REQUESTED, State.CLOSED}


def state_tone(state: str) -> str:
    return _TONE_OF.get(state, "primary")


def what_next(errand: Errand) -> str:
    """Who does what next."""
    words = {
        State.REQUESTED: _("向居民念告知内容，取得授权后登记。没有授权不收材料。"),
        State.CONSENTED: _("按清单收材料，齐了以后递交。"),
        State.READY: _("把材料送到{where}，交{department}办理。"),
        State.SUBMITTED: _("等{department}办理，有结果后登记。"),
        State.SUPPLEMENT: _("按{department}的要求补材料，补好后再递交。办理时限已暂停。"),
        State.DECIDED: _("把结果和原件送到居民手上。"),
        State.DELIVERED: _("问一句是否满意，退还全部原件后结案。"),
        State.CLOSED: _("已经结案。"),
        State.WITHDRAWN: _("居民已撤回，不再办理。收过的原件请退还居民。"),
    }
    where = errand.item.where or errand.item.department
    return words[errand.case.state].format(where=where, department=errand.item.department)


def step_entries(errand: Errand, user, *, tried: StepForm | None = None, tried_step: str = "") -> list[dict]:
    """The steps open to the worker, each with its form and what is still lacking; `tried` is a form just refused."""
    found = []
    for step in open_steps(errand.case, user):
        form = STEP_FORMS.get(step.name, StepForm)
        missing = [] if step.name in _FILLED_BY_FORM else errand.case.missing_to(step)
        missing = errand.papers_to_return() if step.name == "close" else missing
        filled = tried if step.name == tried_step else form(errand=errand, step=step)
        found.append(
            {
                "step": step,
                "form": filled,
                "missing": missing,
                "open": step.name == tried_step,
                "url": reverse("grids:errand_step", args=[errand.case.number, step.name]),
                "page": "",
            }
        )
    return found


def page_of(errand: Errand, user, entries: list[dict]) -> dict:
    """Everything the page of an errand shows; doors and words only to whoever may see the roster."""
    case, code = errand.case, errand.area_code
    may_handle = user.may(ErrandRight.HANDLE, code)
    is_collecting = may_handle and case.state in COLLECTING
    return {
        "errand": errand,
        "case": case,
        "clock": clock_shape(case),
        "tone": state_tone(case.state),
        "next_words": what_next(errand),
        "steps": entries,
        "papers": papers_of(errand, user),
        "consent": getattr(errand, "consent", None),
        "notice": NOTICES[NOTICE_VERSION] if case.state == State.REQUESTED else "",
        "entries": timeline(case, labels={"late": _("办结超期")}, tones=_TONES),
        "may_read": user.may(Right.ROSTER, code),
        "may_check": may_handle and case.state in _WITH_PAPERS,
        "is_collecting": is_collecting,
        "photo_form": PaperPhotoForm(errand=errand) if is_collecting else None,
        "may_reveal": user.may(AuditRight.REVEAL, code),
    }


def papers_of(errand: Errand, user) -> list:
    """The checklist, each line with the photos that still stand, as `kept`."""
    photos = Attachment.objects.for_user(user).kept().order_by("pk")
    return list(errand.materials.prefetch_related(Prefetch("photos", photos, to_attr="kept")))
