import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CheckRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(db_collation="C", max_length=40, verbose_name="检查项")),
                ("night", models.DateField(blank=True, null=True, verbose_name="哪一夜")),
                (
                    "asked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="提出时间"
                    ),
                ),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="查完时间")),
                ("seconds", models.FloatField(default=0, verbose_name="用时（秒）")),
                ("found", models.PositiveIntegerField(default=0, verbose_name="发现")),
                ("error", models.CharField(blank=True, max_length=200, verbose_name="没有查成的原因")),
                (
                    "asked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="由谁立即体检",
                    ),
                ),
            ],
            options={
                "verbose_name": "体检记录",
                "verbose_name_plural": "体检记录",
                "indexes": [
                    models.Index(fields=["code", "-done_at", "-id"], name="check_run_latest"),
                    models.Index(fields=["asked_at"], name="check_run_age"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("done_at__isnull", True)),
                        fields=("code",),
                        name="check_run_waits_once",
                        violation_error_message="这一项已经在排队。",
                    ),
                    models.UniqueConstraint(
                        fields=("code", "night"),
                        name="check_run_once_a_night",
                        violation_error_message="这一项今夜已经查过。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckTally",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("area_code", models.CharField(db_collation="C", max_length=18, verbose_name="区划代码")),
                ("found", models.PositiveIntegerField(verbose_name="发现")),
                (
                    "run",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tallies",
                        to="integrity.checkrun",
                        verbose_name="体检记录",
                    ),
                ),
            ],
            options={
                "verbose_name": "体检结果",
                "verbose_name_plural": "体检结果",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("run", "area_code"),
                        name="check_tally_once",
                        violation_error_message="这里的结果已经记过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                ("code", models.CharField(db_collation="C", max_length=40, verbose_name="检查项")),
                ("key", models.CharField(db_collation="C", max_length=80, verbose_name="对象")),
                ("label", models.CharField(max_length=160, verbose_name="名称或编号")),
                ("target", models.CharField(blank=True, max_length=80, verbose_name="页面参数")),
                ("first_seen_at", models.DateTimeField(verbose_name="首次发现")),
                ("last_seen_at", models.DateTimeField(verbose_name="最近一次发现")),
                ("cleared_at", models.DateTimeField(blank=True, null=True, verbose_name="消除时间")),
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
                "verbose_name": "体检发现",
                "verbose_name_plural": "体检发现",
                "indexes": [
                    models.Index(fields=["area_code", "code"], name="finding_area"),
                    models.Index(fields=["code", "first_seen_at", "id"], name="finding_check"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code", "key"),
                        name="finding_once",
                        violation_error_message="这一处已经记过。",
                    )
                ],
            },
        ),
    ]
