"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import disputes.models.ticket
import governance.kernel.days
import governance.kernel.sealing
from governance.kernel.squashing import Squashed


class Migration(Squashed):
    replaces = [
        ("disputes", "0001_initial"),
        ("disputes", "0002_from_visit"),
        ("disputes", "0003_safety"),
        ("disputes", "0004_community_may_lead"),
        ("disputes", "0005_series_households"),
        ("disputes", "0006_category_schemes"),
        ("disputes", "0007_lifecycle"),
        ("disputes", "0008_reception"),
        ("disputes", "0009_litigation"),
        ("disputes", "0010_papers"),
        ("disputes", "0011_joint_room"),
        ("disputes", "0012_alike"),
        ("disputes", "0013_court"),
        ("disputes", "0014_matters_of_before"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0001_initial"),
        ("files", "0002_tables"),
        ("grids", "0006_rhythms_campaigns"),
        ("people", "0002_handover"),
    ]

    operations = [
        migrations.CreateModel(
            name="Category",
            fields=[
                (
                    "code",
                    models.CharField(max_length=4, primary_key=True, serialize=False, verbose_name="代码"),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("is_restricted", models.BooleanField(default=False, verbose_name="限定范围可见")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="disputes.category",
                        verbose_name="大类",
                    ),
                ),
                (
                    "community_may_lead",
                    models.BooleanField(
                        default=False,
                        help_text="在社区工作清单内，主责可以交给社区和网格",
                        verbose_name="社区可主责",
                    ),
                ),
                (
                    "bars_confirmation",
                    models.BooleanField(db_default=False, default=False, verbose_name="不能申请司法确认"),
                ),
            ],
            options={
                "verbose_name": "纠纷类别",
                "verbose_name_plural": "纠纷类别",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="MediationCentre",
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
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("address", models.CharField(blank=True, max_length=200, verbose_name="地址")),
                ("is_model", models.BooleanField(default=False, verbose_name="示范中心")),
                ("opened_on", models.DateField(verbose_name="启用日期")),
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
                    "level",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.arealevel",
                        verbose_name="层级",
                    ),
                ),
                (
                    "hours",
                    models.CharField(blank=True, db_default="", max_length=60, verbose_name="开放时间"),
                ),
                (
                    "phone",
                    models.CharField(blank=True, db_default="", max_length=20, verbose_name="对外电话"),
                ),
            ],
            options={
                "verbose_name": "综治中心",
                "verbose_name_plural": "综治中心",
                "indexes": [models.Index(fields=["area_code", "opened_on"], name="centre_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="centre_name_once",
                        violation_error_message="这里已有同名的综治中心。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CentreWindow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="窗口号")),
                ("purpose", models.CharField(max_length=40, verbose_name="办理事项")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="windows",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
            ],
            options={
                "verbose_name": "窗口",
                "verbose_name_plural": "窗口",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("centre", "number"),
                        name="centre_window_once",
                        violation_error_message="这个中心已有同号的窗口，请换一个窗口号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QueueTicket",
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
                ("day", models.DateField(default=governance.kernel.days.today, verbose_name="日期")),
                ("number", models.PositiveSmallIntegerField(verbose_name="号码")),
                (
                    "token",
                    models.CharField(
                        default=disputes.models.ticket.new_token,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="查询码",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等候"),
                            ("called", "已叫号"),
                            ("served", "已接待"),
                            ("left", "已离开"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "drawn_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="取号时间"),
                ),
                ("called_at", models.DateTimeField(blank=True, null=True, verbose_name="叫号时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="结束时间")),
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
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="disputes.centrewindow",
                        verbose_name="窗口",
                    ),
                ),
            ],
            options={
                "verbose_name": "排队号",
                "verbose_name_plural": "排队号",
                "indexes": [models.Index(fields=["area_code", "day"], name="ticket_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "day", "number"),
                        name="ticket_number_once",
                        violation_error_message="这个号码今天已经取过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "called"), _negated=True),
                            models.Q(("called_at__isnull", False), ("window__isnull", False)),
                            _connector="OR",
                        ),
                        name="ticket_called_has_window",
                        violation_error_message="叫号要写明到哪个窗口。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reception",
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
                ("received_at", models.DateTimeField(verbose_name="接待时间")),
                ("received_on", models.DateField(verbose_name="接待日期")),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("window", "窗口"),
                            ("phone", "电话"),
                            ("online", "网上"),
                            ("letter", "来信"),
                        ],
                        default="window",
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                ("visitor_masked", models.CharField(blank=True, max_length=40, verbose_name="来访人")),
                ("people_count", models.PositiveIntegerField(default=1, verbose_name="人数")),
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
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receptions",
                        to="disputes.mediationcentre",
                        verbose_name="中心",
                    ),
                ),
                (
                    "received_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="接待人",
                    ),
                ),
                (
                    "representatives",
                    models.CharField(blank=True, db_default="", max_length=60, verbose_name="代表"),
                ),
                (
                    "ticket",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception",
                        to="disputes.queueticket",
                        verbose_name="排队号",
                    ),
                ),
            ],
            options={
                "verbose_name": "接待",
                "verbose_name_plural": "接待",
                "indexes": [models.Index(fields=["area_code", "received_on"], name="reception_area")],
            },
        ),
        migrations.CreateModel(
            name="Matter",
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
                ("title", models.CharField(max_length=100, verbose_name="事项")),
                ("received_on", models.DateField(verbose_name="接待日期")),
                ("answer", models.CharField(blank=True, max_length=500, verbose_name="答复")),
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
                    "reception",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="disputes.reception",
                        verbose_name="接待",
                    ),
                ),
                (
                    "disposal",
                    models.CharField(
                        choices=[
                            ("pending", "待处理"),
                            ("dispute", "立为纠纷"),
                            ("answered", "当场答复"),
                            ("petition", "转信访"),
                            ("hotline", "转 12345"),
                            ("department", "转部门"),
                        ],
                        db_default="pending",
                        default="pending",
                        max_length=10,
                        verbose_name="处理方式",
                    ),
                ),
                (
                    "external_number",
                    models.CharField(blank=True, db_default="", max_length=60, verbose_name="对方编号"),
                ),
                (
                    "handed_to",
                    models.CharField(blank=True, db_default="", max_length=60, verbose_name="转往单位"),
                ),
                (
                    "result",
                    models.CharField(blank=True, db_default="", max_length=500, verbose_name="办理结果"),
                ),
                ("result_on", models.DateField(blank=True, null=True, verbose_name="结果日期")),
            ],
            options={
                "verbose_name": "事项",
                "verbose_name_plural": "事项",
                "indexes": [models.Index(fields=["area_code", "received_on"], name="matter_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disposal", "department"), _negated=True),
                            models.Q(("handed_to", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="matter_handed_on_says_where",
                        violation_error_message="转部门要写明转给哪个单位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disposal", "answered"), _negated=True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="matter_answered_has_answer",
                        violation_error_message="当场答复要写明答复内容。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("result", ""), ("result_on__isnull", False), _connector="OR"),
                        name="matter_result_has_day",
                        violation_error_message="办理结果要有日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispute",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="dispute",
                        serialize=False,
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                ("occurred_on", models.DateField(blank=True, null=True, verbose_name="发生日期")),
                (
                    "complexity",
                    models.CharField(
                        choices=[("simple", "简单"), ("ordinary", "一般"), ("hard", "疑难")],
                        default="ordinary",
                        max_length=10,
                        verbose_name="难易",
                    ),
                ),
                (
                    "scale",
                    models.CharField(
                        choices=[("01", "个体性"), ("02", "一般群体性"), ("03", "重大群体性")],
                        default="01",
                        max_length=2,
                        verbose_name="规模",
                    ),
                ),
                ("people_count", models.PositiveIntegerField(default=2, verbose_name="涉及人数")),
                ("involved_org", models.CharField(blank=True, max_length=100, verbose_name="涉及单位")),
                (
                    "risk",
                    models.CharField(
                        choices=[("low", "低"), ("medium", "中"), ("high", "高")],
                        default="low",
                        max_length=10,
                        verbose_name="风险",
                    ),
                ),
                (
                    "method",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0101", "司法调解"),
                            ("0102", "行政调解"),
                            ("0103", "人民调解"),
                            ("0104", "仲裁调解"),
                            ("0105", "商事调解"),
                            ("0106", "行业调解"),
                            ("0107", "律师调解"),
                            ("0199", "其他调解"),
                            ("0201", "民商事仲裁"),
                            ("0202", "农村土地承包仲裁"),
                            ("0203", "劳动人事仲裁"),
                            ("0204", "其他仲裁"),
                            ("03", "行政复议"),
                            ("04", "行政裁决"),
                            ("05", "诉讼"),
                            ("06", "协商和解"),
                        ],
                        default="",
                        max_length=4,
                        verbose_name="化解方式",
                    ),
                ),
                ("told_paths_on", models.DateField(blank=True, null=True, verbose_name="告知其他途径日期")),
                (
                    "track",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("arbitration", "仲裁"),
                            ("lawsuit", "诉讼"),
                            ("reconsideration", "行政复议"),
                            ("ruling", "行政裁决"),
                            ("petition", "信访"),
                            ("police", "公安"),
                        ],
                        default="",
                        max_length=20,
                        verbose_name="导入渠道",
                    ),
                ),
                (
                    "external_number",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="外部编号"),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disputes",
                        to="disputes.category",
                        verbose_name="纠纷类别",
                    ),
                ),
                (
                    "mediator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调解员",
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="disputes",
                        to="disputes.matter",
                        verbose_name="来访事项",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="disputes",
                        to="grids.visit",
                        verbose_name="来自走访",
                    ),
                ),
                (
                    "involves_minor",
                    models.BooleanField(db_default=False, default=False, verbose_name="涉及未成年人"),
                ),
                (
                    "mediator_chosen",
                    models.BooleanField(db_default=False, default=False, verbose_name="当事人选定调解员"),
                ),
                (
                    "right_path",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("arbitration", "仲裁"),
                            ("lawsuit", "诉讼"),
                            ("reconsideration", "行政复议"),
                            ("ruling", "行政裁决"),
                            ("petition", "信访"),
                            ("police", "公安"),
                        ],
                        db_default="",
                        default="",
                        max_length=20,
                        verbose_name="告知的途径",
                    ),
                ),
            ],
            options={
                "verbose_name": "纠纷",
                "verbose_name_plural": "纠纷",
                "indexes": [models.Index(fields=["category", "case"], name="dispute_category")],
            },
        ),
        migrations.CreateModel(
            name="Agreement",
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
                        choices=[("written", "书面协议"), ("oral", "口头协议")],
                        max_length=10,
                        verbose_name="形式",
                    ),
                ),
                ("content", models.TextField(max_length=4000, verbose_name="协议内容")),
                ("effective_on", models.DateField(blank=True, null=True, verbose_name="生效日期")),
                ("amount_cents", models.BigIntegerField(blank=True, null=True, verbose_name="金额（分）")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreements",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                ("copies", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="份数")),
                (
                    "disputed",
                    models.TextField(
                        blank=True, db_default="", default="", max_length=2000, verbose_name="争议事项"
                    ),
                ),
                (
                    "facts",
                    models.TextField(
                        blank=True, db_default="", default="", max_length=4000, verbose_name="主要事实"
                    ),
                ),
                (
                    "responsibilities",
                    models.TextField(
                        blank=True, db_default="", default="", max_length=2000, verbose_name="各方责任"
                    ),
                ),
                (
                    "term",
                    models.TextField(
                        blank=True, db_default="", default="", max_length=2000, verbose_name="履行方式和期限"
                    ),
                ),
                ("version", models.PositiveIntegerField(db_default=1, default=1, verbose_name="版本")),
            ],
            options={
                "verbose_name": "调解协议",
                "verbose_name_plural": "调解协议",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_cents__isnull", True), ("amount_cents__gte", 0), _connector="OR"
                        ),
                        name="agreement_amount_not_negative",
                        violation_error_message="金额不能为负数。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("effective_on__isnull", True)),
                        fields=("dispute",),
                        name="agreement_one_draft",
                        violation_error_message="这件纠纷已经有一份正在起草的协议，请在那一份上修改。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "followed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="回访日期"),
                ),
                (
                    "method",
                    models.CharField(
                        choices=[("phone", "电话"), ("home", "上门"), ("window", "窗口")],
                        default="phone",
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                (
                    "satisfaction",
                    models.CharField(
                        choices=[
                            ("satisfied", "满意"),
                            ("fair", "基本满意"),
                            ("dissatisfied", "不满意"),
                            ("unreached", "未联系上"),
                        ],
                        max_length=20,
                        verbose_name="满意度",
                    ),
                ),
                ("rekindled", models.BooleanField(default=False, verbose_name="有反复")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="回访人",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
            ],
            options={
                "verbose_name": "回访",
                "verbose_name_plural": "回访",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="MediationSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_on", models.DateField(default=governance.kernel.days.today, verbose_name="日期")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("record", models.TextField(blank=True, max_length=4000, verbose_name="调解记录")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "mediator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调解员",
                    ),
                ),
                ("is_open", models.BooleanField(db_default=False, default=False, verbose_name="公开调解")),
                ("version", models.PositiveIntegerField(db_default=1, default=1, verbose_name="版本")),
            ],
            options={
                "verbose_name": "调解",
                "verbose_name_plural": "调解",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("applicant", "申请人"),
                            ("respondent", "被申请人"),
                            ("third_party", "第三人"),
                            ("agent", "委托代理人"),
                            ("invited", "受邀参加人"),
                        ],
                        default="applicant",
                        max_length=20,
                        verbose_name="身份",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="姓名或名称")),
                ("is_org", models.BooleanField(default=False, verbose_name="单位")),
                ("is_representative", models.BooleanField(default=False, verbose_name="代表人")),
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
                    "phone_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "id_no_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="证件号码"
                    ),
                ),
                (
                    "id_no_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="证件号码"),
                ),
                (
                    "id_no_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                ("claim_cents", models.BigIntegerField(blank=True, null=True, verbose_name="诉求金额（分）")),
                (
                    "settled_cents",
                    models.BigIntegerField(blank=True, null=True, verbose_name="落实金额（分）"),
                ),
                ("result", models.CharField(blank=True, max_length=200, verbose_name="结果")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "address_masked",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        editable=False,
                        max_length=20,
                        verbose_name="地址",
                    ),
                ),
                (
                    "address_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, db_default="", default="", editable=False, verbose_name="地址"
                    ),
                ),
                (
                    "authority",
                    models.CharField(
                        blank=True,
                        choices=[("general", "一般授权"), ("special", "特别授权")],
                        db_default="",
                        default="",
                        max_length=10,
                        verbose_name="代理权限",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("0101", "机关企事业从业人员"),
                            ("0102", "农林牧渔人员"),
                            ("0103", "个体、自由职业人员"),
                            ("0104", "军人"),
                            ("0105", "离退休人员"),
                            ("0106", "学生"),
                            ("0107", "无业人员"),
                            ("0199", "其他一般人员"),
                            ("0201", "涉企事业单位改制人员"),
                            ("0207", "农村进城务工人员"),
                            ("0299", "其他群体性诉求人员"),
                        ],
                        db_default="",
                        default="",
                        max_length=4,
                        verbose_name="人员类别",
                    ),
                ),
                (
                    "org_code",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=18, verbose_name="统一社会信用代码"
                    ),
                ),
                (
                    "representative_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="representatives",
                        to="disputes.party",
                        verbose_name="代理或代表谁",
                    ),
                ),
                (
                    "represented_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="represented",
                        to="disputes.party",
                        verbose_name="由哪位代表人代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "当事人",
                "verbose_name_plural": "当事人",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim_cents__isnull", True), ("claim_cents__gte", 0), _connector="OR"),
                            models.Q(
                                ("settled_cents__isnull", True), ("settled_cents__gte", 0), _connector="OR"
                            ),
                        ),
                        name="party_amounts_not_negative",
                        violation_error_message="金额不能为负数。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgreementParty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="disputes.agreement",
                        verbose_name="协议",
                    ),
                ),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="disputes.party",
                        verbose_name="当事人",
                    ),
                ),
                ("amount_cents", models.BigIntegerField(blank=True, null=True, verbose_name="金额（分）")),
                (
                    "obligation",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=500, verbose_name="义务"
                    ),
                ),
                ("signed_on", models.DateField(blank=True, null=True, verbose_name="签名日期")),
            ],
            options={
                "verbose_name": "协议当事人",
                "verbose_name_plural": "协议当事人",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "party"),
                        name="agreement_party_once",
                        violation_error_message="同一当事人在协议上只列一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_cents__isnull", True), ("amount_cents__gte", 0), _connector="OR"
                        ),
                        name="agreement_share_not_negative",
                        violation_error_message="金额不能为负数。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
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
                ("title", models.CharField(max_length=100, verbose_name="名称")),
                (
                    "opened_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="立项日期"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
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
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leads",
                        to="disputes.dispute",
                        verbose_name="示范案",
                    ),
                ),
                ("agreement_text", models.TextField(blank=True, max_length=4000, verbose_name="协议模板")),
                ("counterpart", models.CharField(blank=True, max_length=100, verbose_name="对方当事人")),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="履行期限")),
                (
                    "household_role",
                    models.CharField(
                        choices=[("applicant", "申请人"), ("respondent", "被申请人")],
                        default="applicant",
                        max_length=20,
                        verbose_name="各户的身份",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
            ],
            options={
                "verbose_name": "系列案",
                "verbose_name_plural": "系列案",
                "indexes": [models.Index(fields=["area_code", "opened_on"], name="series_area")],
            },
        ),
        migrations.CreateModel(
            name="SeriesMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("household", models.CharField(max_length=80, verbose_name="户")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("listed", "待告知"),
                            ("informed", "已告知"),
                            ("promised", "已承诺"),
                            ("paid", "已缴清"),
                            ("resigned", "已重签"),
                            ("refused", "已拒绝"),
                            ("dropped", "已销项"),
                        ],
                        default="listed",
                        max_length=10,
                        verbose_name="情况",
                    ),
                ),
                ("due_cents", models.BigIntegerField(blank=True, null=True, verbose_name="应付金额（分）")),
                (
                    "changed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="更新日期"),
                ),
                (
                    "dispute",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="membership",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="members",
                        to="disputes.series",
                        verbose_name="系列案",
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("address", models.CharField(blank=True, max_length=120, verbose_name="地址")),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="姓名")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="备注")),
                ("paid_cents", models.BigIntegerField(default=0, verbose_name="已付金额（分）")),
                (
                    "phone_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="电话"),
                ),
                (
                    "phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="电话"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False, verbose_name="版本")),
            ],
            options={
                "verbose_name": "系列案户",
                "verbose_name_plural": "系列案户",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "household"),
                        name="series_household_once",
                        violation_error_message="同一户在系列案里只列一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("due_cents__isnull", True), ("due_cents__gte", 0), _connector="OR"),
                            ("paid_cents__gte", 0),
                        ),
                        name="series_amounts_not_negative",
                        violation_error_message="金额不能为负数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["listed", "informed", "promised", "paid", "resigned", "refused", "dropped"],
                            )
                        ),
                        name="series_member_state_known",
                        violation_error_message="不认识这种情况，请从列表中选择。",
                    ),
                ],
                "indexes": [models.Index(fields=["series", "state"], name="series_member_state")],
            },
        ),
        migrations.CreateModel(
            name="PoliceReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reported_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="报告时间"),
                ),
                ("reported_to", models.CharField(max_length=80, verbose_name="报告给")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("emergency", "拨打 110"),
                            ("phone", "电话告知派出所"),
                            ("in_person", "当面告知"),
                            ("written", "书面移送"),
                        ],
                        default="emergency",
                        max_length=10,
                        verbose_name="报告方式",
                    ),
                ),
                ("content", models.CharField(max_length=1000, verbose_name="报告内容")),
                (
                    "post_label",
                    models.CharField(blank=True, editable=False, max_length=120, verbose_name="报告岗位"),
                ),
                (
                    "external_number",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="接警或受案编号"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="记录时间",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="police_reports",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报告人",
                    ),
                ),
            ],
            options={
                "verbose_name": "报告公安机关",
                "verbose_name_plural": "报告公安机关",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SeriesStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="动作")),
                ("note", models.CharField(max_length=500, verbose_name="依据或理由")),
                ("count", models.PositiveIntegerField(verbose_name="户数")),
                ("post_label", models.CharField(blank=True, max_length=120, verbose_name="岗位")),
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
                    "series",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="disputes.series",
                        verbose_name="系列案",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="disputes.seriesstep",
                        verbose_name="更正的步骤",
                    ),
                ),
            ],
            options={
                "verbose_name": "系列案批量办理",
                "verbose_name_plural": "系列案批量办理",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="SeriesMemberChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("listed", "待告知"),
                            ("informed", "已告知"),
                            ("promised", "已承诺"),
                            ("paid", "已缴清"),
                            ("resigned", "已重签"),
                            ("refused", "已拒绝"),
                            ("dropped", "已销项"),
                        ],
                        max_length=10,
                        verbose_name="原情况",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("listed", "待告知"),
                            ("informed", "已告知"),
                            ("promised", "已承诺"),
                            ("paid", "已缴清"),
                            ("resigned", "已重签"),
                            ("refused", "已拒绝"),
                            ("dropped", "已销项"),
                        ],
                        max_length=10,
                        verbose_name="新情况",
                    ),
                ),
                ("paid_before", models.BigIntegerField(default=0, verbose_name="原已付金额（分）")),
                ("paid_after", models.BigIntegerField(default=0, verbose_name="新已付金额（分）")),
                (
                    "member",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="disputes.seriesmember",
                        verbose_name="系列案户",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="disputes.seriesstep",
                        verbose_name="批量办理",
                    ),
                ),
            ],
            options={
                "verbose_name": "系列案户变动",
                "verbose_name_plural": "系列案户变动",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("step", "member"),
                        name="series_change_once",
                        violation_error_message="一次批量办理里，同一户只记一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SchemeKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=[("justice", "司法行政人民调解统计")], max_length=20, verbose_name="统计口径"
                    ),
                ),
                ("code", models.CharField(max_length=4, verbose_name="代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("is_rest", models.BooleanField(default=False, verbose_name="归总其他")),
            ],
            options={
                "verbose_name": "统计类别",
                "verbose_name_plural": "统计类别",
                "ordering": ["scheme", "code"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "code"),
                        name="scheme_kind_once",
                        violation_error_message="这个统计口径里已有同样代码的类别。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_rest", True)),
                        fields=("scheme",),
                        name="scheme_one_rest",
                        violation_error_message="一个统计口径只有一个归总其他的类别。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CategoryMap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=[("justice", "司法行政人民调解统计")], max_length=20, verbose_name="统计口径"
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mapped",
                        to="disputes.category",
                        verbose_name="纠纷类别",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mapped",
                        to="disputes.schemekind",
                        verbose_name="统计类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "类别对照",
                "verbose_name_plural": "类别对照",
                "ordering": ["scheme", "category"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("scheme", "category"),
                        name="category_mapped_once",
                        violation_error_message="同一类别在一个统计口径里只归一类。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JudicialConfirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("court", models.CharField(max_length=100, verbose_name="法院")),
                ("applied_on", models.DateField(verbose_name="申请日期")),
                (
                    "external_number",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="案号"),
                ),
                (
                    "papers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("application", "司法确认申请书"),
                                ("agreement", "调解协议书"),
                                ("identity", "身份证明、资格证明"),
                                ("title", "财产权利证明"),
                                ("delivery", "送达地址、联系电话"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="提交的材料",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="裁定日期")),
                ("is_confirmed", models.BooleanField(blank=True, null=True, verbose_name="确认有效")),
                (
                    "ruling_note",
                    models.TextField(blank=True, default="", max_length=2000, verbose_name="裁定说明"),
                ),
                (
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmation",
                        to="disputes.agreement",
                        verbose_name="协议",
                    ),
                ),
            ],
            options={
                "verbose_name": "司法确认",
                "verbose_name_plural": "司法确认",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", True), ("is_confirmed__isnull", True)),
                            models.Q(("decided_on__isnull", False), ("is_confirmed__isnull", False)),
                            _connector="OR",
                        ),
                        name="confirmation_decided_has_day",
                        violation_error_message="裁定要有日期和结果。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on__isnull", True),
                            ("decided_on__gte", models.F("applied_on")),
                            _connector="OR",
                        ),
                        name="confirmation_decided_after_applied",
                        violation_error_message="裁定日期不能早于申请日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="履行内容")),
                ("amount_cents", models.BigIntegerField(blank=True, null=True, verbose_name="金额（分）")),
                ("due_on", models.DateField(verbose_name="履行期限")),
                ("performed_on", models.DateField(blank=True, null=True, verbose_name="履行日期")),
                (
                    "receipt_note",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="凭证说明"),
                ),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="不再履行日期")),
                (
                    "release_note",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="不再履行原因"),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="obligations",
                        to="disputes.agreement",
                        verbose_name="协议",
                    ),
                ),
                (
                    "entitled",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="disputes.party",
                        verbose_name="权利人",
                    ),
                ),
                (
                    "obliged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="disputes.party",
                        verbose_name="义务人",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.attachment",
                        verbose_name="凭证照片",
                    ),
                ),
            ],
            options={
                "verbose_name": "履行事项",
                "verbose_name_plural": "履行事项",
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("performed_on__isnull", True), ("released_on__isnull", True)),
                        fields=["due_on"],
                        name="obligation_due",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_cents__isnull", True), ("amount_cents__gte", 0), _connector="OR"
                        ),
                        name="obligation_amount_not_negative",
                        violation_error_message="金额不能为负数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("performed_on__isnull", True), ("released_on__isnull", True), _connector="OR"
                        ),
                        name="obligation_ends_once",
                        violation_error_message="同一事项不能既已履行又不再履行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("released_on__isnull", True),
                            models.Q(("release_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="obligation_release_has_reason",
                        violation_error_message="不再履行要写明原因。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("entitled__isnull", True),
                            models.Q(("entitled", models.F("obliged")), _negated=True),
                            _connector="OR",
                        ),
                        name="obligation_between_two",
                        violation_error_message="义务人和权利人不能是同一人。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionAttendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, default="", max_length=80, verbose_name="姓名或名称")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "当事人"),
                            ("mediator", "调解员"),
                            ("organ", "联调单位"),
                            ("invited", "受邀参加人"),
                            ("recorder", "记录人"),
                        ],
                        max_length=10,
                        verbose_name="身份",
                    ),
                ),
                ("consent", models.BooleanField(default=False, verbose_name="当事人同意其参加")),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.party",
                        verbose_name="当事人",
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
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="disputes.mediationsession",
                        verbose_name="调解",
                    ),
                ),
            ],
            options={
                "verbose_name": "到场人",
                "verbose_name_plural": "到场人",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("party__isnull", False), ("post__isnull", True)),
                            models.Q(("name", ""), ("party__isnull", True), ("post__isnull", False)),
                            models.Q(
                                ("party__isnull", True),
                                ("post__isnull", True),
                                models.Q(("name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="attendance_is_somebody",
                        violation_error_message="到场人填当事人、岗位或者姓名中的一项。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "invited"), _negated=True), ("consent", True), _connector="OR"
                        ),
                        name="attendance_invited_with_consent",
                        violation_error_message="受邀参加人要先征得双方当事人同意。",
                    ),
                    models.UniqueConstraint(
                        fields=("session", "party"),
                        name="attendance_party_once",
                        violation_error_message="同一当事人只列一次。",
                    ),
                    models.UniqueConstraint(
                        fields=("session", "post"),
                        name="attendance_post_once",
                        violation_error_message="同一岗位只列一次。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrackLimit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("arbitration", "仲裁"),
                            ("lawsuit", "诉讼"),
                            ("reconsideration", "行政复议"),
                            ("ruling", "行政裁决"),
                            ("petition", "信访"),
                            ("police", "公安"),
                        ],
                        max_length=20,
                        verbose_name="渠道",
                    ),
                ),
                (
                    "category_prefix",
                    models.CharField(blank=True, default="", max_length=4, verbose_name="类别代码开头"),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "accept_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="受理期限（天）"),
                ),
                (
                    "result_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="办结期限（天）"),
                ),
                ("more_days", models.PositiveSmallIntegerField(default=0, verbose_name="可延长（天）")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "其他渠道时限",
                "verbose_name_plural": "其他渠道时限",
                "ordering": ["track", "category_prefix"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("track", "category_prefix"),
                        name="track_limit_once",
                        violation_error_message="同一渠道和类别只能有一条时限。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrackReferral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("arbitration", "仲裁"),
                            ("lawsuit", "诉讼"),
                            ("reconsideration", "行政复议"),
                            ("ruling", "行政裁决"),
                            ("petition", "信访"),
                            ("police", "公安"),
                        ],
                        max_length=20,
                        verbose_name="渠道",
                    ),
                ),
                ("body", models.CharField(blank=True, default="", max_length=100, verbose_name="受理机关")),
                (
                    "external_number",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="对方编号"),
                ),
                ("sent_on", models.DateField(default=governance.kernel.days.today, verbose_name="导入日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="对方办结期限")),
                ("result", models.TextField(blank=True, default="", max_length=2000, verbose_name="结果")),
                ("result_on", models.DateField(blank=True, null=True, verbose_name="结果日期")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "limit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.tracklimit",
                        verbose_name="时限",
                    ),
                ),
            ],
            options={
                "verbose_name": "导入其他渠道",
                "verbose_name_plural": "导入其他渠道",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", ""), ("result_on__isnull", True)),
                            models.Q(models.Q(("result", ""), _negated=True), ("result_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_result_has_day",
                        violation_error_message="结果和结果日期要一起填写。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result_on__isnull", True),
                            ("result_on__gte", models.F("sent_on")),
                            _connector="OR",
                        ),
                        name="referral_result_after_sent",
                        violation_error_message="结果日期不能早于导入日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CentreRoom",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hall", "群众接待厅"),
                            ("mediation", "矛盾纠纷调处室"),
                            ("grid", "网格化管理室"),
                            ("counselling", "心理咨询室"),
                            ("monitoring", "监控研判室"),
                            ("social", "社会工作室"),
                            ("other", "其他"),
                        ],
                        default="mediation",
                        max_length=12,
                        verbose_name="用途",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=40, verbose_name="楼层、房号")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
            ],
            options={
                "verbose_name": "功能室",
                "verbose_name_plural": "功能室",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("centre", "name"),
                        name="centre_room_once",
                        violation_error_message="这个中心已有同名的功能室。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CentreUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="单位")),
                (
                    "presence",
                    models.CharField(
                        choices=[("resident", "常驻"), ("rotating", "轮驻"), ("on_call", "随驻")],
                        default="resident",
                        max_length=10,
                        verbose_name="入驻方式",
                    ),
                ),
                ("seat", models.CharField(blank=True, max_length=40, verbose_name="岗位或工位")),
                ("contact", models.CharField(blank=True, max_length=20, verbose_name="办公电话")),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="入驻日期")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="撤出日期")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="disputes.centrewindow",
                        verbose_name="窗口",
                    ),
                ),
            ],
            options={
                "verbose_name": "入驻单位",
                "verbose_name_plural": "入驻单位",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("centre", "name"),
                        name="centre_unit_once",
                        violation_error_message="这个单位已经入驻，请先撤出再重新登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="centre_unit_leaves_after_coming",
                        violation_error_message="撤出日期不能早于入驻日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DisputeDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "content_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="内容"
                    ),
                ),
                (
                    "content_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="内容"),
                ),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="保存时间")),
                ("expires_on", models.DateField(verbose_name="保存到")),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="disputes.matter",
                        verbose_name="来访事项",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dispute_drafts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "纠纷草稿",
                "verbose_name_plural": "纠纷草稿",
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["expires_on"], name="draft_expiry")],
            },
        ),
        migrations.CreateModel(
            name="RosterEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                (
                    "half",
                    models.CharField(
                        choices=[("am", "上午"), ("pm", "下午")], max_length=2, verbose_name="上下午"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roster",
                        to="disputes.centreunit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roster",
                        to="disputes.centrewindow",
                        verbose_name="窗口",
                    ),
                ),
            ],
            options={
                "verbose_name": "窗口排班",
                "verbose_name_plural": "窗口排班",
                "ordering": ["day", "half"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("window", "day", "half"),
                        name="roster_window_once",
                        violation_error_message="这个窗口这半天已经排了单位。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="LitigationFigure",
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
                ("month", models.DateField(help_text="当月 1 日", verbose_name="月份")),
                (
                    "civil_first_instance",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="民商事一审新收",
                    ),
                ),
                (
                    "administrative_first_instance",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="行政一审新收",
                    ),
                ),
                (
                    "population_resident",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100000000)],
                        verbose_name="常住人口",
                    ),
                ),
                (
                    "population_floating",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100000000)],
                        verbose_name="登记流动人口",
                    ),
                ),
                ("source", models.CharField(max_length=100, verbose_name="数据来源")),
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
                "verbose_name": "诉讼数据",
                "verbose_name_plural": "诉讼数据",
                "indexes": [models.Index(fields=["area_code", "month"], name="litigation_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "month"),
                        name="litigation_month_once",
                        violation_error_message="这个县区这个月已有数据，请在原数据上更正。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="litigation_month_is_first_day",
                        violation_error_message="月份写当月 1 日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("population_resident__gt", 0)),
                        name="litigation_has_residents",
                        violation_error_message="常住人口要大于 0。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LitigationCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("civil_first_instance", models.PositiveIntegerField(verbose_name="民商事一审新收")),
                ("administrative_first_instance", models.PositiveIntegerField(verbose_name="行政一审新收")),
                ("population_resident", models.PositiveIntegerField(verbose_name="常住人口")),
                ("population_floating", models.PositiveIntegerField(verbose_name="登记流动人口")),
                ("source", models.CharField(max_length=100, verbose_name="数据来源")),
                ("reason", models.CharField(max_length=200, verbose_name="更正原因")),
                ("replaced_at", models.DateTimeField(auto_now_add=True, verbose_name="更正时间")),
                (
                    "replaced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="更正人",
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="disputes.litigationfigure",
                        verbose_name="诉讼数据",
                    ),
                ),
            ],
            options={
                "verbose_name": "诉讼数据更正",
                "verbose_name_plural": "诉讼数据更正",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="RateDefinition",
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
                    "rate",
                    models.CharField(
                        choices=[("suits", "万人成讼率"), ("filings", "万人起诉率")],
                        max_length=10,
                        verbose_name="指标",
                    ),
                ),
                ("definition", models.CharField(max_length=1, verbose_name="口径")),
                ("from_day", models.DateField(verbose_name="自何日起")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
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
                "verbose_name": "比率口径",
                "verbose_name_plural": "比率口径",
                "ordering": ["-from_day", "-id"],
                "indexes": [
                    models.Index(fields=["area_code", "rate", "from_day"], name="rate_definition_area")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "rate", "from_day"),
                        name="rate_definition_once",
                        violation_error_message="这一天已经定过口径，请另选日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Committee",
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
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "short_word",
                    models.CharField(
                        help_text="写在卷号里，一般用街道、社区的简称", max_length=20, verbose_name="卷号简称"
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=100, verbose_name="地址")),
                ("member_count", models.PositiveSmallIntegerField(default=3, verbose_name="委员人数")),
                ("women_count", models.PositiveSmallIntegerField(default=1, verbose_name="其中妇女")),
                (
                    "elected_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="本届产生日期"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
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
                "verbose_name": "人民调解委员会",
                "verbose_name_plural": "人民调解委员会",
                "indexes": [models.Index(fields=["area_code", "id"], name="committee_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("short_word",),
                        name="committee_short_word_once",
                        violation_error_message="已有调解委员会用这个卷号简称，请换一个，否则卷号会重复。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("area",),
                        name="committee_one_of_an_area",
                        violation_error_message="这个区划已有人民调解委员会。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("women_count__lte", models.F("member_count"))),
                        name="committee_women_among_members",
                        violation_error_message="妇女委员人数不能多于委员人数。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "dispute",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="dossier",
                        serialize=False,
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("serial", models.PositiveIntegerField(verbose_name="顺序号")),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="卷号")),
                ("title", models.CharField(max_length=120, verbose_name="卷名")),
                (
                    "retention",
                    models.CharField(
                        choices=[("short", "短期"), ("long", "长期"), ("permanent", "永久")],
                        default="long",
                        max_length=10,
                        verbose_name="保管期限",
                    ),
                ),
                ("filed_on", models.DateField(default=governance.kernel.days.today, verbose_name="立卷日期")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="disputes.committee",
                        verbose_name="人民调解委员会",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="立卷人",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷宗",
                "verbose_name_plural": "卷宗",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "year", "serial"),
                        name="dossier_number_once",
                        violation_error_message="这个卷号已经给过别的卷宗。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FiledPaper",
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
                            ("cover", "卷宗封面"),
                            ("contents", "卷内目录"),
                            ("application", "人民调解申请书"),
                            ("registration", "受理登记表"),
                            ("rights_notice", "权利义务告知书"),
                            ("identity", "当事人身份证明"),
                            ("proxy", "授权委托书"),
                            ("decline_notice", "不予受理告知书"),
                            ("investigation", "调查记录"),
                            ("evidence", "证据材料清单"),
                            ("record", "调解记录"),
                            ("agreement", "调解协议书"),
                            ("oral_agreement", "口头协议登记表"),
                            ("end_notice", "调解终结告知书"),
                            ("confirmation", "司法确认申请书"),
                            ("receipt", "履行凭证"),
                            ("follow_up", "回访记录"),
                            ("statement", "卷宗情况说明"),
                            ("back_cover", "卷宗封底"),
                        ],
                        max_length=20,
                        verbose_name="文书",
                    ),
                ),
                ("is_on_paper", models.BooleanField(default=False, verbose_name="纸质原件已入卷")),
                ("page_count", models.PositiveSmallIntegerField(default=1, verbose_name="页数")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="整理时间")),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="整理人",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filed_papers",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "pages",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="签字页"
                    ),
                ),
            ],
            options={
                "verbose_name": "入卷文书",
                "verbose_name_plural": "入卷文书",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dispute", "kind"),
                        name="filed_paper_once",
                        violation_error_message="同一种文书在卷宗里只列一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("page_count__gte", 1), ("page_count__lte", 500)),
                        name="filed_paper_has_pages",
                        violation_error_message="页数应在 1 到 500 之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperTemplate",
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
                            ("cover", "卷宗封面"),
                            ("contents", "卷内目录"),
                            ("application", "人民调解申请书"),
                            ("registration", "受理登记表"),
                            ("rights_notice", "权利义务告知书"),
                            ("identity", "当事人身份证明"),
                            ("proxy", "授权委托书"),
                            ("decline_notice", "不予受理告知书"),
                            ("investigation", "调查记录"),
                            ("evidence", "证据材料清单"),
                            ("record", "调解记录"),
                            ("agreement", "调解协议书"),
                            ("oral_agreement", "口头协议登记表"),
                            ("end_notice", "调解终结告知书"),
                            ("confirmation", "司法确认申请书"),
                            ("receipt", "履行凭证"),
                            ("follow_up", "回访记录"),
                            ("statement", "卷宗情况说明"),
                            ("back_cover", "卷宗封底"),
                        ],
                        max_length=20,
                        verbose_name="文书",
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
                "verbose_name": "文书模板",
                "verbose_name_plural": "文书模板",
                "indexes": [
                    models.Index(fields=["area_code", "kind", "-version"], name="paper_template_area")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "kind", "version"),
                        name="paper_template_version_once",
                        violation_error_message="这个版本号已经用过，请刷新页面后重新上传。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VolumeCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="末号")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counters",
                        to="disputes.committee",
                        verbose_name="人民调解委员会",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷号",
                "verbose_name_plural": "卷号",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "year"),
                        name="volume_counter_once",
                        violation_error_message="这个委员会这一年已有卷号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="JointTask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("task", models.CharField(max_length=300, verbose_name="任务")),
                ("due_on", models.DateField(verbose_name="完成期限")),
                ("opinion", models.TextField(blank=True, max_length=2000, verbose_name="意见")),
                ("opinion_on", models.DateField(blank=True, null=True, verbose_name="意见日期")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="完成日期")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "organ",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="联调单位",
                    ),
                ),
                (
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="交办人",
                    ),
                ),
            ],
            options={
                "verbose_name": "联调任务",
                "verbose_name_plural": "联调任务",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dispute", "organ", "task"),
                        name="joint_task_once",
                        violation_error_message="这个单位已经有同样的任务。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("opinion", ""), ("opinion_on__isnull", True)),
                            models.Q(models.Q(("opinion", ""), _negated=True), ("opinion_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="joint_opinion_has_day",
                        violation_error_message="有意见要有日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriesRule",
            fields=[
                (
                    "basis",
                    models.CharField(
                        choices=[("firm", "同一被申请单位"), ("compound", "同一小区、同一事由")],
                        max_length=10,
                        primary_key=True,
                        serialize=False,
                        verbose_name="共同点",
                    ),
                ),
                ("least", models.PositiveSmallIntegerField(verbose_name="至少几件")),
                ("days", models.PositiveSmallIntegerField(verbose_name="几天之内")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "系列案建议规则",
                "verbose_name_plural": "系列案建议规则",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 1), ("least__gte", 2)),
                        name="series_rule_needs_several",
                        violation_error_message="至少两件、一天以上，才谈得上系列。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DisputeLink",
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
                        choices=[("alike", "相似"), ("again", "再次发生"), ("unrelated", "不是同类")],
                        max_length=10,
                        verbose_name="关系",
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        default=list,
                        size=None,
                        verbose_name="为什么",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "linked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="判断时间",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="disputes.dispute",
                        verbose_name="纠纷一",
                    ),
                ),
                (
                    "linked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="判断人",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="disputes.dispute",
                        verbose_name="纠纷二",
                    ),
                ),
            ],
            options={
                "verbose_name": "相似纠纷",
                "verbose_name_plural": "相似纠纷",
                "indexes": [models.Index(fields=["second"], name="dispute_link_second")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("first", "second"),
                        name="dispute_link_once",
                        violation_error_message="这两件纠纷已经判断过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))),
                        name="dispute_link_in_order",
                        violation_error_message="一件纠纷不能和自己相似。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeriesHint",
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
                    "basis",
                    models.CharField(
                        choices=[("firm", "同一被申请单位"), ("compound", "同一小区、同一事由")],
                        max_length=10,
                        verbose_name="共同点",
                    ),
                ),
                ("key", models.CharField(editable=False, max_length=120, verbose_name="识别")),
                ("label", models.CharField(max_length=120, verbose_name="名称")),
                ("first_on", models.DateField(verbose_name="最早登记")),
                ("last_on", models.DateField(verbose_name="最近登记")),
                (
                    "found_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="发现时间",
                    ),
                ),
                ("dismissed_at", models.DateTimeField(editable=False, null=True, verbose_name="不立系列案")),
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
                    "dismissed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="判断人",
                    ),
                ),
                (
                    "disputes",
                    models.ManyToManyField(
                        related_name="series_hints", to="disputes.dispute", verbose_name="纠纷"
                    ),
                ),
            ],
            options={
                "verbose_name": "系列案建议",
                "verbose_name_plural": "系列案建议",
                "indexes": [models.Index(fields=["area_code", "-id"], name="series_hint_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("dismissed_at__isnull", True)),
                        fields=("area", "basis", "key"),
                        name="series_hint_waits_once",
                        violation_error_message="这里已有同样的系列案建议。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CourtDelegation",
            fields=[
                (
                    "dispute",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="delegation",
                        serialize=False,
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                ("court", models.CharField(max_length=100, verbose_name="委派法院")),
                ("external_number", models.CharField(max_length=60, verbose_name="法院案号")),
                (
                    "delegated_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="委派日期"),
                ),
                ("return_by", models.DateField(verbose_name="交回期限")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("agreed", "调解成功"), ("failed", "调解不成"), ("withdrawn", "原告撤诉")],
                        max_length=10,
                        verbose_name="交回结果",
                    ),
                ),
                ("result_note", models.CharField(blank=True, max_length=500, verbose_name="结果说明")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="交回日期")),
            ],
            options={
                "verbose_name": "法院委派",
                "verbose_name_plural": "法院委派",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", ""), ("returned_on", None)),
                            models.Q(("returned_on__isnull", False), models.Q(("result", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="delegation_returned_with_result",
                        violation_error_message="交回法院要写明结果。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("return_by__gte", models.F("delegated_on"))),
                        name="delegation_return_after_day",
                        violation_error_message="交回期限不能早于委派日期。",
                    ),
                    models.UniqueConstraint(
                        fields=("court", "external_number"),
                        name="delegation_number_once",
                        violation_error_message="这个法院案号已经登记过，请核对。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CourtCollaboration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("question", models.CharField(max_length=1000, verbose_name="请教的问题")),
                ("asked_on", models.DateField(default=governance.kernel.days.today, verbose_name="邀请日期")),
                ("answer", models.TextField(blank=True, max_length=4000, verbose_name="法律意见")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="协作结束日期")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="邀请人",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collaborations",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "judge_post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="法官岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "法官协作",
                "verbose_name_plural": "法官协作",
                "ordering": ["-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("dispute", "judge_post"),
                        name="collaboration_open_once",
                        violation_error_message="这位法官正在协作这件纠纷，不用再邀请。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_on", None)),
                            models.Q(models.Q(("answer", ""), _negated=True), ("answered_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="collaboration_answer_has_day",
                        violation_error_message="法律意见要有答复日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SharedCourt",
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
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("place", models.CharField(max_length=120, verbose_name="地点")),
                ("schedule", models.CharField(max_length=200, verbose_name="开放安排")),
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
                    "judge_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="联系法官岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "共享法庭",
                "verbose_name_plural": "共享法庭",
                "indexes": [models.Index(fields=["area_code", "id"], name="shared_court_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="shared_court_once",
                        violation_error_message="这里已有同名的共享法庭。",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seriesstep",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4ff28aeeaf6f18a323e4d5b5d3cf13d48c0e8e44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8e776",
                    table="disputes_seriesstep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seriesmemberchange",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a06e879800c66c9b7dca94f695ab995cb9e2e89",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fcb17",
                    table="disputes_seriesmemberchange",
                    when="BEFORE",
                ),
            ),
        ),
    ]
