from django.db import migrations

# The outbox is filled and emptied all day and the facts of today are updated all day: vacuum the one often,
# leave the others room so that an update stays on its page.
TUNE = """
alter table statistics_outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
alter table statistics_fact set (fillfactor = 85);
alter table statistics_monthfact set (fillfactor = 85);
alter table statistics_leaffact set (fillfactor = 85);
"""
UNTUNE = """
alter table statistics_outbox reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
alter table statistics_fact reset (fillfactor);
alter table statistics_monthfact reset (fillfactor);
alter table statistics_leaffact reset (fillfactor);
"""


class Migration(migrations.Migration):
    dependencies = [("statistics", "0001_facts")]
    operations = [migrations.RunSQL(TUNE, UNTUNE)]
