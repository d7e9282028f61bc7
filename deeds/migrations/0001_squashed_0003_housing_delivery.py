"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import uuid

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.identity
import governance.kernel.sealing
from governance.kernel.squashing import Squashed

# By value: a home keeps the number on its door, and cannot bear one that its project does not have.
HOMES_STAND_IN_BUILDINGS = """
ALTER TABLE deeds_home ADD CONSTRAINT home_in_building FOREIGN KEY (project_id, building)
REFERENCES deeds_deedbuilding (project_id, number) DEFERRABLE INITIALLY DEFERRED
"""


class Migration(Squashed):
    replaces = [
        ("deeds", "0001_backlog_and_housing"),
        ("deeds", "0002_deed_homes"),
        ("deeds", "0003_housing_delivery"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("files", "0003_import_target"),
        ("people", "0002_handover"),
    ]

    operations = [
        migrations.CreateModel(
            name="DeedProject",
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
                ("name", models.CharField(max_length=80, verbose_name="项目")),
                ("developer", models.CharField(blank=True, max_length=120, verbose_name="开发单位")),
                (
                    "causes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("C1", "用地手续不完善"),
                                ("C2", "欠缴土地出让价款和相关税费"),
                                ("C3", "未通过建设工程规划核实"),
                                ("C4", "未通过竣工验收（备案）"),
                                ("C5", "开发单位灭失"),
                                ("C6", "房地信息不一致、跨宗地建设"),
                                ("C7", "抵押、查封"),
                                ("C8", "资料缺失"),
                                ("C9", "欠缴维修资金、契税等群众自身原因"),
                                ("C99", "其他"),
                            ],
                            max_length=3,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="成因",
                    ),
                ),
                ("lead_office", models.CharField(blank=True, max_length=80, verbose_name="牵头单位")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("listed", "纳入台账"),
                            ("surveyed", "已摸底"),
                            ("diagnosed", "已会诊"),
                            ("plan_approved", "方案已定"),
                            ("executing", "攻坚中"),
                            ("first_registered", "已首次登记"),
                            ("homes_open", "可办证"),
                            ("mostly_done", "基本办结"),
                            ("cleared", "已销号"),
                            ("blocked", "受阻"),
                            ("litigation", "涉诉中止"),
                            ("excluded", "移出台账"),
                        ],
                        default="listed",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "listed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="纳入台账日期"),
                ),
                (
                    "solved_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="解决日期"),
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
                    "finished_on",
                    models.DateField(
                        blank=True, help_text="不清楚的可以不填", null=True, verbose_name="最后一栋竣工日期"
                    ),
                ),
                (
                    "is_new",
                    models.BooleanField(db_default=False, default=False, editable=False, verbose_name="新增"),
                ),
                (
                    "raised_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="提级日期"),
                ),
                (
                    "raised_to",
                    models.CharField(
                        blank=True, db_default="", max_length=80, verbose_name="提请协调的上级单位"
                    ),
                ),
            ],
            options={
                "verbose_name": "办证难项目",
                "verbose_name_plural": "办证难项目",
                "indexes": [models.Index(fields=["area_code", "listed_on"], name="deed_project_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="deed_project_once",
                        violation_error_message="这个区划下已有同名项目，请直接在原项目上办理。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "causes__contained_by",
                                ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C99"],
                            )
                        ),
                        name="deed_project_causes_known",
                        violation_error_message="成因代码只能是 C1–C9 或 C99。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("solved_on__isnull", False),
                                ("state__in", ("first_registered", "homes_open", "mostly_done", "cleared")),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "state__in",
                                        ("first_registered", "homes_open", "mostly_done", "cleared"),
                                    ),
                                    _negated=True,
                                ),
                                ("solved_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="deed_project_solved_has_day",
                        violation_error_message="完成首次登记的项目要有解决日期，没有完成的不能有。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("solved_on__isnull", True),
                            ("solved_on__gte", models.F("listed_on")),
                            _connector="OR",
                        ),
                        name="deed_project_solved_after_listed",
                        violation_error_message="解决日期不能早于纳入台账的日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Home",
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
                ("building", models.CharField(max_length=10, verbose_name="楼号")),
                ("unit", models.CharField(blank=True, max_length=10, verbose_name="单元")),
                ("room", models.CharField(max_length=10, verbose_name="房号")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("unlisted", "未列入"),
                            ("listed", "待解决"),
                            ("solved", "可办证"),
                            ("notified", "已通知"),
                            ("materials", "收件中"),
                            ("accepted", "已受理"),
                            ("paid", "税费已缴或已承诺"),
                            ("registered", "已登簿"),
                            ("issued", "已发证"),
                            ("delivered", "已送达"),
                            ("unreachable", "联系不上"),
                            ("owner_reason", "群众自身原因"),
                            ("disputed", "权属有争议"),
                            ("sealed", "查封、抵押"),
                        ],
                        default="listed",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "listed_on",
                    models.DateField(
                        default=governance.kernel.days.today,
                        editable=False,
                        null=True,
                        verbose_name="纳入台账日期",
                    ),
                ),
                ("solved_on", models.DateField(editable=False, null=True, verbose_name="可办日期")),
                ("registered_on", models.DateField(editable=False, null=True, verbose_name="登簿日期")),
                ("issued_on", models.DateField(editable=False, null=True, verbose_name="发证日期")),
                (
                    "certificate_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="证号"),
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
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="homes",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
                ("delivered_on", models.DateField(editable=False, null=True, verbose_name="送达日期")),
                (
                    "is_new",
                    models.BooleanField(db_default=False, default=False, editable=False, verbose_name="新增"),
                ),
                (
                    "unit_no",
                    models.CharField(
                        blank=True,
                        db_default="",
                        default="",
                        help_text="28 位；有了它，同一套房不会列入两个项目",
                        max_length=28,
                        verbose_name="不动产单元号",
                    ),
                ),
            ],
            options={
                "verbose_name": "住房",
                "verbose_name_plural": "住房",
                "indexes": [models.Index(fields=["area_code", "listed_on"], name="home_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "building", "unit", "room"),
                        name="home_once",
                        violation_error_message="这个项目里已有这套房。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("solved_on__isnull", True),
                            models.Q(("listed_on__isnull", False), ("solved_on__gte", models.F("listed_on"))),
                            _connector="OR",
                        ),
                        name="home_solved_after_listed",
                        violation_error_message="可办日期要在纳入台账之后。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("registered_on__isnull", True),
                            models.Q(
                                ("registered_on__gte", models.F("solved_on")), ("solved_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="home_registered_after_solved",
                        violation_error_message="登簿要在可以办证之后。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("issued_on__isnull", True),
                            models.Q(
                                ("issued_on__gte", models.F("registered_on")),
                                ("registered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="home_issued_after_registered",
                        violation_error_message="发证要在登簿之后，请先登簿。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("unit_no", ""), _negated=True),
                        fields=("unit_no",),
                        name="home_unit_once",
                        violation_error_message="这套房（不动产单元号）已列入另一个项目，一套房只列一次，请核对。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("delivered_on__isnull", True),
                            models.Q(
                                ("delivered_on__gte", models.F("issued_on")), ("issued_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="home_delivered_after_issued",
                        violation_error_message="送达要在发证之后。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("listed_on__isnull", True), ("state", "unlisted")),
                            models.Q(
                                ("listed_on__isnull", False), ("solved_on__isnull", True), ("state", "listed")
                            ),
                            models.Q(
                                ("registered_on__isnull", True),
                                ("solved_on__isnull", False),
                                (
                                    "state__in",
                                    (
                                        "solved",
                                        "notified",
                                        "materials",
                                        "accepted",
                                        "paid",
                                        "unreachable",
                                        "owner_reason",
                                        "disputed",
                                        "sealed",
                                    ),
                                ),
                            ),
                            models.Q(
                                ("issued_on__isnull", True),
                                ("registered_on__isnull", False),
                                ("state", "registered"),
                            ),
                            models.Q(
                                ("delivered_on__isnull", True),
                                ("issued_on__isnull", False),
                                ("state", "issued"),
                            ),
                            models.Q(("delivered_on__isnull", False), ("state", "delivered")),
                            _connector="OR",
                        ),
                        name="home_state_fits_days",
                        violation_error_message="状态与各环节日期不一致。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HousingProject",
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
                ("name", models.CharField(max_length=80, verbose_name="项目")),
                ("developer", models.CharField(max_length=120, verbose_name="开发单位")),
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("special_loan", "专项借款"),
                            ("white_list", "白名单"),
                            ("self_rescue", "自救"),
                            ("court", "司法处置"),
                        ],
                        max_length=20,
                        verbose_name="保交方式",
                    ),
                ),
                ("homes", models.PositiveIntegerField(verbose_name="套数")),
                ("buildings", models.PositiveSmallIntegerField(verbose_name="栋数")),
                ("contract_on", models.DateField(verbose_name="合同交付日期")),
                ("promised_on", models.DateField(verbose_name="承诺交付日期")),
                (
                    "listed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="纳入日期"),
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
                    "floor_area",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="建筑面积（㎡）"),
                ),
                ("group", models.CharField(blank=True, max_length=120, verbose_name="所属集团")),
                ("homes_sold", models.PositiveIntegerField(default=0, verbose_name="已售套数")),
                (
                    "leader",
                    models.CharField(
                        blank=True, help_text="写职务，如：分管副县长", max_length=80, verbose_name="包保领导"
                    ),
                ),
                ("task_force", models.CharField(blank=True, max_length=80, verbose_name="工作专班")),
                (
                    "token",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=8,
                        null=True,
                        unique=True,
                        verbose_name="公众码",
                    ),
                ),
                (
                    "uscc",
                    models.CharField(
                        blank=True,
                        max_length=18,
                        validators=[governance.kernel.identity.validate_uscc],
                        verbose_name="统一社会信用代码",
                    ),
                ),
            ],
            options={
                "verbose_name": "保交楼项目",
                "verbose_name_plural": "保交楼项目",
                "indexes": [models.Index(fields=["area_code", "promised_on"], name="housing_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="housing_once",
                        violation_error_message="这个区划下已有同名的保交楼项目。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("homes_sold__lte", models.F("homes"))),
                        name="housing_sold_within_homes",
                        violation_error_message="已售套数不能多于总套数，请核对后重填。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectMove",
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
                        choices=[
                            ("listed", "纳入台账"),
                            ("surveyed", "已摸底"),
                            ("diagnosed", "已会诊"),
                            ("plan_approved", "方案已定"),
                            ("executing", "攻坚中"),
                            ("first_registered", "已首次登记"),
                            ("homes_open", "可办证"),
                            ("mostly_done", "基本办结"),
                            ("cleared", "已销号"),
                            ("blocked", "受阻"),
                            ("litigation", "涉诉中止"),
                            ("excluded", "移出台账"),
                        ],
                        max_length=20,
                        verbose_name="原状态",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("listed", "纳入台账"),
                            ("surveyed", "已摸底"),
                            ("diagnosed", "已会诊"),
                            ("plan_approved", "方案已定"),
                            ("executing", "攻坚中"),
                            ("first_registered", "已首次登记"),
                            ("homes_open", "可办证"),
                            ("mostly_done", "基本办结"),
                            ("cleared", "已销号"),
                            ("blocked", "受阻"),
                            ("litigation", "涉诉中止"),
                            ("excluded", "移出台账"),
                        ],
                        max_length=20,
                        verbose_name="新状态",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="说明")),
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目进展",
                "verbose_name_plural": "项目进展",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ProjectObstacle",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("C1", "用地手续不完善"),
                            ("C2", "欠缴土地出让价款和相关税费"),
                            ("C3", "未通过建设工程规划核实"),
                            ("C4", "未通过竣工验收（备案）"),
                            ("C5", "开发单位灭失"),
                            ("C6", "房地信息不一致、跨宗地建设"),
                            ("C7", "抵押、查封"),
                            ("C8", "资料缺失"),
                            ("C9", "欠缴维修资金、契税等群众自身原因"),
                            ("C99", "其他"),
                        ],
                        max_length=3,
                        verbose_name="成因",
                    ),
                ),
                ("lead_office", models.CharField(max_length=80, verbose_name="责任单位")),
                (
                    "instrument",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("conditional", "容缺受理"),
                            ("commitment", "告知承诺"),
                            ("separated", "证缴分离"),
                            ("parallel", "并联办理"),
                            ("appraisal", "鉴定补验"),
                            ("designated", "政府指定单位代办"),
                            ("ordinary", "按常规补办"),
                        ],
                        max_length=20,
                        verbose_name="办法",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="办结期限")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="销号日期")),
                (
                    "document",
                    models.CharField(
                        blank=True, help_text="文号或材料名称", max_length=200, verbose_name="销号依据"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="obstacles",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
                (
                    "documents",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="材料照片"
                    ),
                ),
                (
                    "raise_reason",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=500, verbose_name="提级理由"
                    ),
                ),
                (
                    "raised_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="提级日期"),
                ),
                (
                    "raised_to",
                    models.CharField(
                        blank=True, db_default="", default="", max_length=80, verbose_name="提级到"
                    ),
                ),
            ],
            options={
                "verbose_name": "堵点",
                "verbose_name_plural": "堵点",
                "ordering": ["due_on", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=["due_on"],
                        name="obstacle_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("project", "cause"),
                        name="obstacle_open_once",
                        violation_error_message="这个项目的同一成因已有未销号的堵点。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            models.Q(("document", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="obstacle_closed_with_document",
                        violation_error_message="销号要有依据，请填写文号或材料名称。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WeeklyProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("week_start", models.DateField(verbose_name="周一日期")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="实际进度（%）",
                    ),
                ),
                (
                    "planned_percent",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="计划进度（%）",
                    ),
                ),
                (
                    "previous_percent",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="上次进度（%）"),
                ),
                ("workers", models.PositiveIntegerField(verbose_name="在场工人")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                (
                    "by",
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
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "周进度",
                "verbose_name_plural": "周进度",
                "ordering": ["-week_start"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "week_start"),
                        name="progress_once_a_week",
                        violation_error_message="本周进度已经填报，请直接修改。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("week_start__iso_week_day", 1)),
                        name="progress_week_starts_monday",
                        violation_error_message="周进度按周一的日期登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100), ("planned_percent__lte", 100)),
                        name="progress_is_percent",
                        violation_error_message="进度在 0 到 100 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent__gte", models.F("previous_percent")),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="progress_not_backwards",
                        violation_error_message="进度比上次少，请在说明里写明原因。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BacklogCutoff",
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
                ("on", models.DateField(verbose_name="截止日期")),
                ("document", models.CharField(max_length=100, verbose_name="依据文号")),
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
                "verbose_name": "历史遗留截止日期",
                "verbose_name_plural": "历史遗留截止日期",
                "indexes": [models.Index(fields=["area_code"], name="backlog_cutoff_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area",),
                        name="backlog_cutoff_once",
                        violation_error_message="这个区划已设过截止日期，请直接修改。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeedBuilding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=10, verbose_name="楼号")),
                ("finished_on", models.DateField(blank=True, null=True, verbose_name="竣工日期")),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="buildings",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "楼栋",
                "verbose_name_plural": "楼栋",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "number"),
                        name="deed_building_once",
                        violation_error_message="这个项目里已有这栋楼。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EntitledPerson",
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
                    "id_no_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="证件号码"
                    ),
                ),
                (
                    "id_no_masked",
                    models.CharField(blank=True, editable=False, max_length=30, verbose_name="证件号码"),
                ),
                (
                    "id_no_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "added_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="登记日期"
                    ),
                ),
                ("left_on", models.DateField(blank=True, editable=False, null=True, verbose_name="移除日期")),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entitled",
                        to="deeds.home",
                        verbose_name="住房",
                    ),
                ),
            ],
            options={
                "verbose_name": "权利人",
                "verbose_name_plural": "权利人",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("id_no_index", ""), _negated=True), ("left_on__isnull", True)
                        ),
                        fields=("home", "id_no_index"),
                        name="entitled_once",
                        violation_error_message="这套房已登记过这个证件号码的权利人。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HomeStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="步骤")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="理由")),
                ("count", models.PositiveIntegerField(verbose_name="套数")),
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="办理人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="home_steps",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="deeds.homestep",
                        verbose_name="更正的步骤",
                    ),
                ),
            ],
            options={
                "verbose_name": "住房办理",
                "verbose_name_plural": "住房办理",
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="HomeChange",
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
                            ("unlisted", "未列入"),
                            ("listed", "待解决"),
                            ("solved", "可办证"),
                            ("notified", "已通知"),
                            ("materials", "收件中"),
                            ("accepted", "已受理"),
                            ("paid", "税费已缴或已承诺"),
                            ("registered", "已登簿"),
                            ("issued", "已发证"),
                            ("delivered", "已送达"),
                            ("unreachable", "联系不上"),
                            ("owner_reason", "群众自身原因"),
                            ("disputed", "权属有争议"),
                            ("sealed", "查封、抵押"),
                        ],
                        max_length=12,
                        verbose_name="原状态",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("unlisted", "未列入"),
                            ("listed", "待解决"),
                            ("solved", "可办证"),
                            ("notified", "已通知"),
                            ("materials", "收件中"),
                            ("accepted", "已受理"),
                            ("paid", "税费已缴或已承诺"),
                            ("registered", "已登簿"),
                            ("issued", "已发证"),
                            ("delivered", "已送达"),
                            ("unreachable", "联系不上"),
                            ("owner_reason", "群众自身原因"),
                            ("disputed", "权属有争议"),
                            ("sealed", "查封、抵押"),
                        ],
                        max_length=12,
                        verbose_name="新状态",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="deeds.home",
                        verbose_name="住房",
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="deeds.homestep",
                        verbose_name="住房办理",
                    ),
                ),
            ],
            options={
                "verbose_name": "住房变动",
                "verbose_name_plural": "住房变动",
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("step", "home"),
                        name="home_change_once",
                        violation_error_message="一次办理里，同一套房只记一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "leader",
                    models.CharField(
                        help_text="如：西夏区政府副区长；写职务，不写姓名",
                        max_length=60,
                        verbose_name="包抓领导（职务）",
                    ),
                ),
                (
                    "team",
                    models.TextField(
                        help_text="牵头和配合的单位，每行一个", max_length=500, verbose_name="专班"
                    ),
                ),
                ("text", models.TextField(max_length=3000, verbose_name="工作方案")),
                (
                    "public_line",
                    models.CharField(
                        help_text="一句话，住户来问时照此答复", max_length=300, verbose_name="对外答复口径"
                    ),
                ),
                ("approval_no", models.CharField(blank=True, max_length=60, verbose_name="批准文号")),
                ("approved_on", models.DateField(blank=True, null=True, verbose_name="批准日期")),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plan",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "一项目一策",
                "verbose_name_plural": "一项目一策",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("approval_no", ""), ("approved_on__isnull", True)),
                            models.Q(
                                models.Q(("approval_no", ""), _negated=True), ("approved_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="project_plan_approved_whole",
                        violation_error_message="批准文号和批准日期要一起填写。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Undertaking",
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
                        choices=[("conditional", "容缺受理"), ("commitment", "告知承诺")],
                        max_length=12,
                        verbose_name="方式",
                    ),
                ),
                ("what", models.CharField(max_length=300, verbose_name="容缺或承诺的事项")),
                ("consequence", models.CharField(max_length=300, verbose_name="逾期或违约的后果")),
                ("signatory", models.CharField(blank=True, max_length=80, verbose_name="承诺单位")),
                ("made_on", models.DateField(default=governance.kernel.days.today, verbose_name="签订日期")),
                ("due_on", models.DateField(verbose_name="期限")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待核查"), ("met", "已兑现"), ("broken", "未兑现")],
                        default="open",
                        editable=False,
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "settled_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="核查日期"),
                ),
                (
                    "finding",
                    models.CharField(blank=True, editable=False, max_length=500, verbose_name="核查情况"),
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
                    "home",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to="deeds.home",
                        verbose_name="住房",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to="deeds.entitledperson",
                        verbose_name="承诺人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to="deeds.deedproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "容缺、承诺",
                "verbose_name_plural": "容缺、承诺",
                "indexes": [models.Index(fields=["area_code", "due_on"], name="undertaking_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signatory", ""), _negated=True),
                            ("person__isnull", False),
                            _connector="OR",
                        ),
                        name="undertaking_somebody_signed",
                        violation_error_message="要有承诺单位或承诺人，请选一位权利人或填写单位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gt", models.F("made_on"))),
                        name="undertaking_due_after_made",
                        violation_error_message="期限要在签订日期之后。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on__isnull", True), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("settled_on__isnull", False),
                                models.Q(("finding", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="undertaking_settled_whole",
                        violation_error_message="核查要写明日期和情况。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BuildingStage",
            fields=[
                (
                    "code",
                    models.SlugField(max_length=20, primary_key=True, serialize=False, verbose_name="代码"),
                ),
                ("name", models.CharField(max_length=20, verbose_name="阶段")),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(100),
                        ],
                        verbose_name="完成后累计进度（%）",
                    ),
                ),
                ("counts_floors", models.BooleanField(default=False, verbose_name="按层计")),
            ],
            options={
                "verbose_name": "施工阶段",
                "verbose_name_plural": "施工阶段",
                "ordering": ["position"],
            },
        ),
        migrations.CreateModel(
            name="HousingBuilding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="楼号")),
                (
                    "floors",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="层数"
                    ),
                ),
                (
                    "homes",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="套数"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="building_rows",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "保交楼楼栋",
                "verbose_name_plural": "保交楼楼栋",
                "ordering": ["name", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "name"),
                        name="housing_building_once",
                        violation_error_message="这个项目里已有这栋楼。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BuildingProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(default=governance.kernel.days.today, verbose_name="日期")),
                (
                    "floors_done",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="已完成层数"),
                ),
                ("percent", models.PositiveSmallIntegerField(editable=False, verbose_name="进度（%）")),
                (
                    "previous_percent",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="上次进度（%）"),
                ),
                ("workers", models.PositiveIntegerField(default=0, verbose_name="在场工人")),
                ("machines", models.PositiveIntegerField(default=0, verbose_name="在场机械")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="进度后退的原因")),
                (
                    "by",
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
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deeds.buildingstage",
                        verbose_name="施工阶段",
                    ),
                ),
                (
                    "building",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="deeds.housingbuilding",
                        verbose_name="楼栋",
                    ),
                ),
            ],
            options={
                "verbose_name": "楼栋进度",
                "verbose_name_plural": "楼栋进度",
                "ordering": ["-day", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("building", "day"),
                        name="building_progress_once_a_day",
                        violation_error_message="这栋楼当天的进度已经填报，请直接修改。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)),
                        name="building_progress_is_percent",
                        violation_error_message="进度在 0 到 100 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent__gte", models.F("previous_percent")),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="building_progress_not_back",
                        violation_error_message="进度比上次后退，请写明原因后再提交。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.DateField(help_text="当月任一天", verbose_name="期别")),
                ("progress_text", models.TextField(max_length=2000, verbose_name="工程进展")),
                (
                    "funds_level",
                    models.CharField(
                        choices=[
                            ("enough", "建设资金能满足后续施工"),
                            ("tight", "建设资金基本够用，按节点拨付"),
                            ("gap", "建设资金还有缺口，正在筹措"),
                        ],
                        max_length=10,
                        verbose_name="资金情况",
                    ),
                ),
                ("next_on", models.DateField(verbose_name="下次公告日期")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        editable=False, null=True, verbose_name="发布时进度（%）"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "草稿"), ("published", "已发布"), ("withdrawn", "已撤回")],
                        default="draft",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("published_on", models.DateField(editable=False, null=True, verbose_name="发布日期")),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="现场照片"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bulletins",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "购房人公告",
                "verbose_name_plural": "购房人公告",
                "ordering": ["-period", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("project", "period"),
                        name="bulletin_once_a_month",
                        violation_error_message="这个项目本月已有公告，请在原来那期上修改，或先撤回。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("next_on__gt", models.F("period"))),
                        name="bulletin_next_after_period",
                        violation_error_message="下次公告日期要在本期之后。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_on__isnull", True), ("state", "draft")),
                            models.Q(
                                ("published_on__isnull", False), models.Q(("state", "draft"), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="bulletin_published_has_day",
                        violation_error_message="发布过的公告要有发布日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskSession",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                (
                    "quota",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(200),
                        ],
                        verbose_name="可约套数",
                    ),
                ),
                (
                    "posts",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="people.post", verbose_name="到场岗位"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="desk_sessions",
                        to="deeds.deedproject",
                        verbose_name="办证项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "移动办公桌",
                "verbose_name_plural": "移动办公桌",
                "ordering": ["-day", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "day", "place"),
                        name="desk_session_once",
                        violation_error_message="这个项目当天在这个地点已有一场，请直接在那一场上预约。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskAppointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("slot", models.TimeField(verbose_name="预约时间")),
                ("printed_at", models.DateTimeField(editable=False, null=True, verbose_name="打证时间")),
                ("sent_back_at", models.DateTimeField(editable=False, null=True, verbose_name="退回时间")),
                ("sent_back_reason", models.CharField(blank=True, max_length=200, verbose_name="退回原因")),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deeds.home",
                        verbose_name="住房",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="deeds.desksession",
                        verbose_name="场次",
                    ),
                ),
            ],
            options={
                "verbose_name": "办证预约",
                "verbose_name_plural": "办证预约",
                "ordering": ["slot", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "home"),
                        name="desk_home_once",
                        violation_error_message="这套房在这一场已经预约过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sent_back_at__isnull", True), ("sent_back_reason", "")),
                            models.Q(
                                ("sent_back_at__isnull", False),
                                models.Q(("sent_back_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="desk_sent_back_has_reason",
                        violation_error_message="退回要写明原因。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("printed_at__isnull", True), ("sent_back_at__isnull", True), _connector="OR"
                        ),
                        name="desk_printed_or_sent_back",
                        violation_error_message="已打证的不能退回。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DeskStamp",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("begin", "叫号"),
                            ("check", "核验材料"),
                            ("photo", "拍照"),
                            ("sign", "签字"),
                            ("pay", "缴费"),
                            ("print", "打证"),
                        ],
                        max_length=10,
                        verbose_name="步骤",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("seconds", models.PositiveIntegerField(blank=True, null=True, verbose_name="用时（秒）")),
                ("client_uuid", models.UUIDField(unique=True, verbose_name="提交编号")),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stamps",
                        to="deeds.deskappointment",
                        verbose_name="预约",
                    ),
                ),
            ],
            options={
                "verbose_name": "办证步骤",
                "verbose_name_plural": "办证步骤",
                "ordering": ["at", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("appointment", "step"),
                        name="desk_step_once",
                        violation_error_message="这一步已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FundReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(default=governance.kernel.days.today, verbose_name="截至日期")),
                ("escrow_balance", models.PositiveIntegerField(verbose_name="监管账户余额（万元）")),
                ("escrow_quota", models.PositiveIntegerField(default=0, verbose_name="重点监管额度（万元）")),
                ("due", models.PositiveIntegerField(verbose_name="应付工程款（万元）")),
                ("paid", models.PositiveIntegerField(verbose_name="已付工程款（万元）")),
                ("to_finish", models.PositiveIntegerField(verbose_name="完工尚需资金（万元）")),
                (
                    "loan_approved",
                    models.PositiveIntegerField(default=0, verbose_name="专项借款批准（万元）"),
                ),
                (
                    "loan_released",
                    models.PositiveIntegerField(default=0, verbose_name="专项借款拨付（万元）"),
                ),
                ("loan_used", models.PositiveIntegerField(default=0, verbose_name="专项借款使用（万元）")),
                (
                    "credit_approved",
                    models.PositiveIntegerField(default=0, verbose_name="配套融资批准（万元）"),
                ),
                (
                    "credit_released",
                    models.PositiveIntegerField(default=0, verbose_name="配套融资发放（万元）"),
                ),
                (
                    "gap",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Greatest(
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.functions.comparison.Cast(
                                            models.F("to_finish"), models.IntegerField()
                                        ),
                                        "-",
                                        django.db.models.functions.comparison.Cast(
                                            models.F("escrow_balance"), models.IntegerField()
                                        ),
                                    ),
                                    "-",
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.functions.comparison.Cast(
                                            models.F("loan_approved"), models.IntegerField()
                                        ),
                                        "-",
                                        django.db.models.functions.comparison.Cast(
                                            models.F("loan_released"), models.IntegerField()
                                        ),
                                    ),
                                ),
                                "-",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.functions.comparison.Cast(
                                        models.F("credit_approved"), models.IntegerField()
                                    ),
                                    "-",
                                    django.db.models.functions.comparison.Cast(
                                        models.F("credit_released"), models.IntegerField()
                                    ),
                                ),
                            ),
                            models.Value(0),
                        ),
                        output_field=models.IntegerField(),
                        verbose_name="资金缺口（万元）",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fund_reports",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "资金情况",
                "verbose_name_plural": "资金情况",
                "ordering": ["-day"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "day"),
                        name="fund_report_once_a_day",
                        violation_error_message="这一天的资金情况已经填报，请换一个日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("paid__lte", models.F("due"))),
                        name="fund_paid_within_due",
                        violation_error_message="已付工程款不能多于应付工程款，请核对后重填。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("loan_released__lte", models.F("loan_approved")),
                            ("loan_used__lte", models.F("loan_released")),
                        ),
                        name="fund_loan_within_approved",
                        violation_error_message="专项借款的使用不能多于拨付，拨付不能多于批准，请核对后重填。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("credit_released__lte", models.F("credit_approved"))),
                        name="fund_credit_within_approved",
                        violation_error_message="配套融资的发放不能多于批准，请核对后重填。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HousingDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("batch", models.CharField(help_text="如：1、2、5 号楼", max_length=60, verbose_name="批次")),
                ("planned_on", models.DateField(verbose_name="计划交付日期")),
                (
                    "planned",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="计划交付套数"
                    ),
                ),
                (
                    "delivered_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="实际交付日期"),
                ),
                (
                    "delivered",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="已交付套数"),
                ),
                (
                    "with_certificate",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="交房即交证套数"),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "交付批次",
                "verbose_name_plural": "交付批次",
                "ordering": ["planned_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "batch"),
                        name="housing_delivery_once",
                        violation_error_message="这个项目里已有同名批次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("delivered__lte", models.F("planned"))),
                        name="housing_delivered_within_plan",
                        violation_error_message="已交付套数不能多于这一批的计划套数，请核对后重填。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("with_certificate__lte", models.F("delivered"))),
                        name="housing_certificates_within",
                        violation_error_message="交房即交证的套数不能多于已交付套数，请核对后重填。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("delivered", 0), ("delivered_on__isnull", True)),
                            models.Q(("delivered__gt", 0), ("delivered_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="housing_delivered_has_day",
                        violation_error_message="有交付套数就要有交付日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HousingPermit",
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
                            ("land_right", "国有土地使用证"),
                            ("land_planning", "建设用地规划许可证"),
                            ("work_planning", "建设工程规划许可证"),
                            ("construction", "建筑工程施工许可证"),
                            ("presale", "商品房预售许可证"),
                        ],
                        max_length=20,
                        verbose_name="证件",
                    ),
                ),
                ("number", models.CharField(max_length=80, verbose_name="证号")),
                ("issued_on", models.DateField(verbose_name="发证日期")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="permits",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目证件",
                "verbose_name_plural": "项目证件",
                "ordering": ["kind", "issued_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "kind", "number"),
                        name="housing_permit_once",
                        violation_error_message="这个证件已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HousingRisk",
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
                            ("progress", "工程进度"),
                            ("contract", "合同网签"),
                            ("filing", "合同备案"),
                            ("loan", "按揭贷款"),
                            ("escrow", "监管资金"),
                            ("seizure", "查封"),
                            ("land_mortgage", "土地抵押"),
                            ("restriction", "限制交易"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="风险类别",
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        choices=[("high", "高"), ("medium", "中"), ("low", "低")],
                        max_length=10,
                        verbose_name="项目评级",
                    ),
                ),
                ("reason", models.CharField(max_length=300, verbose_name="评级理由")),
                ("lead_office", models.CharField(blank=True, max_length=80, verbose_name="责任单位")),
                (
                    "raised_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="登记日期"
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="销号日期"),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="销号说明"),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="risks",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "项目风险",
                "verbose_name_plural": "项目风险",
                "ordering": ["closed_on", "-raised_on", "-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("project", "kind"),
                        name="housing_risk_open_once",
                        violation_error_message="这个项目的同类风险还没有销号，请在原来那条上办理。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            models.Q(("closing_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="housing_risk_closed_with_note",
                        violation_error_message="风险销号要写明依据。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("planned_on", models.DateField(verbose_name="计划完成日期")),
                (
                    "reached_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="实际完成日期"),
                ),
                (
                    "building",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="deeds.housingbuilding",
                        verbose_name="楼栋",
                    ),
                ),
                (
                    "stage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deeds.buildingstage",
                        verbose_name="施工阶段",
                    ),
                ),
            ],
            options={
                "verbose_name": "楼栋节点",
                "verbose_name_plural": "楼栋节点",
                "ordering": ["building", "stage__position"],
                "indexes": [models.Index(fields=["planned_on"], name="milestone_planned")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("building", "stage"),
                        name="milestone_once",
                        violation_error_message="这栋楼的这个节点已有计划日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Payout",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("node", models.CharField(max_length=60, verbose_name="拨付节点")),
                (
                    "amount",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MinValueValidator(1)], verbose_name="金额（万元）"
                    ),
                ),
                (
                    "requested_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="申请日期"),
                ),
                ("due_on", models.DateField(verbose_name="应拨付日期")),
                ("paid_on", models.DateField(blank=True, editable=False, null=True, verbose_name="拨付日期")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="payouts",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "资金拨付",
                "verbose_name_plural": "资金拨付",
                "ordering": ["-requested_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("requested_on"))),
                        name="payout_due_after_request",
                        violation_error_message="应拨付日期不能早于申请日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("paid_on__isnull", True),
                            ("paid_on__gte", models.F("requested_on")),
                            _connector="OR",
                        ),
                        name="payout_paid_after_request",
                        violation_error_message="拨付日期不能早于申请日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Purchaser",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("contract_masked", models.CharField(editable=False, max_length=40, verbose_name="合同编号")),
                (
                    "contract_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "proof_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "entered_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="登记日期"
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="purchasers",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "购房人",
                "verbose_name_plural": "购房人",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "contract_index"),
                        name="purchaser_contract_once",
                        violation_error_message="这份合同已经登记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PurchaserQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("client_uuid", models.UUIDField(editable=False, unique=True, verbose_name="提交编号")),
                ("text", models.TextField(max_length=500, verbose_name="提问")),
                (
                    "asked_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="提问日期"
                    ),
                ),
                ("due_on", models.DateField(editable=False, verbose_name="答复期限")),
                ("answer", models.TextField(blank=True, max_length=2000, verbose_name="答复")),
                ("answered_on", models.DateField(editable=False, null=True, verbose_name="答复日期")),
                ("public_text", models.CharField(blank=True, max_length=500, verbose_name="公开的问题")),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="答复人",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="deeds.housingproject",
                        verbose_name="项目",
                    ),
                ),
                (
                    "purchaser",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="questions",
                        to="deeds.purchaser",
                        verbose_name="购房人",
                    ),
                ),
            ],
            options={
                "verbose_name": "购房人提问",
                "verbose_name_plural": "购房人提问",
                "ordering": ["-asked_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_on__isnull", True), ("public_text", "")),
                            models.Q(("answered_on__isnull", False), models.Q(("answer", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="question_answered_whole",
                        violation_error_message="答复要有内容和日期。",
                    )
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homestep",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="dbe828a66a675a15595e61c65e1f08ec53336de0",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_20f5c",
                    table="deeds_homestep",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="homechange",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="859f0e2607f0e6c84010a42acf7709c3bde69551",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_40590",
                    table="deeds_homechange",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(HOMES_STAND_IN_BUILDINGS, migrations.RunSQL.noop),
    ]
