import datetime
import uuid
from decimal import Decimal

import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("grids", "0012_duplicates"),
        ("property", "0001_property"),
    ]

    operations = [
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
        migrations.AddField(
            model_name="ownerscommittee",
            name="dissolved_at",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="dissolved_committees",
                to="property.ownersmeeting",
                verbose_name="解散依据的业主大会",
            ),
        ),
        migrations.AddField(
            model_name="ownerscommittee",
            name="elected_at",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="elected_committees",
                to="property.ownersmeeting",
                verbose_name="产生依据的业主大会",
            ),
        ),
    ]
