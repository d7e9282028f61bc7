"""The gallery of components, in demo mode: every pattern full, empty, wrong and with the longest name."""

from datetime import timedelta

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django_filters import CharFilter, ChoiceFilter

from governance.kernel.filters import StrictFilterSet
from governance.kernel.paging import Page
from governance.people.context import RailEntry, RailGroup
from governance.statistics.mapping import draw_map
from governance.statistics.reading import Row

LONG_NAME = "贺兰山西路街道综合治理服务中心"
STATES = [("registered", "待受理"), ("mediating", "调解中"), ("closed", "已办结")]
RAIL = [
    ("待办", "inbox"),
    ("走访", "person-walking"),
    ("事件", "flag"),
    ("纠纷", "chat-square-text"),
    ("物业", "buildings"),
    ("办证", "file-earmark-text"),
    ("保交楼", "house-gear"),
    ("党建", "star"),
    ("调度", "calendar-week"),
    ("看板", "bar-chart"),
    ("设置", "gear"),
]
TABS = [
    ("今日", "calendar-check", 3),
    ("走访", "person-walking", 0),
    ("上报", "megaphone", 0),
    ("我的", "person", 0),
]


class SampleForm(forms.Form):
    title = forms.CharField(label="事由", help_text="一句话写清谁、因为什么，例如“楼上漏水”。", max_length=60)
    kind = forms.ChoiceField(label="纠纷类别", choices=[("", "请选择"), ("a", "物业纠纷"), ("b", "邻里纠纷")])
    happened_on = forms.DateField(label="发生日期", help_text="例如 2026-11-22")
    channel = forms.ChoiceField(
        label="来源", widget=forms.RadioSelect, choices=[("visit", "走访发现"), ("walk_in", "窗口来访")]
    )
    needs = forms.MultipleChoiceField(
        label="需要协助的部门",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("police", "派出所"), ("centre", LONG_NAME)],
    )
    note = forms.CharField(label="经过", required=False, widget=forms.Textarea)
    consent = forms.BooleanField(label="已告知当事人信息用途，并取得同意")


class SampleFilter(StrictFilterSet):
    q = CharFilter(label="编号或事由", method="keep")
    state = ChoiceFilter(label="状态", choices=STATES, method="keep")
    office = CharFilter(label="承办单位", method="keep")

    def keep(self, rows, name, value):
        return rows


