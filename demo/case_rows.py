"""A planned dispute as the rows of its tables, each line of its timeline in its place."""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from demo import words
from demo.chance import ZONE, Wheel, at, past, public_code
from demo.city import Building, City, Plot
from demo.copying import Ids, copy_rows
from disputes.enums.disputes import Complexity, Method, PartyRole, Risk, Scale
from disputes.enums.mediation import AgreementForm, FollowUpMethod, Satisfaction
from disputes.models import Agreement, AgreementParty, Dispute, FollowUp, Party
from disputes.rules.parties import words_of
from disputes.states import DisputeState as S
from governance.areas.spelling import initials_of
from governance.casework.enums import (
    Kind,
    Limit,
    LimitUnit,
    Outcome,
    Source,
)
from governance.casework.models import Case, CaseAction

CASE = [
    "id", "area_id", "area_code", "number", "public_code", "kind", "source", "title", "place", "summary",
    "owner_area_id", "owner_post_id", "level_id", "grade", "state", "is_joint", "registered_by_id", "registered_on",
    "accept_due_on", "accepted_on", "due_at", "limit", "limit_unit", "handle_due_at", "late_on", "paused_at",
    "remaining", "resume_on", "outcome", "resolved_on", "closed_on", "returned_count", "reopened_count", "version",
    "content_digest", "changed_at", "followed_up_on", "satisfaction", "initials", "keywords",
]  # fmt: skip
DISPUTE = [
    "case_id", "category_id", "occurred_on", "complexity", "scale", "people_count", "involved_org", "risk", "method",
    "mediator_id", "told_paths_on", "track", "external_number",
]  # fmt: skip
TERM = "签字之日起三十日内履行完毕。"
PARTY = [
    "id", "seal_id", "dispute_id", "role", "name", "is_org", "is_representative", "phone_sealed", "phone_masked",
    "phone_index", "id_no_sealed", "id_no_masked", "id_no_index", "result",
]  # fmt: skip
ACTION = ["id", "case_id", "kind", "from_state", "to_state", "actor_id", "post_label", "note", "at"]
SOURCES = Wheel(
    {
        Source.WINDOW: 30,
        Source.GRID: 34,
        Source.VISIT: 14,
        Source.HOTLINE: 12,
        Source.POLICE: 6,
        Source.COURT: 4,
    }
)
LEVELS = Wheel({"community": 62, "township": 33, "county": 5})
COMPLEXITIES = Wheel({Complexity.SIMPLE: 45, Complexity.ORDINARY: 48, Complexity.HARD: 7})
RISKS = Wheel({Risk.LOW: 85, Risk.MEDIUM: 12, Risk.HIGH: 3})
RATINGS = Wheel(
    {
        Satisfaction.SATISFIED: 86,
        Satisfaction.FAIR: 10,
        Satisfaction.DISSATISFIED: 2,
        Satisfaction.UNREACHED: 2,
    }
)
END_STEPS = {
    Outcome.FAILED: ("fail", S.FAILED, "双方差距较大，已告知可以申请仲裁或者起诉"),
    Outcome.REFUSED: ("refuse", S.REFUSED, "一方明确表示不愿调解"),
    Outcome.REDIRECTED: ("redirect", S.REDIRECTED, "当事人选择起诉，已导入诉讼"),
}


@dataclass
class Plan:
    """One dispute to be."""

    plot: Plot
    building: Building
    accepted_on: date
    category: str
    title: str
    outcome: str
    state: str
    is_joint: bool = False
    due_at: datetime | None = None


