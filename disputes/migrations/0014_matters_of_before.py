"""Matters on record from before: those with a dispute became one, those with an answer were answered."""

from django.db import migrations

BECAME_DISPUTES = """
update disputes_matter m set disposal = 'dispute'
where m.disposal = 'pending' and exists (select from disputes_dispute d where d.matter_id = m.id)
"""
WERE_ANSWERED = "update disputes_matter set disposal = 'answered' where disposal = 'pending' and answer <> ''"


class Migration(migrations.Migration):
    dependencies = [("disputes", "0013_court")]

    operations = [
        migrations.RunSQL(BECAME_DISPUTES, migrations.RunSQL.noop),
        migrations.RunSQL(WERE_ANSWERED, migrations.RunSQL.noop),
    ]
