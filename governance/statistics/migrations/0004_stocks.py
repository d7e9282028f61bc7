from django.db import migrations, models

# Marks come and go all day, and every reading looks through them: vacuum them often.
TUNE = """
alter table statistics_touched set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
"""
UNTUNE = """
alter table statistics_touched reset (autovacuum_vacuum_scale_factor, autovacuum_vacuum_threshold);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("statistics", "0003_boards"),
    ]

    operations = [
        migrations.CreateModel(
            name="CaughtUp",
            fields=[
                (
                    "sweep",
                    models.CharField(max_length=60, primary_key=True, serialize=False, verbose_name="任务"),
                ),
                ("at", models.DateTimeField(verbose_name="完成时刻")),
            ],
            options={
                "verbose_name": "汇总赶上的时刻",
                "verbose_name_plural": "汇总赶上的时刻",
            },
        ),
        migrations.CreateModel(
            name="StockFact",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "stock",
                        "level",
                        "code",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("stock", models.CharField(db_collation="C", max_length=60, verbose_name="存量")),
                ("level", models.PositiveSmallIntegerField(verbose_name="代码位数")),
                ("code", models.CharField(db_collation="C", max_length=18, verbose_name="区划代码")),
                ("value", models.BigIntegerField(verbose_name="合计")),
            ],
            options={
                "verbose_name": "存量合计",
                "verbose_name_plural": "存量合计",
            },
        ),
        migrations.CreateModel(
            name="StockState",
            fields=[
                (
                    "stock",
                    models.CharField(
                        db_collation="C",
                        max_length=60,
                        primary_key=True,
                        serialize=False,
                        verbose_name="存量",
                    ),
                ),
                ("day", models.DateField(null=True, verbose_name="日期")),
                ("is_stale", models.BooleanField(default=True, verbose_name="待重数")),
                ("width", models.PositiveSmallIntegerField(default=0, verbose_name="代码位数")),
                ("definition", models.CharField(max_length=64, verbose_name="定义摘要")),
                ("reads", models.JSONField(default=dict, verbose_name="所读的表和列")),
                ("counted_at", models.DateTimeField(null=True, verbose_name="清点时刻")),
                ("took", models.DurationField(null=True, verbose_name="清点用时")),
            ],
            options={
                "verbose_name": "存量状态",
                "verbose_name_plural": "存量状态",
            },
        ),
        migrations.CreateModel(
            name="Touched",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table_name", models.CharField(db_collation="C", max_length=60, verbose_name="表")),
            ],
            options={
                "verbose_name": "变动标记",
                "verbose_name_plural": "变动标记",
            },
        ),
        migrations.RunSQL(TUNE, UNTUNE),
    ]
