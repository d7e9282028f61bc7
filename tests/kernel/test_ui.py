from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, Template
from django.utils import translation

from governance.kernel.templatetags import ui


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (6674, "6,674"),
        (9999, "9,999"),
        (Decimal("86.7"), "86.7"),
        (None, "—"),
        ("", "—"),
        ("NaN", "—"),
    ],
)
def test_compact_number_leaves_small_numbers_whole(value, said):
    assert ui.compact_number(value) == said


def test_compact_number_shortens_from_ten_thousand_and_keeps_the_full_number_in_the_tooltip():
    assert ui.compact_number(108300) == '<span class="number" title="108,300">10.83万</span>'


def test_compact_number_never_rounds_up_to_what_is_not_reached():
    assert "19.99万" in ui.compact_number(199_999)


def test_compact_number_in_english_has_no_wan():
    with translation.override("en"):
        assert ui.compact_number(108300) == '<span class="number">108,300</span>'


@pytest.mark.parametrize(
    ("value", "said"), [(86.7, "86.70%"), ("48.385", "48.39%"), (None, "—"), (100, "100.00%")]
)
def test_share_has_two_decimals(value, said):
    assert ui.share(value) == said


def test_cn_date_speaks_local_time(time_machine):
    time_machine.move_to(datetime(2026, 11, 22, 6, 5, tzinfo=UTC))

    assert ">11月22日 周日 14:05<" in ui.cn_date(datetime(2026, 11, 22, 6, 5, tzinfo=UTC))
    assert ">11月22日 周日<" in ui.cn_date(date(2026, 11, 22))
    assert ">2025年11月22日 周六<" in ui.cn_date(date(2025, 11, 22))
    assert ui.cn_date(None) == "—"


@pytest.mark.parametrize(
    ("days", "state", "tone", "word"),
    [
        (-3, "running", "late", "超期 3 天"),
        (0, "running", "near", "今天到期"),
        (1, "running", "near", "还剩 1 个工作日"),
        (2, "running", "ok", "还剩 2 个工作日"),
        (None, "running", "paused", "不限期"),
        (-3, "paused", "paused", "计时暂停"),
        (-3, "done", "ok", "已办结"),
    ],
)
def test_clock_says_how_a_deadline_stands(days, state, tone, word):
    due = ui.clock(days, state)

    assert (due["tone"], due["word"].replace(ui.THIN_SPACE, " ")) == (tone, word)


def test_thin_puts_a_thin_space_where_scripts_meet():
    assert ui.thin("还剩2个,第 3 天abc") == "还剩\u20092\u2009个,第\u20093\u2009天\u2009abc"


def test_query_with_keeps_the_filters_and_starts_at_the_first_page(rf):
    request = rf.get("/", {"state": "open", "cursor": "abc", "area": "6401"})
    context = Context({"request": request})

    assert ui.query_with(context, area="640105") == "?state=open&area=640105"
    assert ui.query_with(context, state="") == "?area=6401"
    assert ui.query_with(context, cursor="next") == "?state=open&area=6401&cursor=next"


class Sample(forms.Form):
    name = forms.CharField(label="姓名", help_text="与身份证一致")
    kind = forms.ChoiceField(label="类别", choices=[("a", "甲"), ("b", "乙")], widget=forms.RadioSelect)
    note = forms.CharField(label="备注", required=False)


class FilterLike:
    def __init__(self, query):
        self.form = Sample(QueryDict(query))


def test_chips_name_what_is_set_and_how_to_take_it_away():
    assert ui.chips(FilterLike("kind=b&note=&name=马&cursor=x")) == [
        {"name": "name", "label": "姓名", "value": "马", "remove": "?kind=b&note="},
        {"name": "kind", "label": "类别", "value": "乙", "remove": "?note=&name=%E9%A9%AC"},
    ]


def test_a_form_renders_labels_hints_errors_and_what_they_belong_to():
    html = " ".join(str(Sample({"name": "", "kind": "a"})).split())

    assert '<div class="hint" id="id_name_helptext">与身份证一致</div>' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'class="form-control is-invalid"' in html
    assert '<a href="#id_name">姓名：' in html
    assert html.count('type="radio"') == 2
    assert "选填" in html


def test_icon_is_decoration_unless_it_has_a_label():
    assert 'aria-hidden="true"' in Template('{% load ui %}{% icon "bell" %}').render(Context())
    assert 'aria-label="提醒"' in Template('{% load ui %}{% icon "bell" "提醒" %}').render(Context())


def test_chart_rows_pair_labels_with_the_values_of_each_series():
    chart = {"labels": ["甲", "乙"], "series": [{"values": [1, 2]}, {"values": [3, None]}]}

    assert ui.chart_rows(chart) == [
        {"label": "甲", "href": "", "values": [1, 3]},
        {"label": "乙", "href": "", "values": [2, None]},
    ]
