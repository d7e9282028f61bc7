from django.db import migrations

# What was over and told of before stays as it was; what still runs, or was not marked yet, gets its next moment.
SET = """
    update casework_case set tick_at = due_at - interval '24 hours'
    where closed_on is null and paused_at is null
      and (due_at > now() or (late_on is null and outcome = '' and handle_due_at is not null))
"""


class Migration(migrations.Migration):
    dependencies = [("casework", "0004_rule_sets_and_supervision")]

    operations = [migrations.RunSQL(SET, migrations.RunSQL.noop)]
