"""How a filter bar asks: either, yes or no in words that can be read, a day from the calendar."""

import pytest
from django.utils.translation import override

from property.filters.meetings import OwnersCommitteeFilter
from property.models import OwnersCommittee


@pytest.mark.parametrize(("language", "either"), [("zh-hans", "不限"), ("en", "Any")])
def test_what_is_not_asked_is_either(language, either):
    with override(language):
        form = OwnersCommitteeFilter({}, queryset=OwnersCommittee.objects.none()).form
        assert [str(form.fields[name].widget.choices[0][1]) for name in ("filed", "live")] == [either] * 2
        assert f">{either}</option>" in str(form["kind"])


def test_a_day_is_picked_and_kept():
    form = OwnersCommitteeFilter({"as_of": "2026-03-10"}, queryset=OwnersCommittee.objects.none()).form
    assert 'type="date"' in str(form["as_of"]) and 'value="2026-03-10"' in str(form["as_of"])
