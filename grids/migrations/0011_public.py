import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("grids", "0010_community_desk"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrivacyNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[("report", "居民上报"), ("suggestion", "投诉建议"), ("progress", "查进度")],
                        max_length=12,
                        verbose_name="表单",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("text", models.TextField(max_length=4000, verbose_name="告知内容")),
                ("text_en", models.TextField(blank=True, max_length=6000, verbose_name="告知内容（英文）")),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="启用日期")),
            ],
            options={
                "verbose_name": "隐私告知",
                "verbose_name_plural": "隐私告知",
                "ordering": ["form", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("form", "version"),
                        name="grids_notice_once",
                        violation_error_message="这个表单已有同一版本的隐私告知，请换一个版本号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicCode",
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
                ("token", models.CharField(editable=False, max_length=8, unique=True, verbose_name="码")),
                (
                    "kind",
                    models.CharField(
                        choices=[("building", "楼院码"), ("grid", "网格码")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "opened_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="启用日期"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
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
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="制码人",
                    ),
                ),
            ],
            options={
                "verbose_name": "公众码",
                "verbose_name_plural": "公众码",
                "indexes": [models.Index(fields=["area_code", "id"], name="grids_code_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("area",),
                        name="grids_code_once",
                        violation_error_message="这个地方已经有一个在用的码，请先停用。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="grids_code_closed_after_opened",
                        violation_error_message="停用日期不能早于启用日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicTry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("report", "上报"),
                            ("place", "一处的上报"),
                            ("suggest", "投诉建议"),
                            ("look_up", "查进度"),
                            ("code", "一个查询码"),
                            ("verdict", "反馈结果"),
                        ],
                        max_length=10,
                        verbose_name="事项",
                    ),
                ),
                (
                    "key_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                ("seconds", models.PositiveIntegerField(verbose_name="窗口秒数")),
                ("window_start", models.DateTimeField(verbose_name="窗口开始")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="次数")),
            ],
            options={
                "verbose_name": "公众访问计数",
                "verbose_name_plural": "公众访问计数",
                "indexes": [models.Index(fields=["window_start"], name="grids_try_window")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("purpose", "key_index", "seconds", "window_start"), name="grids_try_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResidentReport",
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
                    "public_code",
                    models.CharField(editable=False, max_length=10, unique=True, verbose_name="查询码"),
                ),
                ("client_uuid", models.UUIDField(editable=False, unique=True, verbose_name="提交编号")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("safety", "安全隐患（堵通道、飞线充电等）"),
                            ("urgent", "漏水、停电、停暖、路面塌陷"),
                            ("clean", "垃圾、卫生、噪声"),
                            ("street", "乱停车、占道"),
                            ("facility", "路灯、井盖等公共设施"),
                            ("property", "物业问题"),
                            ("livelihood", "求助和民生"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="是什么事",
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="情况")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="具体位置")),
                ("has_joined", models.BooleanField(default=False, verbose_name="并入已有事件")),
                (
                    "reported_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="上报时间"
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
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="grids.publiccode",
                        verbose_name="公众码",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resident_reports",
                        to="grids.event",
                        verbose_name="事件",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.privacynotice",
                        verbose_name="隐私告知",
                    ),
                ),
                (
                    "reporter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="report",
                        to="grids.eventreporter",
                        verbose_name="上报人",
                    ),
                ),
            ],
            options={
                "verbose_name": "居民上报",
                "verbose_name_plural": "居民上报",
                "indexes": [models.Index(fields=["area_code", "reported_at"], name="grids_report_area")],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
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
                ("number", models.CharField(editable=False, max_length=20, unique=True, verbose_name="编号")),
                (
                    "public_code",
                    models.CharField(editable=False, max_length=10, unique=True, verbose_name="查询码"),
                ),
                ("client_uuid", models.UUIDField(editable=False, unique=True, verbose_name="提交编号")),
                (
                    "kind",
                    models.CharField(
                        choices=[("complaint", "投诉"), ("proposal", "建议"), ("question", "咨询")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[("matter", "某件事"), ("service", "服务和态度"), ("portal", "这个平台")],
                        max_length=10,
                        verbose_name="关于",
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="内容")),
                (
                    "phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="电话"
                    ),
                ),
                (
                    "phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="电话"),
                ),
                (
                    "tail_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "已答复"),
                            ("reopened", "再次反映"),
                            ("closed", "已办结"),
                        ],
                        default="received",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="收到日期"),
                ),
                ("due_on", models.DateField(verbose_name="答复期限")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                ("reopened_count", models.PositiveSmallIntegerField(default=0, verbose_name="再次反映次数")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fair", "基本满意"), ("dissatisfied", "不满意")],
                        default="",
                        max_length=12,
                        verbose_name="评价",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="公开日期")),
                ("public_text", models.TextField(blank=True, max_length=1000, verbose_name="公开的问题")),
                ("public_answer", models.TextField(blank=True, max_length=1000, verbose_name="公开的答复")),
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
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                (
                    "code",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.publiccode",
                        verbose_name="公众码",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.privacynotice",
                        verbose_name="隐私告知",
                    ),
                ),
            ],
            options={
                "verbose_name": "投诉建议",
                "verbose_name_plural": "投诉建议",
                "indexes": [
                    models.Index(fields=["area_code", "due_on", "id"], name="grids_suggestion_area"),
                    models.Index(
                        condition=models.Q(("published_on__isnull", False)),
                        fields=["area_code", "published_on"],
                        name="grids_suggestion_published",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("received", "reopened")),
                            ("answered_on__isnull", False),
                            _connector="OR",
                        ),
                        name="grids_suggestion_answered",
                        violation_error_message="已答复的投诉建议要有答复日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_on__isnull", True),
                            models.Q(
                                models.Q(("public_text", ""), _negated=True),
                                models.Q(("public_answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="grids_suggestion_published_whole",
                        violation_error_message="公开时要写明问题和答复两部分。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuggestionEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=20, verbose_name="动作")),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "已答复"),
                            ("reopened", "再次反映"),
                            ("closed", "已办结"),
                        ],
                        max_length=10,
                        verbose_name="原状态",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "已答复"),
                            ("reopened", "再次反映"),
                            ("closed", "已办结"),
                        ],
                        max_length=10,
                        verbose_name="新状态",
                    ),
                ),
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
                    "by",
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
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="grids.suggestion",
                        verbose_name="投诉建议",
                    ),
                ),
            ],
            options={
                "verbose_name": "投诉建议记录",
                "verbose_name_plural": "投诉建议记录",
                "ordering": ["id"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestionentry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d2d762e2989218b9044bab7700ade584e2bad36c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fa798",
                    table="grids_suggestionentry",
                    when="BEFORE",
                ),
            ),
        ),
    ]
