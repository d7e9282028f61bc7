"""The values of a dispute for its papers, in the clear or masked."""

import re
from collections.abc import Iterable
from datetime import date

from disputes.enums.disputes import PRINCIPALS, PartyRole
from disputes.enums.papers import UNCOUNTED, PaperStatus
from disputes.models import Committee, Dispute, Party
from disputes.models.course import dossier_of
from disputes.papers.fields import TEXTS
from disputes.papers.wording import chinese_date, in_capitals, yuan
from governance.casework.enums import Outcome
from governance.kernel.days import local_date
from governance.kernel.identity import birth_date, is_id_no
from governance.kernel.masking import mask_id_no, mask_phone
from governance.people.models import User

ENDING_STEPS = ("fail", "refuse", "redirect")
_NUMBERS = re.compile(r"(?<![0-9])[0-9]{17}[0-9Xx](?![0-9Xx])|(?<![0-9])1[0-9]{10}(?![0-9])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")


def values_of(dispute: Dispute, *, by: User, day: date, is_clear: bool) -> dict:
    """What every field says of a dispute. Numbers are opened only when `is_clear`: see `actions.papers` for who may."""
    parties = [_Person(party, is_clear) for party in dispute.parties.order_by("id")]
    found = _of_case(dispute) | _of_agreement(dispute) | _of_ending(dispute) | _of_dossier(dispute)
    found |= _of_people(parties) | {"制作人": by.name, "制作日期": chinese_date(day)}
    lists = {
        "调解": _numbered(_sittings(dispute, parties)),
        "履行": [],
        "回访": _numbered(_calls_back(dispute)),
        "目录": _numbered(_bound(dispute)),
    }
    cleaned = dict.fromkeys(TEXTS, "") | found | lists | _lists_of(parties)
    return _cleaned(cleaned, _hiding(parties, is_clear))


class _Person:
    """A party as papers name it."""

    def __init__(self, party: Party, is_clear: bool):
        self.party, self.role = party, party.role
        self.name = party.name if is_clear else party.shown_name
        self.id_no = party.open_value("id_no") if is_clear else party.id_no_masked
        self.phone = party.open_value("phone") if is_clear else party.phone_masked

    def line(self) -> dict[str, str]:
        party, known = self.party, is_id_no(self.id_no)
        return {
            "身份": str(party.get_role_display()),
            "姓名": self.name,
            "性别": ("男" if int(self.id_no[16]) % 2 else "女") if known else "",
            "出生日期": chinese_date(birth_date(self.id_no)) if known else "",
            "证件号码": self.id_no,
            "电话": self.phone,
            "住址": "",
            "代表": "代表人" if party.is_representative else "",
            "诉求金额": yuan(party.claim_cents),
            "诉求金额大写": in_capitals(party.claim_cents),
            "协议金额": "",
            "协议金额大写": "",
            "应尽义务": "",
            "落实金额": yuan(party.settled_cents),
            "结果": party.result,
        }


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
    agreement = dispute.latest_agreement
    if agreement is None:
        return {}
    return {
        "协议形式": str(agreement.get_form_display()),
        "协议内容": agreement.content,
        "协议日期": chinese_date(agreement.effective_on),
        "协议金额": yuan(agreement.amount_cents),
        "协议金额大写": in_capitals(agreement.amount_cents),
        "协议份数": str(agreement.parties.count() + 1),
    }


def _of_ending(dispute: Dispute) -> dict[str, str]:
    case, found = dispute.case, {"告知日期": chinese_date(dispute.told_paths_on)}
    if case.outcome == Outcome.DECLINED:
        said = case.actions.filter(kind="decline").last()
        found["不予受理理由"] = said.note if said else ""
    if case.outcome in (Outcome.FAILED, Outcome.REFUSED, Outcome.REDIRECTED):
        last = case.actions.filter(kind__in=ENDING_STEPS).last()
        found["终结情形"] = str(case.get_outcome_display())
        found["终结理由"] = last.note if last else ""
        found["终结日期"] = chinese_date(local_date(last.at)) if last else ""
    if dispute.track:
        found |= {"导入渠道": str(dispute.get_track_display()), "对方编号": dispute.external_number}
    return found


def _of_dossier(dispute: Dispute) -> dict[str, str]:
    case, dossier = dispute.case, getattr(dispute, "dossier", None)
    found = {
        "卷名": dossier.title if dossier else title_of(dispute),
        "起始日期": chinese_date(case.accepted_on or case.registered_on),
        "终止日期": chinese_date(case.closed_on or case.resolved_on),
        "总页数": str(sum(page_count for _kind, page_count, _note in _pages(dispute))),
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


def _of_people(parties: list[_Person]) -> dict[str, str]:
    claims = [person.party.claim_cents for person in parties if person.party.claim_cents is not None]
    total = sum(claims) if claims else None
    return {
        "申请人姓名": _named(parties, PartyRole.APPLICANT),
        "被申请人姓名": _named(parties, PartyRole.RESPONDENT),
        "双方姓名": _named(parties, *PRINCIPALS, PartyRole.THIRD),
        "诉求金额": yuan(total),
        "诉求金额大写": in_capitals(total),
    }


def _lists_of(parties: list[_Person]) -> dict[str, list[dict]]:
    roles = {
        "当事人": (*PRINCIPALS, PartyRole.THIRD),
        "申请人": (PartyRole.APPLICANT,),
        "被申请人": (PartyRole.RESPONDENT,),
        "代理人": (PartyRole.AGENT,),
        "受邀人": (PartyRole.INVITED,),
    }
    return {
        name: _numbered(person.line() for person in parties if person.role in wanted)
        for name, wanted in roles.items()
    }


def _named(parties: list[_Person], *roles: str) -> str:
    return "、".join(person.name for person in parties if person.role in roles)


def _sittings(dispute: Dispute, parties: list[_Person]) -> Iterable[dict[str, str]]:
    present = _named(parties, *PRINCIPALS, PartyRole.THIRD, PartyRole.AGENT)
    for session in dispute.sessions.select_related("mediator"):
        yield {
            "日期": chinese_date(session.held_on),
            "地点": session.place,
            "调解员": session.mediator.name if session.mediator else "",
            "参加人": present,
            "内容": session.record,
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


def _numbered(lines: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [{"序号": str(number)} | line for number, line in enumerate(lines, start=1)]


def _hiding(parties: list[_Person], is_clear: bool) -> dict[str, str] | None:
    """Names that free text must not give away, the longest first, with what stands for them; None hides nothing."""
    if is_clear:
        return None
    names = {person.party.name: person.name for person in parties if not person.party.is_org}
    return {name: names[name] for name in sorted(names, key=len, reverse=True) if len(name) > 1}


def _cleaned(value, hidden: dict[str, str] | None):
    if isinstance(value, dict):
        return {name: _cleaned(inner, hidden) for name, inner in value.items()}
    if isinstance(value, list):
        return [_cleaned(inner, hidden) for inner in value]
    text = _CONTROL.sub("", value)
    return text if hidden is None else _masked(text, hidden)


def _masked(text: str, hidden: dict[str, str]) -> str:
    for name, shown in hidden.items():
        text = text.replace(name, shown)
    return _NUMBERS.sub(
        lambda found: mask_id_no(found[0]) if len(found[0]) == 18 else mask_phone(found[0]), text
    )
