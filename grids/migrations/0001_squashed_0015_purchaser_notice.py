"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import datetime
import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing
from governance.kernel.squashing import Squashed

# The size most city grids are drawn by; a place with another rule changes the row.
SIZE_RULE = """
insert into grids_gridsizerule (kind, least, most, source) values ('urban', 300, 500, '城市网格按 300–500 户划分')
"""


class Migration(Squashed):
    replaces = [
        ("grids", "0001_ground"),
        ("grids", "0002_size_rule"),
        ("grids", "0003_events"),
        ("grids", "0004_visit_content"),
        ("grids", "0005_conflict_verdict"),
        ("grids", "0006_rhythms_campaigns"),
        ("grids", "0007_event_desk"),
        ("grids", "0008_walks_and_members"),
        ("grids", "0009_errands"),
        ("grids", "0010_community_desk"),
        ("grids", "0011_public"),
        ("grids", "0012_duplicates"),
        ("grids", "0013_body_posts"),
        ("grids", "0014_post_registers"),
        ("grids", "0015_purchaser_notice"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0002_event_engine"),
        ("files", "0001_attachments"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="GridWorker",
            fields=[],
            options={
                "verbose_name": "网格员",
                "verbose_name_plural": "网格员",
                "proxy": True,
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
                (
                    "cadre_rhythm",
                    models.CharField(
                        blank=True,
                        help_text="如：每月至少到网格走访一次",
                        max_length=100,
                        verbose_name="包联走访安排",
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
                            ("call", "电话联系"),
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
                (
                    "companions",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("cadre", "社区干部"),
                                ("police", "民警"),
                                ("doctor", "医生"),
                                ("property", "物业"),
                                ("volunteer", "志愿者"),
                                ("party_member", "党员"),
                                ("lawyer", "法律顾问"),
                                ("social_worker", "社工"),
                                ("leader", "楼栋长、单元长"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="同行人员",
                    ),
                ),
                (
                    "latitude",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="纬度"
                    ),
                ),
                (
                    "longitude",
                    models.DecimalField(
                        blank=True, decimal_places=6, max_digits=9, null=True, verbose_name="经度"
                    ),
                ),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="visits", to="files.attachment", verbose_name="照片"
                    ),
                ),
                ("return_on", models.DateField(blank=True, null=True, verbose_name="约定回访日期")),
            ],
            options={
                "verbose_name": "走访",
                "verbose_name_plural": "走访",
                "indexes": [
                    models.Index(fields=["area_code", "visited_on"], name="grids_visit_area"),
                    models.Index(fields=["-visited_on", "-id"], name="grids_visit_day"),
                    models.Index(fields=["worker", "-visited_on", "-id"], name="grids_visit_worker"),
                    models.Index(fields=["household", "-visited_on"], name="grids_visit_household"),
                    models.Index(
                        condition=models.Q(("return_on__isnull", False)),
                        fields=["household"],
                        name="grids_visit_promise",
                    ),
                    models.Index(
                        condition=models.Q(("outcome__in", ("hazard", "dispute"))),
                        fields=["area_code", "visited_on"],
                        name="grids_visit_eventful",
                    ),
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
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("latitude__isnull", True), ("longitude__isnull", True)),
                            models.Q(
                                ("latitude__isnull", False),
                                ("latitude__range", (-90, 90)),
                                ("longitude__isnull", False),
                                ("longitude__range", (-180, 180)),
                            ),
                            _connector="OR",
                        ),
                        name="grids_visit_position_whole",
                        violation_error_message="位置要同时有经度和纬度，请重新点一次“登记位置”，或不登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("return_on__isnull", True),
                            models.Q(
                                ("return_on__gt", models.F("visited_on")),
                                (
                                    "return_on__lte",
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("visited_on"),
                                        "+",
                                        models.Value(datetime.timedelta(days=180)),
                                    ),
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="grids_visit_return_ahead",
                        violation_error_message="约定回访日期要在走访之后的半年以内，请重新选择。",
                    ),
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
                ("reopen_note", models.CharField(blank=True, max_length=1000, verbose_name="没解决的情况")),
                ("reopened_count", models.PositiveSmallIntegerField(default=0, verbose_name="重新办理次数")),
                ("reopened_on", models.DateField(blank=True, null=True, verbose_name="重新办理日期")),
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
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[("first", "以先收到的为准"), ("noted", "第二份记为补充")],
                        max_length=10,
                        verbose_name="核对结果",
                    ),
                ),
            ],
            options={
                "verbose_name": "走访冲突",
                "verbose_name_plural": "走访冲突",
                "indexes": [
                    models.Index(fields=["area_code", "received_at"], name="grids_conflict_area"),
                    models.Index(fields=["-received_at", "-id"], name="grids_conflict_received"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("visit", "content_hash"), name="grids_conflict_version_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reviewed_at__isnull", True), ("verdict", "")),
                            models.Q(("reviewed_at__isnull", False), ("verdict__in", ["first", "noted"])),
                            _connector="OR",
                        ),
                        name="grids_conflict_verdict_when_reviewed",
                    ),
                ],
            },
        ),
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
                (
                    "desk_area",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.area",
                        verbose_name="分派单位",
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
        migrations.CreateModel(
            name="RhythmRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=60, verbose_name="对象")),
                (
                    "care_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
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
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="关爱类别",
                    ),
                ),
                ("from_age", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年满")),
                (
                    "occupancies",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("own", "自住"), ("let", "出租"), ("empty", "空置")], max_length=10
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="居住情况",
                    ),
                ),
                (
                    "residences",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("local", "户籍在本地，常住"),
                                ("arrived", "户籍在外地，常住"),
                                ("away", "户籍在本地，外出"),
                            ],
                            max_length=10,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="居住性质",
                    ),
                ),
                ("days", models.PositiveSmallIntegerField(verbose_name="几天内看望一次")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
            ],
            options={
                "verbose_name": "走访节奏",
                "verbose_name_plural": "走访节奏",
                "ordering": ["position", "code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 1), ("days__lte", 730)),
                        name="grids_rhythm_days",
                        violation_error_message="天数应在 1 到 730 之间。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Campaign",
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
                ("name", models.CharField(max_length=60, verbose_name="名称")),
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
                            ("call", "电话联系"),
                            ("cadre", "包联干部走访"),
                            ("party_member", "在职党员走访"),
                        ],
                        default="campaign",
                        max_length=20,
                        verbose_name="走访类型",
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                ("from_on", models.DateField(verbose_name="开始日期")),
                ("to_on", models.DateField(verbose_name="结束日期")),
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
                    "opened_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发起人",
                    ),
                ),
            ],
            options={
                "verbose_name": "走访活动",
                "verbose_name_plural": "走访活动",
                "indexes": [
                    models.Index(fields=["area_code", "to_on"], name="grids_campaign_area"),
                    models.Index(fields=["-from_on", "-id"], name="grids_campaign_day"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))),
                        name="grids_campaign_ends",
                        violation_error_message="结束日期不能早于开始日期。",
                    ),
                    models.UniqueConstraint(
                        fields=("area", "name", "from_on"),
                        name="grids_campaign_once",
                        violation_error_message="这个区划已有同名、同日开始的活动。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RhythmChoice",
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
                ("is_on", models.BooleanField(default=True, verbose_name="启用")),
                ("days", models.PositiveSmallIntegerField(verbose_name="几天内看望一次")),
                ("set_on", models.DateField(verbose_name="设置日期")),
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
                    "set_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="设置人",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="choices",
                        to="grids.rhythmrule",
                        verbose_name="走访节奏",
                    ),
                ),
            ],
            options={
                "verbose_name": "走访节奏的启用",
                "verbose_name_plural": "走访节奏的启用",
                "indexes": [models.Index(fields=["area_code", "rule"], name="grids_rhythm_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "rule"),
                        name="grids_rhythm_once",
                        violation_error_message="这个区划对这类对象已有设置，请直接修改。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 1), ("days__lte", 730)),
                        name="grids_rhythm_choice_days",
                        violation_error_message="天数应在 1 到 730 之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[],
            options={
                "verbose_name": "网格队伍成员",
                "verbose_name_plural": "网格队伍成员",
                "proxy": True,
            },
            bases=("people.postholding",),
        ),
        migrations.CreateModel(
            name="ServiceItem",
            fields=[
                (
                    "code",
                    models.CharField(
                        max_length=20, primary_key=True, serialize=False, verbose_name="事项代码"
                    ),
                ),
                ("name", models.CharField(max_length=60, unique=True, verbose_name="事项名称")),
                ("department", models.CharField(max_length=60, verbose_name="办理部门")),
                ("where", models.CharField(blank=True, max_length=100, verbose_name="办理地点")),
                (
                    "amount",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="从递交算起；不填按统一时限",
                        null=True,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="办理时限",
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[("day", "工作日"), ("hour", "工作时")],
                        default="day",
                        max_length=4,
                        verbose_name="时限单位",
                    ),
                ),
                (
                    "keep_days",
                    models.PositiveSmallIntegerField(
                        default=30, help_text="送达后满这些天，材料照片自动删除", verbose_name="照片保留天数"
                    ),
                ),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                ("is_active", models.BooleanField(default=True, verbose_name="可以代办")),
            ],
            options={
                "verbose_name": "代办事项",
                "verbose_name_plural": "代办事项",
                "ordering": ["code"],
            },
        ),
        migrations.CreateModel(
            name="Errand",
            fields=[
                (
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="errand",
                        serialize=False,
                        to="casework.case",
                        verbose_name="办件",
                    ),
                ),
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
                    "requested_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="提出日期"),
                ),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="递交地点")),
                ("submitted_on", models.DateField(blank=True, null=True, verbose_name="递交日期")),
                ("external_number", models.CharField(blank=True, max_length=60, verbose_name="受理编号")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("done", "办成"), ("not_done", "未办成")],
                        default="",
                        max_length=10,
                        verbose_name="办理结果",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="出结果日期")),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("home", "送到家中"),
                            ("collected", "居民自取"),
                            ("post", "邮寄"),
                            ("online", "电子证照"),
                        ],
                        default="",
                        max_length=10,
                        verbose_name="送达方式",
                    ),
                ),
                (
                    "delivered_to",
                    models.CharField(
                        blank=True,
                        choices=[("self", "本人"), ("guardian", "监护人"), ("family", "家属")],
                        default="",
                        max_length=10,
                        verbose_name="交给",
                    ),
                ),
                ("delivered_on", models.DateField(blank=True, null=True, verbose_name="送达日期")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("fair", "基本满意"),
                            ("dissatisfied", "不满意"),
                            ("unreached", "未联系上"),
                        ],
                        default="",
                        max_length=12,
                        verbose_name="满意度",
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
                        related_name="errands",
                        to="grids.household",
                        verbose_name="住户",
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errands",
                        to="grids.needrequest",
                        verbose_name="来自诉求",
                    ),
                ),
                (
                    "resident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errands",
                        to="grids.resident",
                        verbose_name="居民",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errands",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="代办人",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="errands",
                        to="grids.serviceitem",
                        verbose_name="代办事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "帮代办",
                "verbose_name_plural": "帮代办",
                "indexes": [
                    models.Index(fields=["area_code", "requested_on"], name="grids_errand_area"),
                    models.Index(fields=["area_code", "decided_on"], name="grids_errand_decided"),
                    models.Index(fields=["worker", "-case"], name="grids_errand_worker"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("resident__isnull", False),
                            models.Q(("name_masked", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="grids_errand_for_somebody",
                        violation_error_message="请选择居民，或填写姓名。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", True), ("result", "")),
                            models.Q(models.Q(("result", ""), _negated=True), ("decided_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="grids_errand_result_has_day",
                        violation_error_message="办理结果要有日期，没有结果的不能有。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("delivered_on__isnull", True),
                            models.Q(
                                models.Q(("delivery", ""), _negated=True),
                                models.Q(("delivered_to", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="grids_errand_delivered_to_somebody",
                        violation_error_message="送达要写明交给谁、怎样送达。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EligibilityRule",
            fields=[
                (
                    "code",
                    models.CharField(
                        max_length=20, primary_key=True, serialize=False, verbose_name="规则代码"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="规则名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("turning_age", "年满岁数"),
                            ("tag_expiring", "关爱标签将到期"),
                            ("yearly", "每年认证"),
                        ],
                        max_length=12,
                        verbose_name="规则类型",
                    ),
                ),
                (
                    "age",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[django.core.validators.MaxValueValidator(130)],
                        verbose_name="年龄",
                    ),
                ),
                (
                    "care_kind",
                    models.CharField(
                        blank=True,
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
                    "month",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(12),
                        ],
                        verbose_name="月份",
                    ),
                ),
                (
                    "lead_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[django.core.validators.MaxValueValidator(366)],
                        verbose_name="提前天数",
                    ),
                ),
                ("is_enabled", models.BooleanField(default=False, verbose_name="启用")),
                ("basis", models.CharField(blank=True, max_length=200, verbose_name="依据")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rules",
                        to="grids.serviceitem",
                        verbose_name="代办事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "资格提醒规则",
                "verbose_name_plural": "资格提醒规则",
                "ordering": ["code"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("age__isnull", False), ("kind", "turning_age")),
                            ("kind", "tag_expiring"),
                            models.Q(("kind", "yearly"), ("month__isnull", False)),
                            _connector="OR",
                        ),
                        name="grids_rule_says_when",
                        violation_error_message="年满岁数要写年龄，每年认证要写月份。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ServiceMaterial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="材料名称")),
                ("is_required", models.BooleanField(default=True, verbose_name="必交")),
                ("comes_back", models.BooleanField(default=False, verbose_name="核验后退还")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="grids.serviceitem",
                        verbose_name="代办事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "所需材料",
                "verbose_name_plural": "所需材料",
                "ordering": ["position", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "name"),
                        name="grids_service_material_once",
                        violation_error_message="这个事项已经列了同名材料。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="EligibilityHint",
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
                ("period", models.CharField(max_length=10, verbose_name="期间")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="最晚办理")),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待联系"), ("taken", "已发起代办"), ("declined", "不需要")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="不需要的理由")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="处理日期")),
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
                        related_name="+",
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
                        related_name="+",
                        to="grids.resident",
                        verbose_name="居民",
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hints",
                        to="grids.eligibilityrule",
                        verbose_name="规则",
                    ),
                ),
                (
                    "errand",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hint",
                        to="grids.errand",
                        verbose_name="帮代办",
                    ),
                ),
            ],
            options={
                "verbose_name": "资格提醒",
                "verbose_name_plural": "资格提醒",
                "indexes": [models.Index(fields=["area_code", "state", "due_on"], name="grids_hint_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("rule", "household", "resident", "period"),
                        name="grids_hint_once",
                        nulls_distinct=False,
                        violation_error_message="这一期已经提醒过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("errand__isnull", False), ("state", "taken")),
                            models.Q(models.Q(("state", "taken"), _negated=True), ("errand__isnull", True)),
                            _connector="OR",
                        ),
                        name="grids_hint_taken_has_errand",
                        violation_error_message="已发起代办的提醒要有代办件。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ErrandConsent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("signed", "本人签字"),
                            ("oral", "本人口头同意"),
                            ("guardian", "监护人签字"),
                        ],
                        max_length=10,
                        verbose_name="授权方式",
                    ),
                ),
                (
                    "giver_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="授权人"
                    ),
                ),
                (
                    "giver_masked",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="授权人"),
                ),
                ("given_on", models.DateField(default=governance.kernel.days.today, verbose_name="授权日期")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="授权说明")),
                (
                    "notice_version",
                    models.CharField(editable=False, max_length=20, verbose_name="告知书版本"),
                ),
                (
                    "recorded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="记录时间",
                    ),
                ),
                (
                    "withdrawn_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="撤回日期"),
                ),
                (
                    "errand",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="consent",
                        to="grids.errand",
                        verbose_name="帮代办",
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
                "verbose_name": "代办授权",
                "verbose_name_plural": "代办授权",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "guardian"), _negated=True),
                            models.Q(("giver_masked", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="grids_consent_guardian_named",
                        violation_error_message="监护人签字的，请填写监护人姓名。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("way", "oral"), _negated=True),
                            models.Q(("note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="grids_consent_oral_explained",
                        violation_error_message="口头同意的，请写明当时怎么说、有谁在场。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ErrandMaterial",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="材料名称")),
                ("is_required", models.BooleanField(default=True, verbose_name="必交")),
                ("comes_back", models.BooleanField(default=False, verbose_name="核验后退还")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("received_on", models.DateField(blank=True, null=True, verbose_name="收到日期")),
                ("is_copied", models.BooleanField(default=False, verbose_name="已复印")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="退还日期")),
                (
                    "errand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="grids.errand",
                        verbose_name="帮代办",
                    ),
                ),
                (
                    "photos",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="材料照片"
                    ),
                ),
            ],
            options={
                "verbose_name": "代办材料",
                "verbose_name_plural": "代办材料",
                "ordering": ["position", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on__isnull", True), ("received_on__isnull", False), _connector="OR"
                        ),
                        name="grids_material_returned_was_received",
                        violation_error_message="没有收到的材料不能退还，请先勾选“已收到”。",
                    )
                ],
            },
        ),
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
        migrations.CreateModel(
            name="PrivacyNotice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("report", "居民上报"),
                            ("suggestion", "投诉建议"),
                            ("progress", "查进度"),
                            ("purchaser", "购房人提问"),
                        ],
                        max_length=12,
                        verbose_name="表单",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("text", models.TextField(max_length=4000, verbose_name="告知内容")),
                ("text_en", models.TextField(blank=True, max_length=6000, verbose_name="告知内容（英文）")),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="启用日期")),
            ],
            options={
                "verbose_name": "隐私告知",
                "verbose_name_plural": "隐私告知",
                "ordering": ["form", "-version"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("form", "version"),
                        name="grids_notice_once",
                        violation_error_message="这个表单已有同一版本的隐私告知，请换一个版本号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicCode",
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
                ("token", models.CharField(editable=False, max_length=8, unique=True, verbose_name="码")),
                (
                    "kind",
                    models.CharField(
                        choices=[("building", "楼院码"), ("grid", "网格码")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "opened_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="启用日期"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
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
                    "made_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="制码人",
                    ),
                ),
            ],
            options={
                "verbose_name": "公众码",
                "verbose_name_plural": "公众码",
                "indexes": [models.Index(fields=["area_code", "id"], name="grids_code_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("area",),
                        name="grids_code_once",
                        violation_error_message="这个地方已经有一个在用的码，请先停用。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gte", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="grids_code_closed_after_opened",
                        violation_error_message="停用日期不能早于启用日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublicTry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("report", "上报"),
                            ("place", "一处的上报"),
                            ("suggest", "投诉建议"),
                            ("look_up", "查进度"),
                            ("code", "一个查询码"),
                            ("verdict", "反馈结果"),
                        ],
                        max_length=10,
                        verbose_name="事项",
                    ),
                ),
                (
                    "key_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                ("seconds", models.PositiveIntegerField(verbose_name="窗口秒数")),
                ("window_start", models.DateTimeField(verbose_name="窗口开始")),
                ("count", models.PositiveIntegerField(default=0, verbose_name="次数")),
            ],
            options={
                "verbose_name": "公众访问计数",
                "verbose_name_plural": "公众访问计数",
                "indexes": [models.Index(fields=["window_start"], name="grids_try_window")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("purpose", "key_index", "seconds", "window_start"), name="grids_try_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResidentReport",
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
                    "public_code",
                    models.CharField(editable=False, max_length=10, unique=True, verbose_name="查询码"),
                ),
                ("client_uuid", models.UUIDField(editable=False, unique=True, verbose_name="提交编号")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("safety", "安全隐患（堵通道、飞线充电等）"),
                            ("urgent", "漏水、停电、停暖、路面塌陷"),
                            ("clean", "垃圾、卫生、噪声"),
                            ("street", "乱停车、占道"),
                            ("facility", "路灯、井盖等公共设施"),
                            ("property", "物业问题"),
                            ("livelihood", "求助和民生"),
                            ("other", "其他"),
                        ],
                        max_length=12,
                        verbose_name="是什么事",
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="情况")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="具体位置")),
                ("has_joined", models.BooleanField(default=False, verbose_name="并入已有事件")),
                (
                    "reported_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="上报时间"
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
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="grids.publiccode",
                        verbose_name="公众码",
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resident_reports",
                        to="grids.event",
                        verbose_name="事件",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.privacynotice",
                        verbose_name="隐私告知",
                    ),
                ),
                (
                    "reporter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="report",
                        to="grids.eventreporter",
                        verbose_name="上报人",
                    ),
                ),
            ],
            options={
                "verbose_name": "居民上报",
                "verbose_name_plural": "居民上报",
                "indexes": [models.Index(fields=["area_code", "reported_at"], name="grids_report_area")],
            },
        ),
        migrations.CreateModel(
            name="Suggestion",
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
                ("number", models.CharField(editable=False, max_length=20, unique=True, verbose_name="编号")),
                (
                    "public_code",
                    models.CharField(editable=False, max_length=10, unique=True, verbose_name="查询码"),
                ),
                ("client_uuid", models.UUIDField(editable=False, unique=True, verbose_name="提交编号")),
                (
                    "kind",
                    models.CharField(
                        choices=[("complaint", "投诉"), ("proposal", "建议"), ("question", "咨询")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "subject",
                    models.CharField(
                        choices=[("matter", "某件事"), ("service", "服务和态度"), ("portal", "这个平台")],
                        max_length=10,
                        verbose_name="关于",
                    ),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="内容")),
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
                    "tail_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True, db_index=True, default="", editable=False, max_length=64
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "已答复"),
                            ("reopened", "再次反映"),
                            ("closed", "已办结"),
                        ],
                        default="received",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "received_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="收到日期"),
                ),
                ("due_on", models.DateField(verbose_name="答复期限")),
                ("answered_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                ("reopened_count", models.PositiveSmallIntegerField(default=0, verbose_name="再次反映次数")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fair", "基本满意"), ("dissatisfied", "不满意")],
                        default="",
                        max_length=12,
                        verbose_name="评价",
                    ),
                ),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="公开日期")),
                ("public_text", models.TextField(blank=True, max_length=1000, verbose_name="公开的问题")),
                ("public_answer", models.TextField(blank=True, max_length=1000, verbose_name="公开的答复")),
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
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                (
                    "code",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.publiccode",
                        verbose_name="公众码",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="grids.privacynotice",
                        verbose_name="隐私告知",
                    ),
                ),
            ],
            options={
                "verbose_name": "投诉建议",
                "verbose_name_plural": "投诉建议",
                "indexes": [
                    models.Index(fields=["area_code", "due_on", "id"], name="grids_suggestion_area"),
                    models.Index(
                        condition=models.Q(("published_on__isnull", False)),
                        fields=["area_code", "published_on"],
                        name="grids_suggestion_published",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ("received", "reopened")),
                            ("answered_on__isnull", False),
                            _connector="OR",
                        ),
                        name="grids_suggestion_answered",
                        violation_error_message="已答复的投诉建议要有答复日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published_on__isnull", True),
                            models.Q(
                                models.Q(("public_text", ""), _negated=True),
                                models.Q(("public_answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="grids_suggestion_published_whole",
                        violation_error_message="公开时要写明问题和答复两部分。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SuggestionEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=20, verbose_name="动作")),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "已答复"),
                            ("reopened", "再次反映"),
                            ("closed", "已办结"),
                        ],
                        max_length=10,
                        verbose_name="原状态",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("received", "待答复"),
                            ("answered", "已答复"),
                            ("reopened", "再次反映"),
                            ("closed", "已办结"),
                        ],
                        max_length=10,
                        verbose_name="新状态",
                    ),
                ),
                ("note", models.TextField(blank=True, max_length=2000, verbose_name="说明")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "suggestion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="grids.suggestion",
                        verbose_name="投诉建议",
                    ),
                ),
            ],
            options={
                "verbose_name": "投诉建议记录",
                "verbose_name_plural": "投诉建议记录",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Duplicate",
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
                        choices=[("resident", "居民"), ("household", "住户")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "reasons",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("phone", "电话相同，姓名相近"),
                                ("name_and_year", "姓名、出生年份相同"),
                                ("name_at_home", "同一户里姓名相同"),
                                ("door", "同一单元，房号写法不同"),
                                ("label", "同一楼院，门牌相同"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="为什么",
                    ),
                ),
                (
                    "found_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="发现时间",
                    ),
                ),
                ("dismissed_at", models.DateTimeField(editable=False, null=True, verbose_name="不是重复")),
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
                    "dismissed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核对人",
                    ),
                ),
                (
                    "first_household",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="grids.household",
                        verbose_name="住户一",
                    ),
                ),
                (
                    "first_resident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="grids.resident",
                        verbose_name="居民一",
                    ),
                ),
                (
                    "second_household",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="grids.household",
                        verbose_name="住户二",
                    ),
                ),
                (
                    "second_resident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="grids.resident",
                        verbose_name="居民二",
                    ),
                ),
            ],
            options={
                "verbose_name": "疑似重复",
                "verbose_name_plural": "疑似重复",
                "indexes": [models.Index(fields=["area_code", "-id"], name="grids_duplicate_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("first_resident", "second_resident"),
                        name="grids_duplicate_people_once",
                        violation_error_message="这两位居民已列为疑似重复。",
                    ),
                    models.UniqueConstraint(
                        fields=("first_household", "second_household"),
                        name="grids_duplicate_doors_once",
                        violation_error_message="这两户已列为疑似重复。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("first_household__isnull", True),
                                ("first_resident__lt", models.F("second_resident")),
                                ("kind", "resident"),
                                ("second_household__isnull", True),
                            ),
                            models.Q(
                                ("first_household__lt", models.F("second_household")),
                                ("first_resident__isnull", True),
                                ("kind", "household"),
                                ("second_resident__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="grids_duplicate_is_a_pair",
                        violation_error_message="疑似重复是同一类的两条记录。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
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
                        choices=[("resident", "居民"), ("household", "住户")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("kept_id", models.BigIntegerField(verbose_name="保留的编号")),
                ("removed_id", models.BigIntegerField(verbose_name="并入的编号")),
                ("label", models.CharField(max_length=160, verbose_name="合并了什么")),
                ("moved", models.JSONField(default=dict, verbose_name="移过来的记录")),
                ("kept_before", models.TextField(editable=False, verbose_name="保留的原样")),
                ("removed_before", models.TextField(editable=False, verbose_name="并入的原样")),
                ("mark", models.CharField(editable=False, max_length=64, verbose_name="合并后的标记")),
                (
                    "merged_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="合并时间",
                    ),
                ),
                ("undone_at", models.DateTimeField(editable=False, null=True, verbose_name="撤销时间")),
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
                    "merged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="合并人",
                    ),
                ),
            ],
            options={
                "verbose_name": "合并",
                "verbose_name_plural": "合并",
                "indexes": [models.Index(fields=["area_code", "-id"], name="grids_merge_area")],
            },
        ),
        migrations.CreateModel(
            name="BodyPost",
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
                    "body",
                    models.CharField(
                        choices=[
                            ("community_party", "社区党组织"),
                            ("residents", "居民委员会"),
                            ("branch", "小区党支部"),
                            ("committee", "业委会、物管会"),
                            ("project", "物业项目"),
                        ],
                        max_length=20,
                        verbose_name="任职的组织",
                    ),
                ),
                ("title", models.CharField(max_length=40, verbose_name="职务")),
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
                    "person_index",
                    governance.kernel.sealing.BlindIndexField(
                        blank=True,
                        db_index=True,
                        default="",
                        editable=False,
                        max_length=64,
                        verbose_name="姓名和电话索引",
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="任职期间")),
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="body_posts",
                        to="grids.compound",
                        verbose_name="小区",
                    ),
                ),
                (
                    "kept_in",
                    models.CharField(
                        choices=[("posts", "任职登记"), ("committee", "业委会、物管会名册")],
                        default="posts",
                        max_length=20,
                        verbose_name="登记在",
                    ),
                ),
            ],
            options={
                "verbose_name": "任职",
                "verbose_name_plural": "任职",
                "indexes": [models.Index(fields=["area_code", "body"], name="grids_body_post_area")],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("person_index", "="),
                            ("body", "="),
                            ("area", "="),
                            (django.db.models.functions.comparison.Coalesce("compound", 0), "="),
                            ("valid", "&&"),
                        ],
                        name="grids_body_post_once",
                        violation_error_message="任期重叠：此人这段时间已登记在这个组织任职，请先结束原任职。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="grids_body_post_begins",
                        violation_error_message="要有开始日期，且结束日期晚于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("body__in", ("branch", "committee", "project")), ("compound__isnull", False)
                            ),
                            models.Q(
                                models.Q(("body__in", ("branch", "committee", "project")), _negated=True),
                                ("compound__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="grids_body_post_place",
                        violation_error_message="小区党支部、业委会（物管会）、物业项目的任职要选小区；社区的任职不选小区。",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="suggestionentry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="d2d762e2989218b9044bab7700ade584e2bad36c",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fa798",
                    table="grids_suggestionentry",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.RunSQL(SIZE_RULE, migrations.RunSQL.noop),
    ]
