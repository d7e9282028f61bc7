import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0011_limit_of_rows_from_files"),
        ("files", "0003_import_target"),
        ("grids", "0014_post_registers"),
        ("property", "0005_projects"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ScoreItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("section", models.CharField(max_length=40, verbose_name="栏目")),
                ("text", models.CharField(max_length=200, verbose_name="考核内容")),
                ("marks", models.PositiveSmallIntegerField(verbose_name="分值")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
            ],
            options={
                "verbose_name": "考核项目",
                "verbose_name_plural": "考核项目",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ScorePreset",
            fields=[
                (
                    "key",
                    models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="键"),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("content", models.JSONField(default=dict, verbose_name="内容")),
            ],
            options={
                "verbose_name": "考核标准模板",
                "verbose_name_plural": "考核标准模板",
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="AssessmentRound",
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
                ("begins_on", models.DateField(verbose_name="季度首日")),
                ("scoring_from", models.DateField(verbose_name="打分开始")),
                ("scoring_to", models.DateField(verbose_name="打分截止")),
                (
                    "appeal_from",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="公示日期"),
                ),
                (
                    "appeal_to",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="申诉截止"),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="公布日期"),
                ),
                (
                    "cancel_reason",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="取消理由"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "待开始"),
                            ("scoring", "打分中"),
                            ("appeal", "公示申诉中"),
                            ("published", "已公布"),
                            ("cancelled", "已取消"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
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
            ],
            options={
                "verbose_name": "考核轮次",
                "verbose_name_plural": "考核轮次",
            },
        ),
        migrations.CreateModel(
            name="Assessment",
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
                    "slips_satisfied",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="满意票数"),
                ),
                (
                    "slips_fair",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="基本满意票数"),
                ),
                (
                    "slips_unsatisfied",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="不满意票数"),
                ),
                (
                    "total",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="总分（百分之一分）"
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("A", "A"), ("B", "B"), ("C", "C"), ("D", "D")],
                        editable=False,
                        max_length=1,
                        verbose_name="等级",
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
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="property.propertycompany",
                        verbose_name="物业企业",
                    ),
                ),
                (
                    "compound",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="grids.compound",
                        verbose_name="小区",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="property.propertycontract",
                        verbose_name="物业合同",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="property.assessmentround",
                        verbose_name="考核轮次",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目考核",
                "verbose_name_plural": "项目考核",
            },
        ),
        migrations.CreateModel(
            name="Rectification",
            fields=[
                (
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="rectification",
                        serialize=False,
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                ("demand", models.CharField(max_length=1000, verbose_name="整改要求")),
                (
                    "issued_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="下达日期"),
                ),
                ("answer", models.CharField(blank=True, max_length=1000, verbose_name="整改情况")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
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
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rectifications",
                        to="property.assessment",
                        verbose_name="项目考核",
                    ),
                ),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="照片"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="property.scoreitem",
                        verbose_name="考核项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改通知",
                "verbose_name_plural": "整改通知",
            },
        ),
        migrations.CreateModel(
            name="CompanyCard",
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
                    models.PositiveSmallIntegerField(choices=[(1, "黄牌"), (2, "红牌")], verbose_name="牌级"),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="事由")),
                ("given_on", models.DateField(default=governance.kernel.days.today, verbose_name="记牌日期")),
                ("expires_on", models.DateField(verbose_name="失效日期")),
                ("lifted_on", models.DateField(blank=True, null=True, verbose_name="解除日期")),
                ("lift_reason", models.CharField(blank=True, max_length=300, verbose_name="解除理由")),
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
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cards",
                        to="property.propertycompany",
                        verbose_name="物业企业",
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
                    "red",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="yellows",
                        to="property.companycard",
                        verbose_name="计入的红牌",
                    ),
                ),
                (
                    "rectification",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card",
                        to="property.rectification",
                        verbose_name="来自整改",
                    ),
                ),
            ],
            options={
                "verbose_name": "企业黄红牌",
                "verbose_name_plural": "企业黄红牌",
            },
        ),
        migrations.CreateModel(
            name="ScoreAppeal",
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
                ("text", models.CharField(max_length=300, verbose_name="申诉内容")),
                (
                    "handed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="提交日期"),
                ),
                ("handed_by", models.CharField(blank=True, max_length=40, verbose_name="企业递交人职务")),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "待裁定"),
                            ("upheld", "成立"),
                            ("partly", "部分成立"),
                            ("rejected", "不成立"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="裁定",
                    ),
                ),
                ("marks", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="裁定得分")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="裁定理由")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="裁定日期")),
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
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appeals",
                        to="property.assessment",
                        verbose_name="项目考核",
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
                        verbose_name="裁定人",
                    ),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="附件"
                    ),
                ),
                (
                    "recorded_by",
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="property.scoreitem",
                        verbose_name="考核项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "考核申诉",
                "verbose_name_plural": "考核申诉",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="ItemScore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rater",
                    models.CharField(
                        choices=[
                            ("community", "社区"),
                            ("street", "镇街"),
                            ("housing", "住建部门"),
                            ("owners", "业主"),
                        ],
                        max_length=10,
                        verbose_name="评分方",
                    ),
                ),
                ("marks", models.PositiveSmallIntegerField(verbose_name="得分")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="扣分理由")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="property.assessment",
                        verbose_name="项目考核",
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
                        verbose_name="打分人",
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.attachment",
                        verbose_name="佐证",
                    ),
                ),
                (
                    "appeal",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scores",
                        to="property.scoreappeal",
                        verbose_name="依据申诉",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="property.scoreitem",
                        verbose_name="考核项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "得分",
                "verbose_name_plural": "得分",
            },
        ),
        migrations.CreateModel(
            name="ScoreSheet",
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
                ("name", models.CharField(max_length=80, verbose_name="标准名称")),
                ("basis", models.CharField(blank=True, max_length=300, verbose_name="依据")),
                ("a_from", models.PositiveSmallIntegerField(default=90, verbose_name="A 级不低于（分）")),
                ("b_from", models.PositiveSmallIntegerField(default=80, verbose_name="B 级不低于（分）")),
                ("c_from", models.PositiveSmallIntegerField(default=70, verbose_name="C 级不低于（分）")),
                (
                    "fair_marks",
                    models.PositiveSmallIntegerField(default=80, verbose_name="业主“基本满意”折合分"),
                ),
                ("appeal_days", models.PositiveSmallIntegerField(default=5, verbose_name="申诉期（工作日）")),
                (
                    "yellows_for_red",
                    models.PositiveSmallIntegerField(default=3, verbose_name="几张黄牌换红牌"),
                ),
                (
                    "card_years",
                    models.PositiveSmallIntegerField(default=1, verbose_name="黄红牌有效期（年）"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "草稿"), ("in_force", "执行中"), ("withdrawn", "已停用")],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "in_force_from",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="执行日期"),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="停用日期"),
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
            ],
            options={
                "verbose_name": "考核标准",
                "verbose_name_plural": "考核标准",
            },
        ),
        migrations.AddField(
            model_name="scoreitem",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="items",
                to="property.scoresheet",
                verbose_name="考核标准",
            ),
        ),
        migrations.CreateModel(
            name="RaterWeight",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rater",
                    models.CharField(
                        choices=[
                            ("community", "社区"),
                            ("street", "镇街"),
                            ("housing", "住建部门"),
                            ("owners", "业主"),
                        ],
                        max_length=10,
                        verbose_name="评分方",
                    ),
                ),
                ("weight", models.PositiveSmallIntegerField(verbose_name="权重（%）")),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="weights",
                        to="property.scoresheet",
                        verbose_name="考核标准",
                    ),
                ),
            ],
            options={
                "verbose_name": "评分权重",
                "verbose_name_plural": "评分权重",
                "ordering": ["-weight", "pk"],
            },
        ),
        migrations.AddField(
            model_name="assessmentround",
            name="sheet",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rounds",
                to="property.scoresheet",
                verbose_name="考核标准",
            ),
        ),
        migrations.CreateModel(
            name="AssessmentMandate",
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
                    "rater",
                    models.CharField(
                        choices=[
                            ("community", "社区"),
                            ("street", "镇街"),
                            ("housing", "住建部门"),
                            ("owners", "业主"),
                        ],
                        max_length=10,
                        verbose_name="评分方",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="授权期间")),
                ("order_no", models.CharField(max_length=60, verbose_name="授权文号")),
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
                "verbose_name": "考核授权",
                "verbose_name_plural": "考核授权",
                "indexes": [models.Index(fields=["area_code", "rater"], name="mandate_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("rater", "="), ("valid", "&&")],
                        name="mandate_once",
                        violation_error_message="这里此期间已有同样的考核授权，请先终止原授权。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="mandate_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("rater", "housing"), _negated=True),
                        name="mandate_of_below",
                        violation_error_message="住建部门本来就可以打分，不用授权。",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(fields=["area_code", "round"], name="assessment_area"),
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(fields=["company", "round"], name="assessment_company"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.UniqueConstraint(
                fields=("round", "contract"),
                name="assessment_once",
                violation_error_message="这个项目在这一轮已有考核。",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("slips_fair__isnull", True),
                        ("slips_satisfied__isnull", True),
                        ("slips_unsatisfied__isnull", True),
                    ),
                    models.Q(
                        ("slips_fair__isnull", False),
                        ("slips_satisfied__isnull", False),
                        ("slips_unsatisfied__isnull", False),
                        ("slips_fair__lte", 100000),
                        ("slips_satisfied__lte", 100000),
                        ("slips_unsatisfied__lte", 100000),
                    ),
                    _connector="OR",
                ),
                name="assessment_slips_whole",
                violation_error_message="三种答复的票数要一起填写，每种不超过 10 万张。",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("grade", ""), ("total__isnull", True)),
                    models.Q(("total__isnull", False), models.Q(("grade", ""), _negated=True)),
                    _connector="OR",
                ),
                name="assessment_graded_whole",
                violation_error_message="总分和等级要一起记录。",
            ),
        ),
        migrations.AddIndex(
            model_name="companycard",
            index=models.Index(fields=["area_code", "given_on"], name="company_card_area"),
        ),
        migrations.AddIndex(
            model_name="companycard",
            index=models.Index(fields=["company", "expires_on"], name="company_card_company"),
        ),
        migrations.AddConstraint(
            model_name="companycard",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_on__gt", models.F("given_on"))),
                name="company_card_lasts",
                violation_error_message="失效日期须晚于记牌日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="companycard",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("lift_reason", ""), ("lifted_on__isnull", True)),
                    models.Q(("lifted_on__isnull", False), models.Q(("lift_reason", ""), _negated=True)),
                    _connector="OR",
                ),
                name="company_card_lifted_reason",
                violation_error_message="解除黄红牌要写明理由。",
            ),
        ),
        migrations.AddIndex(
            model_name="scoreappeal",
            index=models.Index(fields=["area_code", "handed_on"], name="score_appeal_area"),
        ),
        migrations.AddConstraint(
            model_name="scoreappeal",
            constraint=models.UniqueConstraint(
                condition=models.Q(("verdict", "")),
                fields=("assessment", "item"),
                name="score_appeal_one_open",
                violation_error_message="这一项已有申诉等待裁定，不用重复登记。",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoreappeal",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_on__isnull", True), ("reason", ""), ("verdict", "")),
                    models.Q(
                        models.Q(("verdict", ""), _negated=True),
                        ("decided_on__isnull", False),
                        models.Q(("reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="score_appeal_decided_whole",
                violation_error_message="裁定要写明理由和日期。",
            ),
        ),
        migrations.AddIndex(
            model_name="rectification",
            index=models.Index(fields=["area_code", "issued_on"], name="rectification_area"),
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.UniqueConstraint(
                fields=("assessment", "item"),
                name="rectification_once",
                violation_error_message="这一项已下达整改通知。",
            ),
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_on__isnull", True), models.Q(("answer", ""), _negated=True), _connector="OR"
                ),
                name="rectification_answered",
                violation_error_message="答复要写明整改情况。",
            ),
        ),
        migrations.AddIndex(
            model_name="itemscore",
            index=models.Index(fields=["assessment", "item", "rater", "-id"], name="item_score_standing"),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemscore",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="22dc70e4e1ac48324edb2c68344e18c275658099",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a98a1",
                    table="property_itemscore",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddIndex(
            model_name="scoresheet",
            index=models.Index(fields=["area_code", "state"], name="score_sheet_area"),
        ),
        migrations.AddConstraint(
            model_name="scoresheet",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_force")),
                fields=("area",),
                name="score_sheet_one_in_force",
                violation_error_message="这个区划已有执行中的考核标准。",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoresheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("a_from__gt", models.F("b_from")),
                    ("a_from__lte", 100),
                    ("b_from__gt", models.F("c_from")),
                ),
                name="score_sheet_grades_fall",
                violation_error_message="等级分数线要依次下降：A 高于 B，B 高于 C，A 不超过 100。",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoresheet",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("appeal_days__gte", 1),
                    ("appeal_days__lte", 60),
                    ("card_years__gte", 1),
                    ("card_years__lte", 5),
                    ("fair_marks__lte", 100),
                    ("yellows_for_red__gte", 2),
                    ("yellows_for_red__lte", 12),
                ),
                name="score_sheet_numbers",
                violation_error_message="折合分不超过 100，申诉期 1 到 60 个工作日，2 到 12 张黄牌换红牌，有效期 1 到 5 年。",
            ),
        ),
        migrations.AddConstraint(
            model_name="scoreitem",
            constraint=models.CheckConstraint(
                condition=models.Q(("marks__gte", 1), ("marks__lte", 100)),
                name="score_item_marks",
                violation_error_message="每项分值在 1 到 100 之间。",
            ),
        ),
        migrations.AddConstraint(
            model_name="raterweight",
            constraint=models.UniqueConstraint(
                fields=("sheet", "rater"),
                name="rater_weight_once",
                violation_error_message="每个评分方只有一个权重。",
            ),
        ),
        migrations.AddConstraint(
            model_name="raterweight",
            constraint=models.CheckConstraint(
                condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                name="rater_weight_percent",
                violation_error_message="权重在 1 到 100 之间。",
            ),
        ),
        migrations.AddIndex(
            model_name="assessmentround",
            index=models.Index(fields=["area_code", "begins_on"], name="assessment_round_area"),
        ),
        migrations.AddConstraint(
            model_name="assessmentround",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "cancelled"), _negated=True),
                fields=("area", "begins_on"),
                name="assessment_round_once",
                violation_error_message="这个区划这一季度已有考核轮次，请在原轮次里办理。",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentround",
            constraint=models.CheckConstraint(
                condition=models.Q(("begins_on__day", 1), ("begins_on__month__in", [1, 4, 7, 10])),
                name="assessment_round_quarter",
                violation_error_message="考核周期从季度的第一天开始。",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentround",
            constraint=models.CheckConstraint(
                condition=models.Q(("scoring_to__gte", models.F("scoring_from"))),
                name="assessment_round_window",
                violation_error_message="打分截止日期不能早于开始日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="assessmentround",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("published_on__isnull", False), ("state", "published")),
                    models.Q(models.Q(("state", "published"), _negated=True), ("published_on__isnull", True)),
                    _connector="OR",
                ),
                name="assessment_round_published",
                violation_error_message="公布的轮次要有公布日期，没有公布的不能有。",
            ),
        ),
    ]
