import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import governance.kernel.identity
import governance.kernel.sealing


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("grids", "0001_ground"),
        ("party", "0002_four_tiers"),
    ]

    operations = [
        migrations.CreateModel(
            name="ManagedCompound",
            fields=[],
            options={
                "verbose_name": "小区",
                "verbose_name_plural": "小区",
                "proxy": True,
                "indexes": [],
                "constraints": [],
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
    ]
