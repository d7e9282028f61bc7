from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("grids", "0004_visit_content")]

    operations = [
        migrations.AddField(
            model_name="visitconflict",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[("first", "以先收到的为准"), ("noted", "第二份记为补充")],
                max_length=10,
                verbose_name="核对结果",
                default="",
            ),
            preserve_default=False,
        ),
        # Until now a review could have one result only.
        migrations.RunSQL(
            "UPDATE grids_visitconflict SET verdict = 'first' WHERE reviewed_at IS NOT NULL",
            migrations.RunSQL.noop,
        ),
        migrations.AddIndex(
            model_name="visitconflict",
            index=models.Index(fields=["-received_at", "-id"], name="grids_conflict_received"),
        ),
        migrations.AddConstraint(
            model_name="visitconflict",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("reviewed_at__isnull", True), ("verdict", "")),
                    models.Q(("reviewed_at__isnull", False), ("verdict__in", ["first", "noted"])),
                    _connector="OR",
                ),
                name="grids_conflict_verdict_when_reviewed",
            ),
        ),
    ]
