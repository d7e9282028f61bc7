from django.db import migrations

# The size most city grids are drawn by; a place with another rule changes the row.
URBAN = {"least": 300, "most": 500, "source": "城市网格按 300–500 户划分"}


def set_rule(apps, schema_editor):
    apps.get_model("grids", "GridSizeRule").objects.get_or_create(kind="urban", defaults=URBAN)


class Migration(migrations.Migration):
    dependencies = [("grids", "0001_ground")]

    operations = [migrations.RunPython(set_rule, migrations.RunPython.noop)]
