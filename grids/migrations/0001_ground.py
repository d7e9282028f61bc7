import uuid

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="GridWorker",
            fields=[],
            options={
                "verbose_name": "网格员",
                "verbose_name_plural": "网格员",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("people.postholding",),
        ),
        migrations.CreateModel(
            name="Compound",
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
                ("name", models.CharField(max_length=80, verbose_name="小区名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("commercial", "商品房小区"),
                            ("old", "老旧小区"),
                            ("reform", "房改房小区"),
                            ("resettlement", "安置小区"),
                            ("subsidised", "保障房小区"),
                            ("self_built", "自建房片区"),
                        ],
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=120, verbose_name="地址")),
                (
                    "built_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="建成年份"),
                ),
                ("building_count", models.PositiveIntegerField(default=0, verbose_name="楼栋数")),
                ("household_count", models.PositiveIntegerField(default=0, verbose_name="户数")),
                ("floor_area", models.PositiveIntegerField(default=0, verbose_name="建筑面积（平方米）")),
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
                "verbose_name": "小区",
                "verbose_name_plural": "小区",
                "indexes": [models.Index(fields=["area_code", "name"], name="grids_compound_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="grids_compound_once",
                        violation_error_message="这个区划内已有同名小区。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("built_year__isnull", True),
                            models.Q(("built_year__gte", 1900), ("built_year__lte", 2100)),
                            _connector="OR",
                        ),
                        name="grids_compound_year",
                        violation_error_message="建成年份应在 1900 到 2100 之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BuildingGroup",
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
                ("household_count", models.PositiveIntegerField(default=0, verbose_name="户数")),
                ("unit_count", models.PositiveSmallIntegerField(default=0, verbose_name="单元数")),
                ("floor_count", models.PositiveSmallIntegerField(default=0, verbose_name="层数")),
                (
                    "area",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="building_group",
                        to="areas.area",
                        verbose_name="楼院",
                    ),
                ),
                (
                    "compound",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="building_groups",
                        to="grids.compound",
                        verbose_name="所属小区",
                    ),
                ),
            ],
            options={
                "verbose_name": "楼院",
                "verbose_name_plural": "楼院",
                "indexes": [models.Index(fields=["area_code"], name="grids_building_area")],
            },
        ),
        migrations.CreateModel(
            name="Grid",
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
                ("boundary", models.CharField(blank=True, max_length=200, verbose_name="四至范围")),
                (
                    "duty_phone",
                    models.CharField(blank=True, help_text="公示用", max_length=20, verbose_name="值守电话"),
                ),
                (
                    "oversight_phone",
                    models.CharField(blank=True, help_text="公示用", max_length=20, verbose_name="监督电话"),
                ),
                (
                    "area",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grid",
                        to="areas.area",
                        verbose_name="网格",
                    ),
                ),
            ],
            options={
                "verbose_name": "网格",
                "verbose_name_plural": "网格",
                "indexes": [models.Index(fields=["area_code"], name="grids_grid_area")],
            },
        ),
        migrations.CreateModel(
            name="GridSizeRule",
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
                            ("urban", "城镇"),
                            ("rural", "农村"),
                            ("dedicated", "专属"),
                            ("micro", "微网格"),
                            ("street", "街道"),
                            ("town", "镇"),
                            ("rural_township", "乡"),
                            ("farm", "农场、开发区"),
                        ],
                        max_length=20,
                        unique=True,
                        verbose_name="网格类别",
                    ),
                ),
                ("least", models.PositiveIntegerField(verbose_name="最少户数")),
                ("most", models.PositiveIntegerField(verbose_name="最多户数")),
                ("source", models.CharField(max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "网格规模标准",
                "verbose_name_plural": "网格规模标准",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("most__gte", models.F("least"))),
                        name="grids_size_rule_order",
                        violation_error_message="最多户数不能小于最少户数。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Household",
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
                    "unit",
                    models.PositiveSmallIntegerField(
                        default=0, help_text="没有单元的填 0", verbose_name="单元"
                    ),
                ),
                ("floor", models.SmallIntegerField(default=1, verbose_name="楼层")),
                ("room", models.CharField(max_length=20, verbose_name="房号")),
                (
                    "label",
                    models.CharField(help_text="如：3号楼2单元501", max_length=60, verbose_name="门牌"),
                ),
                ("route", models.PositiveIntegerField(default=0, verbose_name="上门次序")),
                (
                    "occupancy",
                    models.CharField(
                        choices=[("own", "自住"), ("let", "出租"), ("empty", "空置")],
                        default="own",
                        max_length=10,
                        verbose_name="居住情况",
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
                "verbose_name": "住户",
                "verbose_name_plural": "住户",
                "indexes": [models.Index(fields=["area_code", "route", "id"], name="grids_household_route")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "unit", "room"),
                        name="grids_household_once",
                        violation_error_message="这个楼院已有同单元同房号的住户。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Resident",
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
                (
                    "name_masked",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(
                            models.When(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Length("name"), 1
                                ),
                                then=models.F("name"),
                            ),
                            models.When(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Length("name"), 2
                                ),
                                then=django.db.models.functions.text.Concat(
                                    django.db.models.functions.text.Left("name", 1), models.Value("*")
                                ),
                            ),
                            default=django.db.models.functions.text.Concat(
                                django.db.models.functions.text.Left("name", 1),
                                django.db.models.functions.text.Repeat(
                                    models.Value("*"),
                                    django.db.models.expressions.CombinedExpression(
                                        django.db.models.functions.text.Length("name"), "-", models.Value(2)
                                    ),
                                ),
                                django.db.models.functions.text.Right("name", 1),
                            ),
                        ),
                        output_field=models.CharField(max_length=40),
                        verbose_name="姓名",
                    ),
                ),
                (
                    "birth_year",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="出生年份"),
                ),
                (
                    "residence",
                    models.CharField(
                        choices=[
                            ("local", "户籍在本地，常住"),
                            ("arrived", "户籍在外地，常住"),
                            ("away", "户籍在本地，外出"),
                        ],
                        default="local",
                        max_length=10,
                        verbose_name="居住性质",
                    ),
                ),
                ("is_contact", models.BooleanField(default=False, verbose_name="家庭联系人")),
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
                    "id_no_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="证件号码"
                    ),
                ),
                (
                    "id_no_masked",
                    models.CharField(blank=True, editable=False, max_length=24, verbose_name="证件号码"),
                ),
                (
                    "id_no_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="迁出日期")),
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
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="residents",
                        to="grids.household",
                        verbose_name="住户",
                    ),
                ),
            ],
            options={
                "verbose_name": "居民",
                "verbose_name_plural": "居民",
                "indexes": [models.Index(fields=["area_code", "household"], name="grids_resident_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("id_no_index", ""), _negated=True), ("left_on__isnull", True)
                        ),
                        fields=("id_no_index",),
                        name="grids_resident_once",
                        violation_error_message="这个证件号码已登记在另一住户，请先办理迁出。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CareTag",
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
                            ("living_alone", "独居老人"),
                            ("left_behind_elder", "留守老人"),
                            ("left_behind_child", "留守儿童"),
                            ("child_in_need", "困境儿童"),
                            ("disabled", "残疾人"),
                            ("low_income", "低保、特困"),
                            ("pregnant", "孕产妇"),
                            ("veteran", "退役军人"),
                        ],
                        max_length=20,
                        verbose_name="关爱类别",
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        help_text="如：民政局低保名册 2026 年第 3 批", max_length=200, verbose_name="依据"
                    ),
                ),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="起始日期")),
                (
                    "expires_on",
                    models.DateField(help_text="到期自动失效，需要时重新认定", verbose_name="到期日期"),
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
                    "household",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="care_tags",
                        to="grids.household",
                        verbose_name="住户",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="care_tags",
                        to="grids.resident",
                        verbose_name="居民",
                    ),
                ),
            ],
            options={
                "verbose_name": "关爱标签",
                "verbose_name_plural": "关爱标签",
                "indexes": [models.Index(fields=["area_code", "expires_on"], name="grids_tag_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("basis", ""), _negated=True),
                        name="grids_tag_has_basis",
                        violation_error_message="请写明认定依据。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("expires_on__gt", models.F("from_on"))),
                        name="grids_tag_ends",
                        violation_error_message="到期日期要晚于起始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Visit",
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
                ("client_uuid", models.UUIDField(default=uuid.uuid4, unique=True, verbose_name="登记编号")),
                ("content_hash", models.CharField(editable=False, max_length=64, verbose_name="内容摘要")),
                ("place", models.CharField(blank=True, max_length=80, verbose_name="地点")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("routine", "例行走访"),
                            ("campaign", "大走访"),
                            ("care", "探访关爱"),
                            ("holiday", "节假日慰问"),
                            ("incident", "突发事后访"),
                            ("return", "回访"),
                            ("inspection", "专题排查"),
                            ("cadre", "包联干部走访"),
                            ("party_member", "在职党员走访"),
                        ],
                        default="routine",
                        max_length=20,
                        verbose_name="走访类型",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[("door", "入户"), ("phone", "电话"), ("street", "街面")],
                        default="door",
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("normal", "正常"),
                            ("need", "有需求"),
                            ("hazard", "有隐患"),
                            ("dispute", "有纠纷"),
                            ("not_met", "未遇"),
                            ("declined", "拒访"),
                        ],
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000, verbose_name="备注")),
                ("visited_at", models.DateTimeField(verbose_name="走访时间")),
                ("visited_on", models.DateField(help_text="走访时间的本地日期", verbose_name="走访日期")),
                ("captured_at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "synced_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="送达时间",
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
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="grids.household",
                        verbose_name="住户",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="走访人",
                    ),
                ),
            ],
            options={
                "verbose_name": "走访",
                "verbose_name_plural": "走访",
                "indexes": [
                    models.Index(fields=["area_code", "visited_on"], name="grids_visit_area"),
                    models.Index(fields=["-visited_on", "-id"], name="grids_visit_day"),
                    models.Index(fields=["worker", "-visited_on", "-id"], name="grids_visit_worker"),
                    models.Index(fields=["household", "-visited_on"], name="grids_visit_household"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("household__isnull", False),
                            models.Q(("place", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="grids_visit_somewhere",
                        violation_error_message="请选择住户，或写明地点。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NeedRequest",
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
                            ("job", "就业"),
                            ("school", "就学"),
                            ("care", "养老照护"),
                            ("relief", "救助"),
                            ("housing", "住房"),
                            ("heating", "供暖水电"),
                            ("repair", "维修"),
                            ("papers", "证照代办"),
                            ("other", "其他"),
                        ],
                        default="other",
                        max_length=20,
                        verbose_name="诉求类别",
                    ),
                ),
                ("text", models.CharField(max_length=1000, verbose_name="诉求内容")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "办理中"),
                            ("solved", "已解决"),
                            ("not_solved", "未能解决"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="open",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "opened_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="提出日期"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                ("solved_on", models.DateField(blank=True, null=True, verbose_name="解决日期")),
                ("outcome_note", models.CharField(blank=True, max_length=1000, verbose_name="办理结果")),
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
                    "household",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="grids.household",
                        verbose_name="住户",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="needs",
                        to="grids.visit",
                        verbose_name="来自走访",
                    ),
                ),
            ],
            options={
                "verbose_name": "居民诉求",
                "verbose_name_plural": "居民诉求",
                "indexes": [
                    models.Index(fields=["area_code", "opened_on"], name="grids_need_area"),
                    models.Index(fields=["area_code", "solved_on"], name="grids_need_solved"),
                    models.Index(fields=["-opened_on", "-id"], name="grids_need_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("solved_on__isnull", False), ("state", "solved")),
                            models.Q(
                                models.Q(("state", "solved"), _negated=True), ("solved_on__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="grids_need_solved_has_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", True), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True), ("closed_on__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="grids_need_closed_has_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VisitConflict",
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
                ("content", models.JSONField(verbose_name="第二份内容")),
                ("content_hash", models.CharField(max_length=64, verbose_name="内容摘要")),
                (
                    "received_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="收到时间"
                    ),
                ),
                ("reviewed_at", models.DateTimeField(blank=True, null=True, verbose_name="核对时间")),
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
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="conflicts",
                        to="grids.visit",
                        verbose_name="走访",
                    ),
                ),
            ],
            options={
                "verbose_name": "走访冲突",
                "verbose_name_plural": "走访冲突",
                "indexes": [models.Index(fields=["area_code", "received_at"], name="grids_conflict_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "content_hash"), name="grids_conflict_version_once"
                    )
                ],
            },
        ),
    ]
