import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0002_event_engine"),
        ("files", "0001_attachments"),
        ("grids", "0002_size_rule"),
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="EventCategory",
            fields=[
                (
                    "code",
                    models.CharField(max_length=6, primary_key=True, serialize=False, verbose_name="代码"),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "自办"), (1, "紧急"), (2, "重要"), (3, "一般")],
                        default=3,
                        verbose_name="默认等级",
                    ),
                ),
                ("amount", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="处置时限")),
                (
                    "unit",
                    models.CharField(
                        choices=[("day", "工作日"), ("hour", "工作时")],
                        default="day",
                        max_length=4,
                        verbose_name="时限单位",
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="时限依据")),
                ("is_open", models.BooleanField(default=True, verbose_name="可上报")),
                (
                    "needs_joint_verification",
                    models.BooleanField(default=False, verbose_name="回单前要联合核实"),
                ),
                (
                    "follow_up",
                    models.CharField(
                        blank=True,
                        help_text="不作为事件办理，改为登记别的办件，如纠纷",
                        max_length=20,
                        verbose_name="转办去向",
                    ),
                ),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="提示")),
                (
                    "handler_role",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.role",
                        verbose_name="建议承办岗位",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="grids.eventcategory",
                        verbose_name="大类",
                    ),
                ),
            ],
            options={
                "verbose_name": "事件类别",
                "verbose_name_plural": "事件类别",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__isnull", True), ("amount__gte", 1), _connector="OR"),
                        name="event_category_limit_positive",
                        violation_error_message="处置时限至少是 1。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="event",
                        serialize=False,
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
                (
                    "grade",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "自办"), (1, "紧急"), (2, "重要"), (3, "一般")],
                        default=3,
                        verbose_name="等级",
                    ),
                ),
                ("answer", models.TextField(blank=True, max_length=1000, verbose_name="给上报人的答复")),
                (
                    "left_at_feedback",
                    models.IntegerField(blank=True, editable=False, null=True, verbose_name="回单时剩余"),
                ),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fair", "基本满意"), ("dissatisfied", "不满意")],
                        max_length=20,
                        verbose_name="评价",
                    ),
                ),
                ("rating_note", models.CharField(blank=True, max_length=500, verbose_name="评价说明")),
                (
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="grids.household",
                        verbose_name="住户",
                    ),
                ),
                (
                    "main",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="doubles",
                        to="grids.event",
                        verbose_name="合并到",
                    ),
                ),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="reported_events", to="files.attachment", verbose_name="照片"
                    ),
                ),
                (
                    "result_photos",
                    models.ManyToManyField(
                        blank=True,
                        related_name="settled_events",
                        to="files.attachment",
                        verbose_name="处置后照片",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="grids.visit",
                        verbose_name="来自走访",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="grids.eventcategory",
                        verbose_name="事件类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "事件",
                "verbose_name_plural": "事件",
                "indexes": [models.Index(fields=["category", "case"], name="event_category")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("main__isnull", True),
                            models.Q(("main", models.F("case")), _negated=True),
                            _connector="OR",
                        ),
                        name="event_not_its_own_double",
                        violation_error_message="事件不能合并到自己。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EventReporter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="称呼")),
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
                    "phone_tail_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "added_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="登记时间",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reporters",
                        to="grids.event",
                        verbose_name="事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "上报人",
                "verbose_name_plural": "上报人",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="JointVerification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("held_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="核实时间")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                (
                    "measured_value",
                    models.DecimalField(
                        blank=True, decimal_places=3, max_digits=12, null=True, verbose_name="实测数值"
                    ),
                ),
                (
                    "measured_unit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mu", "亩"),
                            ("m2", "平方米"),
                            ("m", "米"),
                            ("m3", "立方米"),
                            ("db", "分贝"),
                            ("piece", "处"),
                        ],
                        max_length=10,
                        verbose_name="单位",
                    ),
                ),
                ("minutes", models.TextField(max_length=4000, verbose_name="核实情况")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verifications",
                        to="grids.event",
                        verbose_name="事件",
                    ),
                ),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="verifications", to="files.attachment", verbose_name="照片"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
            ],
            options={
                "verbose_name": "联合核实",
                "verbose_name_plural": "联合核实",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("measured_unit", ""), ("measured_value__isnull", True)),
                            models.Q(
                                ("measured_value__isnull", False),
                                models.Q(("measured_unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="verification_value_has_unit",
                        violation_error_message="实测数值和单位要一起填写。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("measured_value__isnull", True), ("measured_value__gte", 0), _connector="OR"
                        ),
                        name="verification_value_not_negative",
                        violation_error_message="实测数值不能为负数。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VerificationParticipant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit", models.CharField(max_length=60, verbose_name="单位")),
                ("name", models.CharField(blank=True, max_length=40, verbose_name="参加人")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("host", "主持核实"),
                            ("measure", "丈量记录"),
                            ("witness", "到场见证"),
                            ("party", "当事人"),
                        ],
                        default="witness",
                        max_length=10,
                        verbose_name="身份",
                    ),
                ),
                ("has_signed", models.BooleanField(default=False, verbose_name="已签字")),
                (
                    "signature",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="files.attachment",
                        verbose_name="签字图片",
                    ),
                ),
                (
                    "verification",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="participants",
                        to="grids.jointverification",
                        verbose_name="联合核实",
                    ),
                ),
            ],
            options={
                "verbose_name": "核实参加人",
                "verbose_name_plural": "核实参加人",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("verification", "unit", "name"),
                        name="verification_participant_once",
                        violation_error_message="同一单位的同一人只列一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkListException",
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
                ("reason", models.CharField(max_length=500, verbose_name="理由")),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="生效日期")),
                ("until_on", models.DateField(verbose_name="截止日期")),
                (
                    "approved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="批准人",
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
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_list_exceptions",
                        to="grids.eventcategory",
                        verbose_name="事件类别",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_list_exceptions",
                        to="grids.event",
                        verbose_name="仅限事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "清单外事项批准",
                "verbose_name_plural": "清单外事项批准",
                "indexes": [models.Index(fields=["area_code", "until_on"], name="grids_work_exception_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until_on__gte", models.F("from_on"))),
                        name="work_exception_lasts",
                        violation_error_message="截止日期不能早于生效日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WorkListItem",
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
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="有效期")),
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
                        related_name="work_list_items",
                        to="grids.eventcategory",
                        verbose_name="事件类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "清单事项",
                "verbose_name_plural": "网格服务管理事项清单",
                "indexes": [models.Index(fields=["area_code", "category"], name="grids_work_list_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("category", "="), ("valid", "&&")],
                        name="work_list_item_once",
                        violation_error_message="这个类别在此期间已经列入清单。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="work_list_item_begins_and_lasts",
                        violation_error_message="要有生效日期，且失效日期晚于生效日期。",
                    ),
                ],
            },
        ),
    ]
