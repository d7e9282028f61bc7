import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("casework", "0002_event_engine"),
        ("files", "0001_attachments"),
        ("grids", "0008_walks_and_members"),
        ("people", "__first__"),
    ]

    operations = [
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
    ]
