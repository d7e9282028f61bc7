"""The pages of briefs and their templates, and the same over REST."""

import hashlib
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document

from governance.dispatch.enums import BriefKind, BriefState
from governance.dispatch.models import Brief, BriefTemplate
from tests.factories.dispatch_briefs import make_brief, make_brief_template, make_issued_brief, make_minuted
from tests.factories.dispatch_meetings import make_held, make_issued
from tests.factories.papers import docx_of, docx_upload
from tests.factories.people import make_user


@pytest.fixture
def county(country):
    return country["990101"]


@pytest.fixture
def chair(client, county):
    chair = make_user("county_official", county)
    client.force_login(chair)
    return chair


def at(name: str, *args) -> str:
    return reverse(f"dispatch:{name}", args=args)


def text_of(answer) -> str:
    return answer.content.decode()


def words_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs)


def test_a_brief_by_its_pages(client, county, chair):
    cycle = make_minuted(county, by=chair)
    assert "生成调度纪要" in text_of(client.get(at("cycle_detail", cycle.pk)))

    page = text_of(client.post(at("brief_prepare", cycle.pk, "minutes"), follow=True))
    brief = Brief.objects.get()
    assert "已生成“调度纪要”草稿" in page and "上期三项任务已销两项。" in page
    draft = client.get(at("brief_download", brief.pk)).content
    assert "草稿 · 未印发" in Document(io.BytesIO(draft)).sections[0].header.paragraphs[0].text

    words = {"introduction": "现将情况印发。", "remark_3": "欠费一项另行督办。"}
    page = text_of(client.post(at("brief_edit", brief.pk), words, follow=True))
    assert "现将情况印发。" in page and "欠费一项另行督办。" in page
    page = text_of(client.post(at("brief_renew", brief.pk), follow=True))
    assert "已重新取数" in page and "现将情况印发。" in page
    page = text_of(client.post(at("brief_issue", brief.pk), follow=True))
    assert "已印发，文件不再变。" in page and "确认印发" not in page

    first, second = (client.get(at("brief_download", brief.pk)).content for _ in range(2))
    brief.refresh_from_db()
    assert hashlib.sha256(first).hexdigest() == brief.sha256
    assert first == second
    assert "未印发" not in words_of(first)
    assert "2026" in text_of(client.get(at("cycle_detail", cycle.pk)))


def test_a_brief_is_issued_once_by_two_pages(client, county, chair):
    brief = make_brief(county, by=chair)
    client.post(at("brief_issue", brief.pk))

    answer = client.post(at("brief_issue", brief.pk))

    assert answer.status_code == 409
    assert "这份简报已经印发，不能再改；请刷新页面查看。" in text_of(answer)


def test_brief_prepare_says_what_stands_in_the_way(client, county, chair):
    held = make_held(county, by=chair)

    assert "生成调度纪要" not in text_of(client.get(at("cycle_detail", held.pk)))
    answer = client.post(at("brief_prepare", held.pk, "minutes"))
    assert (answer.status_code, "请先印发这一期的会议纪要" in text_of(answer)) == (409, True)
    assert client.post(at("brief_prepare", held.pk, "payslip")).status_code == 404


def test_a_reader_sees_a_brief_and_no_verbs(client, county):
    brief = make_brief(county)
    client.force_login(make_user("department_handler", county))

    page = text_of(client.get(at("brief_detail", brief.pk)))

    assert "下载草稿" in page
    assert "修改文字" not in page and "确认印发" not in page and "简报模板" not in page
    assert client.post(at("brief_issue", brief.pk)).status_code == 403


@pytest.mark.parametrize("route", ["dispatch:brief_list", "dispatch-brief-list"])
def test_the_list_of_briefs_costs_the_same_for_many_rows(client, county, chair, route):
    counts = []
    for number in (1, 3):
        for row in range(number):
            cycle = make_issued(county, by=chair, period=f"2026-W{number}{row}")
            make_issued_brief(county, BriefKind.ITEMS, by=chair, cycle=cycle)
        client.get(reverse(route))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(route)).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 12
    assert not any('"dispatch_brief"."file"' in query["sql"] for query in queries)


def test_the_page_of_a_brief_costs_the_same_for_many_rows(client, county, chair):
    few, many = (
        make_brief(county, by=chair, cycle=make_issued(county, by=chair)),
        make_brief(county, by=chair),
    )
    counts = []
    for brief in (few, many):
        client.get(at("brief_detail", brief.pk))
        with CaptureQueriesContext(connection) as queries:
            client.get(at("brief_detail", brief.pk))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 10


def test_an_empty_list_of_briefs_says_what_to_do(client, chair):
    assert "打开一期调度，印发纪要以后生成。" in text_of(client.get(at("brief_list")))


