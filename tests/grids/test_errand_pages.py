"""Errands on the phone and at the desk, the catalogue, and the same verbs over the API."""

import csv
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.audit.models import AuditEvent
from governance.files.models import Attachment
from grids.models import EligibilityRule, Errand, ServiceItem
from tests.factories.casework import make_rules
from tests.factories.errands import make_errand, make_hint, make_item, make_rule
from tests.factories.files import picture_upload
from tests.factories.grids import make_need, make_resident, make_visit
from tests.factories.people import make_user

NEW = "/grids/errands/new/"
SECRETS = ("欧阳修远", "13800138000")


@pytest.fixture
def phone(client, worker):
    client.force_login(worker)
    return client


@pytest.fixture
def resident(household):
    return make_resident(household, name="欧阳修远", is_contact=True)


def page_of(errand: Errand) -> str:
    return reverse("grids:errand_detail", args=[errand.case.number])


def step_of(errand: Errand, step: str) -> str:
    return reverse("grids:errand_step", args=[errand.case.number, step])


def test_an_errand_is_begun_from_a_household(phone, household, resident):
    make_rules()
    form = phone.get(NEW, {"household": household.pk}).context["form"]
    sent = {
        "item": make_item().pk,
        "person": form["person"].initial,
        "client_uuid": form["client_uuid"].value(),
    }
    answer = phone.post(f"{NEW}?household={household.pk}", sent)

    errand = Errand.objects.get()
    assert answer.url == page_of(errand)
    assert (errand.resident, errand.household) == (resident, household)
    assert errand.case.public_code in phone.get(answer.url).content.decode()


def test_an_errand_is_begun_from_a_need_without_retyping(phone, household, resident, worker):
    need = make_need(household, worker=worker, kind="papers", text="想办老年证")
    onward = f"{NEW}?need={need.pk}"
    assert onward in phone.get(reverse("grids:need_detail", args=[need.pk])).content.decode()

    form = phone.get(onward).context["form"]
    assert form["note"].value() == "想办老年证"
    phone.post(
        onward, {"item": make_item().pk, "person": resident.pk, "client_uuid": form["client_uuid"].value()}
    )

    errand = Errand.objects.get()
    assert (errand.need, errand.case.source) == (need, "visit")
    assert page_of(errand) in phone.get(reverse("grids:need_detail", args=[need.pk])).content.decode()


def test_the_receipt_of_a_visit_leads_to_the_errand_of_its_need(phone, household, worker):
    visit = make_visit(household, worker=worker, outcome="need")
    make_need(household, worker=worker, visit=visit, text="想办老年证")
    receipt = phone.get(reverse("grids:visit_receipt", args=[visit.client_uuid])).content.decode()

    assert f"{NEW}?visit={visit.client_uuid}" in receipt
    assert phone.get(NEW, {"visit": visit.client_uuid}).context["form"]["note"].value() == "想办老年证"


def test_a_household_or_need_elsewhere_is_not_found(phone, next_household):
    need = make_need(next_household)
    for query in ({"household": next_household.pk}, {"need": need.pk}):
        assert phone.get(NEW, query).status_code == 404


@pytest.mark.parametrize(
    "query", ["?household=x", "?need=-1", "?visit=no", "?household=99999999999999999999"]
)
def test_a_nonsense_origin_gives_the_empty_form(phone, query):
    assert phone.get(f"{NEW}{query}").status_code == 200


def test_somebody_must_be_named(phone, household, resident):
    answer = phone.post(f"{NEW}?household={household.pk}", {"item": make_item().pk, "person": "0"})
    assert answer.status_code == 400
    assert "请选择居民，或填写姓名" in answer.content.decode()
    assert not Errand.objects.exists()


