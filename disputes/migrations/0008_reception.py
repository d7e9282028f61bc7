import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import disputes.models.ticket
import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("disputes", "0007_lifecycle"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="CentreRoom",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hall", "群众接待厅"),
                            ("mediation", "矛盾纠纷调处室"),
                            ("grid", "网格化管理室"),
                            ("counselling", "心理咨询室"),
                            ("monitoring", "监控研判室"),
                            ("social", "社会工作室"),
                            ("other", "其他"),
                        ],
                        default="mediation",
                        max_length=12,
                        verbose_name="用途",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=40, verbose_name="楼层、房号")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rooms",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
            ],
            options={
                "verbose_name": "功能室",
                "verbose_name_plural": "功能室",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("centre", "name"),
                        name="centre_room_once",
                        violation_error_message="这个中心已有同名的功能室。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CentreWindow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="窗口号")),
                ("purpose", models.CharField(max_length=40, verbose_name="办理事项")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="windows",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
            ],
            options={
                "verbose_name": "窗口",
                "verbose_name_plural": "窗口",
                "ordering": ["number"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on", None)),
                        fields=("centre", "number"),
                        name="centre_window_once",
                        violation_error_message="这个中心已有同号的窗口，请换一个窗口号。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CentreUnit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="单位")),
                (
                    "presence",
                    models.CharField(
                        choices=[("resident", "常驻"), ("rotating", "轮驻"), ("on_call", "随驻")],
                        default="resident",
                        max_length=10,
                        verbose_name="入驻方式",
                    ),
                ),
                ("seat", models.CharField(blank=True, max_length=40, verbose_name="岗位或工位")),
                ("contact", models.CharField(blank=True, max_length=20, verbose_name="办公电话")),
                ("from_on", models.DateField(default=governance.kernel.days.today, verbose_name="入驻日期")),
                ("until_on", models.DateField(blank=True, null=True, verbose_name="撤出日期")),
                (
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="disputes.centrewindow",
                        verbose_name="窗口",
                    ),
                ),
            ],
            options={
                "verbose_name": "入驻单位",
                "verbose_name_plural": "入驻单位",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("centre", "name"),
                        name="centre_unit_once",
                        violation_error_message="这个单位已经入驻，请先撤出再重新登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None), ("until_on__gte", models.F("from_on")), _connector="OR"
                        ),
                        name="centre_unit_leaves_after_coming",
                        violation_error_message="撤出日期不能早于入驻日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DisputeDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "content_sealed",
                    governance.kernel.sealing.SealedField(
                        blank=True, default="", editable=False, verbose_name="内容"
                    ),
                ),
                (
                    "content_masked",
                    models.CharField(blank=True, editable=False, max_length=20, verbose_name="内容"),
                ),
                ("kept_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="保存时间")),
                ("expires_on", models.DateField(verbose_name="保存到")),
                (
                    "matter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drafts",
                        to="disputes.matter",
                        verbose_name="来访事项",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dispute_drafts",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "纠纷草稿",
                "verbose_name_plural": "纠纷草稿",
                "ordering": ["-id"],
                "indexes": [models.Index(fields=["expires_on"], name="draft_expiry")],
            },
        ),
        migrations.CreateModel(
            name="QueueTicket",
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
                ("day", models.DateField(default=governance.kernel.days.today, verbose_name="日期")),
                ("number", models.PositiveSmallIntegerField(verbose_name="号码")),
                (
                    "token",
                    models.CharField(
                        default=disputes.models.ticket.new_token,
                        editable=False,
                        max_length=12,
                        unique=True,
                        verbose_name="查询码",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "等候"),
                            ("called", "已叫号"),
                            ("served", "已接待"),
                            ("left", "已离开"),
                        ],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "drawn_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="取号时间"),
                ),
                ("called_at", models.DateTimeField(blank=True, null=True, verbose_name="叫号时间")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="结束时间")),
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
                    "centre",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="disputes.mediationcentre",
                        verbose_name="综治中心",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tickets",
                        to="disputes.centrewindow",
                        verbose_name="窗口",
                    ),
                ),
            ],
            options={
                "verbose_name": "排队号",
                "verbose_name_plural": "排队号",
                "indexes": [models.Index(fields=["area_code", "day"], name="ticket_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("centre", "day", "number"),
                        name="ticket_number_once",
                        violation_error_message="这个号码今天已经取过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "called"), _negated=True),
                            models.Q(("called_at__isnull", False), ("window__isnull", False)),
                            _connector="OR",
                        ),
                        name="ticket_called_has_window",
                        violation_error_message="叫号要写明到哪个窗口。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RosterEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                (
                    "half",
                    models.CharField(
                        choices=[("am", "上午"), ("pm", "下午")], max_length=2, verbose_name="上下午"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roster",
                        to="disputes.centreunit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "window",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="roster",
                        to="disputes.centrewindow",
                        verbose_name="窗口",
                    ),
                ),
            ],
            options={
                "verbose_name": "窗口排班",
                "verbose_name_plural": "窗口排班",
                "ordering": ["day", "half"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("window", "day", "half"),
                        name="roster_window_once",
                        violation_error_message="这个窗口这半天已经排了单位。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="matter",
            name="disposal",
            field=models.CharField(
                choices=[
                    ("pending", "待处理"),
                    ("dispute", "立为纠纷"),
                    ("answered", "当场答复"),
                    ("petition", "转信访"),
                    ("hotline", "转 12345"),
                    ("department", "转部门"),
                ],
                db_default="pending",
                default="pending",
                max_length=10,
                verbose_name="处理方式",
            ),
        ),
        migrations.AddField(
            model_name="matter",
            name="external_number",
            field=models.CharField(blank=True, db_default="", max_length=60, verbose_name="对方编号"),
        ),
        migrations.AddField(
            model_name="matter",
            name="handed_to",
            field=models.CharField(blank=True, db_default="", max_length=60, verbose_name="转往单位"),
        ),
        migrations.AddField(
            model_name="matter",
            name="result",
            field=models.CharField(blank=True, db_default="", max_length=500, verbose_name="办理结果"),
        ),
        migrations.AddField(
            model_name="matter",
            name="result_on",
            field=models.DateField(blank=True, null=True, verbose_name="结果日期"),
        ),
        migrations.AddField(
            model_name="mediationcentre",
            name="hours",
            field=models.CharField(blank=True, db_default="", max_length=60, verbose_name="开放时间"),
        ),
        migrations.AddField(
            model_name="mediationcentre",
            name="phone",
            field=models.CharField(blank=True, db_default="", max_length=20, verbose_name="对外电话"),
        ),
        migrations.AddField(
            model_name="reception",
            name="representatives",
            field=models.CharField(blank=True, db_default="", max_length=60, verbose_name="代表"),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disposal", "department"), _negated=True),
                    models.Q(("handed_to", ""), _negated=True),
                    _connector="OR",
                ),
                name="matter_handed_on_says_where",
                violation_error_message="转部门要写明转给哪个单位。",
            ),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("disposal", "answered"), _negated=True),
                    models.Q(("answer", ""), _negated=True),
                    _connector="OR",
                ),
                name="matter_answered_has_answer",
                violation_error_message="当场答复要写明答复内容。",
            ),
        ),
        migrations.AddConstraint(
            model_name="matter",
            constraint=models.CheckConstraint(
                condition=models.Q(("result", ""), ("result_on__isnull", False), _connector="OR"),
                name="matter_result_has_day",
                violation_error_message="办理结果要有日期。",
            ),
        ),
        migrations.AddField(
            model_name="reception",
            name="ticket",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reception",
                to="disputes.queueticket",
                verbose_name="排队号",
            ),
        ),
    ]
