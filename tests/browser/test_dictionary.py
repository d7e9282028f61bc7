"""The dictionary on the desk and on the phone: find an indicator, see what another definition of it would give."""

from datetime import UTC, datetime

import pytest

from governance.kernel.days import month_start, today
from governance.statistics.models import IndicatorVersion
from tests.browser.screens import OVERFLOWING
from tests.factories.dictionary import make_version
from tests.factories.litigation import make_litigation

pytestmark = pytest.mark.browser

RATE = "litigation.suits_per_resident"


@pytest.fixture
def courts(small_city):
    """What the courts of both counties reported this month, and a changed formula of the rate."""
    month = month_start(today())
    make_litigation(small_city.areas["990101"], month)
    make_litigation(small_city.areas["990102"], month, civil_first_instance=310, population_floating=9_000)
    [first] = IndicatorVersion.objects.filter(indicator=RATE).values()
    said = {name: first[name] for name in ("name", "unit", "numerator", "denominator", "formula")}
    make_version(
        RATE,
        2,
        datetime(2026, 10, 1, 1, tzinfo=UTC),
        **(said | {"formula": "期内民商事一审新收案件 ÷ 上年末常住人口 × 10000"}),
    )
    make_version(RATE, 3, datetime(2026, 11, 1, 1, tzinfo=UTC), **said)


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_an_indicator_is_found_and_compared_with_its_other_definitions(
    request, screen, courts, enter, small_city, live_server
):
    page = enter(request.getfixturevalue(f"page_{screen}"), small_city.people["city_official"])
    page.goto(f"{live_server.url}/board/dictionary/")
    assert page.evaluate(OVERFLOWING) == []

    page.get_by_label("查找指标").fill("没有这样的指标")
    page.get_by_role("button", name="查找").click()
    page.get_by_text("没有找到指标").wait_for()
    assert page.evaluate(OVERFLOWING) == []

    page.get_by_label("查找指标").fill("成讼 常住")
    page.get_by_role("button", name="查找").click()
    page.get_by_role("link", name="万人成讼率（常住人口）").click()
    page.get_by_role("heading", name="换个口径算").wait_for()
    page.get_by_role("cell", name="上年末常住人口").first.wait_for()
    assert page.evaluate(OVERFLOWING) == []
    assert page.complaints == []
