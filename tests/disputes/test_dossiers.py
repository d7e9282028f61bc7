"""The folder: which papers a course needs, signed pages, and the number that is given once."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connections, transaction

from disputes.actions.committees import save_committee
from disputes.actions.dossiers import attach_pages, file_dossier, file_on_paper, take_out
from disputes.enums.disputes import PartyRole
from disputes.enums.mediation import AgreementForm
from disputes.enums.papers import Paper, PaperStatus
from disputes.models import Committee, Dossier, VolumeCounter
from disputes.models.course import dossier_of, missing_papers
from governance.audit.models import AuditEvent
from governance.kernel.errors import Refused
from tests.factories.disputes import make_accepted, make_agreement, make_follow_up, make_party, make_session
from tests.factories.files import picture_upload
from tests.factories.papers import make_committee
from tests.factories.people import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def township(country):
    return country["990101001"]


@pytest.fixture
def mediator(township):
    return make_user("mediator", township)


@pytest.fixture
def committee(township):
    return make_committee(township, short_word="凤凰北街")


def needed(dispute) -> set[str]:
    return {entry.kind.value for entry in dossier_of(dispute) if entry.is_needed}


ALWAYS = {"cover", "contents", "back_cover", "registration"}
ACCEPTED = ALWAYS | {"rights_notice", "identity"}


def test_a_case_under_mediation_needs_the_papers_of_its_beginning(township):
    dispute = make_accepted(township)
    assert needed(dispute) == ACCEPTED
    make_session(dispute)
    assert needed(dispute) == ACCEPTED | {"record"}


@pytest.mark.parametrize(
    ("form", "paper"), [(AgreementForm.WRITTEN, "agreement"), (AgreementForm.ORAL, "oral_agreement")]
)
def test_an_agreement_needs_the_paper_of_its_form(form, paper, township):
    dispute = make_accepted(township, f"agreed_{form}")
    make_agreement(dispute, form)
    make_follow_up(dispute)
    assert needed(dispute) == ACCEPTED | {"record", paper, "follow_up"}


@pytest.mark.parametrize("outcome", ["failed", "refused"])
def test_an_end_without_agreement_needs_the_notice_of_other_paths(outcome, township):
    dispute = make_accepted(township, outcome, outcome=outcome)
    assert needed(dispute) == ACCEPTED | {"end_notice"}


def test_a_case_gone_elsewhere_needs_a_word_on_its_folder(township):
    dispute = make_accepted(township, "redirected", outcome="redirected")
    assert needed(dispute) == ACCEPTED | {"end_notice", "statement"}


def test_a_case_not_accepted_needs_the_notice_and_no_more(township):
    dispute = make_accepted(township, "not_accepted", outcome="declined", accepted_on=None)
    assert needed(dispute) == ALWAYS | {"decline_notice"}


def test_an_agent_needs_a_proxy_and_an_application_stands_for_the_register(township, mediator):
    dispute = make_accepted(township)
    make_party(dispute, PartyRole.AGENT)
    file_on_paper(dispute, Paper.APPLICATION, by=mediator)
    assert needed(dispute) == (ACCEPTED | {"proxy"}) - {"registration"}


def test_papers_of_another_course_are_not_offered(township):
    offered = {entry.kind for entry in dossier_of(make_accepted(township))}
    assert not offered & {Paper.DECLINE_NOTICE, Paper.END_NOTICE, Paper.AGREEMENT, Paper.CONFIRMATION}
    assert {Paper.INVESTIGATION, Paper.EVIDENCE, Paper.STATEMENT} <= offered


def test_missing_papers_names_each_and_the_number(township, mediator, committee):
    dispute = make_accepted(township, "closed")
    assert missing_papers(dispute) == [
        "传回“受理登记表”的签字页，或者勾选纸质原件已入卷",
        "传回“权利义务告知书”的签字页，或者勾选纸质原件已入卷",
        "传回“当事人身份证明”的签字页，或者勾选纸质原件已入卷",
        "在卷宗页立卷，编好卷号",
    ]
    for kind in (Paper.REGISTRATION, Paper.RIGHTS_NOTICE, Paper.IDENTITY):
        file_on_paper(dispute, kind, by=mediator)
    file_dossier(dispute, by=mediator)
    dispute.refresh_from_db()
    assert missing_papers(dispute) == []


def test_attach_pages_keeps_them_in_order_and_makes_the_paper_there(township, mediator):
    dispute = make_accepted(township)

    filed = attach_pages(
        dispute, Paper.REGISTRATION, by=mediator, uploads=[picture_upload(50), picture_upload(60)]
    )

    assert [page.width for page in filed.pages.order_by("pk")] == [50, 60]
    assert (filed.page_count, filed.is_on_paper) == (2, False)
    assert {page.view_right for page in filed.pages.all()} == {"disputes.papers"}
    entry = next(entry for entry in dossier_of(dispute) if entry.kind == Paper.REGISTRATION)
    assert entry.status == PaperStatus.THERE
    event = AuditEvent.objects.get(action="dossier.attach_pages")
    assert event.after == {"paper": "registration", "pages": 2}


def test_attach_pages_keeps_all_or_none(township, mediator):
    dispute = make_accepted(township)

    with pytest.raises(Refused) as refused:
        attach_pages(
            dispute, Paper.REGISTRATION, by=mediator, uploads=[picture_upload(), picture_upload(form="GIF")]
        )

    assert refused.value.code == "not_a_picture"
    assert not dispute.filed_papers.exists()


def test_attach_pages_once_for_a_number(township, mediator):
    dispute, number = make_accepted(township), uuid.uuid4()
    for _ in range(2):
        filed = attach_pages(
            dispute, Paper.IDENTITY, by=mediator, uploads=[picture_upload()], client_uuid=number
        )
    assert filed.pages.count() == 1
    with pytest.raises(Refused) as refused:
        attach_pages(dispute, Paper.RECORD, by=mediator, uploads=[picture_upload()], client_uuid=number)
    assert refused.value.code == "page_number_taken"


def test_take_out_removes_a_page_then_the_paper(township, mediator):
    dispute = make_accepted(township)
    filed = attach_pages(
        dispute, Paper.REGISTRATION, by=mediator, uploads=[picture_upload(), picture_upload()]
    )
    first, second = filed.pages.order_by("pk")

    take_out(dispute, Paper.REGISTRATION, by=mediator, page=first.number)
    filed.refresh_from_db()
    assert (filed.page_count, list(filed.pages.all())) == (1, [second])
    take_out(dispute, Paper.REGISTRATION, by=mediator)

    assert not dispute.filed_papers.exists()
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.removed_at and second.removed_at
    with pytest.raises(Refused) as refused:
        take_out(dispute, Paper.REGISTRATION, by=mediator)
    assert refused.value.code == "not_filed"


def test_file_dossier_numbers_by_committee_and_year_without_a_gap(
    township, mediator, committee, time_machine
):
    time_machine.move_to("2026-11-25 10:00+08:00")
    first, second = (file_dossier(make_accepted(township, "closed"), by=mediator) for _ in range(2))
    with transaction.atomic():
        file_dossier(make_accepted(township, "closed"), by=mediator)
        transaction.set_rollback(True)
    third = file_dossier(make_accepted(township, "followed_up"), by=mediator)
    time_machine.move_to("2027-01-04 10:00+08:00")
    new_year = file_dossier(make_accepted(township, "closed"), by=mediator)

    assert [dossier.number for dossier in (first, second, third, new_year)] == [
        "(2026)凤凰北街人调字第1号",
        "(2026)凤凰北街人调字第2号",
        "(2026)凤凰北街人调字第3号",
        "(2027)凤凰北街人调字第1号",
    ]


def test_file_dossier_gives_one_number_however_often(township, mediator, committee):
    dispute = make_accepted(township, "closed")
    first = file_dossier(dispute, by=mediator, title="张三与李小四物业纠纷", retention="permanent")
    again = file_dossier(dispute, by=mediator, title="另一个名字")

    assert (again.number, again.title, again.retention) == (first.number, "张三与李小四物业纠纷", "permanent")
    assert VolumeCounter.objects.get().last == 1


def test_file_dossier_keeps_its_number_when_the_committee_changes_its_word(township, mediator, committee):
    dispute = make_accepted(township, "closed")
    number = file_dossier(dispute, by=mediator).number
    committee.short_word = "凤凰"
    committee.save()
    assert Dossier.objects.get(dispute=dispute).number == number


def test_a_number_given_once_is_never_given_again(township, mediator, committee):
    file_dossier(make_accepted(township, "closed"), by=mediator).delete()
    assert file_dossier(make_accepted(township, "closed"), by=mediator).serial == 2


def test_file_dossier_waits_for_the_end_and_for_a_committee(township, mediator):
    with pytest.raises(Refused) as refused:
        file_dossier(make_accepted(township), by=mediator)
    assert refused.value.code == "not_finished"
    with pytest.raises(Refused) as refused:
        file_dossier(make_accepted(township, "closed"), by=mediator)
    assert refused.value.code == "no_committee"


def test_verbs_take_the_right(township, committee):
    dispute, official = make_accepted(township, "closed"), make_user("department_handler", township)
    for verb in (
        lambda: attach_pages(dispute, Paper.RECORD, by=official, uploads=[picture_upload()]),
        lambda: file_on_paper(dispute, Paper.RECORD, by=official),
        lambda: file_dossier(dispute, by=official),
    ):
        with pytest.raises(PermissionDenied):
            verb()


@pytest.mark.django_db(transaction=True)
def test_two_who_file_at_once_get_two_numbers(country):
    township = country["990101001"]
    make_committee(township, short_word="凤凰北街")
    mediator = make_user("mediator", township)
    disputes = [make_accepted(township, "closed") for _ in range(6)]

    def file(dispute):
        try:
            return file_dossier(dispute, by=mediator).serial
        finally:
            connections.close_all()

    with ThreadPoolExecutor(3) as pool:
        assert sorted(pool.map(file, disputes)) == [1, 2, 3, 4, 5, 6]


def test_the_nearest_committee_serves_and_a_closed_one_does_not(country, township):
    above = make_committee(country["990101"], short_word="兴庆区")
    own = make_committee(township, short_word="凤凰北街")
    community = country["990101001001"]

    assert Committee.objects.serving(community.code) == own
    own.closed_on = own.elected_on
    own.save()
    assert Committee.objects.serving(community.code) == above
    assert Committee.objects.serving(country["990102"].code) is None


def test_save_committee_warns_where_the_law_asks_for_more(country, township, time_machine):
    time_machine.move_to("2026-11-25 10:00+08:00")
    supervisor = make_user("centre_supervisor", country["990101"])
    fields = {
        "area": township,
        "name": "凤凰北街调委会",
        "short_word": "凤凰北街",
        "elected_on": "2023-11-25",
    }
    saved = save_committee(Committee(), by=supervisor, member_count=2, women_count=0, **fields)
    saved.refresh_from_db()

    assert saved.warnings() == [
        "委员应为 3 至 9 人，现在登记 2 人。",
        "委员中应当有妇女。",
        "每届任期 3 年，本届已于 2026-11-25 届满，请换届后更新。",
    ]


def test_two_committees_cannot_share_a_word(committee, country):
    with pytest.raises(IntegrityError):
        make_committee(country["990102"], short_word=committee.short_word)
