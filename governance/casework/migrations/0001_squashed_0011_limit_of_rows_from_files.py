"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing
from governance.kernel.squashing import Squashed

# What a case is found by: `Case.search` is generated with it.
WORDS = """
CREATE FUNCTION casework_words(
    number text, public_code text, title text, place text, summary text, initials text, keywords text
) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 1000 AS $$
DECLARE
    body text := lower(normalize(concat_ws(' ', number, title, place, summary), NFKC));
    words text[] := string_to_array(keywords, ' ') || ('=' || lower(public_code));
    run text;
    letters text[];
BEGIN
    FOR run IN SELECT (regexp_matches(body, '[a-z0-9]+|[㐀-䶿一-鿿〇]+', 'g'))[1] LOOP
        IF ascii(run) < 128 THEN
            words := words || run;
        ELSE
            letters := string_to_array(run, NULL);
            words := words || ARRAY(
                SELECT letters[i] || coalesce(letters[i + 1], '') FROM generate_subscripts(letters, 1) i
            );
        END IF;
    END LOOP;
    FOREACH run IN ARRAY string_to_array(initials, ' ') LOOP
        words := words || ARRAY(SELECT substr(run, i, 8) FROM generate_series(1, length(run)) i);
    END LOOP;
    RETURN array_to_tsvector(array_remove(words, ''));
END $$
"""


