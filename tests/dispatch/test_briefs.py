"""A brief from the draft to a numbered file that never changes."""

import hashlib
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connections, transaction

from governance.audit.models import AuditEvent
from governance.dispatch import actions
from governance.dispatch.enums import BriefKind, BriefState, CycleKind
from governance.dispatch.models import Brief
from governance.dispatch.papers.briefs import OUTLINES, draw, template_for, values_of
from governance.kernel.days import today
from governance.kernel.errors import Refused
from tests.factories.dispatch_briefs import make_brief, make_issued_brief, make_minuted
from tests.factories.dispatch_meetings import make_held
from tests.factories.dispatch_meetings import make_issued as make_minutes
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(county):
    return make_user("county_official", county)


def test_prepare_brief_draws_up_what_the_minutes_say(county, chair):
    cycle = make_minuted(county)

    brief = actions.prepare_brief(cycle, BriefKind.MINUTES, by=chair)

    assert brief.state == BriefState.DRAFT
    assert (brief.area, brief.area_code) == (county, county.code)
    assert brief.content == cycle.content | {"as_of": cycle.due_on.isoformat()}
    assert AuditEvent.objects.get(action="dispatch.brief.prepare").actor_id == chair.pk


def test_prepare_brief_takes_each_kind_once(county, chair):
    cycle = make_minuted(county)
    actions.prepare_brief(cycle, BriefKind.ITEMS, by=chair)

    with pytest.raises(Refused, match="这一期的“任务清单”已经生成"):
        actions.prepare_brief(cycle, BriefKind.ITEMS, by=chair)
    assert Brief.objects.count() == 1


def test_prepare_brief_waits_for_the_minutes(county, chair):
    cycle = make_held(county)

    with pytest.raises(Refused) as refused:
        actions.prepare_brief(cycle, BriefKind.MINUTES, by=chair)
    assert refused.value.message == "“调度纪要”按印发的纪要生成，请先印发这一期的会议纪要。"
    assert not Brief.objects.exists()


def test_prepare_brief_refuses_a_kind_of_another_cycle(county, chair):
    with pytest.raises(Refused, match="周调度没有“督导通报”这种简报"):
        actions.prepare_brief(make_minuted(county), BriefKind.CIRCULAR, by=chair)


def test_whoever_does_not_run_the_meeting_writes_no_brief(county):
    brief, handler = make_brief(county), make_user("department_handler", county)

    for verb in (
        lambda: actions.prepare_brief(brief.cycle, BriefKind.ITEMS, by=handler),
        lambda: actions.edit_brief(brief, by=handler, introduction="我来写"),
        lambda: actions.renew_brief(brief, by=handler),
        lambda: actions.issue_brief(brief, by=handler),
    ):
        with pytest.raises(PermissionDenied):
            verb()


def test_edit_brief_keeps_words_and_leaves_the_figures(county, chair):
    brief = make_brief(county)
    before = brief.content

    actions.edit_brief(
        brief,
        by=chair,
        introduction="现将情况印发。\u202e",
        closing="抓好落实 😀",
        remarks={"逾期事项": "另行督办。"},
    )

    brief.refresh_from_db()
    assert (brief.state, brief.content) == (BriefState.EDITED, before)
    assert (brief.introduction, brief.remarks) == ("现将情况印发。", {"逾期事项": "另行督办。"})
    assert AuditEvent.objects.get(action="dispatch.brief.edit").after["closing"] == "抓好落实 😀"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ({"remarks": {"人员排名": "有"}}, "简报没有“人员排名”这个部分"),
        ({"remarks": {"逾期事项": "长" * 501}}, "“逾期事项”超过 500 字"),
        ({"introduction": "长" * 2001}, "“开头的话”超过 2000 字"),
    ],
)
def test_edit_brief_refuses_what_does_not_fit(county, chair, words, sentence):
    brief = make_brief(county)

    with pytest.raises(Refused, match=sentence):
        actions.edit_brief(brief, by=chair, **words)
    brief.refresh_from_db()
    assert (brief.state, brief.introduction, brief.remarks) == (BriefState.DRAFT, "", {})


