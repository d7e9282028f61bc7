import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False, verbose_name="日期")),
                ("is_worked", models.BooleanField(verbose_name="上班")),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="节日")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "工作日历",
                "verbose_name_plural": "工作日历",
                "ordering": ["day"],
            },
        ),
        migrations.CreateModel(
            name="Case",
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
                ("number", models.CharField(editable=False, max_length=20, unique=True, verbose_name="编号")),
                (
                    "public_code",
                    models.CharField(editable=False, max_length=10, unique=True, verbose_name="查询码"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dispute", "纠纷"),
                            ("event", "事件"),
                            ("errand", "帮代办"),
                            ("property", "物业"),
                            ("request", "诉求"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("window", "窗口接待"),
                            ("grid", "网格上报"),
                            ("visit", "走访发现"),
                            ("hotline", "12345 热线"),
                            ("police", "110 转办"),
                            ("court", "法院委派"),
                            ("petition", "信访转办"),
                            ("resident", "居民扫码"),
                            ("superior", "上级交办"),
                            ("interface", "系统对接"),
                        ],
                        default="window",
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("summary", models.TextField(blank=True, max_length=4000, verbose_name="简述")),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "普通"), (1, "黄牌"), (2, "红牌")], default=0, verbose_name="督办"
                    ),
                ),
                ("state", models.CharField(max_length=20, verbose_name="状态")),
                ("is_joint", models.BooleanField(default=False, verbose_name="联调联处")),
                (
                    "registered_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="登记日期"),
                ),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="受理日期")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="限期")),
                (
                    "limit_unit",
                    models.CharField(
                        choices=[("day", "工作日"), ("hour", "工作时")],
                        default="day",
                        max_length=4,
                        verbose_name="限期单位",
                    ),
                ),
                ("handle_due_at", models.DateTimeField(blank=True, null=True, verbose_name="办结限期")),
                ("late_on", models.DateField(blank=True, null=True, verbose_name="办结超期日期")),
                ("paused_at", models.DateTimeField(blank=True, null=True, verbose_name="中止时间")),
                ("remaining", models.IntegerField(blank=True, null=True, verbose_name="中止时剩余")),
                ("resume_on", models.DateField(blank=True, null=True, verbose_name="预计恢复")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("resolved", "已化解"),
                            ("failed", "调解不成"),
                            ("refused", "当事人拒绝"),
                            ("redirected", "导入其他渠道"),
                            ("declined", "不予受理"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("resolved_on", models.DateField(blank=True, null=True, verbose_name="化解日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="结案日期")),
                ("returned_count", models.PositiveSmallIntegerField(default=0, verbose_name="退回次数")),
                ("reopened_count", models.PositiveSmallIntegerField(default=0, verbose_name="重办次数")),
                ("version", models.PositiveIntegerField(default=1, verbose_name="版本")),
                (
                    "client_uuid",
                    models.UUIDField(
                        blank=True, editable=False, null=True, unique=True, verbose_name="提交编号"
                    ),
                ),
                (
                    "content_digest",
                    models.CharField(blank=True, editable=False, max_length=64, verbose_name="提交内容摘要"),
                ),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="最近变动")),
                (
                    "queue_at",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                closed_on__isnull=True,
                                due_at__isnull=False,
                                paused_at__isnull=True,
                                then=models.F("due_at"),
                            ),
                            default=models.Func(models.Value(253402214400.0), function="to_timestamp"),
                            output_field=models.DateTimeField(),
                        ),
                        output_field=models.DateTimeField(),
                        verbose_name="排队时间",
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
                    "level",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.arealevel",
                        verbose_name="办理层级",
                    ),
                ),
                (
                    "owner_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="承办单位所在",
                    ),
                ),
                (
                    "owner_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="people.post",
                        verbose_name="承办岗位",
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "办件",
                "verbose_name_plural": "办件",
                "indexes": [
                    models.Index(fields=["area_code", "accepted_on"], name="case_area_accepted"),
                    models.Index(fields=["area_code", "registered_on"], name="case_area_registered"),
                    models.Index(
                        condition=models.Q(("closed_on", None)),
                        fields=["area_code", "queue_at", "id"],
                        name="case_area_queue",
                    ),
                    models.Index(
                        condition=models.Q(("closed_on", None)), fields=["queue_at", "id"], name="case_queue"
                    ),
                    models.Index(
                        condition=models.Q(("closed_on", None)),
                        fields=["owner_post", "queue_at"],
                        name="case_owner",
                    ),
                    models.Index(
                        condition=models.Q(("late_on", None), ("outcome", ""), ("paused_at", None)),
                        fields=["handle_due_at"],
                        name="case_late_sweep",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "resolved"), ("resolved_on__isnull", False)),
                            models.Q(
                                models.Q(("outcome", "resolved"), _negated=True),
                                ("resolved_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="case_resolved_has_day",
                        violation_error_message="已化解的办件要有化解日期，其他结果不能有。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            models.Q(("outcome", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="case_closed_has_outcome",
                        violation_error_message="结案要写明结果。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("paused_at__isnull", True), ("remaining__isnull", True)),
                            ("paused_at__isnull", False),
                            _connector="OR",
                        ),
                        name="case_paused_keeps_remainder",
                        violation_error_message="中止的办件要记下剩余期限。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["dispute", "event", "errand", "property", "request"])
                        ),
                        name="case_kind_known",
                        violation_error_message="不认识的办件类别。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="动作")),
                ("from_state", models.CharField(blank=True, max_length=20, verbose_name="原状态")),
                ("to_state", models.CharField(blank=True, max_length=20, verbose_name="新状态")),
                ("post_label", models.CharField(blank=True, max_length=120, verbose_name="岗位")),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="说明")),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="时间",
                    ),
                ),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
            ],
            options={
                "verbose_name": "办理记录",
                "verbose_name_plural": "办理记录",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CaseCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area6", models.CharField(max_length=6, verbose_name="县区代码")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("dispute", "纠纷"),
                            ("event", "事件"),
                            ("errand", "帮代办"),
                            ("property", "物业"),
                            ("request", "诉求"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="已用到")),
            ],
            options={
                "verbose_name": "编号计数",
                "verbose_name_plural": "编号计数",
                "constraints": [
                    models.UniqueConstraint(fields=("area6", "kind", "day"), name="case_counter_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseHelper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("assist", "协办"), ("joint", "联调")],
                        default="assist",
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="加入时间",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="helpers",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "协办",
                "verbose_name_plural": "协办",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case", "post"),
                        name="case_helper_once",
                        violation_error_message="这个岗位已经在协办。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeadlineRule",
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
                        choices=[
                            ("dispute", "纠纷"),
                            ("event", "事件"),
                            ("errand", "帮代办"),
                            ("property", "物业"),
                            ("request", "诉求"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "limit",
                    models.CharField(
                        choices=[
                            ("accept", "受理"),
                            ("assign", "分派"),
                            ("handle", "办结"),
                            ("follow_up", "回访"),
                        ],
                        max_length=10,
                        verbose_name="环节",
                    ),
                ),
                ("complexity", models.CharField(blank=True, max_length=10, verbose_name="难易")),
                ("amount", models.PositiveSmallIntegerField(verbose_name="时限")),
                (
                    "unit",
                    models.CharField(
                        choices=[("day", "工作日"), ("hour", "工作时")],
                        default="day",
                        max_length=4,
                        verbose_name="单位",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
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
                "verbose_name": "时限规则",
                "verbose_name_plural": "时限规则",
                "ordering": ["kind", "limit", "complexity"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "limit", "complexity", "level"),
                        name="deadline_rule_once",
                        nulls_distinct=False,
                        violation_error_message="同一环节、难易和层级只能有一条时限规则。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptSubmission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("client_uuid", models.UUIDField(db_index=True, verbose_name="提交编号")),
                (
                    "payload_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="内容"
                    ),
                ),
                (
                    "payload_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="内容"),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="时间",
                    ),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="处理时间")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept_submissions",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
            ],
            options={
                "verbose_name": "留存的重复提交",
                "verbose_name_plural": "留存的重复提交",
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="caseaction",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="3d3fac57fa8a934fc97befd10a180264304040a6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_bba1d",
                    table="casework_caseaction",
                    when="BEFORE",
                ),
            ),
        ),
    ]
