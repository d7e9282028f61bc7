"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing
from governance.kernel.squashing import Squashed


class Migration(Squashed):
    replaces = [("people", "0001_initial"), ("people", "0002_handover"), ("people", "0003_token_use")]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
    ]

    operations = [
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "这个账号已经有人用了，请换一个。"},
                        max_length=40,
                        unique=True,
                        verbose_name="账号",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
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
                ("is_active", models.BooleanField(default=True, verbose_name="可登录")),
                ("is_staff", models.BooleanField(default=False, verbose_name="可进后台")),
                ("must_change_password", models.BooleanField(default=False, verbose_name="下次登录须改密码")),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="建立时间")),
            ],
            options={
                "verbose_name": "人员",
                "verbose_name_plural": "人员",
            },
        ),
        migrations.CreateModel(
            name="Role",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=40, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("level", models.CharField(max_length=20, verbose_name="所在层级")),
                (
                    "rights",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="权限",
                    ),
                ),
                (
                    "reach",
                    models.CharField(
                        choices=[("subtree", "本级及以下"), ("level", "本级"), ("own", "本人")],
                        default="subtree",
                        max_length=10,
                        verbose_name="范围",
                    ),
                ),
                (
                    "session_class",
                    models.CharField(
                        choices=[("desk", "办公电脑"), ("phone", "手机")],
                        default="desk",
                        max_length=10,
                        verbose_name="登录方式",
                    ),
                ),
                ("exclusive_group", models.CharField(blank=True, max_length=20, verbose_name="互斥组")),
                ("home", models.CharField(blank=True, max_length=60, verbose_name="首页")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
            ],
            options={
                "verbose_name": "角色",
                "verbose_name_plural": "角色",
                "ordering": ["position", "code"],
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="用途")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True, verbose_name="摘要")),
                ("hint", models.CharField(editable=False, max_length=12, verbose_name="开头几位")),
                (
                    "rights",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        default=list,
                        size=None,
                        verbose_name="权限",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="建立时间")),
                ("expires_at", models.DateTimeField(verbose_name="到期时间")),
                ("last_used_on", models.DateField(blank=True, null=True, verbose_name="最近使用")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="撤销时间")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tokens",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="所有人",
                    ),
                ),
            ],
            options={
                "verbose_name": "接口密钥",
                "verbose_name_plural": "接口密钥",
            },
        ),
        migrations.CreateModel(
            name="Post",
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
                ("title", models.CharField(blank=True, max_length=60, verbose_name="岗位名称")),
                (
                    "opened_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="设立日期"),
                ),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
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
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="people.role",
                        verbose_name="角色",
                    ),
                ),
            ],
            options={
                "verbose_name": "岗位",
                "verbose_name_plural": "岗位",
                "indexes": [models.Index(fields=["area_code", "opened_on"], name="post_area")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gt", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="post_closes_after_opening",
                        violation_error_message="撤销日期要晚于设立日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PostHolding",
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
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="任职期间")),
                ("is_cover", models.BooleanField(default=False, verbose_name="代管")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="说明")),
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
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to="people.post",
                        verbose_name="岗位",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holdings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
            ],
            options={
                "verbose_name": "任职",
                "verbose_name_plural": "任职",
                "indexes": [
                    models.Index(fields=["user"], name="holding_user"),
                    models.Index(fields=["area_code"], name="holding_area"),
                ],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("is_cover", False)),
                        expressions=[("post", "="), ("valid", "&&")],
                        name="post_has_one_holder",
                        violation_error_message="这个岗位在此期间已有人任职，请先结束原任职，或改为代管。",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("post", "="), ("user", "="), ("valid", "&&")],
                        name="person_holds_post_once",
                        violation_error_message="此人在此期间已任这个岗位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("valid__isempty", False), ("valid__startswith__isnull", False)),
                        name="holding_begins_and_lasts",
                        violation_error_message="任职要有开始日期，且结束日期晚于开始日期。",
                    ),
                ],
            },
        ),
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
        migrations.CreateModel(
            name="TokenUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField(verbose_name="日期")),
                ("group", models.CharField(max_length=60, verbose_name="接口")),
                ("calls", models.PositiveIntegerField(default=0, verbose_name="调用次数")),
                ("errors", models.PositiveIntegerField(default=0, verbose_name="出错次数")),
                ("limited", models.PositiveIntegerField(default=0, verbose_name="超过频率被拒次数")),
                (
                    "token",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="uses",
                        to="people.apitoken",
                        verbose_name="接口密钥",
                    ),
                ),
            ],
            options={
                "verbose_name": "接口密钥使用情况",
                "verbose_name_plural": "接口密钥使用情况",
                "indexes": [models.Index(fields=["day"], name="token_use_day")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("token", "day", "group"),
                        name="token_use_once",
                        violation_error_message="这个密钥当天的这组接口已经有一行。",
                    )
                ],
            },
        ),
    ]
