import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cycle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("weekly", "周调度"), ("monthly", "月督导")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                ("period", models.CharField(db_collation="C", max_length=8, verbose_name="期次")),
                ("due_on", models.DateField(verbose_name="应开日期")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="生成时间")),
                ("late_count", models.PositiveIntegerField(default=0, verbose_name="逾期事项")),
                ("carried_count", models.PositiveIntegerField(default=0, verbose_name="上期未销")),
                ("closed_count", models.PositiveIntegerField(default=0, verbose_name="上期已销")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="所属区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "调度",
                "verbose_name_plural": "调度",
                "indexes": [models.Index(fields=["area_code", "due_on"], name="cycle_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "period", "area"),
                        name="cycle_once",
                        violation_error_message="这个单位本期的调度已经生成。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CycleItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60, verbose_name="事项键")),
                ("topic", models.CharField(max_length=40, verbose_name="类别")),
                ("title", models.CharField(max_length=160, verbose_name="事项")),
                ("url", models.CharField(max_length=200, verbose_name="链接")),
                ("owner", models.CharField(blank=True, max_length=80, verbose_name="责任单位")),
                ("lag", models.CharField(max_length=80, verbose_name="差多少")),
                ("days_late", models.PositiveIntegerField(verbose_name="逾期天数")),
                ("times", models.PositiveSmallIntegerField(default=1, verbose_name="第几次列入")),
                (
                    "cycle",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
            ],
            options={
                "verbose_name": "调度事项",
                "verbose_name_plural": "调度事项",
                "ordering": ["-times", "-days_late", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "key"),
                        name="cycle_item_once",
                        violation_error_message="这件事已列入本期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CycleRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("weekly", "周调度"), ("monthly", "月督导")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                (
                    "on_day",
                    models.PositiveSmallIntegerField(
                        help_text="周调度填 1–7（周一至周日）；月督导填 1–31，当月没有的取月末",
                        verbose_name="开在第几天",
                    ),
                ),
                ("hour", models.PositiveSmallIntegerField(default=7, verbose_name="几点生成")),
                (
                    "starts_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="从哪天起"),
                ),
                ("enabled", models.BooleanField(default=True, verbose_name="启用")),
                (
                    "area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="单位所在区划",
                    ),
                ),
                (
                    "level",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.arealevel",
                        verbose_name="层级",
                    ),
                ),
            ],
            options={
                "verbose_name": "调度安排",
                "verbose_name_plural": "调度安排",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "level", "area"),
                        name="cycle_rule_once",
                        nulls_distinct=False,
                        violation_error_message="这个层级或单位已有同类安排。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("area__isnull", False), ("level__isnull", True)),
                            models.Q(("area__isnull", True), ("level__isnull", False)),
                            _connector="OR",
                        ),
                        name="cycle_rule_level_or_area",
                        violation_error_message="层级和单位二选一。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "weekly"), ("on_day__gte", 1), ("on_day__lte", 7)),
                            models.Q(("kind", "monthly"), ("on_day__gte", 1), ("on_day__lte", 31)),
                            _connector="OR",
                        ),
                        name="cycle_rule_day_fits",
                        violation_error_message="周调度的日子在 1–7 之间，月督导在 1–31 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hour__lte", 23)),
                        name="cycle_rule_hour_fits",
                        violation_error_message="时间在 0–23 点之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                ("kind", models.CharField(max_length=40, verbose_name="种类")),
                ("period", models.CharField(db_collation="C", max_length=20, verbose_name="期次")),
                ("body", models.CharField(max_length=300, verbose_name="内容")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "read_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="阅读时间"),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="所属区划",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="岗位",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="阅读人",
                    ),
                ),
            ],
            options={
                "verbose_name": "通知",
                "verbose_name_plural": "通知",
                "indexes": [
                    models.Index(fields=["area_code", "created_at"], name="notice_area"),
                    models.Index(
                        condition=models.Q(("read_at__isnull", True)), fields=["area"], name="notice_unread"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "area", "post", "period"),
                        name="notice_once",
                        nulls_distinct=False,
                        violation_error_message="这条通知已经发过。",
                    )
                ],
            },
        ),
    ]
