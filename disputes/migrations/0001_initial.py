import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0001_initial"),
        ("people", "__first__"),
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
            ],
            options={
                "verbose_name": "事项",
                "verbose_name_plural": "事项",
                "indexes": [models.Index(fields=["area_code", "received_on"], name="matter_area")],
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
                (
                    "effective_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="生效日期"),
                ),
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
                    )
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
            ],
            options={
                "verbose_name": "协议当事人",
                "verbose_name_plural": "协议当事人",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("agreement", "party"),
                        name="agreement_party_once",
                        violation_error_message="同一当事人在协议上只列一次。",
                    )
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
                    "status",
                    models.CharField(
                        choices=[
                            ("informed", "已告知"),
                            ("promised", "已承诺"),
                            ("paid", "已缴清"),
                            ("resigned", "已重签"),
                            ("refused", "拒绝"),
                        ],
                        default="informed",
                        max_length=10,
                        verbose_name="情况",
                    ),
                ),
                ("amount_cents", models.BigIntegerField(blank=True, null=True, verbose_name="金额（分）")),
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
                    )
                ],
            },
        ),
    ]