def test_renew_brief_takes_the_figures_anew_and_keeps_the_words(county, chair):
    brief = make_brief(county, BriefKind.ITEMS)
    Brief.objects.filter(pk=brief.pk).update(content=brief.content | {"actions": []})
    actions.edit_brief(brief, by=chair, introduction="照办。")

    actions.renew_brief(brief, by=chair)

    brief.refresh_from_db()
    assert len(brief.content["actions"]) == 1
    assert (brief.introduction, brief.state) == ("照办。", BriefState.EDITED)


def test_issue_brief_keeps_a_numbered_file_under_its_hash(county, chair):
    brief = make_brief(county, BriefKind.ITEMS)

    actions.issue_brief(brief, by=chair)

    brief.refresh_from_db()
    assert (brief.issue_year, brief.issue_no, brief.issued_by) == (today().year, 1, chair)
    assert brief.sha256 == hashlib.sha256(brief.file).hexdigest()
    assert actions.brief_file(brief).data == bytes(brief.file)
    assert brief.template is None


def test_minutes_bear_the_number_of_their_meeting(county, chair):
    make_minutes(county, period="2026-W40")
    second = make_minutes(county, period="2026-W41")

    brief = make_issued_brief(county, cycle=second)

    assert (brief.issue_year, brief.issue_no) == (second.issue_year, second.issue_no) == (today().year, 2)


def test_briefs_are_numbered_by_office_and_kind(county, country):
    lists = [
        make_issued_brief(county, BriefKind.ITEMS, cycle=cycle)
        for cycle in (make_minuted(county), make_minutes(county))
    ]
    circular = make_issued_brief(
        county, BriefKind.CIRCULAR, cycle=make_minutes(county, kind=CycleKind.MONTHLY, period="2026-11")
    )
    elsewhere = make_issued_brief(country["990102"], BriefKind.ITEMS)

    assert [brief.issue_no for brief in (*lists, circular, elsewhere)] == [1, 2, 1, 1]


def test_an_issued_brief_is_drawn_again_byte_for_byte(county):
    brief = make_issued_brief(county)

    _own, template = template_for(brief.kind, brief.area_code)
    assert draw(brief, template) == bytes(brief.file)


def test_an_issued_brief_is_not_changed_by_any_verb(county, chair):
    brief = make_issued_brief(county)

    for verb in (
        lambda: actions.edit_brief(brief, by=chair, introduction="改一下"),
        lambda: actions.renew_brief(brief, by=chair),
        lambda: actions.issue_brief(brief, by=chair),
    ):
        with pytest.raises(Refused, match="已经印发"):
            verb()


def test_an_issued_brief_is_not_changed_past_the_verbs(county):
    brief = make_issued_brief(county)
    row = Brief.objects.filter(pk=brief.pk)

    for write in (
        lambda: row.update(file=b"other"),
        lambda: row.update(content={}),
        lambda: row.update(introduction="改一下"),
        lambda: row.update(state=BriefState.DRAFT),
        lambda: row.update(issue_no=9),
        row.delete,
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            write()
    row.update(area_code=brief.area_code)  # a merger of areas may


@pytest.mark.django_db(transaction=True)
def test_two_officials_issue_at_once_one_number(country):
    county = country["990101"]
    brief = make_brief(county, BriefKind.ITEMS)
    officials = [make_user("county_official", county) for _ in range(2)]
    barrier, answers = Barrier(2), []

    def press(official):
        barrier.wait()
        try:
            actions.issue_brief(Brief.objects.get(pk=brief.pk), by=official)
            answers.append("issued")
        except Refused as refused:
            answers.append(refused.message)
        finally:
            connections.close_all()

    threads = [Thread(target=press, args=(official,)) for official in officials]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["issued", "这份简报已经印发，不能再改；请刷新页面查看。"]
    assert Brief.objects.get().issue_no == 1


def test_every_kind_fills_what_its_template_may_name(county):
    weekly, monthly = make_minuted(county), make_minutes(county, kind=CycleKind.MONTHLY, period="2026-11")
    for outline in OUTLINES.values():
        cycle = weekly if CycleKind.WEEKLY in outline.cycle_kinds else monthly
        brief = make_brief(county, outline.kind, cycle=cycle)
        found = values_of(brief)
        assert set(found) == outline.known.texts | set(outline.known.rows), outline.kind
        for name, columns in outline.known.rows.items():
            assert all(set(line) == columns for line in found[name]), name
