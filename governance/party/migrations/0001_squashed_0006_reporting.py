"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.identity
import governance.kernel.sealing
from governance.kernel.squashing import Squashed

# The four tiers of the chain, as a start; a place may have more or fewer.
TIERS = """
insert into party_partytier (key, name, position) values
    ('township', '镇街党工委', 1),
    ('community', '社区党组织', 2),
    ('branch', '网格（小区）党支部', 3),
    ('group', '楼院党小组', 4)
"""


class Migration(Squashed):
    replaces = [
        ("party", "0001_party"),
        ("party", "0002_four_tiers"),
        ("party", "0003_terms_changes"),
        ("party", "0004_partners"),
        ("party", "0005_cobuild_and_wishes"),
        ("party", "0006_reporting"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("files", "0003_import_target"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
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
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=("area", "name"),
                        name="partner_once",
                        violation_error_message="这里已有同名的共建单位，请在它的页面续签协议。",
                    ),
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
            name="LeaguePartner",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="参加期间")),
                (
                    "league",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="party.league",
                        verbose_name="服务联盟",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leagues",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "联盟成员单位",
                "verbose_name_plural": "联盟成员单位",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("league", "="), ("partner", "="), ("valid", "&&")],
                        name="league_partner_once",
                        violation_error_message="这个单位此期间已在联盟里。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="league_partner_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
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
                (
                    "partners",
                    models.ManyToManyField(
                        through="party.LeaguePartner", to="party.partner", verbose_name="共建单位"
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
        migrations.CreateModel(
            name="PartyOrgChange",
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
                            ("rename", "更名"),
                            ("move", "调整隶属"),
                            ("merge", "合并"),
                            ("split", "分设"),
                            ("elect", "换届"),
                            ("dissolve", "撤销"),
                        ],
                        max_length=10,
                        verbose_name="变动",
                    ),
                ),
                ("on", models.DateField(verbose_name="生效日期")),
                ("approved_no", models.CharField(blank=True, max_length=60, verbose_name="批准文号")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
                (
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.partyorg",
                        verbose_name="相关党组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "党组织变动",
                "verbose_name_plural": "党组织变动",
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["org", "on"], name="party_change_org")],
            },
        ),
        migrations.CreateModel(
            name="PartyTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="任职期间")),
                ("due_on", models.DateField(verbose_name="届满日期")),
                ("approved_no", models.CharField(blank=True, max_length=60, verbose_name="批准文号")),
                (
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "党组织任期",
                "verbose_name_plural": "党组织任期",
                "indexes": [models.Index(fields=["due_on"], name="party_term_due")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("org", "="), ("valid", "&&")],
                        name="party_term_one_a_day",
                        violation_error_message="任期重叠：同一天只能有一届班子，请核对换届日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="party_term_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gt", models.F("valid__startswith"))),
                        name="party_term_due_after_start",
                        violation_error_message="届满日期须晚于换届日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activity",
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
                ("on", models.DateField(verbose_name="活动日期")),
                ("title", models.CharField(max_length=100, verbose_name="活动名称")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                ("people_count", models.PositiveIntegerField(verbose_name="参加人数")),
                ("result", models.TextField(blank=True, max_length=500, verbose_name="活动成效")),
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
                    "league",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="party.league",
                        verbose_name="服务联盟",
                    ),
                ),
                (
                    "org",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="party.partyorg",
                        verbose_name="党组织",
                    ),
                ),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="照片"
                    ),
                ),
                (
                    "steward_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="party.stewardteam",
                        verbose_name="红管家服务队",
                    ),
                ),
                (
                    "volunteer_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="party.volunteerteam",
                        verbose_name="志愿服务队",
                    ),
                ),
            ],
            options={
                "verbose_name": "共建活动",
                "verbose_name_plural": "共建活动",
                "ordering": ["-on", "-pk"],
                "indexes": [models.Index(fields=["area_code", "on"], name="party_activity_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("league__isnull", True),
                                ("org__isnull", False),
                                ("steward_team__isnull", True),
                                ("volunteer_team__isnull", True),
                            ),
                            models.Q(
                                ("league__isnull", False),
                                ("org__isnull", True),
                                ("steward_team__isnull", True),
                                ("volunteer_team__isnull", True),
                            ),
                            models.Q(
                                ("league__isnull", True),
                                ("org__isnull", True),
                                ("steward_team__isnull", False),
                                ("volunteer_team__isnull", True),
                            ),
                            models.Q(
                                ("league__isnull", True),
                                ("org__isnull", True),
                                ("steward_team__isnull", True),
                                ("volunteer_team__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="party_activity_one_host",
                        violation_error_message="一次活动要有一个主办的党组织、联盟或服务队。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("number", models.CharField(max_length=40, verbose_name="协议编号")),
                ("purpose", models.CharField(max_length=200, verbose_name="共建内容")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="生效期间")),
                ("due_on", models.DateField(verbose_name="到期日期")),
                (
                    "contact_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="联系人"
                    ),
                ),
                (
                    "contact_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="联系人"),
                ),
                (
                    "phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="联系电话"
                    ),
                ),
                (
                    "phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="联系电话"),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
                (
                    "scan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.attachment",
                        verbose_name="协议照片",
                    ),
                ),
            ],
            options={
                "verbose_name": "共建协议",
                "verbose_name_plural": "共建协议",
                "ordering": ["-valid"],
                "indexes": [models.Index(fields=["due_on"], name="agreement_due")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("partner", "="), ("valid", "&&")],
                        name="agreement_one_a_day",
                        violation_error_message="协议重叠：同一天只能有一份协议，请核对日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="agreement_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gt", models.F("valid__startswith"))),
                        name="agreement_due_after_start",
                        violation_error_message="到期日期须晚于签约日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StewardMember",
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
                    "name_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True,
                        db_index=True,
                        default="",
                        editable=False,
                        max_length=64,
                        verbose_name="姓名索引",
                    ),
                ),
                ("duty", models.CharField(blank=True, max_length=40, verbose_name="分工")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="参加期间")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="party.stewardteam",
                        verbose_name="红管家服务队",
                    ),
                ),
            ],
            options={
                "verbose_name": "红管家队员",
                "verbose_name_plural": "红管家队员",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="steward_member_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CobuildKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
            ],
            options={
                "verbose_name": "共建类别",
                "verbose_name_plural": "共建类别",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="CommunityNeed",
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
                ("text", models.CharField(max_length=300, verbose_name="需求内容")),
                (
                    "posted_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="提出日期"),
                ),
                ("wanted_by", models.DateField(verbose_name="希望完成日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待对接"),
                            ("matched", "已对接"),
                            ("met", "已满足"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "matched_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="对接日期"),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="撤回日期"),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="撤回原因"),
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
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.cobuildkind",
                        verbose_name="类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "共建需求",
                "verbose_name_plural": "共建需求",
                "indexes": [models.Index(fields=["area_code", "state"], name="party_need_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wanted_by__gte", models.F("posted_on"))),
                        name="party_need_wanted_later",
                        violation_error_message="希望完成日期不能早于提出日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerResource",
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
                ("text", models.CharField(max_length=300, verbose_name="资源内容")),
                ("capacity", models.PositiveSmallIntegerField(default=1, verbose_name="可同时服务的项目数")),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="开始日期")),
                ("to_on", models.DateField(blank=True, null=True, verbose_name="截止日期")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "可用"), ("withdrawn", "已撤回")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="撤回原因"),
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
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.cobuildkind",
                        verbose_name="类别",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resources",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "共建资源",
                "verbose_name_plural": "共建资源",
                "indexes": [models.Index(fields=["area_code", "state"], name="party_resource_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("to_on__isnull", True), ("to_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="party_resource_ends",
                        violation_error_message="截止日期不能早于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("capacity__gte", 1), ("capacity__lte", 99)),
                        name="party_resource_capacity",
                        violation_error_message="可同时服务的项目数在 1 到 99 之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CoProject",
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
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "筹备中"),
                            ("running", "实施中"),
                            ("done", "已完成"),
                            ("stopped", "已中止"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "planned_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="立项日期"),
                ),
                (
                    "started_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="开始日期"),
                ),
                (
                    "ended_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="结束日期"),
                ),
                (
                    "result",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="项目成效"),
                ),
                (
                    "people_served",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="服务人次"
                    ),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="中止原因"),
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
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="party.communityneed",
                        verbose_name="共建需求",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="projects",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
                (
                    "resources",
                    models.ManyToManyField(
                        related_name="projects", to="party.partnerresource", verbose_name="共建资源"
                    ),
                ),
            ],
            options={
                "verbose_name": "共建项目",
                "verbose_name_plural": "共建项目",
                "indexes": [models.Index(fields=["area_code", "state"], name="party_project_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "stopped"), _negated=True),
                        fields=("need",),
                        name="party_project_one_a_need",
                        violation_error_message="这项需求已经有项目，请刷新页面查看。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(
                                models.Q(("result", ""), _negated=True),
                                ("ended_on__isnull", False),
                                ("people_served__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="party_project_done_whole",
                        violation_error_message="完成的项目要有成效和服务人次。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wish",
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
                ("text", models.CharField(max_length=300, verbose_name="心愿内容")),
                (
                    "contact_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="联系人"
                    ),
                ),
                (
                    "contact_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="联系人"),
                ),
                (
                    "phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="联系电话"
                    ),
                ),
                (
                    "phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="联系电话"),
                ),
                (
                    "posted_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="征集日期"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "待认领"),
                            ("claimed", "已认领"),
                            ("done", "已实现"),
                            ("closed", "已答谢"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "claimed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="认领日期"),
                ),
                ("done_on", models.DateField(blank=True, editable=False, null=True, verbose_name="实现日期")),
                (
                    "result",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="实现情况"),
                ),
                ("thanks", models.CharField(blank=True, editable=False, max_length=300, verbose_name="答谢")),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="撤回日期"),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="撤回原因"),
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
                (
                    "steward_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="party.stewardteam",
                        verbose_name="红管家服务队",
                    ),
                ),
                (
                    "volunteer_team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wishes",
                        to="party.volunteerteam",
                        verbose_name="志愿服务队",
                    ),
                ),
            ],
            options={
                "verbose_name": "微心愿",
                "verbose_name_plural": "微心愿",
                "indexes": [models.Index(fields=["area_code", "state"], name="party_wish_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["open", "withdrawn"]),
                            models.Q(
                                models.Q(
                                    models.Q(
                                        ("partner__isnull", False),
                                        ("steward_team__isnull", True),
                                        ("volunteer_team__isnull", True),
                                    ),
                                    models.Q(
                                        ("partner__isnull", True),
                                        ("steward_team__isnull", False),
                                        ("volunteer_team__isnull", True),
                                    ),
                                    models.Q(
                                        ("partner__isnull", True),
                                        ("steward_team__isnull", True),
                                        ("volunteer_team__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                ("claimed_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="party_wish_claimed_by_one",
                        violation_error_message="认领的心愿要有一个认领的单位或队伍。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["done", "closed"]), _negated=True),
                            models.Q(models.Q(("result", ""), _negated=True), ("done_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="party_wish_done_whole",
                        violation_error_message="实现的心愿要写明实现情况。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServicePostKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
            ],
            options={
                "verbose_name": "服务岗位类别",
                "verbose_name_plural": "服务岗位类别",
                "ordering": ["position", "code"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportingUnit",
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
                ("name", models.CharField(max_length=100, verbose_name="单位名称")),
                ("in_service_count", models.PositiveIntegerField(verbose_name="在职党员数")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="报到期间")),
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
                    "partner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.partner",
                        verbose_name="共建单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "报到单位",
                "verbose_name_plural": "报到单位",
                "indexes": [models.Index(fields=["area_code"], name="reporting_unit_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("name", "="), ("valid", "&&")],
                        name="reporting_unit_once",
                        violation_error_message="这个单位此期间已向这个社区报到。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="reporting_unit_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedbackSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("quarter", models.CharField(max_length=7, verbose_name="季度")),
                ("sent_on", models.DateField(default=governance.kernel.days.today, verbose_name="反馈日期")),
                (
                    "sent_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="反馈人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="party.reportingunit",
                        verbose_name="报到单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "反馈单",
                "verbose_name_plural": "反馈单",
                "ordering": ["-quarter"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "quarter"),
                        name="feedback_sheet_once",
                        violation_error_message="这个季度已经反馈过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServicePost",
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
                ("text", models.CharField(max_length=300, verbose_name="岗位内容")),
                ("places", models.PositiveSmallIntegerField(verbose_name="名额")),
                (
                    "offered_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="发布日期"),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="停止日期"),
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
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="party.servicepostkind",
                        verbose_name="类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "服务岗位",
                "verbose_name_plural": "服务岗位",
                "indexes": [models.Index(fields=["area_code", "offered_on"], name="service_post_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("places__gte", 1), ("places__lte", 999)),
                        name="service_post_places",
                        violation_error_message="名额在 1 到 999 之间。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServingMember",
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
                    "name_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True,
                        db_index=True,
                        default="",
                        editable=False,
                        max_length=64,
                        verbose_name="姓名索引",
                    ),
                ),
                (
                    "phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="联系电话"
                    ),
                ),
                (
                    "phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="联系电话"),
                ),
                (
                    "phone_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True,
                        db_index=True,
                        default="",
                        editable=False,
                        max_length=64,
                        verbose_name="电话索引",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="报到期间")),
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
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="members",
                        to="party.reportingunit",
                        verbose_name="报到单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "报到党员",
                "verbose_name_plural": "报到党员",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["area_code"], name="serving_member_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("unit", "="),
                            ("name_index", "="),
                            ("phone_index", "="),
                            ("valid", "&&"),
                        ],
                        name="serving_member_once",
                        violation_error_message="这名党员此期间已经报到。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="serving_member_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PostClaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place_no", models.PositiveSmallIntegerField(verbose_name="名额序号")),
                (
                    "claimed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="认领日期"),
                ),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="退岗日期")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="party.reportingunit",
                        verbose_name="报到单位",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="party.servicepost",
                        verbose_name="服务岗位",
                    ),
                ),
                (
                    "member",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="party.servingmember",
                        verbose_name="报到党员",
                    ),
                ),
            ],
            options={
                "verbose_name": "岗位认领",
                "verbose_name_plural": "岗位认领",
                "ordering": ["place_no", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("released_on__isnull", True)),
                        fields=("post", "place_no"),
                        name="post_claim_place_once",
                        violation_error_message="这个名额已经有人认领。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("place_no__gte", 1)),
                        name="post_claim_place_counts",
                        violation_error_message="名额从 1 起数。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceRecord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(verbose_name="服务日期")),
                ("text", models.CharField(max_length=300, verbose_name="服务内容")),
                ("result", models.CharField(blank=True, max_length=300, verbose_name="服务成效")),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="party.postclaim",
                        verbose_name="岗位认领",
                    ),
                ),
            ],
            options={
                "verbose_name": "服务记录",
                "verbose_name_plural": "服务记录",
                "ordering": ["-on", "-pk"],
            },
        ),
        migrations.RunSQL(TIERS, migrations.RunSQL.noop),
    ]
