"""The register of partners as a file: in, out, and in again."""

import pytest

from governance.files.actions import apply_import, start_export, undo_import
from governance.files.layouts import layout_of
from governance.party.models import Partner, PartnerAgreement
from tests.factories.partners import make_signed
from tests.factories.people import make_user
from tests.factories.tables import checked, work_off

COMMUNITY = "990101001001"
ROW = {
    "area": COMMUNITY, "name": "某小学", "kind": "学校、医院", "signed_on": "2026-01-01", "number": "共建3号",
    "purpose": "课后看护", "due_on": "2029-01-01", "contact": "周立", "phone": "13800138000",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _files_go_to(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def community(country):
    return country[COMMUNITY]


@pytest.fixture
def secretary(community):
    return make_user("community_secretary", community)


def words(table_import) -> list[str]:
    return list(table_import.faults.values_list("words", flat=True))


@pytest.mark.parametrize("unmasked", [False, True])
def test_what_was_taken_out_is_no_change_when_it_comes_back(community, secretary, unmasked):
    make_signed(community)
    reason = {"is_unmasked": True, "reason": "与协议核对"} if unmasked else {}
    taken = start_export(layout_of("partners"), by=secretary, **reason)
    work_off()
    taken.refresh_from_db()
    with taken.file.open() as file:
        content = file.read()
    found = checked("partners", content, by=secretary, area=community)
    assert (words(found), found.state, found.same) == ([], "checked", 1)


def test_a_new_partner_comes_with_its_agreement_and_goes_with_it(community, secretary):
    found = checked("partners", [ROW], by=secretary, area=community)
    assert words(found) == []
    apply_import(found, by=secretary)
    work_off()
    partner = Partner.objects.get()
    assert partner.agreements.get().open_value("phone") == "13800138000"
    found.refresh_from_db()
    undo_import(found, by=secretary, reason="试导入")
    work_off()
    assert (Partner.objects.count(), PartnerAgreement.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"due_on": "2025-01-01"}, "到期日期须晚于签约日期"),
        ({"uscc": "91350100M000100Y40"}, "校验"),
        ({"area": "990101001001001"}, "层级不对"),
        ({"name": "某银行支行", "number": "另一号"}, "续签请在这个单位的页面办理"),
    ],
)
def test_a_row_that_cannot_be_says_why(community, secretary, change, sentence):
    make_signed(community)
    found = checked("partners", [{**ROW, **change}], by=secretary, area=community)
    assert sentence in " ".join(words(found))
    assert Partner.objects.count() == 1
