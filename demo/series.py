"""Four hundred households that pay their land rent after the court has settled ten cases."""

from datetime import timedelta
from uuid import UUID

from demo import words
from demo.chance import at, past
from demo.city import City
from disputes.enums.series import HouseholdRole, HouseholdState
from disputes.models import Dispute, Series, SeriesMember, SeriesMemberChange, SeriesStep
from disputes.states import BULK_STEPS
from governance.people.models import User

HOUSEHOLDS, PAID, RESIGNED, PROMISED, REFUSED = 400, 200, 100, 60, 8
FARM = "某农牧场"
TEXT = (
    "{姓名}（{户}）与{对方}因土地租赁费发生纠纷，经调解，双方自愿达成如下协议：\n"
    "一、{姓名}于{期限}前向{对方}付清所欠租赁费{金额}元。\n"
    "二、{姓名}按期付清的，租赁期满后在同等条件下优先续租。\n"
    "三、本协议自双方签名或者盖章之日起生效，可以自生效之日起三十日内共同申请司法确认。"
)


def make_series(city: City, lead: Dispute, owner, dice) -> None:
    """Told in one evening, then promise by promise; 200 have paid and 100 have signed anew."""
    begun = lead.case.resolved_on
    series = Series.objects.create(
        area=lead.case.area,
        title="农牧场土地租赁费系列案（400 户）",
        lead=lead,
        counterpart=FARM,
        household_role=HouseholdRole.RESPONDENT,
        deadline=city.today + timedelta(days=30),
        agreement_text=TEXT,
        opened_on=begun,
        version=6,
    )
    members = _households(series, begun, dice)
    order = dice.sample(members, len(members))
    paid, resigned = order[:PAID], order[PAID : PAID + RESIGNED]
    promised = order[PAID + RESIGNED : PAID + RESIGNED + PROMISED]
    refused = order[PAID + RESIGNED + PROMISED :][:REFUSED]
    by = User.objects.get(pk=city.people[owner])
    told = [
        ("inform", members, 6, "巡回法官到社区释法，各户到场签收告知书"),
        ("promise", [*paid[:150], *promised], 21, "各队队长逐户走访，承诺限期内缴清"),
        ("refuse", refused, 35, "对租赁面积有异议，要求重新丈量"),
        ("pay", paid, 74, "农牧场财务到账流水，逐户核对"),
        ("resign", resigned, 118, "租赁期满续签合同"),
    ]
    for name, households, days, note in told:
        when = past(at(begun + timedelta(days=days), dice, first=9, last=18))
        _take(series, name, households, by=by, note=note, at=when)
    SeriesMember.objects.bulk_update(
        members, ["state", "paid_cents", "changed_on", "version"], batch_size=400
    )


def _households(series: Series, day, dice) -> list[SeriesMember]:
    """Ten teams of forty households each."""
    members = []
    for number in range(HOUSEHOLDS):
        label = f"{number // 40 + 1}队{number % 40 + 1:02d}户"
        member = SeriesMember(
            series=series, household=label, name=words.person(dice), address=f"农牧场{label}",
            due_cents=dice.randint(8, 60) * 10_000, changed_on=day, seal_id=UUID(int=dice.getrandbits(128), version=4),
        )  # fmt: skip
        member.seal_value("phone", words.phone(dice))
        members.append(member)
    return SeriesMember.objects.bulk_create(members)


def _take(series: Series, name: str, members: list[SeriesMember], *, by: User, note: str, at) -> None:
    """A step as it was taken then, with what it did to each household."""
    target = BULK_STEPS[name].target
    step = SeriesStep.objects.create(
        series=series, name=name, note=note, count=len(members), by=by, post_label=by.post_label, at=at
    )
    changes = []
    for member in members:
        before, member.paid_cents = (
            member.paid_cents,
            member.due_cents if name == "pay" else member.paid_cents,
        )
        changes.append(
            SeriesMemberChange(
                step=step, member=member, from_state=member.state, to_state=target,
                paid_before=before, paid_after=member.paid_cents,
            )
        )  # fmt: skip
        member.state, member.changed_on, member.version = HouseholdState(target), at.date(), series.version
    SeriesMemberChange.objects.bulk_create(changes)