def test_a_name_with_emoji_is_kept_and_one_with_nul_refused(phone, grid):
    asked = {"item": make_item().pk, "area": grid.code, "client_uuid": "6f1bd4b2-6d7e-4b0f-8a6c-000000000001"}
    assert phone.post(NEW, asked | {"name": "张\x00三"}).status_code == 400
    assert phone.post(NEW, asked | {"name": "张三😀", "note": "急😀"}).status_code == 302


def test_the_page_shows_the_notice_before_consent_and_no_name_ever(phone, grid):
    page = phone.get(page_of(make_errand(grid))).content.decode()
    assert "您可以随时撤回授权" in page
    assert "欧**远" in page
    assert not [secret for secret in SECRETS if secret in page]


def test_a_step_is_pressed_on_the_page(phone, grid):
    make_rules()
    errand = make_errand(grid)
    answer = phone.post(step_of(errand, "consent"), {"way": "signed", "given_on": "2026-01-02", "note": ""})
    assert answer.url == page_of(errand)
    assert "备材料中" in phone.get(answer.url).content.decode()


def test_a_form_that_lacks_something_comes_back_open(phone, grid):
    errand = make_errand(grid)
    answer = phone.post(step_of(errand, "consent"), {"way": "guardian", "given_on": "2026-01-02"})
    assert answer.status_code == 400
    assert "监护人签字的，请填写监护人姓名" in answer.content.decode()
    assert not hasattr(Errand.objects.get(), "consent")


def test_a_step_at_the_wrong_moment_is_409_and_an_unknown_one_404(phone, grid):
    errand = make_errand(grid, "submitted")
    assert phone.post(step_of(errand, "gather")).status_code == 409
    assert phone.post(step_of(errand, "celebrate")).status_code == 404


def test_the_checklist_is_ticked_and_saved(phone, grid):
    errand = make_errand(grid, "consented")
    card, form, photo = errand.materials.all()
    url = reverse("grids:errand_papers", args=[errand.case.number])
    phone.post(url, {f"received-{card.pk}": "on", f"copied-{card.pk}": "on", f"received-{form.pk}": "on"})

    card, form, photo = errand.materials.all()
    assert [bool(paper.received_on) for paper in (card, form, photo)] == [True, True, False]
    assert (card.is_copied, form.is_copied) == (True, False)


