from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from governance.files.actions import apply_import, start_export, undo_import
from governance.files.layouts import layout_of
from governance.files.models import ImportedRow, TableImport
from governance.files.tasks import remove_expired_tables
from governance.kernel.errors import Refused
from tests.factories.tables import checked, work_off

ROW = {"area": "990101001001001001", "unit": 1, "room": "101", "floor": 1}


def test_an_export_can_be_fetched_for_a_day_and_is_gone_after_it(client, secretary, tmp_path):
    kept = start_export(layout_of("households"), by=secretary)
    work_off()
    client.force_login(secretary)
    assert client.get(f"/files/exports/{kept.number}/file/").status_code == 200
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        remove_expired_tables()
        remove_expired_tables()
        later = Client()
        later.force_login(secretary)
        assert later.get(f"/files/exports/{kept.number}/file/").status_code == 404
    kept.refresh_from_db()
    assert (kept.state, kept.file.name) == ("done", "")


def test_an_import_can_be_undone_for_a_month(secretary, community):
    found = checked("households", [ROW], by=secretary, area=community)
    apply_import(found, by=secretary)
    work_off()
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        remove_expired_tables()
        late = TableImport.objects.get()
        with pytest.raises(Refused, match="30 天"):
            undo_import(late, by=secretary, reason="传错了")
    assert ImportedRow.objects.count() == 0