class Migration(Squashed):
    replaces = [
        ("casework", "0001_initial"),
        ("casework", "0002_event_engine"),
        ("casework", "0003_case_follow_up_and_relapse"),
        ("casework", "0004_rule_sets_and_supervision"),
        ("casework", "0005_set_clocks"),
        ("casework", "0006_restricted"),
        ("casework", "0007_search"),
        ("casework", "0008_work_orders"),
        ("casework", "0009_answer_limit"),
        ("casework", "0010_limit_to_perform"),
        ("casework", "0011_limit_of_rows_from_files"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "0002_handover"),
    ]

    operations = [
        migrations.RunSQL(WORDS, "DROP FUNCTION casework_words"),
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
            name="RuleSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
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
                ("basis", models.CharField(blank=True, max_length=300, verbose_name="依据")),
                ("is_standard", models.BooleanField(default=False, verbose_name="默认规则")),
            ],
            options={
                "verbose_name": "时限规则集",
                "verbose_name_plural": "时限规则集",
                "ordering": ["kind", "-is_standard", "code"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_standard", True)),
                        fields=("kind",),
                        name="rule_set_one_standard",
                        violation_error_message="每个类别只有一套默认规则。",
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
                    "limit",
                    models.CharField(
                        choices=[
                            ("accept", "受理"),
                            ("assign", "分派"),
                            ("handle", "办结"),
                            ("perform", "履行"),
                            ("follow_up", "回访"),
                            ("respond", "答复工单"),
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
                (
                    "decider",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.arealevel",
                        verbose_name="由哪级办",
                    ),
                ),
                (
                    "on_expiry",
                    models.CharField(
                        choices=[
                            ("notify", "提醒"),
                            ("card", "记黄牌、红牌"),
                            ("escalate", "自动升级到上一级"),
                        ],
                        default="notify",
                        max_length=10,
                        verbose_name="到期后",
                    ),
                ),
                (
                    "red_after",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="超过几个工作日记红牌"
                    ),
                ),
                (
                    "yellow_after",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="超过几个工作日记黄牌"
                    ),
                ),
                (
                    "rule_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rules",
                        to="casework.ruleset",
                        verbose_name="规则集",
                    ),
                ),
            ],
            options={
                "verbose_name": "时限规则",
                "verbose_name_plural": "时限规则",
                "ordering": ["rule_set", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule_set", "limit", "complexity", "level"),
                        name="deadline_rule_once",
                        nulls_distinct=False,
                        violation_error_message="同一环节、难易和层级只能有一条时限规则。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1)),
                        name="deadline_rule_takes_time",
                        violation_error_message="时限至少是 1。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("on_expiry", "card"), _negated=True),
                            ("yellow_after__isnull", False),
                            _connector="OR",
                        ),
                        name="deadline_rule_cards_named",
                        violation_error_message="到期记牌的规则要写明超过几个工作日记黄牌。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("red_after__isnull", True),
                            ("red_after__gt", models.F("yellow_after")),
                            _connector="OR",
                        ),
                        name="deadline_rule_red_after_yellow",
                        violation_error_message="红牌要晚于黄牌。",
                    ),
                ],
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
                            ("unsolved", "未能解决"),
                            ("merged", "已合并"),
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
                (
                    "limit_amount",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="限期长短"),
                ),
                ("accept_due_on", models.DateField(blank=True, null=True, verbose_name="受理限期")),
                ("accept_late_on", models.DateField(blank=True, null=True, verbose_name="受理超期日期")),
                ("followed_up_on", models.DateField(blank=True, null=True, verbose_name="回访日期")),
                ("relapsed_on", models.DateField(blank=True, null=True, verbose_name="化解后反复日期")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=20, verbose_name="回访满意度"
                    ),
                ),
                (
                    "follow_up_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="回访单位所在",
                    ),
                ),
                (
                    "lead_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="包案领导岗位",
                    ),
                ),
                (
                    "limit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accept", "受理"),
                            ("assign", "分派"),
                            ("handle", "办结"),
                            ("perform", "履行"),
                            ("follow_up", "回访"),
                            ("respond", "答复工单"),
                        ],
                        db_default="",
                        default="",
                        max_length=10,
                        verbose_name="限期环节",
                    ),
                ),
                (
                    "limit_began_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="限期从何时算起"),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="casework.deadlinerule",
                        verbose_name="时限规则",
                    ),
                ),
                (
                    "tick_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="计时下次动作"),
                ),
                (
                    "is_restricted",
                    models.BooleanField(db_default=False, default=False, verbose_name="限定可见"),
                ),
                (
                    "initials",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        editable=False,
                        max_length=162,
                        verbose_name="拼音首字母",
                    ),
                ),
                (
                    "keywords",
                    models.TextField(
                        blank=True, db_default="", default="", editable=False, verbose_name="检索词"
                    ),
                ),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "number",
                            "public_code",
                            "title",
                            "place",
                            "summary",
                            "initials",
                            "keywords",
                            function="casework_words",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                        verbose_name="检索",
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
                        condition=models.Q(
                            ("accept_late_on", None), ("accepted_on", None), ("closed_on", None)
                        ),
                        fields=["accept_due_on"],
                        name="case_accept_sweep",
                    ),
                    models.Index(
                        condition=models.Q(("closed_on", None), ("paused_at", None)),
                        fields=["tick_at", "id"],
                        name="case_tick",
                    ),
                    models.Index(
                        condition=models.Q(("is_restricted", True)),
                        fields=["area_code"],
                        name="case_restricted",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="case_search"),
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
                        blank=True,
                        null=True,
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
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=0, verbose_name="第几轮")),
                ("amount", models.PositiveSmallIntegerField(verbose_name="延长")),
                (
                    "unit",
                    models.CharField(
                        choices=[("day", "工作日"), ("hour", "工作时")], max_length=4, verbose_name="单位"
                    ),
                ),
                ("reason", models.TextField(max_length=2000, verbose_name="理由")),
                (
                    "asked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="申请时间",
                    ),
                ),
                ("is_granted", models.BooleanField(blank=True, null=True, verbose_name="已批准")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="批复时间")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="申请人",
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extensions",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批准人",
                    ),
                ),
            ],
            options={
                "verbose_name": "延期",
                "verbose_name_plural": "延期",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("is_granted__isnull", True), ("is_granted", True), _connector="OR"
                        ),
                        fields=("case", "round"),
                        name="case_extended_once",
                        violation_error_message="每个办件只能延期一次，已经申请过或批准过延期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at__isnull", True), ("is_granted__isnull", True)),
                            models.Q(("decided_at__isnull", False), ("is_granted__isnull", False)),
                            _connector="OR",
                        ),
                        name="extension_decided_has_moment",
                        violation_error_message="批复要有时间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("amount__gte", 1)),
                        name="extension_amount_positive",
                        violation_error_message="延长的时间至少是 1。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RuleSetInForce",
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
                            ("dispute", "纠纷"),
                            ("event", "事件"),
                            ("errand", "帮代办"),
                            ("property", "物业"),
                            ("request", "诉求"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="执行期间")),
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
                    "rule_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placed",
                        to="casework.ruleset",
                        verbose_name="规则集",
                    ),
                ),
            ],
            options={
                "verbose_name": "规则集的执行",
                "verbose_name_plural": "规则集的执行",
                "ordering": ["area_code", "valid"],
                "indexes": [models.Index(fields=["area_code", "kind"], name="rule_set_in_force_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("kind", "="), ("valid", "&&")],
                        name="rule_set_in_force_once",
                        violation_error_message="这里在此期间已有一套规则在执行。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Supervision",
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
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "普通"), (1, "黄牌"), (2, "红牌")], verbose_name="等级"
                    ),
                ),
                (
                    "limit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accept", "受理"),
                            ("assign", "分派"),
                            ("handle", "办结"),
                            ("perform", "履行"),
                            ("follow_up", "回访"),
                            ("respond", "答复工单"),
                        ],
                        max_length=10,
                        verbose_name="超期环节",
                    ),
                ),
                ("limit_ended_on", models.DateField(blank=True, null=True, verbose_name="限期止于")),
                ("given_on", models.DateField(default=governance.kernel.days.today, verbose_name="发出日期")),
                ("demand", models.TextField(max_length=2000, verbose_name="督办要求")),
                ("reply_by", models.DateField(blank=True, null=True, verbose_name="答复期限")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="整改说明")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("lifted_on", models.DateField(blank=True, null=True, verbose_name="解除日期")),
                ("lift_reason", models.CharField(blank=True, max_length=500, verbose_name="解除理由")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supervisions",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "given_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="督办人",
                    ),
                ),
                (
                    "lifted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="解除人",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="casework.deadlinerule",
                        verbose_name="时限规则",
                    ),
                ),
            ],
            options={
                "verbose_name": "督办",
                "verbose_name_plural": "督办",
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["area_code", "given_on"], name="supervision_area"),
                    models.Index(
                        condition=models.Q(("lifted_on", None)), fields=["case"], name="supervision_open"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("limit_ended_on__isnull", False)),
                        fields=("case", "area", "grade", "limit", "limit_ended_on"),
                        name="supervision_card_once",
                        violation_error_message="同一限期的同一等级只记一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_on__isnull", True),
                            models.Q(("lift_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="supervision_lifted_has_reason",
                        violation_error_message="解除督办要写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="supervision_answered_has_words",
                        violation_error_message="答复要写明整改情况。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WarningLetter",
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
                ("text", models.TextField(max_length=4000, verbose_name="内容")),
                ("sent_on", models.DateField(default=governance.kernel.days.today, verbose_name="发出日期")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="答复")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                (
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "read_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="阅读人",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发出人",
                    ),
                ),
            ],
            options={
                "verbose_name": "预警函",
                "verbose_name_plural": "预警函",
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["area_code", "sent_on"], name="letter_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="letter_answered_has_words",
                        violation_error_message="答复要写明怎么办。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkOrder",
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
                        choices=[("refer", "转请协办"), ("transfer", "移交"), ("whistle", "吹哨")],
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                ("reason", models.TextField(max_length=2000, verbose_name="事由")),
                (
                    "sent_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="发出时间",
                    ),
                ),
                ("respond_by", models.DateTimeField(verbose_name="答复期限")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "待接收"),
                            ("taken", "已接收"),
                            ("returned", "已退回"),
                            ("answered", "已答复"),
                            ("closed", "已办结"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="offered",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("arrived_at", models.DateTimeField(blank=True, null=True, verbose_name="到场时间")),
                ("attendee", models.CharField(blank=True, max_length=40, verbose_name="到场人")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="办理结果")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="答复时间")),
                (
                    "ended_note",
                    models.TextField(blank=True, max_length=2000, verbose_name="退回、撤回的理由"),
                ),
                (
                    "rating",
                    models.CharField(
                        blank=True,
                        choices=[("prompt", "及时到位"), ("fair", "一般"), ("poor", "不到位")],
                        default="",
                        max_length=10,
                        verbose_name="对承办单位的评价",
                    ),
                ),
                (
                    "need",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("needed", "确需联办"),
                            ("avoidable", "可自行解决"),
                            ("misplaced", "不属本单位职责"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="对吹哨的评价",
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="orders",
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "from_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders_sent",
                        to="people.post",
                        verbose_name="发出单位",
                    ),
                ),
                (
                    "sent_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发出人",
                    ),
                ),
                (
                    "to_post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders_received",
                        to="people.post",
                        verbose_name="接收单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "工单",
                "verbose_name_plural": "工单",
                "indexes": [
                    models.Index(fields=["area_code", "respond_by"], name="order_area"),
                    models.Index(fields=["to_post", "respond_by"], name="order_to"),
                    models.Index(fields=["from_post", "respond_by"], name="order_from"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ["offered", "taken"])),
                        fields=("case", "to_post"),
                        name="order_waiting_once",
                        violation_error_message="这个单位还有一张没有答复的工单。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "transfer"), ("state__in", ["offered", "taken"])),
                        fields=("case",),
                        name="order_one_transfer",
                        violation_error_message="已经有一张移交工单在等待答复。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_post__isnull", True),
                            models.Q(("from_post", models.F("to_post")), _negated=True),
                            _connector="OR",
                        ),
                        name="order_two_offices",
                        violation_error_message="发出单位和接收单位不能是同一个岗位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "answered"), _negated=True),
                            ("answered_at__isnull", False),
                            _connector="OR",
                        ),
                        name="order_answered_has_moment",
                        violation_error_message="已答复的工单要有答复时间。",
                    ),
                ],
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
