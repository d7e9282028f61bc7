"""Imports and exports put into an area, past the sweep."""

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from governance.areas.models import Area
from governance.files.models import TableExport, TableImport
from tests.factories.grids import make_building
from tests.factories.people import make_user


def table_import(area: Area, **fields) -> TableImport:
    kept = TableImport(
        layout="households",
        view_right="grids.roster",
        file_name="住户.xlsx",
        sha256="0" * 64,
        created_by=make_user(),
        area=area,
        **fields,
    )
    kept.file.save("", ContentFile(b"PK"), save=False)
    kept.result.save("", ContentFile(b"PK"), save=False)
    kept.save()
    return kept


def number_of_import(area: Area) -> dict:
    return {"number": table_import(area, state="checked").number}


def number_of_done_import(area: Area) -> dict:
    return {"number": table_import(area, state="done").number}


def number_of_export(area: Area) -> dict:
    """Somebody else's."""
    return {
        "number": TableExport.objects.create(
            layout="households",
            view_right="grids.roster",
            created_by=make_user(),
            expires_at=timezone.now() + timedelta(hours=1),
            area=area,
        ).number
    }


def building(area: Area):
    return make_building(area)