def test_a_template_goes_out_and_comes_back_into_the_next_brief(client, county, chair):
    assert "系统自带的模板" in text_of(client.get(at("template_list")))
    page = text_of(client.get(at("template_detail", "items")))
    assert "{{ 新定任务数 }}" in page and "{%tr for 行 in 新定任务 %}" in page
    sent = client.get(at("template_file", "items")).content
    assert "{{ 标题 }}" in words_of(sent)

    issued = make_issued_brief(county, BriefKind.ITEMS, by=chair)
    new = docx_upload(docx_of("{{ 标题 }}（内部）", "新定 {{ 新定任务数 }} 项"))
    page = text_of(
        client.post(at("template_detail", "items"), {"area": "990101", "upload": new}, follow=True)
    )

    assert "“任务清单”第 1 版已启用" in page
    later = make_issued_brief(county, BriefKind.ITEMS, by=chair, cycle=make_issued(county, by=chair))
    assert "（内部）" in words_of(bytes(later.file)) and "新定 0 项" in words_of(bytes(later.file))
    assert later.template == BriefTemplate.objects.get()
    issued.refresh_from_db()
    assert "（内部）" not in words_of(bytes(issued.file))
    page = text_of(client.post(at("template_withdraw", later.template.pk), follow=True))
    assert "已停用，改用它前面的一版。" in page


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        ("{{ 调解员 }}", "第 2 段（{{ 调解员 }}）：没有叫“调解员”的字段，请对照可用字段修改。"),
        ("{{ 标题", "标记没有写完整"),
        ("{% for 行 in 当事人 %}{% endfor %}", "没有叫“当事人”的清单"),
        ("{% macro m() %}{% endmacro %}", "不是模板里可以用的写法"),
    ],
)
def test_a_bad_template_is_refused_and_the_earlier_one_stays(client, county, chair, mark, sentence):
    kept = make_brief_template(county, chair)

    upload = {"area": "990101", "upload": docx_upload(docx_of("任务清单", mark))}
    answer = client.post(at("template_detail", "items"), upload)

    assert (answer.status_code, sentence in text_of(answer)) == (409, True)
    assert BriefTemplate.objects.in_force("items", county.code) == kept


def test_the_nearest_office_s_template_counts(client, country, county, chair):
    city = make_user("city_official", country["9901"])
    make_brief_template(country["9901"], city, words="市级 {{ 标题 }}")
    assert "市级" in words_of(bytes(make_issued_brief(county, BriefKind.ITEMS, by=chair).file))

    make_brief_template(county, chair, words="县区 {{ 标题 }}")
    later = make_issued_brief(county, BriefKind.ITEMS, by=chair, cycle=make_issued(county, by=chair))
    assert "县区" in words_of(bytes(later.file))


def test_a_brief_over_rest_from_draft_to_file(client, county, chair):
    cycle = make_minuted(county, by=chair)

    def send(url: str, **body):
        return client.post(url, body, content_type="application/json")

    made = send(reverse("dispatch-brief-list"), cycle=cycle.pk, kind="items")
    assert made.status_code == 201, made.content.decode()
    pk = made.json()["id"]
    assert [row["text"] for row in made.json()["content"]["actions"]] == ["查清望湖苑欠费"]
    words = {"introduction": "照办。", "remarks": {"逾期事项": "另行督办。"}}
    edited = send(reverse("dispatch-brief-edit", args=[pk]), **words).json()
    assert (edited["state"], edited["remarks"]) == (BriefState.EDITED, {"逾期事项": "另行督办。"})
    assert send(reverse("dispatch-brief-renew", args=[pk])).json()["introduction"] == "照办。"
    issued = send(reverse("dispatch-brief-issue", args=[pk])).json()
    file = client.get(reverse("dispatch-brief-file", args=[pk])).content
    assert hashlib.sha256(file).hexdigest() == issued["sha256"]
    again = send(reverse("dispatch-brief-issue", args=[pk]))
    assert (again.status_code, again.json()["code"]) == (409, "issued")
    refused = send(reverse("dispatch-brief-list"), cycle=cycle.pk, kind="circular")
    assert (refused.status_code, refused.json()["code"]) == (409, "no_such_brief")


def test_templates_over_rest(client, county, chair):
    sent = {"kind": "items", "area": "990101", "file": docx_upload(docx_of("{{ 密码 }}"))}
    answer = client.post(reverse("brief-template-list"), sent)
    assert (answer.status_code, answer.json()["code"]) == (409, "bad_template")

    sent["file"] = docx_upload(docx_of("{{ 标题 }}"))
    kept = client.post(reverse("brief-template-list"), sent)
    assert (kept.status_code, kept.json()["version"]) == (201, 1)
    pk = kept.json()["id"]
    assert words_of(client.get(reverse("brief-template-file", args=[pk])).content) == "{{ 标题 }}"
    assert client.post(reverse("brief-template-withdraw", args=[pk])).json()["withdrawn_at"]
