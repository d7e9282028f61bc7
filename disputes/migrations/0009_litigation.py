import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("disputes", "0008_reception"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="LitigationFigure",
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
                ("month", models.DateField(help_text="当月 1 日", verbose_name="月份")),
                (
                    "civil_first_instance",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="民商事一审新收",
                    ),
                ),
                (
                    "administrative_first_instance",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(1000000)],
                        verbose_name="行政一审新收",
                    ),
                ),
                (
                    "population_resident",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100000000)],
                        verbose_name="常住人口",
                    ),
                ),
                (
                    "population_floating",
                    models.PositiveIntegerField(
                        validators=[django.core.validators.MaxValueValidator(100000000)],
                        verbose_name="登记流动人口",
                    ),
                ),
                ("source", models.CharField(max_length=100, verbose_name="数据来源")),
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
                "verbose_name": "诉讼数据",
                "verbose_name_plural": "诉讼数据",
                "indexes": [models.Index(fields=["area_code", "month"], name="litigation_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "month"),
                        name="litigation_month_once",
                        violation_error_message="这个县区这个月已有数据，请在原数据上更正。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("month__day", 1)),
                        name="litigation_month_is_first_day",
                        violation_error_message="月份写当月 1 日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("population_resident__gt", 0)),
                        name="litigation_has_residents",
                        violation_error_message="常住人口要大于 0。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LitigationCorrection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("civil_first_instance", models.PositiveIntegerField(verbose_name="民商事一审新收")),
                ("administrative_first_instance", models.PositiveIntegerField(verbose_name="行政一审新收")),
                ("population_resident", models.PositiveIntegerField(verbose_name="常住人口")),
                ("population_floating", models.PositiveIntegerField(verbose_name="登记流动人口")),
                ("source", models.CharField(max_length=100, verbose_name="数据来源")),
                ("reason", models.CharField(max_length=200, verbose_name="更正原因")),
                ("replaced_at", models.DateTimeField(auto_now_add=True, verbose_name="更正时间")),
                (
                    "replaced_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="更正人",
                    ),
                ),
                (
                    "figure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="disputes.litigationfigure",
                        verbose_name="诉讼数据",
                    ),
                ),
            ],
            options={
                "verbose_name": "诉讼数据更正",
                "verbose_name_plural": "诉讼数据更正",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="RateDefinition",
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
                    "rate",
                    models.CharField(
                        choices=[("suits", "万人成讼率"), ("filings", "万人起诉率")],
                        max_length=10,
                        verbose_name="指标",
                    ),
                ),
                ("definition", models.CharField(max_length=1, verbose_name="口径")),
                ("from_day", models.DateField(verbose_name="自何日起")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
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
                "verbose_name": "比率口径",
                "verbose_name_plural": "比率口径",
                "ordering": ["-from_day", "-id"],
                "indexes": [
                    models.Index(fields=["area_code", "rate", "from_day"], name="rate_definition_area")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "rate", "from_day"),
                        name="rate_definition_once",
                        violation_error_message="这一天已经定过口径，请另选日期。",
                    )
                ],
            },
        ),
    ]