class CaseTables:
    """Rows of disputes gathered table by table, then written by COPY."""

    def __init__(self, city: City, dice):
        self.city, self.dice = city, dice
        self.models = (Case, CaseAction, Party, Agreement, AgreementParty, FollowUp)
        self.ids = {model: Ids(model) for model in self.models}
        self.rows: dict[type, list[tuple]] = {model: [] for model in (*self.models, Dispute)}
        self.codes: set[str] = set()

    def add(self, plan: Plan, number: str) -> None:
        """Gather the rows of one dispute."""
        pk = next(self.ids[Case])
        owner = self._owner(plan)
        ended_on = self._ended(plan)
        followed_on, said = self._followed(plan, ended_on)
        case = self._case(pk, plan, number, owner, ended_on)
        self.rows[Dispute].append(self._dispute(pk, plan, owner))
        parties = [self._party(pk, role) for role in (PartyRole.APPLICANT, PartyRole.RESPONDENT)]
        self.rows[Case].append((*case, followed_on, said, *self._found_by(plan, parties)))
        self._timeline(pk, plan, owner, ended_on)
        if plan.outcome == Outcome.RESOLVED:
            self._agreement(pk, plan, [party.pk for party in parties], ended_on)
        if followed_on:
            self._follow_up(pk, owner, followed_on, said)

    def write(self) -> None:
        """Everything gathered, parents first."""
        columns = {
            Case: CASE, Dispute: DISPUTE, CaseAction: ACTION, Party: PARTY,
            Agreement: ["id", "dispute_id", "form", "content", "term", "effective_on"],
            AgreementParty: ["id", "agreement_id", "party_id", "signed_on"],
            FollowUp: ["id", "dispute_id", "followed_on", "method", "satisfaction", "rekindled", "note", "by_id"],
        }  # fmt: skip
        for model, names in columns.items():
            copy_rows(model, names, self.rows[model])
        for ids in self.ids.values():
            ids.settle()

    def _owner(self, plan: Plan) -> tuple[str, str, str]:
        """Level, role and area code of who handles it: most in the community, some in the street, few above."""
        code = plan.plot.code
        choice = "county" if plan.is_joint else LEVELS.spin(self.dice)
        return {
            "community": ("community", "community_secretary", code[:12]),
            "township": ("township", "mediator", code[:9]),
            "county": ("county", "department_handler", code[:6]),
        }[choice]

    def _ended(self, plan: Plan) -> date | None:
        if not plan.outcome:
            return None
        return min(plan.accepted_on + timedelta(days=self.dice.randint(0, 9)), self.city.today)

    def _closed(self, plan: Plan, ended_on: date | None) -> date | None:
        if ended_on is None or plan.state not in (S.CLOSED, S.REDIRECTED):
            return None
        return min(ended_on + timedelta(days=2), self.city.today)

    def _case(self, pk: int, plan: Plan, number: str, owner: tuple, ended_on: date | None) -> tuple:
        level, role, code = owner
        is_assigned = plan.state not in (S.REGISTERED, S.ACCEPTED)
        if not is_assigned:
            level, code = "township", code[:9] if len(code) >= 9 else plan.plot.code[:9]
        is_late = plan.due_at is not None and plan.due_at.date() < self.city.today
        is_paused = plan.state == S.SUSPENDED
        begun = past(at(plan.accepted_on, self.dice, 9, 17))
        return (
            pk, plan.building.area_id, plan.building.code, number, public_code(self.dice, self.codes), Kind.DISPUTE,
            SOURCES.spin(self.dice), plan.title, self._place(plan),
            f"{plan.title}，双方请求调解。", self.city.areas[code],
            self.city.posts[(role, code)] if is_assigned else None, level, 0, plan.state, plan.is_joint,
            self.city.people.get(("grid_worker", plan.plot.code)), plan.accepted_on,
            plan.accepted_on + timedelta(days=1),
            None if plan.state == S.REGISTERED else plan.accepted_on, plan.due_at, self._limit(plan),
            LimitUnit.DAY,
            None if plan.state == S.REGISTERED else plan.due_at,
            plan.due_at.date() + timedelta(days=1) if is_late else None, begun if is_paused else None,
            5 if is_paused else None, self.city.today + timedelta(days=9) if is_paused else None, plan.outcome,
            ended_on if plan.outcome == Outcome.RESOLVED else None, self._closed(plan, ended_on),
            0, 0, 1, "", begun,
        )  # fmt: skip

    def _place(self, plan: Plan) -> str:
        return f"{self.city.names[plan.plot.community]}{plan.plot.name}"

    @staticmethod
    def _limit(plan: Plan) -> str:
        """Which limit runs, if any."""
        if plan.due_at is None:
            return ""
        return Limit.ACCEPT if plan.state == S.REGISTERED else Limit.HANDLE

    def _dispute(self, pk: int, plan: Plan, owner: tuple) -> tuple:
        _, role, code = owner
        people = self.dice.randint(6, 20) if plan.is_joint and self.dice.random() < 0.3 else 2
        return (
            pk, plan.category, plan.accepted_on - timedelta(days=self.dice.randint(0, 20)),
            COMPLEXITIES.spin(self.dice),
            Scale.GROUP if people >= 5 else Scale.SINGLE, people, "",
            RISKS.spin(self.dice),
            Method.PEOPLES if plan.outcome == Outcome.RESOLVED else "", self.city.people.get((role, code)),
            plan.accepted_on if plan.outcome == Outcome.FAILED else None,
            "lawsuit" if plan.outcome == Outcome.REDIRECTED else "", "",
        )  # fmt: skip

    def _party(self, case: int, role: str) -> Party:
        pk, key = next(self.ids[Party]), uuid.UUID(int=self.dice.getrandbits(128), version=4)
        phone = words.phone(self.dice)
        party = Party(id=pk, seal_id=key, dispute_id=case, role=role, name=words.person(self.dice))
        party.seal_value("phone", phone)
        self.rows[Party].append(tuple(getattr(party, column) for column in PARTY))
        return party

    def _found_by(self, plan: Plan, parties: list[Party]) -> tuple[str, str]:
        """What `save` and the verbs would have added to the case, which the lists are searched by."""
        found = dict.fromkeys(word for party in parties for word in words_of(party))
        return initials_of(plan.title, self._place(plan)), " ".join(found)

    def _timeline(self, case: int, plan: Plan, owner: tuple, ended_on: date | None) -> None:
        """The lines from 登记 to where the case stands now."""
        _, role, code = owner
        township = plan.plot.code[:9]
        officer = self.city.people[("street_dispatcher", township)]
        handler = self.city.people[(role, code)]
        when = at(plan.accepted_on, self.dice, 9, 12)
        last = datetime.now(ZONE)
        for kind, source, target, actor, note, day in self._steps(plan, officer, handler, ended_on):
            when = max(
                when + timedelta(minutes=self.dice.randint(5, 90)), at(day, self.dice, 9, 18) if day else when
            )
            when = min(when, last)
            self.rows[CaseAction].append(
                (next(self.ids[CaseAction]), case, kind, source, target, actor, "", note, past(when))
            )

    def _steps(self, plan: Plan, officer: int, handler: int, ended_on: date | None) -> list[tuple]:
        lines = [("register", "", S.REGISTERED, officer, "", None)]
        path = [
            ("accept", S.REGISTERED, S.ACCEPTED, officer),
            ("assign", S.ACCEPTED, S.ASSIGNED, officer),
            ("start_mediation", S.ASSIGNED, S.MEDIATING, handler),
        ]
        reached = {S.REGISTERED: 0, S.ACCEPTED: 1, S.ASSIGNED: 2}.get(plan.state, 3)
        lines += [(*step, "", None) for step in path[:reached]]
        if plan.state == S.SUSPENDED:
            lines.append(("suspend", S.MEDIATING, S.SUSPENDED, handler, "等待鉴定结论", None))
        if plan.outcome == Outcome.RESOLVED:
            lines.append(("agree_orally", S.MEDIATING, S.AGREED_ORAL, handler, "", ended_on))
            reached_state = S.AGREED_ORAL
        elif plan.outcome:
            step, reached_state, note = END_STEPS[plan.outcome]
            lines.append((step, S.MEDIATING, reached_state, handler, note, ended_on))
        if plan.state in (S.CLOSED, S.FOLLOWED_UP):
            lines.append(("follow_up", reached_state, S.FOLLOWED_UP, officer, "", ended_on))
        if plan.state == S.CLOSED:
            lines.append(("close", S.FOLLOWED_UP, S.CLOSED, officer, "", ended_on))
        return lines

    def _agreement(self, case: int, plan: Plan, parties: list[int], ended_on: date) -> None:
        pk = next(self.ids[Agreement])
        form = AgreementForm.WRITTEN if plan.state == S.AGREED_WRITTEN else AgreementForm.ORAL
        self.rows[Agreement].append((pk, case, form, "双方互谅互让，按约定履行。", TERM, ended_on))
        self.rows[AgreementParty] += [
            (next(self.ids[AgreementParty]), pk, party, ended_on) for party in parties
        ]

    def _followed(self, plan: Plan, ended_on: date | None) -> tuple[date | None, str]:
        """When somebody called back, and what was said."""
        if plan.state not in (S.CLOSED, S.FOLLOWED_UP):
            return None, ""
        return min(ended_on + timedelta(days=1), self.city.today), RATINGS.spin(self.dice)

    def _follow_up(self, case: int, owner: tuple, followed_on: date, said: str) -> None:
        _, role, code = owner
        by = self.city.people[(role, code)]
        self.rows[FollowUp].append(
            (next(self.ids[FollowUp]), case, followed_on, FollowUpMethod.PHONE, said, False, "", by)
        )
