"""The values of a dispute for its papers, in the clear or masked."""

import re
from collections.abc import Iterable
from datetime import date

from disputes.enums.disputes import PRINCIPALS
from disputes.enums.papers import UNCOUNTED, PaperStatus
from disputes.models import Committee, Dispute
from disputes.models.course import dossier_of
from disputes.papers.fields import KNOWN
from disputes.papers.people import (
    Person,
    agreement_on_paper,
    hidden_names,
    lists_of,
    numbered,
    people_of,
    present,
    texts_of,
)
from disputes.papers.wording import chinese_date, in_capitals, yuan
from governance.casework.enums import Outcome
from governance.kernel.days import local_date
from governance.kernel.masking import mask_id_no, mask_phone
from governance.kernel.papers import CONTROL
from governance.people.models import User

ENDING_STEPS = ("fail", "refuse", "redirect")
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{17}[0-9Xx](?![0-9Xx])|(?<![0-9])1[0-9]{10}(?![0-9])")


def values_of(dispute: Dispute, *, by: User, day: date, is_clear: bool) -> dict:
    """What every field says of a dispute. Numbers are opened only when `is_clear`: see `actions.papers` for who may."""
    people = people_of(dispute, is_clear=is_clear)
    found = dict.fromkeys(KNOWN.texts, "") | {"制作人": by.name, "制作日期": chinese_date(day)}
    for part in (_of_case, _of_agreement, _of_confirmation, _of_ending, _of_dossier):
        found |= part(dispute)
    lists = lists_of(people) | {
        "调解": numbered(_sittings(dispute, people)),
        "履行": numbered(_duties(dispute, people)),
        "回访": numbered(_calls_back(dispute)),
        "目录": numbered(_bound(dispute)),
    }
    return _cleaned(found | texts_of(people) | lists, None if is_clear else hidden_names(people))


def _of_case(dispute: Dispute) -> dict[str, str]:
    case = dispute.case
    owner = case.owner_post or case.owner_area or case.area
    committee = _committee(dispute)
    return {
        "案号": case.number,
        "标题": case.title,
        "案由": dispute.category.name,
        "发生日期": chinese_date(dispute.occurred_on),
        "发生地点": case.place,
        "来源": str(case.get_source_display()),
        "登记日期": chinese_date(case.registered_on),
        "受理日期": chinese_date(case.accepted_on),
        "简要事实": case.summary,
        "涉及单位": dispute.involved_org,
        "涉及人数": str(dispute.people_count),
        "区划": case.area.name,
        "承办": str(owner),
        "调委会": committee.name if committee else f"{case.area.name}人民调解委员会",
        "调委会地址": committee.address if committee else "",
        "调解员": dispute.mediator.name if dispute.mediator else "",
        "办理结果": str(case.get_outcome_display()) if case.outcome else "正在办理",
        "结案日期": chinese_date(case.closed_on),
    }


def _committee(dispute: Dispute) -> Committee | None:
    dossier = getattr(dispute, "dossier", None)
    return dossier.committee if dossier else serving_committee(dispute)


def serving_committee(dispute: Dispute) -> Committee | None:
    """The committee of the seat that mediates, else of the place the dispute lies in."""
    case = dispute.case
    seat = case.owner_post.area if case.owner_post else case.owner_area
    return Committee.objects.serving((seat or case.area).code) or Committee.objects.serving(case.area_code)


def _of_agreement(dispute: Dispute) -> dict[str, str]:
    agreement = agreement_on_paper(dispute)
    if agreement is None:
        return {}
    return {
        "协议形式": str(agreement.get_form_display()),
        "主要事实": agreement.facts,
        "争议事项": agreement.disputed,
        "各方责任": agreement.responsibilities,
        "协议内容": agreement.content,
        "履行方式和期限": agreement.term,
        "协议日期": chinese_date(agreement.effective_on),
        "协议金额": yuan(agreement.amount_cents),
        "协议金额大写": in_capitals(agreement.amount_cents),
        "协议份数": str(agreement.copies or agreement.parties.count() + 1),
    }


def _of_confirmation(dispute: Dispute) -> dict[str, str]:
    asked = getattr(dispute.latest_agreement, "confirmation", None)
    if asked is None:
        return {}
    decided = {None: "", True: "予以确认", False: "不予确认"}
    return {
        "确认法院": asked.court,
        "申请确认日期": chinese_date(asked.applied_on),
        "确认编号": asked.external_number,
        "确认结果": decided[asked.is_confirmed],
    }


