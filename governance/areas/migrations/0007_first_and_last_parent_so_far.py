from django.db import migrations

# Of areas opened and closed before both parents were kept, the dated links tell the first and the last.
FILL = """
update areas_area a set
    opened_under_id = coalesce(opened_under_id, (
        select parent_id from areas_areaparent where area_id = a.id order by lower(valid) limit 1
    )),
    closed_under_id = coalesce(closed_under_id, (
        select parent_id from areas_areaparent
        where area_id = a.id and a.closed_on is not null order by lower(valid) desc limit 1
    ))
where opened_under_id is null or closed_under_id is null and closed_on is not null
"""


class Migration(migrations.Migration):
    dependencies = [("areas", "0006_first_and_last_parent")]
    operations = [migrations.RunSQL(FILL, migrations.RunSQL.noop)]
