"""A visit received in two versions: the first stands, the second is not lost, and a person looks at both."""

import re

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from grids.models import VisitConflict
from tests.factories.grids import make_household, make_visit
from tests.factories.offline import make_conflict
from tests.factories.people import make_user


@pytest.fixture
def desk(client, secretary):
    client.force_login(secretary)
    return client


@pytest.fixture
def conflict(household, worker):
    return make_conflict(household, worker=worker)


def detail(conflict) -> str:
    return reverse("grids:conflict_detail", args=[conflict.pk])


def review(client, conflict, verdict):
    return client.post(reverse("grids:conflict_review", args=[conflict.pk]), {"verdict": verdict})


def lines(page) -> dict[str, tuple[str, str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", page.content.decode().split("<tbody>")[1], re.S)
    found = {}
    for row in rows:
        label, first, second = (re.sub(r"<.*?>", " ", cell) for cell in re.split(r"</t[hd]>", row)[:3])
        found[" ".join(label.split())] = first.strip(), second.strip()
    return found


def test_both_versions_stand_side_by_side_with_what_differs_marked(desk, conflict):
    shown = lines(desk.get(detail(conflict)))

    assert shown["住户或地点"] == ("1号楼2单元501", "1号楼2单元501")
    assert shown["结果 不同"] == ("正常", "有需求")
    assert shown["备注 不同"] == ("—", "第二份")


def test_the_sender_sees_what_was_kept_first_and_has_no_button(client, worker, conflict):
    client.force_login(worker)
    page = client.get(detail(conflict)).content.decode()

    assert "第二份" in page
    assert "先收到" in page
    assert 'name="verdict"' not in page
    assert review(client, conflict, "first").status_code == 403


def test_the_second_version_is_noted_beside_the_first(desk, conflict):
    answer = review(desk, conflict, "noted")
    conflict.refresh_from_db()
    page = desk.get(reverse("grids:visit_detail", args=[conflict.visit_id])).content.decode()

    assert (answer.status_code, conflict.verdict) == (302, "noted")
    assert conflict.reviewed_at is not None
    assert "第二份记为补充" in page
    assert '<p class="timeline-note">第二份</p>' in page
    assert conflict.visit.note == ""


def test_a_second_version_that_falls_is_not_shown_with_the_visit(desk, conflict):
    review(desk, conflict, "first")
    page = desk.get(reverse("grids:visit_detail", args=[conflict.visit_id])).content.decode()

    assert "以先收到的为准" in page
    assert '<p class="timeline-note">第二份</p>' not in page


def test_a_review_happens_once_and_with_a_known_verdict(desk, conflict):
    assert review(desk, conflict, "whatever").status_code == 400
    assert review(desk, conflict, "first").status_code == 302
    assert review(desk, conflict, "noted").status_code == 409
    assert VisitConflict.objects.get().verdict == "first"


def test_a_first_version_out_of_sight_stays_so(desk, conflict, next_household, country):
    foreign = make_visit(make_household(country["990102001001001001"]), note="别处的事")
    VisitConflict.objects.filter(pk=conflict.pk).update(visit=foreign)
    page = desk.get(detail(conflict)).content.decode()

    assert "别处的事" not in page
    assert str(foreign.worker) not in page


def test_the_list_shows_those_waiting_in_constant_queries(desk, household, worker):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(reverse("grids:conflict_list")).status_code == 200
        return len(captured)

    first = make_conflict(household, worker=worker)
    queries()
    one = queries()
    for _ in range(2):
        make_conflict(make_household(household.area), worker=worker)
    assert queries() == one

    review(desk, first, "first")
    waiting = desk.get(reverse("grids:conflict_list"), {"waiting": "true"}).content.decode()
    assert waiting.count("data-row>") == 2


def test_the_list_of_a_stranger_is_empty(client, conflict, country):
    client.force_login(make_user("community_secretary", country["990101001002"]))
    assert "data-row>" not in client.get(reverse("grids:conflict_list")).content.decode()
    assert client.get(detail(conflict)).status_code == 404


@pytest.mark.parametrize("change", [{"verdict": "first"}, {"reviewed_at": "2026-11-25T08:00:00+08:00"}])
def test_a_verdict_and_its_time_go_together(conflict, change):
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitConflict.objects.filter(pk=conflict.pk).update(**change)
