from django.db import migrations

# Who kept a closed area in between, where its heir was closed as well, is not on record: the last one counts throughout.
FILL = """
insert into areas_areakeeper (area_id, keeper_id, valid)
select id, successor_id, daterange(closed_on, null) from areas_area where successor_id is not null
"""


class Migration(migrations.Migration):
    dependencies = [("areas", "0003_keepers")]
    operations = [migrations.RunSQL(FILL, "delete from areas_areakeeper")]