def _of_ending(dispute: Dispute) -> dict[str, str]:
    case, found = dispute.case, {"告知日期": chinese_date(dispute.told_paths_on)}
    if case.outcome == Outcome.DECLINED:
        said = case.actions.filter(kind="decline").last()
        found["不予受理理由"] = said.note if said else ""
        found["建议途径"] = str(dispute.get_right_path_display()) if dispute.right_path else ""
    if case.outcome in (Outcome.FAILED, Outcome.REFUSED, Outcome.REDIRECTED):
        last = case.actions.filter(kind__in=ENDING_STEPS).last()
        found["终结情形"] = str(case.get_outcome_display())
        found["终结理由"] = last.note if last else ""
        found["终结日期"] = chinese_date(local_date(last.at)) if last else ""
    referral = dispute.last_referral
    if referral:
        found |= {"导入渠道": str(referral.get_track_display()), "对方编号": referral.external_number}
    return found


def _of_dossier(dispute: Dispute) -> dict[str, str]:
    case, dossier = dispute.case, getattr(dispute, "dossier", None)
    pages = sum(count for _kind, count, _note in _pages(dispute))
    found = {
        "卷名": dossier.title if dossier else title_of(dispute),
        "起始日期": chinese_date(case.accepted_on or case.registered_on),
        "终止日期": chinese_date(case.closed_on or case.resolved_on),
        "总页数": str(pages or ""),
    }
    if dossier:
        found |= {
            "卷号": dossier.number,
            "立卷人": dossier.filed_by.name,
            "立卷日期": chinese_date(dossier.filed_on),
            "保管期限": str(dossier.get_retention_display()),
        }
    return found


def title_of(dispute: Dispute) -> str:
    """What a dossier is called: the first of the parties, and what they quarrelled over."""
    names = [party.name for party in dispute.parties.all() if party.role in PRINCIPALS]
    who = "、".join(names[:2]) + ("等" if len(names) > 2 else "")
    return f"{who}{dispute.category.name}纠纷"


def _sittings(dispute: Dispute, people: list[Person]) -> Iterable[dict[str, str]]:
    names = {person.party.pk: person.name for person in people}
    for session in dispute.sessions.select_related("mediator").prefetch_related(
        "attendance__post__role", "attendance__post__area"
    ):
        came = [names.get(row.party_id) or str(row.post or row.name) for row in session.attendance.all()]
        yield {
            "日期": chinese_date(session.held_on),
            "地点": session.place,
            "调解员": session.mediator.name if session.mediator else "",
            "参加人": "、".join(came) or present(people),
            "内容": session.record,
        }


def _duties(dispute: Dispute, people: list[Person]) -> Iterable[dict[str, str]]:
    names = {person.party.pk: person.name for person in people}
    agreement = agreement_on_paper(dispute)
    for duty in agreement.obligations.all() if agreement else ():
        yield {
            "义务人": names[duty.obliged_id],
            "权利人": names.get(duty.entitled_id, ""),
            "内容": duty.what,
            "金额": yuan(duty.amount_cents),
            "金额大写": in_capitals(duty.amount_cents),
            "期限": chinese_date(duty.due_on),
            "履行日期": chinese_date(duty.performed_on),
        }


def _calls_back(dispute: Dispute) -> Iterable[dict[str, str]]:
    for call in dispute.follow_ups.select_related("by"):
        yield {
            "日期": chinese_date(call.followed_on),
            "方式": str(call.get_method_display()),
            "满意度": str(call.get_satisfaction_display()),
            "反复": "有" if call.rekindled else "无",
            "说明": call.note,
            "回访人": call.by.name if call.by else "",
        }


def _pages(dispute: Dispute) -> Iterable[tuple]:
    """The papers in the folder with their pages; covers are not among them."""
    for entry in dossier_of(dispute):
        if entry.kind in UNCOUNTED or entry.status != PaperStatus.THERE:
            continue
        filed = entry.filed
        note = "" if filed is None else "纸质原件" if filed.is_on_paper else "签字页"
        yield entry.kind, filed.page_count if filed else 1, note


def _bound(dispute: Dispute) -> Iterable[dict[str, str]]:
    first = 1
    for kind, count, note in _pages(dispute):
        last = first + count - 1
        span = str(first) if count == 1 else f"{first}–{last}"
        yield {"文书": str(kind.label), "页次": span, "备注": note}
        first = last + 1


def _cleaned(value, hidden: dict[str, str] | None):
    """Without what no paper can hold, and without names and numbers in free text unless `hidden` is None."""
    if isinstance(value, dict):
        return {name: _cleaned(inner, hidden) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner, hidden) for inner in value]
    text = CONTROL.sub("", value)
    return text if hidden is None else _masked(text, hidden)


def _masked(text: str, hidden: dict[str, str]) -> str:
    for name, shown in hidden.items():
        text = text.replace(name, shown)
    return _NUMBERS.sub(
        lambda found: mask_id_no(found[0]) if len(found[0]) == 18 else mask_phone(found[0]), text
    )
