from datetime import timedelta

import pytest
from django.utils import timezone

from demo.integrity import LEFT_OUT, make_checkup
from governance.integrity.models import CheckRun, Finding
from governance.integrity.registry import checks
from governance.kernel.days import today
from tests.factories.grids import make_grid


@pytest.mark.django_db
def test_the_demo_was_checked_last_night(country, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    make_grid(country["990101001001001"])
    make_checkup()
    night = today() - timedelta(days=1)

    assert set(checks()) - set(CheckRun.objects.values_list("code", flat=True)) == LEFT_OUT
    assert set(CheckRun.objects.values_list("night", "error")) == {(night, "")}
    assert Finding.objects.filter(code="grid-unstaffed").count() == 1
    assert not Finding.objects.filter(first_seen_at__gt=timezone.now() - timedelta(hours=23)).exists()
