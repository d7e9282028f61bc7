"""Circular and result sheet open in the office suite that people use, with their figures, on A4."""

import shutil
import subprocess
from datetime import date

import pytest

from property.papers.circular import draw_circular, read_circular
from property.papers.results import result_sheet
from tests.factories.grids import make_compound
from tests.factories.meetings import make_held
from tests.factories.programmes import finish, make_item, make_programme

SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture
def papers(country, tmp_path):
    """Both papers as text, by name, the way LibreOffice reads them."""
    programme = make_programme(country["990101"], name="三年行动")
    finish(make_item(country["990101"], programme), on=date(2026, 11, 5))
    made = {
        "sheet": result_sheet(make_held(make_compound(country["990101001001"], name="玺悦小区"))),
        "circular": draw_circular(read_circular(programme, date(2026, 11, 20))),
    }
    for name, data in made.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    files = [str(tmp_path / f"{name}.docx") for name in made]
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    kind = ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path)]
    subprocess.run([SOFFICE, home, "--headless", *kind, *files], check=True, capture_output=True, timeout=120)
    return {name: (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig") for name in made}


def test_the_office_suite_reads_the_figures(papers):
    for figure in ("玺悦小区", "60,000.00 平方米", "400 人 / 500 人（80.00%）", "结果：通过"):
        assert figure in papers["sheet"]
    for figure in ("三年行动共 1 类 1 项任务，完成 1 项", "100.0%", "2026年11月20日"):
        assert figure in papers["circular"]
