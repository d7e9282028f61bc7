import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Handover",
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
                    "state",
                    models.CharField(
                        choices=[("open", "交接中"), ("done", "已交接"), ("cancelled", "已取消")],
                        default="open",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="如：钥匙、工作手机、纸质台账；不写居民个人信息",
                        max_length=1000,
                        verbose_name="随交物品与说明",
                    ),
                ),
                ("begun_at", models.DateTimeField(auto_now_add=True, verbose_name="发起时间")),
                ("giver_signed_at", models.DateTimeField(blank=True, null=True, verbose_name="移交签字时间")),
                ("giver_absence", models.CharField(blank=True, max_length=200, verbose_name="代签原因")),
                ("taker_signed_at", models.DateTimeField(blank=True, null=True, verbose_name="接交签字时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
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
                    "begun_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发起人",
                    ),
                ),
                (
                    "from_user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="移交人",
                    ),
                ),
                (
                    "giver_signed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="移交签字人",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handovers",
                        to="people.post",
                        verbose_name="岗位",
                    ),
                ),
                (
                    "to_user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="接交人",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作交接",
                "verbose_name_plural": "工作交接",
                "indexes": [models.Index(fields=["area_code", "begun_at"], name="handover_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "open")),
                        fields=("post", "from_user"),
                        name="handover_open_once",
                        violation_error_message="这个岗位的交接正在办理，不用再发起。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_user", models.F("to_user")), _negated=True),
                        name="handover_two_people",
                        violation_error_message="移交人和接交人不能是同一个人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("giver_signed_by__isnull", True),
                            models.Q(("giver_signed_by", models.F("to_user")), _negated=True),
                            _connector="OR",
                        ),
                        name="handover_two_signatures",
                        violation_error_message="两边的签字须是不同的人。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("giver_signed_at__isnull", False), ("taker_signed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="handover_done_is_signed",
                        violation_error_message="两边都签字后才算完成交接。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HandoverItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("duty", models.SlugField(max_length=30, verbose_name="事项类别")),
                ("row_id", models.BigIntegerField(verbose_name="记录编号")),
                ("title", models.CharField(max_length=120, verbose_name="事项")),
                ("url", models.CharField(blank=True, max_length=200, verbose_name="页面")),
                ("handed_at", models.DateTimeField(blank=True, null=True, verbose_name="移交时间")),
                (
                    "handover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="items",
                        to="people.handover",
                        verbose_name="工作交接",
                    ),
                ),
                (
                    "held_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="暂管人",
                    ),
                ),
            ],
            options={
                "verbose_name": "交接事项",
                "verbose_name_plural": "交接事项",
                "ordering": ["duty", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("handover", "duty", "row_id"), name="handover_item_once")
                ],
            },
        ),
    ]
