"""A machine presses verbs, API calls and receipts in any order for days on end: the case never turns unlawful.

A few hundred steps in every run; `STEPS=20000 ./run test tests/disputes/test_state_machine.py` for the long one,
which prints how often each step was taken and refused.
"""

import json
import os
from collections import Counter
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from disputes.actions.performance import perform_obligation, release_obligation
from disputes.actions.steps import VERBS
from disputes.enums.agreements import CONFIRMATION_WINDOW
from disputes.models import Dispute, JudicialConfirmation, Obligation
from disputes.states import STEPS, DisputeState
from governance.casework.models import Case
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.casework import make_rules
from tests.factories.disputes import make_dispute
from tests.factories.lifecycle import ENDED, SETTLED, UNACCEPTED, as_body, given_to
from tests.factories.people import hold

TOTAL = int(os.environ.get("STEPS", "400"))
A_RUN = 50
START = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
S = DisputeState
TAKEN: Counter[str] = Counter()
EARLY_ENDS = {"decline", "refuse", "redirect", "fail", "escalate", "return"}
WAITING_STATES = {S.REGISTERED, S.ACCEPTED, S.ASSIGNED, S.RETURNED, S.MEDIATING, S.JOINT, S.SUSPENDED}


class Town:
    """The people and places every run begins with."""

    grid = officer = stranger = organ = None


TOWN = Town()


