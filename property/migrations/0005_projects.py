import django.db.models.deletion
import django.db.models.expressions
from django.conf import settings
from django.db import migrations, models

import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("grids", "0014_post_registers"),
        ("people", "__first__"),
        ("property", "0004_committee_posts"),
    ]

    operations = [
        migrations.AddField(
            model_name="propertycontract",
            name="cleaner_count",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="保洁绿化人数"),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="guard_count",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="秩序维护人数"),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="manager_phone_masked",
            field=models.CharField(blank=True, editable=False, max_length=20, verbose_name="项目经理电话"),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="manager_phone_sealed",
            field=governance.kernel.sealing.SealedField(
                blank=True, default="", editable=False, verbose_name="项目经理电话"
            ),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="manager_since",
            field=models.DateField(blank=True, null=True, verbose_name="项目经理到岗日期"),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="number",
            field=models.CharField(blank=True, max_length=40, verbose_name="合同编号"),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="repairer_count",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="工程维修人数"),
        ),
        migrations.AddField(
            model_name="propertycontract",
            name="staff_count",
            field=models.PositiveSmallIntegerField(default=0, verbose_name="项目人员总数"),
        ),
        migrations.AddConstraint(
            model_name="propertycontract",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "staff_count__gte",
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.expressions.CombinedExpression(
                                models.F("guard_count"), "+", models.F("cleaner_count")
                            ),
                            "+",
                            models.F("repairer_count"),
                        ),
                    )
                ),
                name="property_contract_staff",
                violation_error_message="秩序、保洁、维修三类人数相加不能超过项目人员总数，请核对。",
            ),
        ),
        migrations.CreateModel(
            name="ComplaintCategory",
            fields=[
                (
                    "category",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="grids.eventcategory",
                        verbose_name="事件类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "计入物业投诉的类别",
                "verbose_name_plural": "计入物业投诉的类别",
            },
        ),
        migrations.CreateModel(
            name="ProjectComplaint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                ("received_on", models.DateField(editable=False, verbose_name="收到日期")),
                ("closed_on", models.DateField(editable=False, null=True, verbose_name="办结日期")),
                (
                    "bound_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complaints",
                        to="property.propertycontract",
                        verbose_name="物业项目",
                    ),
                ),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="property_complaint",
                        to="grids.event",
                        verbose_name="事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "物业投诉",
                "verbose_name_plural": "物业投诉",
                "indexes": [
                    models.Index(fields=["area_code", "received_on"], name="project_complaint_area"),
                    models.Index(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=["area_code"],
                        name="project_complaint_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProjectFee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                    "area_code",
                    models.CharField(
                        db_collation="C", editable=False, max_length=18, verbose_name="区划代码"
                    ),
                ),
                ("quarter_on", models.DateField(help_text="季度的第一天", verbose_name="季度")),
                ("due_yuan", models.PositiveBigIntegerField(verbose_name="应收物业费（元）")),
                ("received_yuan", models.PositiveBigIntegerField(verbose_name="实收物业费（元）")),
                (
                    "contract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fees",
                        to="property.propertycontract",
                        verbose_name="物业项目",
                    ),
                ),
            ],
            options={
                "verbose_name": "物业费收缴",
                "verbose_name_plural": "物业费收缴",
                "indexes": [models.Index(fields=["area_code", "quarter_on"], name="project_fee_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contract", "quarter_on"),
                        name="project_fee_once",
                        violation_error_message="这个项目本季度的物业费已经登记，请直接修改。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("received_yuan__lte", models.F("due_yuan"))),
                        name="project_fee_not_above_due",
                        violation_error_message="实收不能超过应收，请核对；预收的物业费计入以后的季度。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("quarter_on__day", 1), ("quarter_on__month__in", (1, 4, 7, 10))),
                        name="project_fee_quarter",
                        violation_error_message="季度要写它的第一天，如 2026-07-01。",
                    ),
                ],
            },
        ),
    ]
