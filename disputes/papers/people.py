"""The parties of a dispute as papers name them, in the clear or masked."""

from collections.abc import Iterable

from disputes.enums.disputes import PRINCIPALS, PartyRole
from disputes.models import Dispute, Party
from disputes.papers.wording import chinese_date, in_capitals, yuan
from governance.kernel.identity import birth_date, is_id_no

_AT_THE_TABLE = (*PRINCIPALS, PartyRole.THIRD)
_LISTS = {
    "当事人": _AT_THE_TABLE,
    "申请人": (PartyRole.APPLICANT,),
    "被申请人": (PartyRole.RESPONDENT,),
    "代理人": (PartyRole.AGENT,),
    "受邀人": (PartyRole.INVITED,),
}


class Person:
    """A party with what is opened of it, and its share in the agreement in force."""

    def __init__(self, party: Party, share, *, is_clear: bool):
        self.party, self.share, self.role = party, share, party.role
        self.name = party.name if is_clear else party.shown_name
        self.id_no, self.phone, self.address = (
            party.open_value(value) if is_clear else getattr(party, f"{value}_masked")
            for value in ("id_no", "phone", "address")
        )

    def line(self) -> dict[str, str]:
        """What a table says of them; sex and birth are read off the number, and kept nowhere."""
        party, known = self.party, is_id_no(self.id_no)
        share = self.share.amount_cents if self.share else None
        return {
            "身份": str(party.get_role_display()),
            "姓名": self.name,
            "性别": ("男" if int(self.id_no[16]) % 2 else "女") if known else "",
            "出生日期": chinese_date(birth_date(self.id_no)) if known else "",
            "证件号码": self.id_no or party.org_code,
            "电话": self.phone,
            "住址": self.address,
            "代表": "代表人" if party.is_representative else "",
            "代理权限": str(party.get_authority_display()) if party.authority else "",
            "诉求金额": yuan(party.claim_cents),
            "诉求金额大写": in_capitals(party.claim_cents),
            "协议金额": yuan(share),
            "协议金额大写": in_capitals(share),
            "应尽义务": self.share.obligation if self.share else "",
            "落实金额": yuan(party.settled_cents),
            "结果": party.result,
        }


def agreement_on_paper(dispute: Dispute):
    """The agreement being worded, which is printed to be signed; else the one in force."""
    return dispute.draft_agreement or dispute.latest_agreement


def people_of(dispute: Dispute, *, is_clear: bool) -> list[Person]:
    """Every party in the order of entry."""
    agreement = agreement_on_paper(dispute)
    shares = {share.party_id: share for share in agreement.parties.all()} if agreement else {}
    return [
        Person(party, shares.get(party.pk), is_clear=is_clear) for party in dispute.parties.order_by("id")
    ]


def named(people: list[Person], *roles: str) -> str:
    return "、".join(person.name for person in people if person.role in roles)


def texts_of(people: list[Person]) -> dict[str, str]:
    """What single fields say of the parties together."""
    claims = [person.party.claim_cents for person in people if person.party.claim_cents is not None]
    total = sum(claims) if claims else None
    return {
        "申请人姓名": named(people, PartyRole.APPLICANT),
        "被申请人姓名": named(people, PartyRole.RESPONDENT),
        "双方姓名": named(people, *_AT_THE_TABLE),
        "诉求金额": yuan(total),
        "诉求金额大写": in_capitals(total),
    }


def lists_of(people: list[Person]) -> dict[str, list[dict]]:
    return {
        name: numbered(person.line() for person in people if person.role in roles)
        for name, roles in _LISTS.items()
    }


def present(people: list[Person]) -> str:
    """Who is taken to sit at the table when nobody wrote down who did."""
    return named(people, *_AT_THE_TABLE, PartyRole.AGENT)


def numbered(lines: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return [{"序号": str(number)} | line for number, line in enumerate(lines, start=1)]


def hidden_names(people: list[Person]) -> dict[str, str]:
    """Names that free text must not give away, the longest first, with what stands for them."""
    names = {person.party.name: person.name for person in people if not person.party.is_org}
    return {name: names[name] for name in sorted(names, key=len, reverse=True) if len(name) > 1}
