import django.core.validators
import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("files", "0003_import_target"),
        ("people", "0002_handover"),
        ("people", "__first__"),
        ("property", "0002_owners_meetings"),
    ]

    operations = [
        migrations.CreateModel(
            name="ProgrammePreset",
            fields=[
                (
                    "key",
                    models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="键"),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("property_action", "物业管理专项行动"),
                            ("regulations", "制度建设"),
                            ("model_community", "五好社区创建"),
                            ("other", "其他专项"),
                        ],
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                ("categories", models.JSONField(default=list, verbose_name="类别和任务")),
            ],
            options={
                "verbose_name": "专项任务模板",
                "verbose_name_plural": "专项任务模板",
                "ordering": ["key"],
            },
        ),
        migrations.CreateModel(
            name="Programme",
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
                            ("property_action", "物业管理专项行动"),
                            ("regulations", "制度建设"),
                            ("model_community", "五好社区创建"),
                            ("other", "其他专项"),
                        ],
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="专项名称")),
                (
                    "begins_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="开始日期"),
                ),
                ("ends_on", models.DateField(verbose_name="截止日期")),
                ("preset", models.SlugField(blank=True, max_length=40, verbose_name="所用模板")),
                (
                    "closed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="办结日期"),
                ),
                (
                    "closing_note",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="办结说明"),
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
                "verbose_name": "专项任务",
                "verbose_name_plural": "专项任务",
                "indexes": [models.Index(fields=["area_code", "ends_on"], name="programme_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "name"),
                        name="programme_once",
                        violation_error_message="这个区划已有同名的专项任务，请换一个名称。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gt", models.F("begins_on"))),
                        name="programme_ends",
                        violation_error_message="截止日期须晚于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="类别名称")),
                ("position", models.PositiveSmallIntegerField(default=1, verbose_name="次序")),
                (
                    "programme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="categories",
                        to="property.programme",
                        verbose_name="专项任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务类别",
                "verbose_name_plural": "任务类别",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("programme", "name"),
                        name="programme_category_once",
                        violation_error_message="这个专项里已有同名类别。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ProgrammeItem",
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
                ("title", models.CharField(max_length=120, verbose_name="任务")),
                ("lead_office", models.CharField(max_length=80, verbose_name="牵头单位")),
                ("co_offices", models.CharField(blank=True, max_length=200, verbose_name="配合单位")),
                ("standard", models.TextField(max_length=1000, verbose_name="完成标准")),
                ("evidence", models.CharField(blank=True, max_length=300, verbose_name="佐证要求")),
                ("due_on", models.DateField(verbose_name="完成期限")),
                (
                    "added_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="列入日期"
                    ),
                ),
                (
                    "dropped_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="撤销日期"),
                ),
                (
                    "drop_reason",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="撤销理由"),
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
                        related_name="items",
                        to="property.programmecategory",
                        verbose_name="类别",
                    ),
                ),
                (
                    "lead_post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="牵头岗位",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务",
                "verbose_name_plural": "任务",
                "indexes": [models.Index(fields=["area_code", "due_on"], name="programme_item_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("category", "title"),
                        name="programme_item_once",
                        violation_error_message="这个类别里已有同名任务。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("drop_reason", ""), ("dropped_on__isnull", True)),
                            models.Q(
                                ("dropped_on__isnull", False), models.Q(("drop_reason", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="programme_item_drop_has_reason",
                        violation_error_message="撤销任务要写明理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemProgress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(default=governance.kernel.days.today, verbose_name="进展日期")),
                (
                    "percent",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="完成比例（%）",
                    ),
                ),
                (
                    "previous_percent",
                    models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="上次比例（%）"),
                ),
                ("text", models.TextField(max_length=1000, verbose_name="进展情况")),
                ("back_reason", models.CharField(blank=True, max_length=300, verbose_name="比例下调理由")),
                (
                    "written_on",
                    models.DateField(
                        default=governance.kernel.days.today, editable=False, verbose_name="填报日期"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("accepted", "核验通过"), ("sent_back", "退回")],
                        default="",
                        editable=False,
                        max_length=10,
                        verbose_name="核验结果",
                    ),
                ),
                (
                    "checked_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="核验日期"),
                ),
                (
                    "check_note",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="核验意见"),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核验人",
                    ),
                ),
                (
                    "evidence",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="佐证照片"
                    ),
                ),
                (
                    "written_by",
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="progress",
                        to="property.programmeitem",
                        verbose_name="任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务进展",
                "verbose_name_plural": "任务进展",
                "ordering": ["-day", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__lte", 100)),
                        name="item_progress_is_percent",
                        violation_error_message="完成比例在 0 到 100 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("percent__gte", models.F("previous_percent")),
                            models.Q(("back_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_progress_back_has_reason",
                        violation_error_message="完成比例比上次低，请写明下调理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("day__lte", models.F("written_on"))),
                        name="item_progress_not_ahead",
                        violation_error_message="进展日期不能晚于今天。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_by__isnull", True), ("checked_on__isnull", True), ("result", "")
                            ),
                            models.Q(models.Q(("result", ""), _negated=True), ("checked_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="item_progress_checked_whole",
                        violation_error_message="核验要有结果和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by__isnull", True),
                            models.Q(("checked_by", models.F("written_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="item_progress_checked_by_another",
                        violation_error_message="自己填报的进展要由别人核验。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "sent_back"), _negated=True),
                            models.Q(("check_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="item_progress_sent_back_has_reason",
                        violation_error_message="退回要写明理由。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "changed_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="调整日期"),
                ),
                ("what", models.CharField(max_length=200, verbose_name="调整内容")),
                ("due_before", models.DateField(blank=True, null=True, verbose_name="原期限")),
                ("due_after", models.DateField(blank=True, null=True, verbose_name="新期限")),
                ("reason", models.CharField(max_length=300, verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调整人",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="property.programmeitem",
                        verbose_name="任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "任务调整",
                "verbose_name_plural": "任务调整",
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="programme_change_has_reason",
                        violation_error_message="调整任务要写明理由。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Regulation",
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
                ("title", models.CharField(max_length=100, verbose_name="制度名称")),
                ("owner_office", models.CharField(max_length=80, verbose_name="责任单位")),
                ("batch", models.PositiveSmallIntegerField(default=1, verbose_name="批次")),
                ("text", models.TextField(blank=True, max_length=20000, verbose_name="正文")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("issued", "印发"),
                            ("repealed", "废止"),
                        ],
                        default="drafting",
                        editable=False,
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "issued_no",
                    models.CharField(blank=True, editable=False, max_length=60, verbose_name="发文字号"),
                ),
                (
                    "issued_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="印发日期"),
                ),
                (
                    "repealed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="废止日期"),
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
                    "item",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regulations",
                        to="property.programmeitem",
                        verbose_name="所属任务",
                    ),
                ),
            ],
            options={
                "verbose_name": "制度",
                "verbose_name_plural": "制度",
                "indexes": [models.Index(fields=["area_code", "batch"], name="regulation_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "repealed"), _negated=True),
                        fields=("area", "title"),
                        name="regulation_once",
                        violation_error_message="这个区划已有同名制度，请先废止原制度或换一个名称。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("batch__gte", 1), ("batch__lte", 99)),
                        name="regulation_batch_counts",
                        violation_error_message="批次在 1 到 99 之间。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("issued_no", ""),
                                ("issued_on__isnull", True),
                                ("state__in", ["drafting", "consulting"]),
                            ),
                            models.Q(
                                ("issued_on__isnull", False),
                                ("state__in", ["issued", "repealed"]),
                                models.Q(("issued_no", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="regulation_issued_whole",
                        violation_error_message="印发的制度要有发文字号和印发日期，没有印发的不能有。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegulationMove",
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
                        blank=True,
                        choices=[
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("issued", "印发"),
                            ("repealed", "废止"),
                        ],
                        max_length=12,
                        verbose_name="原状态",
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("drafting", "起草"),
                            ("consulting", "征求意见"),
                            ("issued", "印发"),
                            ("repealed", "废止"),
                        ],
                        max_length=12,
                        verbose_name="新状态",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
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
                    "regulation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="property.regulation",
                        verbose_name="制度",
                    ),
                ),
            ],
            options={
                "verbose_name": "制度进展",
                "verbose_name_plural": "制度进展",
                "ordering": ["-at", "-pk"],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemprogress",
            trigger=pgtrigger.compiler.Trigger(
                name="written_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='RAISE EXCEPTION \'pgtrigger: Cannot update of "item_id", "day", "percent", "previous_percent", "text", "back_reason", "written_by_id", "written_on" or delete rows from % table\', TG_TABLE_NAME;',
                    hash="93e56116b5124c249fe1052101031841e3d2b899",
                    operation='UPDATE OF "item_id", "day", "percent", "previous_percent", "text", "back_reason", "written_by_id", "written_on" OR DELETE',
                    pgid="pgtrigger_written_once_f0689",
                    table="property_itemprogress",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="itemchange",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="1f985b8ae642b77e81ee15f65f811db73856e34a",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_03a5e",
                    table="property_itemchange",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="regulationmove",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ed9d8145b470de9c401727c463e66b7a1dc10977",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_a31ea",
                    table="property_regulationmove",
                    when="BEFORE",
                ),
            ),
        ),
    ]