class DisputeMachine(RuleBasedStateMachine):
    """One dispute and everybody who may press something on it."""

    @initialize()
    def register(self):
        self.day = START
        self.clock = time_machine.travel(START, tick=False)
        self.clock.start()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()
        self._log_in()
        self.pk = make_dispute(TOWN.grid).pk
        self.moves = 0

    def teardown(self):
        if hasattr(self, "savepoint"):
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)
            self.clock.stop()

    def _log_in(self):
        """A session does not outlast the days that pass, and calls are counted by a clock that never jumps."""
        cache.clear()
        self.client = Client()
        self.client.force_login(TOWN.officer)

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.pk)

    @property
    def dispute(self) -> Dispute:
        return Dispute.objects.select_related("case__area", "category").get(pk=self.pk)

    def given(self, step: str, dispute: Dispute, full: bool) -> dict:
        seat = TOWN.officer.live_holdings[1].post
        above = dispute.case.area.parent_on(today()).parent_on(today()).parent_on(today())
        given = given_to(step, dispute, seat=seat, organ=TOWN.organ, above=above)
        if step in {"agree_in_writing", "agree_orally"} and full:
            one, other = list(dispute.parties.all())[:2]
            row = {"obliged": other, "entitled": one, "what": "付清", "due_on": today() + timedelta(days=5)}
            given = given | {"obligations": [row]}
        return given

    @rule(step=st.sampled_from(sorted(STEPS)), full=st.booleans())
    def press_by_verb(self, step, full):
        """Any step, whether it is its time or not."""
        self._press(
            step, lambda dispute, given: VERBS[step](dispute, by=TOWN.officer, note="情况属实", **given), full
        )

    @rule(data=st.data(), full=st.booleans())
    def press_what_is_open(self, data, full):
        """A step that begins where the case stands, so that runs go deep."""
        state = self.case.state
        step = data.draw(
            st.sampled_from(sorted(name for name, step in STEPS.items() if state in step.sources))
        )
        self._press(step, lambda dispute, given: self._post(step, dispute, given), full)

    @rule(step=st.sampled_from(sorted(STEPS)))
    def press_over_the_api(self, step):
        self._press(step, lambda dispute, given: self._post(step, dispute, given), False)

    def _post(self, step: str, dispute: Dispute, given: dict) -> None:
        body = json.dumps(as_body(given) | {"note": "情况属实"}, default=str)
        path = f"/api/v1/disputes/{dispute.case.number}/{step}/"
        answer = self.client.post(path, body, content_type="application/json")
        assert answer.status_code in {200, 400, 409}, answer.content
        if answer.status_code != 200:
            raise Refused(answer.json()["code"], answer.json()["detail"])
        assert answer.json()["state"] == self.case.state

    def _press(self, step: str, do, full: bool) -> None:
        before, dispute = self.case, self.dispute
        given = self.given(step, dispute, full)
        try:
            do(dispute, given)
        except Refused:
            TAKEN[f"{step} refused"] += 1
            assert self.case.state == before.state
            assert self.case.actions.count() == before.actions.count()
        else:
            TAKEN[step] += 1
            self.moves += 1
            assert before.state in STEPS[step].sources
            assert self.case.state == STEPS[step].target_from(before.state)
            assert self.case.actions.filter(kind=step).exists()

    @rule(step=st.sampled_from(sorted(STEPS)))
    def a_stranger_may_nothing(self, step):
        TAKEN["stranger kept out"] += 1
        before, dispute = self.case.version, self.dispute
        with pytest.raises((PermissionDenied, Refused)):
            VERBS[step](dispute, by=TOWN.stranger, note="看看", **self.given(step, dispute, False))
        assert self.case.version == before

    @rule(released=st.booleans(), data=st.data())
    def end_an_obligation(self, released, data):
        rows = list(Obligation.objects.filter(agreement__dispute=self.pk).order_by("pk"))
        if not rows:
            return
        row = data.draw(st.sampled_from(rows))
        try:
            if released:
                release_obligation(row, by=TOWN.officer, note="权利人放弃")
            else:
                perform_obligation(row, by=TOWN.officer)
        except Refused:
            TAKEN["obligation refused"] += 1
        else:
            TAKEN["obligation ended"] += 1
            assert row.is_open

    @rule(days=st.integers(1, 20))
    def wait(self, days):
        TAKEN["day passed"] += 1
        self.clock.stop()
        self.day += timedelta(days=days)
        self.clock = time_machine.travel(self.day, tick=False)
        self.clock.start()
        self._log_in()

    @invariant()
    def the_case_is_lawful(self):
        if not hasattr(self, "pk"):
            return
        case = self.case
        declined = case.outcome == "declined"
        assert (case.outcome == "resolved") == (case.resolved_on is not None)
        assert (case.outcome == "") == (case.state in WAITING_STATES)
        assert (case.closed_on is not None) == (case.state in ENDED)
        assert (case.paused_at is not None) == (case.state == S.SUSPENDED)
        assert (case.accepted_on is None) == (case.state in UNACCEPTED or declined)
        assert case.closed_on is None or (case.due_at is None or case.queue_at.year == 9999)
        if case.state in {S.ASSIGNED, S.MEDIATING, S.JOINT, S.SUSPENDED}:
            assert case.owner_post_id is not None
        if case.state in {S.ACCEPTED, S.ASSIGNED, S.MEDIATING, S.JOINT}:
            assert case.due_at is not None
            assert case.handle_due_at is not None

    @invariant()
    def the_papers_bear_the_state_out(self):
        if not hasattr(self, "pk"):
            return
        dispute, state = self.dispute, self.case.state
        agreement = dispute.agreements.in_force()
        if state in SETTLED - {S.FOLLOWED_UP, S.CLOSED, S.ARCHIVED}:
            assert agreement is not None
            agreed = set(agreement.parties.values_list("party", flat=True))
            assert set(dispute.principals.values_list("pk", flat=True)) <= agreed
            assert agreement.effective_on <= today()
        if state in {S.PERFORMING, S.DEFAULTED}:
            assert agreement.obligations.exists()
        if state in {S.PERFORMED, S.CLOSED} and agreement and self.case.outcome == "resolved":
            assert not agreement.obligations.open().exists()
        if state in {S.CONFIRMED, S.CONFIRM_REJECTED}:
            assert agreement.confirmation.is_confirmed == (state == S.CONFIRMED)
        if state == S.FAILED:
            assert dispute.told_paths_on is not None
        if state == S.REDIRECTED:
            assert dispute.referrals.exists()
        for row in JudicialConfirmation.objects.filter(agreement__dispute=dispute).select_related(
            "agreement"
        ):
            window = row.applied_on - row.agreement.effective_on
            assert timedelta(0) <= window <= CONFIRMATION_WINDOW


@pytest.mark.django_db
def test_no_order_of_presses_leads_into_an_illegal_state(country, grid, officer, organ, stranger):
    make_rules()
    hold(officer, "centre_supervisor", country["990101"])
    officer.forget_posts()
    TOWN.grid, TOWN.officer, TOWN.organ, TOWN.stranger = grid, officer, organ, stranger
    TAKEN.clear()

    run_state_machine_as_test(
        DisputeMachine,
        settings=settings(
            max_examples=max(TOTAL // A_RUN, 1),
            stateful_step_count=A_RUN,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )

    print(f"{sum(TAKEN.values())} steps: {dict(sorted(TAKEN.items()))}")
    assert sum(TAKEN.values()) >= TOTAL // 4
