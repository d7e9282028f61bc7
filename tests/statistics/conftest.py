import pytest
from django.db import connection

from governance.areas.models import Ancestry, Area, AreaCode, AreaLevel, AreaName, AreaParent
from governance.statistics import marks, registry, triggers
from governance.statistics.models import Fact, LeafFact, MonthFact, Outbox, StockFact, StockState, Touched
from tests.statistics import sample

WIDTHS = {"city": 4, "county": 6, "township": 9, "community": 12, "grid": 15, "building": 18}


def plant_city() -> None:
    """A city of two counties with three grids, by bulk: areas, codes, names and the dated closure."""
    for depth, (key, width) in enumerate(WIDTHS.items(), start=1):
        AreaLevel.objects.get_or_create(key=key, defaults={"name": key, "depth": depth, "code_width": width})
    areas = Area.objects.bulk_create(
        Area(code=code, name=f"区{code}", level_id=sample.level_key(code), opened_on=sample.OPENED)
        for code in sample.CODES
    )
    since = (sample.OPENED, None)
    AreaCode.objects.bulk_create(AreaCode(area=a, code=a.code, valid=since) for a in areas)
    AreaName.objects.bulk_create(AreaName(area=a, name=a.name, valid=since) for a in areas)
    pairs = [(high, low) for low in areas for high in areas if low.code.startswith(high.code)]
    depth = {area.code: list(WIDTHS.values()).index(len(area.code)) for area in areas}
    links = [(high, low, depth[low.code] - depth[high.code]) for high, low in pairs]
    parents = {low: high for high, low, n in links if n == 1}
    AreaParent.objects.bulk_create(
        AreaParent(area=low, parent=high, valid=since) for low, high in parents.items()
    )
    for low, low.opened_under in parents.items():
        low.save(update_fields=["opened_under"])
    Ancestry.objects.bulk_create(
        Ancestry(ancestor=high, descendant=low, depth=n, valid=since) for high, low, n in links
    )


def forget_definitions() -> None:
    registry._modules.cache_clear()
    registry.indicators.cache_clear()


@pytest.fixture
def sample_definitions(settings):
    settings.INDICATORS = [*settings.INDICATORS, "tests.statistics.sample"]
    forget_definitions()
    yield
    forget_definitions()


def lay_all() -> None:
    """What `migrate` does at its end."""
    triggers.lay_triggers(registry.datasets())
    marks.keep_definitions(list(registry.stocks().values()))


@pytest.fixture
def city(db, sample_definitions):
    """The sample city and the sample table with its triggers."""
    with connection.schema_editor() as editor:
        editor.create_model(sample.Call)
    lay_all()
    plant_city()


@pytest.fixture
def committed_city(django_db_setup, django_db_blocker, sample_definitions):
    """The same, committed, for a test with several connections; it takes its own rows away afterwards."""
    with django_db_blocker.unblock():
        with connection.schema_editor() as editor:
            editor.create_model(sample.Call)
        lay_all()
        plant_city()
        yield
        with connection.schema_editor() as editor:
            editor.delete_model(sample.Call)
        Area.objects.update(opened_under=None)
        for model in (Ancestry, AreaParent, AreaName, AreaCode, Area, Fact, MonthFact, LeafFact, Outbox):
            model.objects.all().delete()
        marks.keep_definitions(
            [stock for key, stock in registry.stocks().items() if not key.startswith("sample.")]
        )
        StockState.objects.update(is_stale=True)
        StockFact.objects.all().delete()
        Touched.objects.all().delete()
        connection.close()