def test_a_photo_is_added_and_shown_with_the_day_it_goes(phone, grid, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    errand = make_errand(grid, "consented")
    url = reverse("grids:errand_photo", args=[errand.case.number])
    phone.post(url, {"paper": errand.materials.first().pk, "upload": picture_upload()})

    page = phone.get(page_of(errand)).content.decode()
    assert reverse("files:attachment", args=[Attachment.objects.get().number]) in page
    assert phone.post(url, {"paper": errand.materials.first().pk}).status_code == 400
    nonsense = SimpleUploadedFile("a.jpg", b"not a picture")
    assert phone.post(url, {"paper": errand.materials.first().pk, "upload": nonsense}).status_code == 409
    assert Attachment.objects.count() == 1


def test_a_paper_of_another_errand_takes_no_photo(phone, grid):
    mine, other = make_errand(grid, "consented"), make_errand(grid, "consented")
    url = reverse("grids:errand_photo", args=[mine.case.number])
    assert (
        phone.post(url, {"paper": other.materials.first().pk, "upload": picture_upload()}).status_code == 400
    )


def test_a_sealed_name_is_shown_for_a_reason_and_on_record(client, grid, secretary):
    client.force_login(secretary)
    errand = make_errand(grid)
    url = reverse("grids:errand_reveal", args=[errand.case.number, "name"])
    assert client.post(url, {"reason": ""}).status_code == 409
    assert "欧阳修远" in client.post(url, {"reason": "核对本人"}).content.decode()
    assert AuditEvent.objects.filter(action="personal.reveal").count() == 1
    for unknown in ("giver", "id_no"):
        other = reverse("grids:errand_reveal", args=[errand.case.number, unknown])
        assert client.post(other, {"reason": "核对本人"}).status_code == 404


def test_lists_and_files_show_masked_names_only(client, grid, secretary, household, resident):
    client.force_login(secretary)
    make_errand(grid)
    make_errand(household.area, resident=resident, household=household)
    url = reverse("grids:errand_list")

    rows = list(
        csv.DictReader(client.get(url, {"format": "csv"}).getvalue().decode("utf-8-sig").splitlines())
    )
    assert [row["姓名（隐去）"] for row in rows] == ["欧**远", "欧**远"]
    shown = client.get(url).content.decode() + str(rows)
    assert not [secret for secret in (*SECRETS, household.label) if secret in shown]


def test_mine_and_open_are_the_workers_own(phone, grid, worker):
    mine = make_errand(grid, "submitted", worker=worker)
    make_errand(grid, "closed", worker=worker)
    make_errand(grid)
    page = phone.get(reverse("grids:errand_list"), {"mine": "true", "open": "true"}).context["page"]
    assert [row["number"] for row in page.rows] == [mine.case.number]
    assert reverse("grids:errand_list") in phone.get(reverse("grids:my")).content.decode()


@pytest.mark.parametrize("name", ["errand_list", "hint_list", "service_item_list"])
def test_lists_take_as_many_queries_for_three_rows_as_for_one(client, secretary, household, name):
    client.force_login(secretary)
    url = reverse(f"grids:{name}")
    counts = []
    for number in range(3):
        resident = make_resident(household)
        errand = make_errand(
            household.area, item=make_item(f"B{number}"), household=household, resident=resident
        )
        rule = make_rule(item=errand.item)
        make_hint(household, resident=resident, rule=rule)
        client.get(url)
        with CaptureQueriesContext(
            connection,
        ) as caught:
            assert client.get(url).status_code == 200
        counts.append(len(caught))
    assert counts[0] == counts[2]


@pytest.mark.parametrize("state", ["requested", "consented", "submitted", "delivered", "closed"])
def test_the_page_of_an_errand_stays_within_its_queries(phone, grid, state, django_assert_max_num_queries):
    errand = make_errand(grid, state)
    phone.get(page_of(errand))
    with django_assert_max_num_queries(12):
        assert phone.get(page_of(errand)).status_code == 200


def test_todays_page_names_whom_to_ask_and_opens_the_errand_in_one_tap(phone, household, resident):
    make_rules()
    hint = make_hint(household, resident=resident)
    page = phone.get(reverse("grids:today")).content.decode()
    assert "今年满" in page and "欧**远" in page

    answer = phone.post(reverse("grids:hint_take", args=[hint.pk]))
    assert answer.url == page_of(Errand.objects.get())
    assert "问问要不要代办" not in phone.get(reverse("grids:today")).content.decode()


def test_a_hint_is_put_aside_with_a_reason(phone, household, resident):
    hint = make_hint(household, resident=resident)
    url = reverse("grids:hint_decline", args=[hint.pk])
    assert phone.post(url, {"reason": ""}).status_code == 409
    assert phone.post(url, {"reason": "已经在领"}).url == reverse("grids:today")
    hint.refresh_from_db()
    assert (hint.state, hint.reason) == ("declined", "已经在领")


def test_the_catalogue_is_edited_with_its_papers(client, country):
    client.force_login(make_user("street_deputy", country["990101001"]))
    item = make_item()
    url = reverse("grids:service_item_edit", args=[item.code])
    assert "身份证" in client.get(url).content.decode()
    sent = {
        "name": "高龄津贴", "department": "民政局", "unit": "day", "keep_days": 20, "is_active": "on",
        "paper-TOTAL_FORMS": 2, "paper-INITIAL_FORMS": 0, "paper-0-name": "户口簿", "paper-0-comes_back": "on",
        "paper-1-name": "",
    }  # fmt: skip
    assert client.post(url, sent | {"paper-1-name": "户口簿"}).status_code == 400
    assert client.post(url, sent).status_code == 302

    item.refresh_from_db()
    assert (item.name, item.amount, item.keep_days) == ("高龄津贴", None, 20)
    assert list(item.materials.values_list("name", "is_required", "comes_back")) == [("户口簿", False, True)]
    new = reverse("grids:service_item_new")
    assert client.post(new, sent | {"code": "B0101"}).status_code == 400
    assert client.post(new, sent | {"code": "B0777", "name": "居住证"}).status_code == 302
    assert ServiceItem.objects.count() == 2


def test_a_rule_is_switched_on_the_page(client, country):
    client.force_login(make_user("street_deputy", country["990101001"]))
    rule = make_rule(is_enabled=False)
    url = reverse("grids:rule_switch", args=[rule.code])
    for sent, is_enabled in (({"enabled": "true"}, True), ({}, False)):
        client.post(url, sent)
        assert EligibilityRule.objects.get().is_enabled is is_enabled


def test_an_errand_is_run_over_the_api(phone, household, resident):
    make_rules()
    phone.raise_request_exception = True
    api, json = "/api/v1/errands/", {"content_type": "application/json"}
    made = phone.post(api, {"item": make_item().pk, "resident": resident.pk}, **json)
    assert made.status_code == 201
    url = f"{api}{made.json()['number']}/"
    papers = [{"id": paper["id"], "received": True, "copied": True} for paper in made.json()["papers"]]

    for path, sent in (
        ("consent", {"way": "signed"}), ("papers", {"papers": papers}), ("gather", {}),
        ("submit", {"place": "窗口", "external_number": "7"}), ("supplement", {"note": "缺页"}), ("resubmit", {}),
        ("grant", {}), ("deliver", {"returns_papers": True}), ("close", {"satisfaction": "fair"}),
    ):  # fmt: skip
        answer = phone.post(f"{url}{path}/", sent, **json)
        assert answer.status_code == 200, (path, answer.json())
    assert (answer.json()["state"], answer.json()["result"], answer.json()["person"]) == (
        "closed",
        "done",
        "欧**远",
    )
    assert answer.json()["consent"]["notice_version"]
    assert phone.post(f"{url}withdraw/", {"note": "晚了"}, **json).json()["code"] == "wrong_state"
    assert phone.get(api, {"result": "done"}).json()["count"] == 1


def test_a_photo_is_sent_over_the_api_once(phone, grid, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    errand = make_errand(grid, "consented")
    url = f"/api/v1/errands/{errand.case.number}/photos/"
    sent = {"client_uuid": str(uuid.uuid4()), "paper": errand.materials.first().pk}
    numbers = {phone.post(url, sent | {"file": picture_upload()}).json()["number"] for _time in range(2)}
    assert numbers == {str(Attachment.objects.get().number)}
    other = make_errand(grid, "consented")
    strange = sent | {"paper": other.materials.first().pk, "file": picture_upload()}
    assert phone.post(url, strange).status_code == 404
    beside = f"/api/v1/errands/{other.case.number}/photos/"
    assert phone.post(beside, strange | {"file": picture_upload()}).json()["code"] == "photo_number_taken"


def test_the_api_says_what_is_wrong(phone, next_household):
    api, json = "/api/v1/errands/", {"content_type": "application/json"}
    item, stray = make_item().pk, make_resident(next_household).pk
    for sent in (
        {"item": item},
        {"item": item, "name": "张三"},
        {"item": "nope"},
        {"item": item, "resident": stray},
    ):
        assert phone.post(api, sent, **json).status_code == 400
    assert not Errand.objects.exists()


def test_the_catalogue_is_read_over_the_api(phone, country):
    make_item()
    rows = phone.get("/api/v1/service-items/").json()
    assert [(row["code"], [paper["name"] for paper in row["materials"]]) for row in rows] == [
        ("B0101", ["身份证", "申请表", "照片"])
    ]