@login_not_required
@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component; `?frame=` desk, phone or wall."""
    if not settings.DEMO_MODE:
        raise Http404
    shape = request.GET.get("frame", "desk")
    if shape not in ("desk", "phone", "wall"):
        raise Http404
    template = "gallery/wall.html" if shape == "wall" else "gallery/page.html"
    return render(request, template, {"frame_template": f"frames/{shape}.html", "shape": shape, **samples()})


def samples() -> dict:
    """What the gallery shows; invented, and without a database."""
    now = timezone.localtime()
    return {
        "frame": _frame(),
        "now": now,
        "long_name": LONG_NAME,
        "rows": _rows(now),
        "entries": _entries(now),
        "way": _way(now),
        "tabs": [
            {"label": "全部", "url": "?", "active": True, "count": 128},
            {"label": "我承办的", "url": "?mine=1", "active": False, "count": 7},
            {"label": "已办结", "url": "?state=closed", "active": False},
        ],
        "verbs": [
            {"name": "accept", "label": "受理", "key": "s", "needs_note": False},
            {"name": "assign", "label": "派单", "key": "p", "needs_note": False},
            {"name": "return", "label": "退回", "key": "t", "needs_note": True},
        ],
        "areas": [{"code": "640105001", "name": LONG_NAME, "path": "银川市 西夏区"}],
        "tiles": _tiles(now),
        "form": SampleForm(),
        "wrong_form": SampleForm(data={"title": "楼上漏水", "kind": "x", "happened_on": "昨天"}),
        "filter": SampleFilter(
            QueryDict(f"state=mediating&office={LONG_NAME}"), queryset=get_user_model().objects.none()
        ),
        "page": Page(rows=[], next_cursor="n", previous_cursor="p", count=1000, count_capped=True),
        "last_page": Page(rows=[], count=3),
        **_charts(now),
    }


def _frame() -> dict:
    return {
        "nav": (
            RailGroup(
                "办件",
                tuple(RailEntry(label, f"#{icon}", icon, icon == "chat-square-text") for label, icon in RAIL),
                open=True,
            ),
        ),
        "tabs": [
            {"label": label, "icon": icon, "url": f"#{icon}", "active": label == "今日", "count": count}
            for label, icon, count in TABS
        ],
        "area": {"code": "640105001", "name": LONG_NAME},
        "inbox_url": "#inbox",
        "inbox_count": 4,
        "post": "镇街调度员",
        "demo": True,
    }


def _rows(now) -> list[dict]:
    found = [
        ("三单元 502 室漏水，楼下要求赔偿", -3, "running", "调解中", "primary"),
        ("广场舞音响扰民", 0, "running", "待受理", "near"),
        (f"{LONG_NAME}与承包方就装修工程款结算产生分歧，双方各执一词", 1, "running", "调解中", "primary"),
        ("12 名工人追讨工资", 7, "paused", "中止", "paused"),
        ("停车位被占", 5, "done", "已办结", "ok"),
    ]
    return [
        {
            "title": title,
            "url": f"#case-{index}",
            "number": f"640105DI20261122{index:05}",
            "area": LONG_NAME if index == 3 else "凤凰北街街道",
            "days_left": days,
            "clock_state": clock,
            "state_label": state,
            "state_tone": tone,
            "at": now - timedelta(days=index),
        }
        for index, (title, days, clock, state, tone) in enumerate(found, start=1)
    ]


def _entries(now) -> list[dict]:
    return [
        {
            "at": now - timedelta(days=6),
            "title": "登记",
            "by": "马**",
            "post": "网格员",
            "icon": "journal-text",
        },
        {
            "at": now - timedelta(days=5),
            "title": f"派给{LONG_NAME}",
            "by": "李*",
            "post": "镇街调度员",
            "note": "请于 3 个工作日内联系双方。",
            "icon": "send",
        },
        {"at": now - timedelta(days=1), "title": "超期提醒", "tone": "late", "icon": "exclamation-octagon"},
        {
            "at": now,
            "title": "达成协议",
            "by": "王**",
            "post": "调解员",
            "tone": "ok",
            "icon": "check-circle",
        },
    ]


def _way(now) -> list[dict]:
    return [
        {"label": "登记", "state": "done", "used": "用时 10 分钟", "at": now - timedelta(days=6)},
        {"label": "受理", "state": "done", "used": "用时 1 个工作日"},
        {"label": "调解", "state": "late", "used": "已用 8 个工作日，超 3 天"},
        {"label": "回访", "state": "todo"},
        {"label": "结案", "state": "todo"},
    ]


def _tiles(now) -> list[dict]:
    shared = {"url": "#list", "explain_url": "#explain", "as_of": now}
    parts = (
        "numerator",
        "denominator",
        "numerator_name",
        "denominator_name",
        "change",
        "change_tone",
        "explain_url",
        "as_of",
    )
    full = [
        {
            "name": "物业党组织覆盖率",
            "value": 86.7,
            "unit": "%",
            "numerator": 436,
            "denominator": 503,
            "numerator_name": "已建",
            "denominator_name": "物业企业",
            "change": "比上月提高 2.1 个百分点",
            "change_tone": "ok",
            **shared,
        },
        {"name": "已化解办证难住房", "value": 108300, "unit": "户", "change": "比上周增加 320 户", **shared},
        {
            "name": "超期未办纠纷",
            "value": 17,
            "unit": "件",
            "change": "比上周增加 4 件",
            "change_tone": "late",
            **shared,
        },
        {"name": f"{LONG_NAME}走访户次", "value": 204518, "unit": "户次", **shared},
        {"name": "业主委员会覆盖率", "value": None, "unit": "%", "url": "#list"},
        {"name": "网格数", "value": 6674, "unit": "个", **shared},
    ]
    return [{**dict.fromkeys(parts), **tile} for tile in full]


MONTHS = [f"{month}月" for month in (12, *range(1, 12))]
RATES = [91.2, 91.9, 92.4, 91.8, 93.1, 94.0, 94.6, 95.2, 95.1, 96.0, 96.4, 96.8]
REGISTERED = [310, 290, 335, 300, 342, 351, 330, 348, 360, 341, 352, 338]
CLOSED = [280, 285, 300, 296, 330, 346, 335, 340, 352, 338, 349, 331]
UNITS = ["兴庆区", "金凤区", "西夏区", "永宁县", "贺兰县", "灵武市"]
SHARES = [98.1, 97.3, 96.9, 96.0, 95.2, 93.8]


def _chart(name, title, unit, labels, *series, kind="line", **more) -> dict:
    columns = [{"name": one, "values": values} for one, values in series]
    return {
        "id": name,
        "kind": kind,
        "title": title,
        "unit": unit,
        "labels": labels,
        "series": columns,
        **more,
    }


def _places() -> list[Row]:
    return [Row(name, name, None, None, value) for name, value in zip(UNITS, SHARES, strict=True)]


def _charts(now) -> dict:
    seasons, visits = ["一季度", "二季度", "三季度"], ("走访", [48210, 52033, 61874])
    counts = [9120, 8034, 6417, 3301, 3988, 2870, 164]
    ranked = ("化解率", [*SHARES, 90.1])
    pair = (("登记", REGISTERED), ("办结", CLOSED))
    return {
        "line": _chart("line", "近 12 个月化解率怎么变", "%", MONTHS, ("化解率", RATES)),
        "two_lines": _chart("pair", "登记与办结差多少", "件", MONTHS, *pair),
        "bar": _chart("bar", "每季度走访多少户次", "户次", seasons, visits, kind="bar"),
        "rank": _chart("rank", "各县区化解率", "%", [*UNITS, LONG_NAME], ranked, kind="rank", counts=counts),
        "single": _chart("single", "只有一个月的数据", "件", ["11月"], ("登记", [12])),
        "nothing": _chart("nothing", "还没有数据的指标", "件", [], ("登记", [])),
        "map": draw_map("化解率", "%", _places(), url=lambda row: "#map"),
        "as_of": now,
    }
