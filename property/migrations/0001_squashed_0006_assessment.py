"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import datetime
import uuid
from decimal import Decimal

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.identity
import governance.kernel.sealing
from governance.kernel.squashing import Squashed


class Migration(Squashed):
    replaces = [
        ("property", "0001_property"),
        ("property", "0002_owners_meetings"),
        ("property", "0003_programmes"),
        ("property", "0004_committee_posts"),
        ("property", "0005_projects"),
        ("property", "0006_assessment"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0011_limit_of_rows_from_files"),
        ("files", "0003_import_target"),
        ("grids", "0014_post_registers"),
        ("party", "0002_four_tiers"),
        ("people", "0002_handover"),
    ]

    operations = [
        migrations.CreateModel(
            name="ManagedCompound",
            fields=[],
            options={
                "verbose_name": "小区",
                "verbose_name_plural": "小区",
                "proxy": True,
            },
            bases=("grids.compound",),
        ),
        migrations.CreateModel(
            name="PropertyCompany",
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
                ("name", models.CharField(max_length=100, verbose_name="企业名称")),
                (
                    "uscc",
                    models.CharField(
                        error_messages={"unique": "这个统一社会信用代码的企业已经登记。"},
                        max_length=18,
                        unique=True,
                        validators=[governance.kernel.identity.validate_uscc],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="开始经营日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="停止经营日期")),
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
                "verbose_name": "物业企业",
                "verbose_name_plural": "物业企业",
                "indexes": [models.Index(fields=["area_code", "started_on"], name="property_company_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gt", models.F("started_on")),
                            _connector="OR",
                        ),
                        name="property_company_ends",
                        violation_error_message="停止经营日期须晚于开始经营日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CompanyPartyLink",
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
                        choices=[("own", "单独组建"), ("joint", "联合组建")],
                        max_length=10,
                        verbose_name="组建方式",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="期间")),
                (
                    "org",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
                (
                    "company",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="party_links",
                        to="property.propertycompany",
                        verbose_name="物业企业",
                    ),
                ),
            ],
            options={
                "verbose_name": "企业党组织",
                "verbose_name_plural": "企业党组织",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("company", "="), ("valid", "&&")],
                        name="company_party_link_once",
                        violation_error_message="这家企业此期间已登记党组织，请先结束原登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="company_party_link_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PropertyContract",
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
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("professional", "专业物业"),
                            ("community", "社区托管"),
                            ("self_run", "自治"),
                        ],
                        default="professional",
                        max_length=20,
                        verbose_name="服务方式",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="合同期")),
                ("fee_cents", models.PositiveIntegerField(default=0, verbose_name="物业费（分/平方米·月）")),
                (
                    "manager_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="项目经理"
                    ),
                ),
                (
                    "manager_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="项目经理"),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracts",
                        to="property.propertycompany",
                        verbose_name="物业企业",
                    ),
                ),
                (
                    "compound",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="property_contracts",
                        to="grids.compound",
                        verbose_name="小区",
                    ),
                ),
                ("cleaner_count", models.PositiveSmallIntegerField(default=0, verbose_name="保洁绿化人数")),
                ("guard_count", models.PositiveSmallIntegerField(default=0, verbose_name="秩序维护人数")),
                (
                    "manager_phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="项目经理电话"),
                ),
                (
                    "manager_phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="项目经理电话"
                    ),
                ),
                ("manager_since", models.DateField(blank=True, null=True, verbose_name="项目经理到岗日期")),
                ("number", models.CharField(blank=True, max_length=40, verbose_name="合同编号")),
                ("repairer_count", models.PositiveSmallIntegerField(default=0, verbose_name="工程维修人数")),
                ("staff_count", models.PositiveSmallIntegerField(default=0, verbose_name="项目人员总数")),
            ],
            options={
                "verbose_name": "物业合同",
                "verbose_name_plural": "物业合同",
                "indexes": [models.Index(fields=["area_code", "compound"], name="property_contract_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("compound", "="), ("valid", "&&")],
                        name="property_contract_once",
                        violation_error_message="这个小区此期间已有物业合同，请先终止原合同或改签约日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="property_contract_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("mode", "professional"), _negated=True),
                            ("company__isnull", False),
                            _connector="OR",
                        ),
                        name="property_contract_company",
                        violation_error_message="专业物业的合同要写明物业企业。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "staff_count__gte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("guard_count"), "+", models.F("cleaner_count")
                                    ),
                                    "+",
                                    models.F("repairer_count"),
                                ),
                            )
                        ),
                        name="property_contract_staff",
                        violation_error_message="秩序、保洁、维修三类人数相加不能超过项目人员总数，请核对。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnersMeeting",
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
                ("title", models.CharField(max_length=80, verbose_name="会议名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("first", "首次会议"), ("regular", "定期会议"), ("interim", "临时会议")],
                        default="regular",
                        max_length=10,
                        verbose_name="会议类型",
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("in_person", "集体讨论"),
                            ("written", "书面征求意见"),
                            ("electronic", "电子投票"),
                        ],
                        default="written",
                        max_length=12,
                        verbose_name="会议形式",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("meeting_on", models.DateField(verbose_name="开会日期")),
                (
                    "owner_count",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="业主总人数",
                    ),
                ),
                (
                    "owner_area",
                    models.DecimalField(
                        decimal_places=2,
                        max_digits=10,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("99999999.99")),
                        ],
                        verbose_name="专有部分总面积（平方米）",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "筹备中"),
                            ("noticed", "已通知"),
                            ("counted", "已计票"),
                            ("announced", "已公布结果"),
                            ("called_off", "已取消"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("notice_on", models.DateField(blank=True, null=True, verbose_name="通知日期")),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="告知居委会日期")),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="结果公布日期")),
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
                    "compound",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owners_meetings",
                        to="grids.compound",
                        verbose_name="小区",
                    ),
                ),
            ],
            options={
                "verbose_name": "业主大会会议",
                "verbose_name_plural": "业主大会会议",
                "indexes": [
                    models.Index(fields=["area_code", "-meeting_on", "-id"], name="owners_meeting_area")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("owner_area__gt", 0), ("owner_count__gt", 0)),
                        name="owners_meeting_has_owners",
                        violation_error_message="业主总人数和专有部分总面积都要大于零。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("notice_on__isnull", True),
                            (
                                "meeting_on__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("notice_on"), "+", models.Value(datetime.timedelta(days=15))
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="owners_meeting_notice_in_time",
                        violation_error_message="要在开会 15 日以前通知全体业主，请改通知日期或者开会日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("told_on__isnull", True),
                            ("told_on__lte", models.F("meeting_on")),
                            _connector="OR",
                        ),
                        name="owners_meeting_told_before",
                        violation_error_message="告知居委会的日期不能晚于开会日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("draft", "called_off")),
                            models.Q(("notice_on__isnull", False), ("told_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="owners_meeting_noticed_whole",
                        violation_error_message="通知日期和告知居委会日期要一起填写。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("announced_on__gte", models.F("meeting_on")),
                                ("announced_on__isnull", False),
                                ("state", "announced"),
                            ),
                            models.Q(
                                models.Q(("state", "announced"), _negated=True),
                                ("announced_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="owners_meeting_announced_on",
                        violation_error_message="结果公布日期不能早于开会日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnersCommittee",
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
                        choices=[("owners", "业主委员会"), ("management", "物业管理委员会")],
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="存续期间")),
                ("member_count", models.PositiveSmallIntegerField(default=0, verbose_name="委员人数")),
                ("term_ends_on", models.DateField(blank=True, null=True, verbose_name="届满日期")),
                ("filing_no", models.CharField(blank=True, max_length=60, verbose_name="备案号")),
                ("filed_on", models.DateField(blank=True, null=True, verbose_name="备案日期")),
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
                    "compound",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owners_committees",
                        to="grids.compound",
                        verbose_name="小区",
                    ),
                ),
                (
                    "dissolved_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissolved_committees",
                        to="property.ownersmeeting",
                        verbose_name="解散依据的业主大会",
                    ),
                ),
                (
                    "elected_at",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elected_committees",
                        to="property.ownersmeeting",
                        verbose_name="产生依据的业主大会",
                    ),
                ),
            ],
            options={
                "verbose_name": "业委会、物管会",
                "verbose_name_plural": "业委会、物管会",
                "indexes": [models.Index(fields=["area_code", "compound"], name="owners_committee_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("compound", "="), ("valid", "&&")],
                        name="owners_committee_once",
                        violation_error_message="这个小区此期间已有业委会或物管会，请先办理原委员会的解散。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="owners_committee_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("filed_on__isnull", True), ("filing_no", "")),
                            models.Q(models.Q(("filing_no", ""), _negated=True), ("filed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="owners_committee_filed_whole",
                        violation_error_message="备案号和备案日期要一起填写。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OwnersMatter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("1", "（一）制定和修改业主大会议事规则"),
                            ("2", "（二）制定和修改管理规约"),
                            ("3", "（三）选举业主委员会或者更换业主委员会成员"),
                            ("4", "（四）选聘和解聘物业服务企业或者其他管理人"),
                            ("5", "（五）使用建筑物及其附属设施的维修资金"),
                            ("6", "（六）筹集建筑物及其附属设施的维修资金"),
                            ("7", "（七）改建、重建建筑物及其附属设施"),
                            ("8", "（八）改变共有部分的用途或者利用共有部分从事经营活动"),
                            ("9", "（九）有关共有和共同管理权利的其他重大事项"),
                        ],
                        max_length=1,
                        verbose_name="事项类别",
                    ),
                ),
                ("text", models.CharField(max_length=500, verbose_name="表决内容")),
                (
                    "owner_count",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="业主总人数",
                    ),
                ),
                (
                    "owner_area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("99999999.99")),
                        ],
                        verbose_name="专有部分总面积（平方米）",
                    ),
                ),
                (
                    "took_part_heads",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="参与人数",
                    ),
                ),
                (
                    "for_heads",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="同意人数",
                    ),
                ),
                (
                    "against_heads",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="反对人数",
                    ),
                ),
                (
                    "abstain_heads",
                    models.PositiveIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="弃权人数",
                    ),
                ),
                (
                    "took_part_area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("99999999.99")),
                        ],
                        verbose_name="参与面积（平方米）",
                    ),
                ),
                (
                    "for_area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("99999999.99")),
                        ],
                        verbose_name="同意面积（平方米）",
                    ),
                ),
                (
                    "against_area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("99999999.99")),
                        ],
                        verbose_name="反对面积（平方米）",
                    ),
                ),
                (
                    "abstain_area",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(Decimal("0")),
                            django.core.validators.MaxValueValidator(Decimal("99999999.99")),
                        ],
                        verbose_name="弃权面积（平方米）",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="matters",
                        to="property.ownersmeeting",
                        verbose_name="业主大会会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "表决事项",
                "verbose_name_plural": "表决事项",
                "ordering": ("meeting", "position"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "position"),
                        name="owners_matter_position",
                        violation_error_message="这个序号已经有事项。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("abstain_area__isnull", True),
                                ("abstain_heads__isnull", True),
                                ("against_area__isnull", True),
                                ("against_heads__isnull", True),
                                ("for_area__isnull", True),
                                ("for_heads__isnull", True),
                                ("owner_area__isnull", True),
                                ("owner_count__isnull", True),
                                ("took_part_area__isnull", True),
                                ("took_part_heads__isnull", True),
                            ),
                            models.Q(
                                ("abstain_area__isnull", False),
                                ("abstain_heads__isnull", False),
                                ("against_area__isnull", False),
                                ("against_heads__isnull", False),
                                ("for_area__isnull", False),
                                ("for_heads__isnull", False),
                                ("owner_area__isnull", False),
                                ("owner_count__isnull", False),
                                ("took_part_area__isnull", False),
                                ("took_part_heads__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="owners_matter_counted_whole",
                        violation_error_message="人数和面积的各项都要填写。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("took_part_heads__isnull", True),
                            models.Q(
                                ("took_part_area__lte", models.F("owner_area")),
                                ("took_part_heads__lte", models.F("owner_count")),
                            ),
                            _connector="OR",
                        ),
                        name="owners_matter_within",
                        violation_error_message="参与人数不能多于业主总人数，参与面积不能大于专有部分总面积。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("took_part_heads__isnull", True),
                            models.Q(
                                (
                                    "took_part_area",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("for_area"), "+", models.F("against_area")
                                        ),
                                        "+",
                                        models.F("abstain_area"),
                                    ),
                                ),
                                (
                                    "took_part_heads",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("for_heads"), "+", models.F("against_heads")
                                        ),
                                        "+",
                                        models.F("abstain_heads"),
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="owners_matter_adds_up",
                        violation_error_message="同意、反对、弃权相加要等于参与表决的数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("took_part_area__isnull", True),
                            models.Q(
                                ("abstain_area__gte", 0), ("against_area__gte", 0), ("for_area__gte", 0)
                            ),
                            _connector="OR",
                        ),
                        name="owners_matter_area_not_below_zero",
                        violation_error_message="面积不能小于零。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitteeMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "name_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="姓名"
                    ),
                ),
                (
                    "name_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="姓名"),
                ),
                (
                    "title",
                    models.CharField(
                        choices=[("chair", "主任"), ("deputy", "副主任"), ("member", "委员")],
                        default="member",
                        max_length=10,
                        verbose_name="职务",
                    ),
                ),
                ("is_owner", models.BooleanField(default=True, verbose_name="是业主")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="任职期间")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="property.ownerscommittee",
                        verbose_name="业委会、物管会",
                    ),
                ),
                (
                    "post",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="committee_member",
                        to="grids.bodypost",
                        verbose_name="任职",
                    ),
                ),
            ],
            options={
                "verbose_name": "委员",
                "verbose_name_plural": "委员",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="committee_member_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammePreset",
            fields=[
                (
                    "key",
                    models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="键"),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("property_action", "物业管理专项行动"),
                            ("regulations", "制度建设"),
                            ("model_community", "五好社区创建"),
                            ("other", "其他专项"),
                        ],
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                ("categories", models.JSONField(default=list, verbose_name="类别和任务")),
            ],
            options={
                "verbose_name": "专项任务模板",
                "verbose_name_plural": "专项任务模板",
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
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
                            ("property_action", "物业管理专项行动"),
                            ("regulations", "制度建设"),
                            ("model_community", "五好社区创建"),
                            ("other", "其他专项"),
                        ],
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="专项名称")),
                (
                    "begins_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="开始日期"),
                ),
                ("ends_on", models.DateField(verbose_name="截止日期")),
                ("preset", models.SlugField(blank=True, max_length=40, verbose_name="所用模板")),
                (
                    "closed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="办结日期"),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="办结说明"),
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
                "verbose_name": "专项任务",
                "verbose_name_plural": "专项任务",
                "indexes": [models.Index(fields=["area_code", "ends_on"], name="programme_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="programme_once",
                        violation_error_message="这个区划已有同名的专项任务，请换一个名称。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("begins_on"))),
                        name="programme_ends",
                        violation_error_message="截止日期须晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="类别名称")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="categories",
                        to="property.programme",
                        verbose_name="专项任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务类别",
                "verbose_name_plural": "任务类别",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "name"),
                        name="programme_category_once",
                        violation_error_message="这个专项里已有同名类别。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeItem",
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
                ("title", models.CharField(max_length=120, verbose_name="任务")),
                ("lead_office", models.CharField(max_length=80, verbose_name="牵头单位")),
                ("co_offices", models.CharField(blank=True, max_length=200, verbose_name="配合单位")),
                ("standard", models.TextField(max_length=1000, verbose_name="完成标准")),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="佐证要求")),
                ("due_on", models.DateField(verbose_name="完成期限")),
                (
                    "added_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="列入日期"
                    ),
                ),
                (
                    "dropped_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="撤销日期"),
                ),
                (
                    "drop_reason",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="撤销理由"),
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
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="property.programmecategory",
                        verbose_name="类别",
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
                        verbose_name="牵头岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务",
                "verbose_name_plural": "任务",
                "indexes": [models.Index(fields=["area_code", "due_on"], name="programme_item_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("category", "title"),
                        name="programme_item_once",
                        violation_error_message="这个类别里已有同名任务。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("drop_reason", ""), ("dropped_on__isnull", True)),
                            models.Q(
                                ("dropped_on__isnull", False), models.Q(("drop_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="programme_item_drop_has_reason",
                        violation_error_message="撤销任务要写明理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(default=governance.kernel.days.today, verbose_name="进展日期")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="完成比例（%）",
                    ),
                ),
                (
                    "previous_percent",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="上次比例（%）"),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="进展情况")),
                ("back_reason", models.CharField(blank=True, max_length=300, verbose_name="比例下调理由")),
                (
                    "written_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="填报日期"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "核验通过"), ("sent_back", "退回")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="核验结果",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="核验日期"),
                ),
                (
                    "check_note",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="核验意见"),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核验人",
                    ),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="佐证照片"
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="填报人",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="property.programmeitem",
                        verbose_name="任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务进展",
                "verbose_name_plural": "任务进展",
                "ordering": ["-day", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)),
                        name="item_progress_is_percent",
                        violation_error_message="完成比例在 0 到 100 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent__gte", models.F("previous_percent")),
                            models.Q(("back_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_progress_back_has_reason",
                        violation_error_message="完成比例比上次低，请写明下调理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day__lte", models.F("written_on"))),
                        name="item_progress_not_ahead",
                        violation_error_message="进展日期不能晚于今天。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_by__isnull", True), ("checked_on__isnull", True), ("result", "")
                            ),
                            models.Q(models.Q(("result", ""), _negated=True), ("checked_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="item_progress_checked_whole",
                        violation_error_message="核验要有结果和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by__isnull", True),
                            models.Q(("checked_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="item_progress_checked_by_another",
                        violation_error_message="自己填报的进展要由别人核验。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "sent_back"), _negated=True),
                            models.Q(("check_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_progress_sent_back_has_reason",
                        violation_error_message="退回要写明理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "changed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="调整日期"),
                ),
                ("what", models.CharField(max_length=200, verbose_name="调整内容")),
                ("due_before", models.DateField(blank=True, null=True, verbose_name="原期限")),
                ("due_after", models.DateField(blank=True, null=True, verbose_name="新期限")),
                ("reason", models.CharField(max_length=300, verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调整人",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="property.programmeitem",
                        verbose_name="任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务调整",
                "verbose_name_plural": "任务调整",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="programme_change_has_reason",
                        violation_error_message="调整任务要写明理由。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Regulation",
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
                ("title", models.CharField(max_length=100, verbose_name="制度名称")),
                ("owner_office", models.CharField(max_length=80, verbose_name="责任单位")),
                ("batch", models.PositiveSmallIntegerField(default=1, verbose_name="批次")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="正文")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("issued", "印发"),
                            ("repealed", "废止"),
                        ],
                        default="drafting",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "issued_no",
                    models.CharField(blank=True, editable=False, max_length=60, verbose_name="发文字号"),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="印发日期"),
                ),
                (
                    "repealed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="废止日期"),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regulations",
                        to="property.programmeitem",
                        verbose_name="所属任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "制度",
                "verbose_name_plural": "制度",
                "indexes": [models.Index(fields=["area_code", "batch"], name="regulation_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "repealed"), _negated=True),
                        fields=("area", "title"),
                        name="regulation_once",
                        violation_error_message="这个区划已有同名制度，请先废止原制度或换一个名称。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("batch__gte", 1), ("batch__lte", 99)),
                        name="regulation_batch_counts",
                        violation_error_message="批次在 1 到 99 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_no", ""),
                                ("issued_on__isnull", True),
                                ("state__in", ["drafting", "consulting"]),
                            ),
                            models.Q(
                                ("issued_on__isnull", False),
                                ("state__in", ["issued", "repealed"]),
                                models.Q(("issued_no", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="regulation_issued_whole",
                        violation_error_message="印发的制度要有发文字号和印发日期，没有印发的不能有。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegulationMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=20, verbose_name="步骤")),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("issued", "印发"),
                            ("repealed", "废止"),
                        ],
                        max_length=12,
                        verbose_name="原状态",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("issued", "印发"),
                            ("repealed", "废止"),
                        ],
                        max_length=12,
                        verbose_name="新状态",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                ("at", models.DateTimeField(auto_now_add=True, verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                (
                    "regulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="property.regulation",
                        verbose_name="制度",
                    ),
                ),
            ],
            options={
                "verbose_name": "制度进展",
                "verbose_name_plural": "制度进展",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ComplaintCategory",
            fields=[
                (
                    "category",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="grids.eventcategory",
                        verbose_name="事件类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "计入物业投诉的类别",
                "verbose_name_plural": "计入物业投诉的类别",
            },
        ),
        migrations.CreateModel(
            name="ProjectComplaint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                ("received_on", models.DateField(editable=False, verbose_name="收到日期")),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                (
                    "bound_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaints",
                        to="property.propertycontract",
                        verbose_name="物业项目",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="property_complaint",
                        to="grids.event",
                        verbose_name="事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "物业投诉",
                "verbose_name_plural": "物业投诉",
                "indexes": [
                    models.Index(fields=["area_code", "received_on"], name="project_complaint_area"),
                    models.Index(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=["area_code"],
                        name="project_complaint_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectFee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                ("quarter_on", models.DateField(help_text="季度的第一天", verbose_name="季度")),
                ("due_yuan", models.PositiveBigIntegerField(verbose_name="应收物业费（元）")),
                ("received_yuan", models.PositiveBigIntegerField(verbose_name="实收物业费（元）")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fees",
                        to="property.propertycontract",
                        verbose_name="物业项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "物业费收缴",
                "verbose_name_plural": "物业费收缴",
                "indexes": [models.Index(fields=["area_code", "quarter_on"], name="project_fee_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "quarter_on"),
                        name="project_fee_once",
                        violation_error_message="这个项目本季度的物业费已经登记，请直接修改。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_yuan__lte", models.F("due_yuan"))),
                        name="project_fee_not_above_due",
                        violation_error_message="实收不能超过应收，请核对；预收的物业费计入以后的季度。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quarter_on__day", 1), ("quarter_on__month__in", (1, 4, 7, 10))),
                        name="project_fee_quarter",
                        violation_error_message="季度要写它的第一天，如 2026-07-01。",
                    ),
                ],
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
                "indexes": [models.Index(fields=["area_code", "state"], name="score_sheet_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_force")),
                        fields=("area",),
                        name="score_sheet_one_in_force",
                        violation_error_message="这个区划已有执行中的考核标准。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("a_from__gt", models.F("b_from")),
                            ("a_from__lte", 100),
                            ("b_from__gt", models.F("c_from")),
                        ),
                        name="score_sheet_grades_fall",
                        violation_error_message="等级分数线要依次下降：A 高于 B，B 高于 C，A 不超过 100。",
                    ),
                    models.CheckConstraint(
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
                ],
            },
        ),
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
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="property.scoresheet",
                        verbose_name="考核标准",
                    ),
                ),
            ],
            options={
                "verbose_name": "考核项目",
                "verbose_name_plural": "考核项目",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("marks__gte", 1), ("marks__lte", 100)),
                        name="score_item_marks",
                        violation_error_message="每项分值在 1 到 100 之间。",
                    )
                ],
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
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="property.scoresheet",
                        verbose_name="考核标准",
                    ),
                ),
            ],
            options={
                "verbose_name": "考核轮次",
                "verbose_name_plural": "考核轮次",
                "indexes": [models.Index(fields=["area_code", "begins_on"], name="assessment_round_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "cancelled"), _negated=True),
                        fields=("area", "begins_on"),
                        name="assessment_round_once",
                        violation_error_message="这个区划这一季度已有考核轮次，请在原轮次里办理。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("begins_on__day", 1), ("begins_on__month__in", [1, 4, 7, 10])),
                        name="assessment_round_quarter",
                        violation_error_message="考核周期从季度的第一天开始。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("scoring_to__gte", models.F("scoring_from"))),
                        name="assessment_round_window",
                        violation_error_message="打分截止日期不能早于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_on__isnull", False), ("state", "published")),
                            models.Q(
                                models.Q(("state", "published"), _negated=True),
                                ("published_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="assessment_round_published",
                        violation_error_message="公布的轮次要有公布日期，没有公布的不能有。",
                    ),
                ],
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
                "indexes": [
                    models.Index(fields=["area_code", "round"], name="assessment_area"),
                    models.Index(fields=["company", "round"], name="assessment_company"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "contract"),
                        name="assessment_once",
                        violation_error_message="这个项目在这一轮已有考核。",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grade", ""), ("total__isnull", True)),
                            models.Q(("total__isnull", False), models.Q(("grade", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="assessment_graded_whole",
                        violation_error_message="总分和等级要一起记录。",
                    ),
                ],
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
                "indexes": [models.Index(fields=["area_code", "issued_on"], name="rectification_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assessment", "item"),
                        name="rectification_once",
                        violation_error_message="这一项已下达整改通知。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on__isnull", True),
                            models.Q(("answer", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="rectification_answered",
                        violation_error_message="答复要写明整改情况。",
                    ),
                ],
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
                "indexes": [
                    models.Index(fields=["area_code", "given_on"], name="company_card_area"),
                    models.Index(fields=["company", "expires_on"], name="company_card_company"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gt", models.F("given_on"))),
                        name="company_card_lasts",
                        violation_error_message="失效日期须晚于记牌日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lift_reason", ""), ("lifted_on__isnull", True)),
                            models.Q(
                                ("lifted_on__isnull", False), models.Q(("lift_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="company_card_lifted_reason",
                        violation_error_message="解除黄红牌要写明理由。",
                    ),
                ],
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
                "indexes": [models.Index(fields=["area_code", "handed_on"], name="score_appeal_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("verdict", "")),
                        fields=("assessment", "item"),
                        name="score_appeal_one_open",
                        violation_error_message="这一项已有申诉等待裁定，不用重复登记。",
                    ),
                    models.CheckConstraint(
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
                ],
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
                "indexes": [
                    models.Index(fields=["assessment", "item", "rater", "-id"], name="item_score_standing")
                ],
            },
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sheet", "rater"),
                        name="rater_weight_once",
                        violation_error_message="每个评分方只有一个权重。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("weight__gte", 1), ("weight__lte", 100)),
                        name="rater_weight_percent",
                        violation_error_message="权重在 1 到 100 之间。",
                    ),
                ],
            },
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
        pgtrigger.migrations.AddTrigger(
            model_name="itemprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "item_id", "day", "percent", "previous_percent", "text", "back_reason", "written_by_id", "written_on" or delete rows from % table\', TG_TABLE_NAME;',
                    hash="93e56116b5124c249fe1052101031841e3d2b899",
                    operation='UPDATE OF "item_id", "day", "percent", "previous_percent", "text", "back_reason", "written_by_id", "written_on" OR DELETE',
                    pgid="pgtrigger_written_once_f0689",
                    table="property_itemprogress",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchange",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1f985b8ae642b77e81ee15f65f811db73856e34a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_03a5e",
                    table="property_itemchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationmove",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ed9d8145b470de9c401727c463e66b7a1dc10977",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a31ea",
                    table="property_regulationmove",
                    when="BEFORE",
                ),
            ),
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
    ]
