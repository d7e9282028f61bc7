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
    ]

    operations = [
        migrations.CreateModel(
            name="PartyTier",
            fields=[
                (
                    "key",
                    models.SlugField(max_length=20, primary_key=True, serialize=False, verbose_name="键"),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("position", models.PositiveSmallIntegerField(unique=True, verbose_name="次序")),
            ],
            options={
                "verbose_name": "党组织层级",
                "verbose_name_plural": "党组织层级",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="Partner",
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
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                (
                    "uscc",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[governance.kernel.identity.validate_uscc],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("agency", "机关事业单位"),
                            ("company", "企业"),
                            ("social", "社会组织"),
                            ("school", "学校、医院"),
                            ("other", "其他"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("signed_on", models.DateField(verbose_name="签约日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="解约日期")),
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
                "verbose_name": "共建单位",
                "verbose_name_plural": "共建单位",
                "indexes": [models.Index(fields=["area_code", "signed_on"], name="partner_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gt", models.F("signed_on")),
                            _connector="OR",
                        ),
                        name="partner_ends",
                        violation_error_message="结束日期须晚于开始日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyOrg",
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
                            ("working_committee", "党工委"),
                            ("committee", "党委"),
                            ("general_branch", "党总支"),
                            ("branch", "党支部"),
                            ("joint_branch", "联合党支部"),
                            ("group", "党小组"),
                        ],
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("established_on", models.DateField(verbose_name="成立日期")),
                ("dissolved_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                ("approved_no", models.CharField(blank=True, max_length=60, verbose_name="批准文号")),
                (
                    "term_years",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="任期（年）"),
                ),
                ("term_ends_on", models.DateField(blank=True, null=True, verbose_name="届满日期")),
                ("member_count", models.PositiveIntegerField(default=0, verbose_name="党员数")),
                ("full_member_count", models.PositiveIntegerField(default=0, verbose_name="正式党员数")),
                ("committee_size", models.PositiveSmallIntegerField(default=0, verbose_name="班子人数")),
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="party.partyorg",
                        verbose_name="并入",
                    ),
                ),
                (
                    "tier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.partytier",
                        verbose_name="层级",
                    ),
                ),
            ],
            options={
                "verbose_name": "党组织",
                "verbose_name_plural": "党组织",
                "ordering": ["area_code", "pk"],
                "indexes": [
                    models.Index(fields=["area_code", "established_on"], name="party_org_area"),
                    models.Index(fields=["tier", "area_code"], name="party_org_tier"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dissolved_on__isnull", True),
                            ("dissolved_on__gt", models.F("established_on")),
                            _connector="OR",
                        ),
                        name="party_org_ends_after_start",
                        violation_error_message="撤销日期须晚于成立日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("full_member_count__lte", models.F("member_count"))),
                        name="party_org_full_of_members",
                        violation_error_message="正式党员数不能多于党员数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", True), ("dissolved_on__isnull", False), _connector="OR"
                        ),
                        name="party_org_merged_is_dissolved",
                        violation_error_message="只有已撤销的党组织才能登记并入何处。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("term_ends_on__isnull", True),
                            ("term_ends_on__gt", models.F("established_on")),
                            _connector="OR",
                        ),
                        name="party_org_term_after_start",
                        violation_error_message="届满日期须晚于成立日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MemberOrg",
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
                            ("community", "社区"),
                            ("property_company", "物业企业"),
                            ("owners_committee", "业委会、物管会"),
                            ("partner", "共建单位"),
                        ],
                        max_length=20,
                        verbose_name="单位类型",
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="单位名称")),
                (
                    "uscc",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[governance.kernel.identity.validate_uscc],
                        verbose_name="统一社会信用代码",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="参加期间")),
                (
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
                (
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="member_orgs",
                        to="party.partyorg",
                        verbose_name="联合党支部",
                    ),
                ),
            ],
            options={
                "verbose_name": "联合党支部成员单位",
                "verbose_name_plural": "联合党支部成员单位",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("org", "="), ("kind", "="), ("name", "="), ("valid", "&&")],
                        name="party_member_once",
                        violation_error_message="这个单位此期间已是成员单位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="party_member_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyOrgArea",
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
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="服务期间")),
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
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="served",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "党组织服务范围",
                "verbose_name_plural": "党组织服务范围",
                "indexes": [models.Index(fields=["area_code"], name="party_org_area_code")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("org", "="), ("area", "="), ("valid", "&&")],
                        name="party_org_area_once",
                        violation_error_message="这个网格或楼院此期间已在服务范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="party_org_area_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyOrgFormerName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="曾用名")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="使用期间")),
                (
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_names",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "党组织曾用名",
                "verbose_name_plural": "党组织曾用名",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("org", "="), ("valid", "&&")],
                        name="party_name_one_a_day",
                        violation_error_message="同一天不能有两个名称。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="party_name_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartyOrgParent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="隶属期间")),
                (
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parents",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="party.partyorg",
                        verbose_name="上级党组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "党组织隶属关系",
                "verbose_name_plural": "党组织隶属关系",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("org", "="), ("valid", "&&")],
                        name="party_parent_one_a_day",
                        violation_error_message="同一天不能有两个上级党组织。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="party_parent_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("org", models.F("parent")), _negated=True),
                        name="party_parent_not_self",
                        violation_error_message="党组织不能隶属于自己。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StewardTeam",
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
                ("name", models.CharField(max_length=100, verbose_name="队名")),
                ("member_count", models.PositiveIntegerField(default=0, verbose_name="党员数")),
                ("founded_on", models.DateField(verbose_name="成立日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="解散日期")),
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
                    "org",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steward_teams",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "红管家服务队",
                "verbose_name_plural": "红管家服务队",
                "indexes": [models.Index(fields=["area_code", "founded_on"], name="steward_team_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gt", models.F("founded_on")),
                            _connector="OR",
                        ),
                        name="steward_team_ends",
                        violation_error_message="结束日期须晚于开始日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VolunteerTeam",
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
                ("name", models.CharField(max_length=100, verbose_name="队名")),
                (
                    "leader_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="队长"
                    ),
                ),
                (
                    "leader_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="队长"),
                ),
                ("member_count", models.PositiveIntegerField(default=0, verbose_name="队员数")),
                ("founded_on", models.DateField(verbose_name="成立日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="解散日期")),
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
                "verbose_name": "志愿服务队",
                "verbose_name_plural": "志愿服务队",
                "indexes": [models.Index(fields=["area_code", "founded_on"], name="volunteer_team_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gt", models.F("founded_on")),
                            _connector="OR",
                        ),
                        name="volunteer_team_ends",
                        violation_error_message="结束日期须晚于开始日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="League",
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
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="服务内容")),
                ("founded_on", models.DateField(verbose_name="成立日期")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="解散日期")),
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
                "verbose_name": "服务联盟",
                "verbose_name_plural": "服务联盟",
                "indexes": [models.Index(fields=["area_code", "founded_on"], name="league_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gt", models.F("founded_on")),
                            _connector="OR",
                        ),
                        name="league_ends",
                        violation_error_message="结束日期须晚于开始日期。",
                    )
                ],
            },
        ),
    ]
