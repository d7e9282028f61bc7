"""Half a million cases in a database of their own: how long the queue and the search take."""

import time
from collections.abc import Callable
from statistics import quantiles

from django.db import connection
from django.urls import reverse

from bench.asking import MINIMAL, Ask, measuring
from bench.half_million import CITY, FOUNDED, STREET, load
from bench.loading import in_own_database
from bench.measuring import measure, table
from bench.serving import serving
from governance.areas.models import Area
from governance.casework.models import Case
from governance.kernel.paging import capped_count, keyset_page
from governance.people.models import Post, PostHolding, Role, User

CASES = 500_000
ROUNDS = 20
QUEUE_STREET, QUEUE_CITY = "待办队列（街道）", "待办队列（全市）"
MOST = {QUEUE_STREET: 3, QUEUE_CITY: 6}  # multiples of the minimal view's p95
MOST_MS = 50
ASKED = (
    "漏水",
    "物业",
    "物业费收缴",
    "楼上漏水 银新",
    "银新苑",
    "没有的词",
    "wyfsj",
    "dt",
    "欧阳修远",
    "990101J26",
)


def cases_now(count: int = CASES) -> str:
    """What `measure_cases` prints, from a database made for it and dropped afterwards."""
    return in_own_database(["bench_cases", str(count)])


def measure_cases(count: int, *, rounds: int, within: float) -> str:
    """Load, ask the pages in turn with the minimal view, then the search in the database."""
    begun = time.perf_counter()
    load(count)
    took = f"{count:,} 件载入 {time.perf_counter() - begun:.0f} 秒"
    street, city = _seated("street_dispatcher", STREET), _seated("city_official", CITY)
    with measuring() as people, serving() as port:
        asks = _asks(people.page_headers(street), people.page_headers(city))
        pages = table(measure(asks, port=port, rounds=rounds, within=within))
    limits = "、".join(f"{name} ≤ {most}" for name, most in MOST.items())
    return "\n".join([took, pages, f"p95 倍数上限：{limits}", "", *_searches({"街道": street, "全市": city})])


def _asks(street: dict, city: dict) -> list[Ask]:
    queue, disputes = reverse("casework:queue"), reverse("disputes:case_list")
    return [
        Ask(MINIMAL, "/bench/minimal/"),
        Ask(QUEUE_STREET, queue, street),
        Ask(QUEUE_CITY, queue, city),
        Ask("纠纷列表（全市）", disputes, city),
        Ask("查找（街道）", f"{disputes}?q=%E6%BC%8F%E6%B0%B4", street),
        Ask("查找（全市）", f"{disputes}?q=%E6%BC%8F%E6%B0%B4", city),
    ]


def _searches(people: dict[str, User]) -> list[str]:
    """A line for each question and scope; a list takes both, the page and the count."""
    head = [
        "| 查找 | 范围 | 命中 | 先看 p95 ms | 一页 p95 ms | 计数 p95 ms |",
        "| --- | --- | ---: | ---: | ---: | ---: |",
    ]
    lines = [_search_line(text, where, user) for where, user in people.items() for text in ASKED]
    return [*head, *lines, "", f"数据库里每句的上限：{MOST_MS} ms"]


def _search_line(text: str, where: str, user: User) -> str:
    """Of one question: the first look, the page and the count, as a list asks them."""
    asked = Case.objects.for_user(user).for_list()
    rows = asked.search(text)
    times = (
        _p95(lambda: asked.search(text)),
        _p95(lambda: keyset_page(rows, order=("-id",), size=30)),
        _p95(lambda: capped_count(rows)),
    )
    count, capped = capped_count(rows)
    told = " | ".join(f"{milliseconds:.1f}" for milliseconds in times)
    return f"| {text} | {where} | {count}{'+' if capped else ''} | {told} |"


def _p95(ask: Callable) -> float:
    """Milliseconds that the statements of one asking take."""
    spent = []
    for _round in range(ROUNDS):
        watch = _Watch()
        with connection.execute_wrapper(watch):
            ask()
        spent.append(watch.seconds * 1000)
    return quantiles(spent, n=20, method="inclusive")[-1]


class _Watch:
    seconds = 0.0

    def __call__(self, execute, sql, params, many, context):
        begun = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.seconds += time.perf_counter() - begun


def _seated(role: str, code: str) -> User:
    area = Area.objects.get(code=code)
    person = User.objects.create(username=f"bench_{role}", name=role)
    post = Post.objects.filter(role__code=role, area=area).first() or Post.objects.create(
        role=Role.objects.get(code=role), area=area, opened_on=FOUNDED
    )
    PostHolding.objects.create(post=post, user=person, area=area, valid=(FOUNDED, None))
    return person
