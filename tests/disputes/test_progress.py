"""What a party reads of a dispute: its procedure and what comes next, and nothing that was said."""

import pytest
from django.urls import reverse

from disputes.cases import DISPUTE
from disputes.states import DisputeState
from governance.casework.progress import progress_of
from governance.kernel.days import today
from tests.factories.disputes import make_accepted, make_dispute
from tests.factories.safety import make_police_report, make_restricted

SECRETS = ("张三", "李小四", "13800138000", "漏水赔偿", "楼上漏水", "持刀")


@pytest.mark.parametrize("state", DisputeState.values)
def test_every_state_has_a_procedure_and_an_outlook(state, grid):
    case = make_dispute(grid, state).case

    assert (bool(DISPUTE.procedure(case)), bool(DISPUTE.outlook(case))) == (True, True)
    assert "{" not in DISPUTE.outlook(case)


def test_party_reads_procedure_office_time_and_what_comes_next(client, grid):
    dispute = make_accepted(grid, title="漏水赔偿", summary="楼上漏水")
    make_police_report(dispute)

    answer = client.post(reverse("public:progress"), {"code": dispute.case.public_code, "tail": "9000"})

    page = answer.content.decode().split("<main", 1)[1]
    for shown in ("调解中", "正在走的程序", "不到一天", "正在调解", dispute.case.number):
        assert shown in page
    for secret in SECRETS:
        assert secret not in page


def test_restricted_dispute_is_told_to_its_parties_like_any_other(client, grid):
    dispute = make_restricted(grid)

    answer = client.post(reverse("public:progress"), {"code": dispute.case.public_code, "tail": "8000"})

    assert "正在调解" in answer.content.decode()
    assert "限定" not in answer.content.decode().split("<main", 1)[1]


def test_redirected_dispute_names_the_body_its_number_and_when(grid):
    dispute = make_dispute(
        grid, "redirected", outcome="redirected", closed_on=today(), dispute={"track": "arbitration"}
    )
    referral = dispute.referrals.create(
        track="arbitration",
        body="劳动人事争议仲裁院",
        external_number="银劳人仲案〔2026〕7号",
        due_on=today(),
    )

    found = progress_of(dispute.case)

    assert found.procedure == "仲裁"
    assert found.next.startswith("由劳动人事争议仲裁院继续办理（银劳人仲案〔2026〕7号），按规定最迟")
    referral.result, referral.result_on = "裁决支付", today()
    referral.save()
    assert "已经有结果" in progress_of(dispute.case).next
    assert "裁决支付" not in progress_of(dispute.case).next
