import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("grids", "0009_errands"),
    ]

    operations = [
        migrations.CreateModel(
            name="CommunityStandard",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        choices=[
                            ("adviser_duties", "法律顾问每月值班天数"),
                            ("adviser_lectures", "法律顾问每季度讲座次数"),
                            ("orgs", "每个社区的社区组织数"),
                            ("council_notice", "议事会提前公告天数"),
                            ("care_contact", "关爱户联系间隔天数"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="标准",
                    ),
                ),
                ("value", models.PositiveIntegerField(verbose_name="数值")),
                ("source", models.CharField(blank=True, max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "社区工作标准",
                "verbose_name_plural": "社区工作标准",
            },
        ),
        migrations.CreateModel(
            name="OrgKind",
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
                ("in_use", models.BooleanField(default=True, verbose_name="使用中")),
            ],
            options={
                "verbose_name": "联动力量类别",
                "verbose_name_plural": "联动力量类别",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="Community",
            fields=[],
            options={
                "verbose_name": "社区（村）",
                "verbose_name_plural": "社区（村）",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("areas.area",),
        ),
        migrations.CreateModel(
            name="Adviser",
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
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("firm", models.CharField(max_length=80, verbose_name="律师事务所")),
                ("licence_no", models.CharField(max_length=30, verbose_name="执业证号")),
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
                "verbose_name": "法律顾问",
                "verbose_name_plural": "法律顾问",
                "indexes": [models.Index(fields=["area_code", "id"], name="grids_adviser_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "licence_no"),
                        name="grids_adviser_once",
                        violation_error_message="这个执业证号已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviserAssignment",
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
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="聘期")),
                (
                    "adviser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="grids.adviser",
                        verbose_name="法律顾问",
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
                "verbose_name": "法律顾问聘任",
                "verbose_name_plural": "法律顾问聘任",
                "indexes": [models.Index(fields=["area_code", "id"], name="grids_advising_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("valid", "&&")],
                        name="grids_adviser_one_a_community",
                        violation_error_message="这个社区在此期间已有法律顾问，请先结束原聘任。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="grids_advising_begins_and_lasts",
                        violation_error_message="聘任要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviserDuty",
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
                ("on", models.DateField(verbose_name="值班日期")),
                ("from_time", models.TimeField(verbose_name="开始时间")),
                ("to_time", models.TimeField(verbose_name="结束时间")),
                ("place", models.CharField(max_length=80, verbose_name="地点")),
                (
                    "adviser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="grids.adviser",
                        verbose_name="法律顾问",
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
                "verbose_name": "法律顾问值班",
                "verbose_name_plural": "法律顾问值班",
                "indexes": [models.Index(fields=["area_code", "on"], name="grids_adviser_duty_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "adviser", "on", "from_time"),
                        name="grids_adviser_duty_once",
                        violation_error_message="这个时间已经排了班。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("to_time__gt", models.F("from_time"))),
                        name="grids_adviser_duty_lasts",
                        violation_error_message="结束时间要晚于开始时间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdviserRecord",
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
                            ("consultation", "咨询"),
                            ("lecture", "法治讲座"),
                            ("contract", "审查合同"),
                            ("mediation", "参与调解"),
                        ],
                        max_length=20,
                        verbose_name="工作",
                    ),
                ),
                ("on", models.DateField(default=governance.kernel.days.today, verbose_name="日期")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1440),
                        ],
                        verbose_name="时长（分钟）",
                    ),
                ),
                (
                    "topic",
                    models.CharField(
                        help_text="写事不写人，不写姓名、电话", max_length=200, verbose_name="事由"
                    ),
                ),
                (
                    "adviser",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="grids.adviser",
                        verbose_name="法律顾问",
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
                "verbose_name": "法律顾问工作记录",
                "verbose_name_plural": "法律顾问工作记录",
                "indexes": [models.Index(fields=["area_code", "on"], name="grids_adviser_record_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 1), ("minutes__lte", 1440)),
                        name="grids_adviser_record_lasts",
                        violation_error_message="时长应在 1 分钟到 24 小时之间。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommunityOrg",
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
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("purpose", models.CharField(blank=True, max_length=200, verbose_name="服务内容")),
                (
                    "founded_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="成立日期"),
                ),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="停止日期")),
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
                ("people_count", models.PositiveIntegerField(default=0, verbose_name="人数")),
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
                        related_name="orgs",
                        to="grids.orgkind",
                        verbose_name="类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "社区组织",
                "verbose_name_plural": "社区组织",
                "indexes": [models.Index(fields=["area_code", "founded_on"], name="grids_org_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on__isnull", True)),
                        fields=("area", "name"),
                        name="grids_org_once",
                        violation_error_message="这个社区已有同名组织。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__isnull", True),
                            ("ended_on__gt", models.F("founded_on")),
                            _connector="OR",
                        ),
                        name="grids_org_ends_after_start",
                        violation_error_message="停止日期要晚于成立日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CouncilTopic",
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
                ("title", models.CharField(max_length=80, verbose_name="议题")),
                ("text", models.TextField(blank=True, max_length=2000, verbose_name="说明")),
                (
                    "proposer_kind",
                    models.CharField(
                        choices=[
                            ("resident", "居民"),
                            ("party_member", "党员"),
                            ("grid", "网格"),
                            ("community", "社区"),
                            ("property", "物业企业"),
                            ("owners", "业委会、物管会"),
                            ("partner", "共建单位"),
                            ("other", "其他"),
                        ],
                        default="resident",
                        max_length=20,
                        verbose_name="提出方",
                    ),
                ),
                (
                    "proposed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="提出日期"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "已提出"),
                            ("noticed", "已公告"),
                            ("held", "已议事"),
                            ("decided", "已决议"),
                            ("executing", "落实中"),
                            ("executed", "已落实"),
                            ("disclosed", "已公开"),
                            ("declined", "不予上会"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("noticed_on", models.DateField(blank=True, null=True, verbose_name="公告日期")),
                ("meeting_at", models.DateTimeField(blank=True, null=True, verbose_name="会议时间")),
                ("meeting_place", models.CharField(blank=True, max_length=80, verbose_name="会议地点")),
                ("minutes", models.TextField(blank=True, max_length=2000, verbose_name="会议记录")),
                ("votes_for", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="赞成")),
                (
                    "votes_against",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="反对"),
                ),
                (
                    "votes_abstained",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="弃权"),
                ),
                ("is_adopted", models.BooleanField(blank=True, null=True, verbose_name="通过")),
                ("decision", models.TextField(blank=True, max_length=2000, verbose_name="决议")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决议日期")),
                ("executor", models.CharField(blank=True, max_length=80, verbose_name="落实单位")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="落实期限")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="落实情况")),
                ("executed_on", models.DateField(blank=True, null=True, verbose_name="落实日期")),
                ("disclosure", models.TextField(blank=True, max_length=2000, verbose_name="公开内容")),
                ("disclosed_on", models.DateField(blank=True, null=True, verbose_name="公开日期")),
                (
                    "ended_note",
                    models.CharField(blank=True, max_length=500, verbose_name="不上会、撤回的理由"),
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
                "verbose_name": "议事会议题",
                "verbose_name_plural": "议事会议题",
                "indexes": [
                    models.Index(fields=["area_code", "proposed_on"], name="grids_topic_area"),
                    models.Index(fields=["-proposed_on", "-id"], name="grids_topic_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("disclosed_on__isnull", False), ("state", "disclosed")),
                            models.Q(
                                models.Q(("state", "disclosed"), _negated=True),
                                ("disclosed_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="grids_topic_disclosed_has_day",
                        violation_error_message="公开的议题要有公开日期，其他的不能有。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["executing", "executed"]), _negated=True),
                            models.Q(("is_adopted", True), ("is_adopted__isnull", False)),
                            _connector="OR",
                        ),
                        name="grids_topic_executes_what_was_adopted",
                        violation_error_message="只有通过的决议才能交办落实。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CouncilAttendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "voice",
                    models.CharField(
                        choices=[
                            ("resident", "居民"),
                            ("party_member", "党员"),
                            ("grid", "网格"),
                            ("community", "社区"),
                            ("property", "物业企业"),
                            ("owners", "业委会、物管会"),
                            ("partner", "共建单位"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="代表",
                    ),
                ),
                ("count", models.PositiveSmallIntegerField(verbose_name="人数")),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="grids.counciltopic",
                        verbose_name="议题",
                    ),
                ),
            ],
            options={
                "verbose_name": "议事会到会人数",
                "verbose_name_plural": "议事会到会人数",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("topic", "voice"),
                        name="grids_attendance_once",
                        violation_error_message="同一类代表只填一次人数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("count__gte", 1)),
                        name="grids_attendance_some",
                        violation_error_message="到会人数至少是 1。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrgActivity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField(default=governance.kernel.days.today, verbose_name="日期")),
                ("title", models.CharField(max_length=100, verbose_name="活动")),
                ("people_count", models.PositiveIntegerField(default=0, verbose_name="参加人数")),
                (
                    "org",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="grids.communityorg",
                        verbose_name="社区组织",
                    ),
                ),
            ],
            options={
                "verbose_name": "社区组织活动",
                "verbose_name_plural": "社区组织活动",
                "ordering": ["-on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("org", "on", "title"),
                        name="grids_org_activity_once",
                        violation_error_message="这项活动已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceMember",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("police", "社区民警"),
                            ("adviser", "法律顾问"),
                            ("judge", "法官"),
                            ("property", "物业"),
                            ("doctor", "家庭医生"),
                            ("enforcement", "城管执法"),
                            ("fire", "消防"),
                            ("utility", "水电气暖"),
                            ("volunteer", "志愿者"),
                            ("other", "其他力量"),
                        ],
                        max_length=20,
                        verbose_name="力量",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("unit", models.CharField(max_length=80, verbose_name="单位")),
                (
                    "duty_phone",
                    models.CharField(blank=True, help_text="公示用", max_length=20, verbose_name="值班电话"),
                ),
                (
                    "phone_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="个人电话"
                    ),
                ),
                (
                    "phone_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="个人电话"),
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
            ],
            options={
                "verbose_name": "服务团队成员",
                "verbose_name_plural": "服务团队成员",
                "indexes": [models.Index(fields=["area_code", "kind"], name="grids_service_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("kind", "="), ("name", "="), ("valid", "&&")],
                        name="grids_service_once",
                        violation_error_message="此人在此期间已在这个网格的服务团队里。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="grids_service_begins_and_lasts",
                        violation_error_message="服务要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="grid",
            name="cadre_rhythm",
            field=models.CharField(
                blank=True,
                help_text="如：每月至少到网格走访一次",
                max_length=100,
                verbose_name="包联走访安排",
            ),
        ),
    ]
