"""The four tiers of the chain, as a start; a place may have more or fewer."""

from django.db import migrations

TIERS = [
    ("township", "镇街党工委", 1),
    ("community", "社区党组织", 2),
    ("branch", "网格（小区）党支部", 3),
    ("group", "楼院党小组", 4),
]


def add_tiers(apps, schema_editor):
    tier = apps.get_model("party", "PartyTier")
    for key, name, position in TIERS:
        tier.objects.get_or_create(key=key, defaults={"name": name, "position": position})


class Migration(migrations.Migration):
    dependencies = [("party", "0001_party")]
    operations = [migrations.RunPython(add_tiers, migrations.RunPython.noop)]
