"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing
from governance.kernel.squashing import Squashed


class Migration(Squashed):
    replaces = [
        ("dispatch", "0001_cycles"),
        ("dispatch", "0002_notice_of_case"),
        ("dispatch", "0003_meetings"),
        ("dispatch", "0004_runs"),
        ("dispatch", "0005_visits"),
        ("dispatch", "0006_topics"),
        ("dispatch", "0007_briefs"),
        ("dispatch", "0008_ladders"),
        ("dispatch", "0009_co_offices"),
        ("dispatch", "0010_reports"),
        ("dispatch", "0011_deliveries"),
        ("dispatch", "0012_webhooks"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0011_limit_of_rows_from_files"),
        ("files", "0003_import_target"),
        ("people", "0002_handover"),
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
                (
                    "chair",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="主持岗位",
                    ),
                ),
                ("content", models.JSONField(blank=True, editable=False, null=True, verbose_name="印发内容")),
                (
                    "content_hash",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="内容校验值"),
                ),
                (
                    "issue_no",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="印发期号"
                    ),
                ),
                (
                    "issue_year",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="印发年度"
                    ),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="印发日期"),
                ),
                ("meets_on", models.DateField(blank=True, null=True, verbose_name="开会日期")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待开"), ("held", "已开"), ("issued", "已印发")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("task_count", models.PositiveIntegerField(default=0, verbose_name="未销的任务")),
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
                    ),
                    models.UniqueConstraint(
                        fields=("area", "kind", "issue_year", "issue_no"),
                        name="cycle_issue_no_once",
                        violation_error_message="这个期号已经用过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("meets_on__isnull", True), ("meets_on__gte", models.F("due_on")), _connector="OR"
                        ),
                        name="cycle_meets_after_due",
                        violation_error_message="开会日期不能早于这一期的应开日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "open"), ("meets_on__isnull", False), _connector="OR"),
                        name="cycle_held_has_day",
                        violation_error_message="登记开会要有开会日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("content__isnull", False),
                                ("issue_no__isnull", False),
                                ("issue_year__isnull", False),
                                ("issued_on__isnull", False),
                                ("state", "issued"),
                                models.Q(("content_hash", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "issued"), _negated=True),
                                ("content__isnull", True),
                                ("content_hash", ""),
                                ("issue_no__isnull", True),
                                ("issued_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="cycle_issued_whole",
                        violation_error_message="印发的纪要要有日期、期号和内容。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=80, verbose_name="议题")),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="要点")),
                ("minutes", models.TextField(blank=True, max_length=2000, verbose_name="纪要")),
                (
                    "cycle",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="points",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
            ],
            options={
                "verbose_name": "议程",
                "verbose_name_plural": "议程",
                "ordering": ["cycle", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "position"),
                        name="agenda_position_once",
                        violation_error_message="这个序号已经有议题。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ActionItem",
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
                ("text", models.CharField(max_length=300, verbose_name="任务")),
                ("standard", models.CharField(blank=True, max_length=200, verbose_name="完成标准")),
                (
                    "co_offices",
                    models.CharField(
                        blank=True,
                        editable=False,
                        help_text="从前手写的配合单位，只供查看",
                        max_length=200,
                        verbose_name="配合单位（旧）",
                    ),
                ),
                ("decided_on", models.DateField(verbose_name="定下日期")),
                ("due_on", models.DateField(verbose_name="完成期限")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "办理中"),
                            ("reported", "已报结"),
                            ("returned", "退回重办"),
                            ("closed", "已销号"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("evidence", models.TextField(blank=True, max_length=1000, verbose_name="办理结果和依据")),
                (
                    "ended_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="销号、撤销日期"),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dispatch.cycleitem",
                        verbose_name="来自事项",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.attachment",
                        verbose_name="图片",
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
                        verbose_name="责任岗位",
                    ),
                ),
                (
                    "point",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="dispatch.agendapoint",
                        verbose_name="议题",
                    ),
                ),
            ],
            options={
                "verbose_name": "调度任务",
                "verbose_name_plural": "调度任务",
                "indexes": [models.Index(fields=["area_code", "due_on"], name="action_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("decided_on"))),
                        name="action_due_after_meeting",
                        violation_error_message="完成期限不能早于开会日期，请改期限。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_on__isnull", False), ("state__in", ("closed", "withdrawn"))),
                            models.Q(
                                models.Q(("state__in", ("closed", "withdrawn")), _negated=True),
                                ("ended_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="action_ended_has_day",
                        violation_error_message="销号、撤销要有日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True),
                            models.Q(("evidence", ""), _negated=True),
                            ("picture__isnull", False),
                            _connector="OR",
                        ),
                        name="action_closed_with_evidence",
                        violation_error_message="销号要有依据：写明办理结果，或者附一张图片。",
                    ),
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
                ("first_on", models.DateField(blank=True, null=True, verbose_name="首次列入日期")),
                (
                    "owner_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="责任单位所在区划",
                    ),
                ),
                (
                    "action",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="listings",
                        to="dispatch.actionitem",
                        verbose_name="调度任务",
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
                ("minute", models.PositiveSmallIntegerField(default=0, verbose_name="几分生成")),
                (
                    "workday_rule",
                    models.CharField(
                        choices=[
                            ("exact", "不论是否工作日，就在当天"),
                            ("next", "逢放假顺延到之后第一个工作日"),
                            ("previous", "逢放假提前到之前最后一个工作日"),
                        ],
                        default="exact",
                        max_length=10,
                        verbose_name="逢放假",
                    ),
                ),
                (
                    "topics",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40),
                        blank=True,
                        default=list,
                        help_text="不选就是全部，以后新增的也列入",
                        size=None,
                        verbose_name="列入哪些事项",
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
                    models.CheckConstraint(
                        condition=models.Q(("minute__lte", 59)),
                        name="cycle_rule_minute_fits",
                        violation_error_message="分钟在 0–59 之间。",
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
                ("period", models.CharField(db_collation="C", max_length=40, verbose_name="期次")),
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
                (
                    "case",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "planned_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="安排发送的时间"
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
                    models.Index(
                        condition=models.Q(("planned_at__isnull", True)),
                        fields=["id"],
                        name="notice_unplanned",
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
        migrations.CreateModel(
            name="ActionMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=10, verbose_name="步骤")),
                ("text", models.TextField(blank=True, max_length=1000, verbose_name="说明")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="dispatch.actionitem",
                        verbose_name="调度任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "调度任务办理记录",
                "verbose_name_plural": "调度任务办理记录",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[("present", "到会"), ("sent_word", "请假"), ("absent", "缺席")],
                        max_length=10,
                        verbose_name="到会情况",
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="单位所在区划",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
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
            ],
            options={
                "verbose_name": "到会情况",
                "verbose_name_plural": "到会情况",
                "ordering": ["cycle", "area__code", "post_id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "area", "post"),
                        name="attendance_once",
                        nulls_distinct=False,
                        violation_error_message="这个单位的到会情况已经登记。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="更正内容")),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="时间",
                    ),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="更正人",
                    ),
                ),
            ],
            options={
                "verbose_name": "更正说明",
                "verbose_name_plural": "更正说明",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PresetPoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sheet",
                    models.CharField(
                        choices=[
                            ("weekly", "周调度议程"),
                            ("monthly", "月督导议程"),
                            ("visit", "现场督导清单"),
                        ],
                        max_length=10,
                        verbose_name="用在",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=80, verbose_name="内容")),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="要点")),
            ],
            options={
                "verbose_name": "预置议程",
                "verbose_name_plural": "预置议程",
                "ordering": ["sheet", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "position"),
                        name="preset_point_once",
                        violation_error_message="这个序号已经有内容。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CycleRun",
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
                ("due_on", models.DateField(verbose_name="应开日期")),
                ("first_at", models.DateTimeField(auto_now_add=True, verbose_name="生成时间")),
                ("last_at", models.DateTimeField(auto_now=True, verbose_name="最近一次")),
                ("made", models.PositiveIntegerField(default=0, verbose_name="生成期数")),
                ("tries", models.PositiveIntegerField(default=1, verbose_name="试过次数")),
                ("error", models.CharField(blank=True, max_length=300, verbose_name="没有生成的原因")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="由谁立即生成",
                    ),
                ),
            ],
            options={
                "verbose_name": "调度生成记录",
                "verbose_name_plural": "调度生成记录",
                "indexes": [models.Index(fields=["-first_at", "-id"], name="cycle_run_latest")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("error", ""), _negated=True),
                        fields=("kind", "due_on", "error"),
                        name="cycle_run_error_once",
                        violation_error_message="这个原因已经记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SupervisionVisit",
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
                ("subject", models.CharField(max_length=80, verbose_name="项目或者单位")),
                ("visited_on", models.DateField(verbose_name="督导日期")),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
            ],
            options={
                "verbose_name": "现场督导",
                "verbose_name_plural": "现场督导",
                "indexes": [models.Index(fields=["area_code", "-visited_on"], name="supervision_visit_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "subject"),
                        name="supervision_visit_once",
                        violation_error_message="这个项目或者单位本期已经登记过督导。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("title", models.CharField(max_length=80, verbose_name="检查内容")),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="要点")),
                ("reported", models.CharField(blank=True, max_length=100, verbose_name="上报的情况")),
                ("verified", models.CharField(blank=True, max_length=100, verbose_name="核实的情况")),
                ("finding", models.CharField(blank=True, max_length=200, verbose_name="发现的问题")),
                (
                    "action",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_found",
                        to="dispatch.actionitem",
                        verbose_name="整改任务",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="dispatch.supervisionvisit",
                        verbose_name="现场督导",
                    ),
                ),
            ],
            options={
                "verbose_name": "督导检查项",
                "verbose_name_plural": "督导检查项",
                "ordering": ["visit", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "position"),
                        name="visit_check_once",
                        violation_error_message="这个序号已经有内容。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("action__isnull", True), ("finding", "")),
                            models.Q(models.Q(("finding", ""), _negated=True), ("action__isnull", False)),
                            _connector="OR",
                        ),
                        name="visit_check_fault_is_task",
                        violation_error_message="发现问题要定整改任务。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BriefTemplate",
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
                ("version", models.PositiveIntegerField(verbose_name="版本")),
                ("data", models.BinaryField(verbose_name="模板文件")),
                ("file_name", models.CharField(max_length=120, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="摘要")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="修改说明")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="启用时间",
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="停用时间")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("minutes", "调度纪要"),
                            ("items", "任务清单"),
                            ("circular", "督导通报"),
                            ("weekly_report", "周工作报告"),
                            ("monthly_report", "月工作报告"),
                        ],
                        max_length=20,
                        verbose_name="简报种类",
                    ),
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
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="停用人",
                    ),
                ),
            ],
            options={
                "verbose_name": "简报模板",
                "verbose_name_plural": "简报模板",
                "indexes": [
                    models.Index(fields=["area_code", "kind", "-version"], name="brief_template_area")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "kind", "version"),
                        name="brief_template_version_once",
                        violation_error_message="这个版本号已经用过，请刷新页面后重新上传。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Brief",
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
                        choices=[
                            ("minutes", "调度纪要"),
                            ("items", "任务清单"),
                            ("circular", "督导通报"),
                            ("weekly_report", "周工作报告"),
                            ("monthly_report", "月工作报告"),
                        ],
                        max_length=20,
                        verbose_name="简报种类",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "草稿"), ("edited", "已修改"), ("issued", "已印发")],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("content", models.JSONField(editable=False, verbose_name="内容")),
                (
                    "drawn_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="取数时间",
                    ),
                ),
                ("introduction", models.TextField(blank=True, max_length=2000, verbose_name="开头的话")),
                ("closing", models.TextField(blank=True, max_length=2000, verbose_name="结尾的话")),
                ("remarks", models.JSONField(blank=True, default=dict, verbose_name="各部分的说明")),
                (
                    "issue_year",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="印发年度"
                    ),
                ),
                (
                    "issue_no",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="印发期号"
                    ),
                ),
                (
                    "issued_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="印发时间"),
                ),
                ("file", models.BinaryField(null=True, verbose_name="印发的文件")),
                (
                    "sha256",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="文件校验值"),
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="briefs",
                        to="dispatch.cycle",
                        verbose_name="调度",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="印发人",
                    ),
                ),
                (
                    "template",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dispatch.brieftemplate",
                        verbose_name="所用模板",
                    ),
                ),
            ],
            options={
                "verbose_name": "简报",
                "verbose_name_plural": "简报",
                "indexes": [models.Index(fields=["area_code", "kind", "-id"], name="brief_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "kind"),
                        name="brief_once",
                        violation_error_message="这一期的这种简报已经生成，请打开修改。",
                    ),
                    models.UniqueConstraint(
                        fields=("area", "kind", "issue_year", "issue_no"),
                        name="brief_issue_no_once",
                        violation_error_message="这个期号已经用过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("file__isnull", False),
                                ("issue_no__isnull", False),
                                ("issue_year__isnull", False),
                                ("issued_at__isnull", False),
                                ("issued_by__isnull", False),
                                ("state", "issued"),
                                models.Q(("sha256", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("state", "issued"), _negated=True),
                                ("file__isnull", True),
                                ("issue_no__isnull", True),
                                ("issued_at__isnull", True),
                                ("sha256", ""),
                            ),
                            _connector="OR",
                        ),
                        name="brief_issued_whole",
                        violation_error_message="印发的简报要有期号、印发人和文件。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LadderStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(db_collation="C", max_length=34, verbose_name="事项")),
                (
                    "offset",
                    models.SmallIntegerField(
                        help_text="到期前的填负数，到期当天填 0，超期后的填正数", verbose_name="第几个工作日"
                    ),
                ),
                (
                    "recipient",
                    models.CharField(
                        choices=[("office", "办理单位"), ("above", "上一级单位")],
                        default="office",
                        max_length=10,
                        verbose_name="告知谁",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="启用")),
            ],
            options={
                "verbose_name": "提醒步骤",
                "verbose_name_plural": "提醒步骤",
                "ordering": ["kind", "offset", "-recipient"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "offset", "recipient"),
                        name="ladder_step_once",
                        violation_error_message="这类事项在这一天已经告知同一单位，请改时间或者改原来的那一步。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("offset__gte", -120), ("offset__lte", 120)),
                        name="ladder_step_not_far",
                        violation_error_message="提醒最早在到期前 120 个工作日，最晚在超期后 120 个工作日。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LadderChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("offset", models.SmallIntegerField(verbose_name="第几个工作日")),
                (
                    "recipient",
                    models.CharField(
                        choices=[("office", "办理单位"), ("above", "上一级单位")],
                        max_length=10,
                        verbose_name="告知谁",
                    ),
                ),
                ("is_active", models.BooleanField(verbose_name="启用")),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="时间",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="dispatch.ladderstep",
                        verbose_name="提醒步骤",
                    ),
                ),
            ],
            options={
                "verbose_name": "提醒步骤变更",
                "verbose_name_plural": "提醒步骤变更",
            },
        ),
        migrations.CreateModel(
            name="CoOffice",
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
                ("name", models.CharField(max_length=80, verbose_name="配合单位")),
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
                    "item",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="co_rows",
                        to="dispatch.actionitem",
                        verbose_name="调度任务",
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
                        verbose_name="配合岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "配合单位",
                "verbose_name_plural": "配合单位",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["area_code", "item"], name="co_office_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "area", "post"),
                        name="co_office_once",
                        nulls_distinct=False,
                        violation_error_message="这个单位已经是配合单位。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
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
                ("arrived", models.TextField(max_length=1000, verbose_name="后到的情况")),
                ("content", models.JSONField(editable=False, verbose_name="内容")),
                ("issue_year", models.PositiveSmallIntegerField(editable=False, verbose_name="印发年度")),
                ("issue_no", models.PositiveSmallIntegerField(editable=False, verbose_name="更正号")),
                (
                    "issued_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="印发日期"
                    ),
                ),
                ("file", models.BinaryField(verbose_name="印发的文件")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="文件校验值")),
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
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="dispatch.brief",
                        verbose_name="更正的简报",
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="印发人",
                    ),
                ),
            ],
            options={
                "verbose_name": "数字更正说明",
                "verbose_name_plural": "数字更正说明",
                "indexes": [models.Index(fields=["area_code", "-id"], name="correction_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "issue_year", "issue_no"),
                        name="correction_no_once",
                        violation_error_message="这个更正号已经用过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.CharField(db_collation="C", max_length=60, verbose_name="指标")),
                ("said", models.JSONField(verbose_name="印发的数")),
                ("now", models.JSONField(verbose_name="现在的数")),
                ("found_on", models.DateField(verbose_name="发现日期")),
                (
                    "brief",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="figure_changes",
                        to="dispatch.brief",
                        verbose_name="简报",
                    ),
                ),
                (
                    "correction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="dispatch.correction",
                        verbose_name="数字更正说明",
                    ),
                ),
            ],
            options={
                "verbose_name": "变动的数字",
                "verbose_name_plural": "变动的数字",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("correction__isnull", True)),
                        fields=("brief", "indicator"),
                        name="figure_change_waits_once",
                        violation_error_message="这个数字已经在待更正之列。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportFigure",
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
                        verbose_name="用在",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("section", models.CharField(max_length=20, verbose_name="板块")),
                ("indicator", models.CharField(db_collation="C", max_length=60, verbose_name="指标")),
                ("is_ranked", models.BooleanField(default=False, verbose_name="用来比较下级单位")),
                ("is_followed", models.BooleanField(default=False, verbose_name="画走势图")),
            ],
            options={
                "verbose_name": "工作报告的指标",
                "verbose_name_plural": "工作报告的指标",
                "ordering": ["kind", "position"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "position"),
                        name="report_figure_place_once",
                        violation_error_message="这个序号已经有指标。",
                    ),
                    models.UniqueConstraint(
                        fields=("kind", "indicator"),
                        name="report_figure_once",
                        violation_error_message="这个指标已经列入这种报告。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_ranked", True)),
                        fields=("kind",),
                        name="report_ranks_by_one",
                        violation_error_message="一种报告只用一个指标比较下级单位。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_followed", True)),
                        fields=("kind",),
                        name="report_follows_one",
                        violation_error_message="一种报告只画一个指标的走势。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ChannelStop",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("mail", "邮件"),
                            ("sms", "短信"),
                            ("wecom", "企业微信"),
                            ("dingtalk", "钉钉"),
                        ],
                        max_length=10,
                        unique=True,
                        verbose_name="发送方式",
                    ),
                ),
                ("until", models.DateTimeField(verbose_name="暂停到")),
                (
                    "since",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="从什么时候起"),
                ),
                ("faults", models.PositiveSmallIntegerField(default=0, verbose_name="连续次数")),
                ("error", models.CharField(blank=True, max_length=120, verbose_name="原因")),
            ],
            options={
                "verbose_name": "发送方式暂停",
                "verbose_name_plural": "发送方式暂停",
            },
        ),
        migrations.CreateModel(
            name="ContactAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("mail", "邮件"),
                            ("sms", "短信"),
                            ("wecom", "企业微信"),
                            ("dingtalk", "钉钉"),
                        ],
                        max_length=10,
                        verbose_name="发送方式",
                    ),
                ),
                (
                    "value_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="接收地址"
                    ),
                ),
                (
                    "value_masked",
                    models.CharField(blank=True, editable=False, max_length=120, verbose_name="接收地址"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="addresses",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "接收地址",
                "verbose_name_plural": "接收地址",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "channel"),
                        name="contact_address_once",
                        violation_error_message="这种发送方式已经有接收地址。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=20, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("about", models.CharField(blank=True, max_length=100, verbose_name="包括")),
                (
                    "prefixes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(blank=True, max_length=40),
                        help_text="最长的算",
                        size=None,
                        verbose_name="通知种类的开头",
                    ),
                ),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mail", "邮件"),
                                ("sms", "短信"),
                                ("wecom", "企业微信"),
                                ("dingtalk", "钉钉"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="发送方式",
                    ),
                ),
                ("is_compulsory", models.BooleanField(default=False, verbose_name="必须送达")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
            ],
            options={
                "verbose_name": "提醒种类",
                "verbose_name_plural": "提醒种类",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="Delivery",
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
                    "channel",
                    models.CharField(
                        choices=[
                            ("mail", "邮件"),
                            ("sms", "短信"),
                            ("wecom", "企业微信"),
                            ("dingtalk", "钉钉"),
                        ],
                        max_length=10,
                        verbose_name="发送方式",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待发"),
                            ("held", "暂存"),
                            ("digested", "已并入汇总"),
                            ("sent", "已发出"),
                            ("failed", "发不出"),
                            ("given_up", "多次不成，已放弃"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="唯一编号"
                    ),
                ),
                ("is_for_digest", models.BooleanField(default=False, verbose_name="等每日汇总")),
                ("digest_on", models.DateField(blank=True, null=True, verbose_name="汇总日期")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="生成时间"),
                ),
                (
                    "asked_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="要求发送的时间"),
                ),
                ("next_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="下次发送")),
                (
                    "begun_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="开始发送"),
                ),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="试过次数")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="发出时间")),
                ("reference", models.CharField(blank=True, max_length=120, verbose_name="对方回执")),
                ("error", models.CharField(blank=True, max_length=120, verbose_name="没有发出的原因")),
                (
                    "address_masked",
                    models.CharField(blank=True, editable=False, max_length=120, verbose_name="接收地址"),
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
                    "digest",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gathered",
                        to="dispatch.delivery",
                        verbose_name="并入的汇总",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="dispatch.notice",
                        verbose_name="通知",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dispatch.noticekind",
                        verbose_name="提醒种类",
                    ),
                ),
            ],
            options={
                "verbose_name": "通知发送",
                "verbose_name_plural": "通知发送",
                "indexes": [
                    models.Index(fields=["area_code", "created_at"], name="delivery_area"),
                    models.Index(fields=["created_at", "id"], name="delivery_latest"),
                    models.Index(fields=["person", "channel"], name="delivery_person"),
                    models.Index(
                        condition=models.Q(("state__in", ["waiting", "held"])),
                        fields=["channel", "next_at"],
                        name="delivery_due",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", ["failed", "given_up"])),
                        fields=["channel", "created_at"],
                        name="delivery_unsent",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("notice", "person", "channel"),
                        name="delivery_once",
                        violation_error_message="这条通知已经按这种方式发给此人。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("digest_on__isnull", False)),
                        fields=("person", "channel", "digest_on"),
                        name="digest_once_a_day",
                        violation_error_message="当天的汇总已经有了。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("digest_on__isnull", True), ("notice__isnull", False)),
                            models.Q(("digest_on__isnull", False), ("notice__isnull", True)),
                            _connector="OR",
                        ),
                        name="delivery_notice_or_digest",
                        violation_error_message="要么是一条通知，要么是一天的汇总。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeChoice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "muted",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("mail", "邮件"),
                                ("sms", "短信"),
                                ("wecom", "企业微信"),
                                ("dingtalk", "钉钉"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="不要的发送方式",
                    ),
                ),
                ("is_digested", models.BooleanField(default=False, verbose_name="并入每日汇总")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_choices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dispatch.noticekind",
                        verbose_name="提醒种类",
                    ),
                ),
            ],
            options={
                "verbose_name": "提醒选择",
                "verbose_name_plural": "提醒选择",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "kind"),
                        name="notice_choice_once",
                        violation_error_message="这一类提醒已经选过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeHours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quiet_from", models.TimeField(default=datetime.time(22, 0), verbose_name="免打扰从")),
                ("quiet_until", models.TimeField(default=datetime.time(7, 0), verbose_name="免打扰到")),
                ("digest_at", models.TimeField(default=datetime.time(17, 30), verbose_name="每日汇总时间")),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notice_hours",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "免打扰时段",
                "verbose_name_plural": "免打扰时段",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person",),
                        name="notice_hours_once",
                        nulls_distinct=False,
                        violation_error_message="免打扰时段只有一份。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Webhook",
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
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(max_length=80, verbose_name="用途")),
                ("url", models.URLField(max_length=300, verbose_name="接收地址")),
                (
                    "events",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("brief.issued", "简报印发"), ("correction.issued", "更正说明印发")],
                            max_length=20,
                        ),
                        size=None,
                        verbose_name="通知哪些事",
                    ),
                ),
                (
                    "secret_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="签名密钥"
                    ),
                ),
                (
                    "secret_masked",
                    models.CharField(blank=True, editable=False, max_length=16, verbose_name="签名密钥"),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="登记时间"
                    ),
                ),
                (
                    "failing_since",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="从什么时候起发不出"
                    ),
                ),
                (
                    "stopped_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="停用时间"),
                ),
                (
                    "stopped_because",
                    models.CharField(blank=True, editable=False, max_length=120, verbose_name="停用原因"),
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
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "简报推送",
                "verbose_name_plural": "简报推送",
                "indexes": [models.Index(fields=["area_code", "-id"], name="webhook_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "url"),
                        name="webhook_once",
                        violation_error_message="这个地址已经登记过，请直接使用。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("url__startswith", "https://")),
                        name="webhook_is_https",
                        violation_error_message="接收地址要以 https:// 开头。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HookDelivery",
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
                    "event",
                    models.CharField(
                        choices=[
                            ("brief.issued", "简报印发"),
                            ("correction.issued", "更正说明印发"),
                            ("test", "测试"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待发"),
                            ("held", "暂存"),
                            ("digested", "已并入汇总"),
                            ("sent", "已发出"),
                            ("failed", "发不出"),
                            ("given_up", "多次不成，已放弃"),
                        ],
                        default="waiting",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "key",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, unique=True, verbose_name="唯一编号"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="生成时间"),
                ),
                ("next_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="下次发送")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="试过次数")),
                ("sent_at", models.DateTimeField(blank=True, null=True, verbose_name="发出时间")),
                (
                    "status",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="对方的答复码"),
                ),
                ("error", models.CharField(blank=True, max_length=120, verbose_name="没有发出的原因")),
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
                    "brief",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dispatch.brief",
                        verbose_name="简报",
                    ),
                ),
                (
                    "correction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dispatch.correction",
                        verbose_name="更正说明",
                    ),
                ),
                (
                    "webhook",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="dispatch.webhook",
                        verbose_name="简报推送",
                    ),
                ),
            ],
            options={
                "verbose_name": "简报推送记录",
                "verbose_name_plural": "简报推送记录",
                "indexes": [
                    models.Index(fields=["area_code", "-id"], name="hook_delivery_area"),
                    models.Index(fields=["webhook", "-id"], name="hook_delivery_hook"),
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["next_at"], name="hook_delivery_due"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("brief__isnull", False)),
                        fields=("webhook", "brief"),
                        name="hook_brief_once",
                        violation_error_message="这份简报已经通知过这个地址。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("correction__isnull", False)),
                        fields=("webhook", "correction"),
                        name="hook_correction_once",
                        violation_error_message="这份更正说明已经通知过这个地址。",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycle",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'issued')",
                    func="RAISE EXCEPTION 'issued minutes stay as they are';",
                    hash="a85fb863edc9be63b29f6f0dccf06e8bd650cd79",
                    operation='UPDATE OF "kind", "period", "due_on", "late_count", "task_count", "carried_count", "closed_count", "state", "meets_on", "place", "chair_id", "issued_on", "issue_year", "issue_no", "content", "content_hash"',
                    pgid="pgtrigger_issued_stays_84ba7",
                    table="dispatch_cycle",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycle",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'issued')",
                    func="RAISE EXCEPTION 'issued minutes stay as they are';",
                    hash="ebfbd6b04d7e883f093f11cce54be683b18616cf",
                    operation="DELETE",
                    pgid="pgtrigger_issued_is_kept_a5c08",
                    table="dispatch_cycle",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendapoint",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_no_write",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = NEW.cycle_id AND state = 'issued') THEN\n  RAISE EXCEPTION 'the minutes are issued';\nEND IF;\nRETURN NEW;\n",
                    hash="69175cea52579379db2dd5e004a027350e630d8c",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_issued_no_write_061b9",
                    table="dispatch_agendapoint",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="agendapoint",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = OLD.cycle_id AND state = 'issued') THEN\n  RAISE EXCEPTION 'the minutes are issued';\nEND IF;\nRETURN OLD;\n",
                    hash="7a3db6936da9f6803366e708a4af9add09958a7a",
                    operation="DELETE",
                    pgid="pgtrigger_issued_no_delete_e1f07",
                    table="dispatch_agendapoint",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="cycleitem",
            trigger=pgtrigger.compiler.Trigger(
                name="item_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="97b090047f4f989d6ef11c2f9d8f43b53fbb3df5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_item_stays_c3df4",
                    table="dispatch_cycleitem",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="actionmove",
            trigger=pgtrigger.compiler.Trigger(
                name="move_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4fe93ca2caaaa3c8bd8df06c378ae9a200a0660c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_move_stays_41b3d",
                    table="dispatch_actionmove",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_no_write",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = NEW.cycle_id AND state = 'issued') THEN\n  RAISE EXCEPTION 'the minutes are issued';\nEND IF;\nRETURN NEW;\n",
                    hash="2c4f0cf6b77ed9cb4a10f9535aa3d8523b2d00d0",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_issued_no_write_818b6",
                    table="dispatch_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="attendance",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = OLD.cycle_id AND state = 'issued') THEN\n  RAISE EXCEPTION 'the minutes are issued';\nEND IF;\nRETURN OLD;\n",
                    hash="9a24f67b16d6a6415be5799c2655c3beb1d8e5a0",
                    operation="DELETE",
                    pgid="pgtrigger_issued_no_delete_db258",
                    table="dispatch_attendance",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correctionnote",
            trigger=pgtrigger.compiler.Trigger(
                name="note_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="86cd97b2fbcb28a64b18cc185fc498dac85881c6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_note_stays_50528",
                    table="dispatch_correctionnote",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supervisionvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_no_write",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = NEW.cycle_id AND state = 'issued') THEN\n  RAISE EXCEPTION 'the minutes are issued';\nEND IF;\nRETURN NEW;\n",
                    hash="60e4b8007aad4ca956a3f91413e66ad8874d585b",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_issued_no_write_26461",
                    table="dispatch_supervisionvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="supervisionvisit",
            trigger=pgtrigger.compiler.Trigger(
                name="issued_no_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\nIF EXISTS (SELECT 1 FROM dispatch_cycle WHERE id = OLD.cycle_id AND state = 'issued') THEN\n  RAISE EXCEPTION 'the minutes are issued';\nEND IF;\nRETURN OLD;\n",
                    hash="80f36dd3b32692bd811fea120cfe5427eb0a6be7",
                    operation="DELETE",
                    pgid="pgtrigger_issued_no_delete_0cf0d",
                    table="dispatch_supervisionvisit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="brief",
            trigger=pgtrigger.compiler.Trigger(
                name="brief_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'issued')",
                    func="RAISE EXCEPTION 'an issued brief stays as it is';",
                    hash="ceff2c34e0789ed422bb9eebe116486a0b3fd7ae",
                    operation='UPDATE OF "cycle_id", "kind", "state", "content", "drawn_at", "introduction", "closing", "remarks", "issue_year", "issue_no", "issued_at", "issued_by_id", "template_id", "file", "sha256"',
                    pgid="pgtrigger_brief_stays_157ce",
                    table="dispatch_brief",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="brief",
            trigger=pgtrigger.compiler.Trigger(
                name="brief_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'issued')",
                    func="RAISE EXCEPTION 'an issued brief stays as it is';",
                    hash="ef435a0870b51ba8be43cbd0d4a2581ea2b524c7",
                    operation="DELETE",
                    pgid="pgtrigger_brief_is_kept_06ef6",
                    table="dispatch_brief",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ladderchange",
            trigger=pgtrigger.compiler.Trigger(
                name="ladder_change_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="942d2fa52b4cc030c823fe8bfc72d4be0888aff6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_ladder_change_stays_eab2d",
                    table="dispatch_ladderchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="correction_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "brief_id", "arrived", "content", "issue_year", "issue_no", "issued_on", "issued_by_id", "file", "sha256" rows from % table\', TG_TABLE_NAME;',
                    hash="7411ddd46be4af90448f70e48b908753f8b3f092",
                    operation='UPDATE OF "brief_id", "arrived", "content", "issue_year", "issue_no", "issued_on", "issued_by_id", "file", "sha256"',
                    pgid="pgtrigger_correction_stays_08a5e",
                    table="dispatch_correction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="correction",
            trigger=pgtrigger.compiler.Trigger(
                name="correction_is_kept",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="486695bcb9fa523b72ad701cfb6d899907ee9f0b",
                    operation="DELETE",
                    pgid="pgtrigger_correction_is_kept_caf5e",
                    table="dispatch_correction",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="figurechange",
            trigger=pgtrigger.compiler.Trigger(
                name="corrected_stays",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."correction_id" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="8c57413681342dde95a6ca64a5739bfe4bdb4687",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_corrected_stays_c02c0",
                    table="dispatch_figurechange",
                    when="BEFORE",
                ),
            ),
        ),
    ]
