"""The six levels of a prefecture-level city, as a start. `load_levels` replaces them where a place has others."""

from django.db import migrations

LEVELS = [
    ("city", "市", 1, 4),
    ("county", "县区", 2, 6),
    ("township", "镇街", 3, 9),
    ("community", "社区（村）", 4, 12),
    ("grid", "网格", 5, 15),
    ("building", "楼院", 6, 18),
]


def add_levels(apps, schema_editor):
    level = apps.get_model("areas", "AreaLevel")
    for key, name, depth, code_width in LEVELS:
        level.objects.get_or_create(
            key=key, defaults={"name": name, "depth": depth, "code_width": code_width}
        )


class Migration(migrations.Migration):
    dependencies = [("areas", "0001_tree")]
    operations = [migrations.RunPython(add_levels, migrations.RunPython.noop)]
