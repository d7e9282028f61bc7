import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "__first__"),
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
                            ("registered", "已登簿"),
                            ("issued", "已发证"),
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("listed_on__isnull", True), ("state", "unlisted")),
                            models.Q(
                                ("listed_on__isnull", False), ("solved_on__isnull", True), ("state", "listed")
                            ),
                            models.Q(
                                ("registered_on__isnull", True),
                                ("solved_on__isnull", False),
                                ("state", "solved"),
                            ),
                            models.Q(
                                ("issued_on__isnull", True),
                                ("registered_on__isnull", False),
                                ("state", "registered"),
                            ),
                            models.Q(("issued_on__isnull", False), ("state", "issued")),
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
                    )
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
    ]
