"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from governance.kernel.squashing import Squashed

# The outbox is filled and emptied all day, and marks come and go: vacuum them often. The facts of today are updated
# all day: leave them room so that an update stays on its page.
TUNE = """
alter table statistics_outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
alter table statistics_fact set (fillfactor = 85);
alter table statistics_monthfact set (fillfactor = 85);
alter table statistics_leaffact set (fillfactor = 85);
alter table statistics_touched set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
"""


class Migration(Squashed):
    replaces = [
        ("statistics", "0001_facts"),
        ("statistics", "0002_storage"),
        ("statistics", "0003_boards"),
        ("statistics", "0004_stocks"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "0002_handover"),
    ]

    operations = [
        migrations.CreateModel(
            name="Fact",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "measure",
                        "level",
                        "code",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("measure", models.CharField(db_collation="C", max_length=60, verbose_name="计数项")),
                ("level", models.PositiveSmallIntegerField(verbose_name="代码位数")),
                ("code", models.CharField(db_collation="C", max_length=18, verbose_name="区划代码")),
                ("day", models.DateField(verbose_name="日期")),
                ("value", models.BigIntegerField(verbose_name="合计")),
            ],
            options={
                "verbose_name": "日合计",
                "verbose_name_plural": "日合计",
            },
        ),
        migrations.CreateModel(
            name="LeafFact",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "measure",
                        "area_id",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("measure", models.CharField(db_collation="C", max_length=60, verbose_name="计数项")),
                ("area_id", models.BigIntegerField(verbose_name="区划")),
                ("day", models.DateField(verbose_name="日期")),
                ("value", models.BigIntegerField(verbose_name="合计")),
            ],
            options={
                "verbose_name": "末级合计",
                "verbose_name_plural": "末级合计",
            },
        ),
        migrations.CreateModel(
            name="MonthFact",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "measure",
                        "level",
                        "code",
                        "month",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("measure", models.CharField(db_collation="C", max_length=60, verbose_name="计数项")),
                ("level", models.PositiveSmallIntegerField(verbose_name="代码位数")),
                ("code", models.CharField(db_collation="C", max_length=18, verbose_name="区划代码")),
                ("month", models.DateField(verbose_name="月份")),
                ("value", models.BigIntegerField(verbose_name="合计")),
            ],
            options={
                "verbose_name": "月合计",
                "verbose_name_plural": "月合计",
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "indicator",
                        "code",
                        "day",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("indicator", models.CharField(db_collation="C", max_length=60, verbose_name="指标")),
                ("code", models.CharField(db_collation="C", max_length=18, verbose_name="区划代码")),
                ("day", models.DateField(verbose_name="日期")),
                ("numerator", models.BigIntegerField(verbose_name="分子")),
                ("denominator", models.BigIntegerField(null=True, verbose_name="分母")),
            ],
            options={
                "verbose_name": "指标快照",
                "verbose_name_plural": "指标快照",
            },
        ),
        migrations.CreateModel(
            name="Outbox",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("measure", models.CharField(db_collation="C", max_length=60, verbose_name="计数项")),
                ("area_id", models.BigIntegerField(null=True, verbose_name="区划")),
                ("area_code", models.CharField(db_collation="C", max_length=18, verbose_name="区划代码")),
                ("day", models.DateField(verbose_name="日期")),
                ("weight", models.BigIntegerField(verbose_name="差额")),
            ],
            options={
                "verbose_name": "待汇总差额",
                "verbose_name_plural": "待汇总差额",
                "indexes": [models.Index(fields=["measure", "area_code"], name="statistics_outbox_measure")],
            },
        ),
        migrations.CreateModel(
            name="BoardView",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                (
                    "indicators",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), size=12, verbose_name="指标"
                    ),
                ),
                (
                    "shown",
                    models.CharField(blank=True, db_collation="C", max_length=60, verbose_name="细看的指标"),
                ),
                (
                    "period",
                    models.CharField(
                        choices=[
                            ("year", "近 365 天"),
                            ("this-year", "今年以来"),
                            ("quarter", "本季度"),
                            ("month", "本月"),
                            ("30-days", "近 30 天"),
                            ("7-days", "近 7 天"),
                            ("fixed", "自选起止"),
                        ],
                        default="year",
                        max_length=10,
                        verbose_name="时段",
                    ),
                ),
                ("from_on", models.DateField(blank=True, null=True, verbose_name="开始日期")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                ("is_first", models.BooleanField(default=False, verbose_name="打开看板先看这一个")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="辖区",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="board_views",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "我的看板",
                "verbose_name_plural": "我的看板",
                "ordering": ["name"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "name"),
                        name="board_view_name_once",
                        violation_error_message="您已经有一个同名的看板，请换个名称。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_first", True)),
                        fields=("person",),
                        name="board_view_first_once",
                        violation_error_message="先看的看板只能有一个。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("from_on__isnull", False),
                                ("period", "fixed"),
                                ("to_on__gte", models.F("from_on")),
                            ),
                            models.Q(
                                models.Q(("period", "fixed"), _negated=True),
                                ("from_on__isnull", True),
                                ("to_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="board_view_days_fit",
                        violation_error_message="自选起止要写开始和结束日期，结束不早于开始；其他时段不写日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleBoard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "indicators",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), size=12, verbose_name="指标"
                    ),
                ),
                (
                    "shown",
                    models.CharField(blank=True, db_collation="C", max_length=60, verbose_name="细看的指标"),
                ),
                (
                    "role",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="people.role",
                        verbose_name="角色",
                    ),
                ),
            ],
            options={
                "verbose_name": "岗位看板",
                "verbose_name_plural": "岗位看板",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("role",),
                        name="role_board_once",
                        nulls_distinct=False,
                        violation_error_message="这个角色已经有看板。",
                    )
                ],
            },
        ),
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
        migrations.RunSQL(TUNE, migrations.RunSQL.noop),
    ]
