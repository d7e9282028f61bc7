import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import governance.kernel.days


class Migration(migrations.Migration):
    dependencies = [
        ("areas", "0002_six_levels"),
        ("disputes", "0009_litigation"),
        ("files", "0002_tables"),
        ("people", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Committee",
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
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "short_word",
                    models.CharField(
                        help_text="写在卷号里，一般用街道、社区的简称", max_length=20, verbose_name="卷号简称"
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=100, verbose_name="地址")),
                ("member_count", models.PositiveSmallIntegerField(default=3, verbose_name="委员人数")),
                ("women_count", models.PositiveSmallIntegerField(default=1, verbose_name="其中妇女")),
                (
                    "elected_on",
                    models.DateField(default=governance.kernel.days.today, verbose_name="本届产生日期"),
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
            ],
            options={
                "verbose_name": "人民调解委员会",
                "verbose_name_plural": "人民调解委员会",
                "indexes": [models.Index(fields=["area_code", "id"], name="committee_area")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("short_word",),
                        name="committee_short_word_once",
                        violation_error_message="已有调解委员会用这个卷号简称，请换一个，否则卷号会重复。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("closed_on__isnull", True)),
                        fields=("area",),
                        name="committee_one_of_an_area",
                        violation_error_message="这个区划已有人民调解委员会。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("women_count__lte", models.F("member_count"))),
                        name="committee_women_among_members",
                        violation_error_message="妇女委员人数不能多于委员人数。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "dispute",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="dossier",
                        serialize=False,
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("serial", models.PositiveIntegerField(verbose_name="顺序号")),
                ("number", models.CharField(max_length=60, unique=True, verbose_name="卷号")),
                ("title", models.CharField(max_length=120, verbose_name="卷名")),
                (
                    "retention",
                    models.CharField(
                        choices=[("short", "短期"), ("long", "长期"), ("permanent", "永久")],
                        default="long",
                        max_length=10,
                        verbose_name="保管期限",
                    ),
                ),
                ("filed_on", models.DateField(default=governance.kernel.days.today, verbose_name="立卷日期")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="disputes.committee",
                        verbose_name="人民调解委员会",
                    ),
                ),
                (
                    "filed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="立卷人",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷宗",
                "verbose_name_plural": "卷宗",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "year", "serial"),
                        name="dossier_number_once",
                        violation_error_message="这个卷号已经给过别的卷宗。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FiledPaper",
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
                            ("cover", "卷宗封面"),
                            ("contents", "卷内目录"),
                            ("application", "人民调解申请书"),
                            ("registration", "受理登记表"),
                            ("rights_notice", "权利义务告知书"),
                            ("identity", "当事人身份证明"),
                            ("proxy", "授权委托书"),
                            ("decline_notice", "不予受理告知书"),
                            ("investigation", "调查记录"),
                            ("evidence", "证据材料清单"),
                            ("record", "调解记录"),
                            ("agreement", "调解协议书"),
                            ("oral_agreement", "口头协议登记表"),
                            ("end_notice", "调解终结告知书"),
                            ("confirmation", "司法确认申请书"),
                            ("receipt", "履行凭证"),
                            ("follow_up", "回访记录"),
                            ("statement", "卷宗情况说明"),
                            ("back_cover", "卷宗封底"),
                        ],
                        max_length=20,
                        verbose_name="文书",
                    ),
                ),
                ("is_on_paper", models.BooleanField(default=False, verbose_name="纸质原件已入卷")),
                ("page_count", models.PositiveSmallIntegerField(default=1, verbose_name="页数")),
                ("changed_at", models.DateTimeField(auto_now=True, verbose_name="整理时间")),
                (
                    "changed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="整理人",
                    ),
                ),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="filed_papers",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "pages",
                    models.ManyToManyField(
                        blank=True, related_name="+", to="files.attachment", verbose_name="签字页"
                    ),
                ),
            ],
            options={
                "verbose_name": "入卷文书",
                "verbose_name_plural": "入卷文书",
                "ordering": ["id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dispute", "kind"),
                        name="filed_paper_once",
                        violation_error_message="同一种文书在卷宗里只列一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("page_count__gte", 1), ("page_count__lte", 500)),
                        name="filed_paper_has_pages",
                        violation_error_message="页数应在 1 到 500 之间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperTemplate",
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
                            ("cover", "卷宗封面"),
                            ("contents", "卷内目录"),
                            ("application", "人民调解申请书"),
                            ("registration", "受理登记表"),
                            ("rights_notice", "权利义务告知书"),
                            ("identity", "当事人身份证明"),
                            ("proxy", "授权委托书"),
                            ("decline_notice", "不予受理告知书"),
                            ("investigation", "调查记录"),
                            ("evidence", "证据材料清单"),
                            ("record", "调解记录"),
                            ("agreement", "调解协议书"),
                            ("oral_agreement", "口头协议登记表"),
                            ("end_notice", "调解终结告知书"),
                            ("confirmation", "司法确认申请书"),
                            ("receipt", "履行凭证"),
                            ("follow_up", "回访记录"),
                            ("statement", "卷宗情况说明"),
                            ("back_cover", "卷宗封底"),
                        ],
                        max_length=20,
                        verbose_name="文书",
                    ),
                ),
                ("version", models.PositiveIntegerField(verbose_name="版本")),
                ("data", models.BinaryField(verbose_name="模板文件")),
                ("file_name", models.CharField(max_length=120, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(verbose_name="字节数")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="摘要")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="修改说明")),
                (
                    "uploaded_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="启用时间",
                    ),
                ),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="停用时间")),
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
                    "uploaded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="停用人",
                    ),
                ),
            ],
            options={
                "verbose_name": "文书模板",
                "verbose_name_plural": "文书模板",
                "indexes": [
                    models.Index(fields=["area_code", "kind", "-version"], name="paper_template_area")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("area", "kind", "version"),
                        name="paper_template_version_once",
                        violation_error_message="这个版本号已经用过，请刷新页面后重新上传。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VolumeCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("last", models.PositiveIntegerField(default=0, verbose_name="末号")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="counters",
                        to="disputes.committee",
                        verbose_name="人民调解委员会",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷号",
                "verbose_name_plural": "卷号",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("committee", "year"),
                        name="volume_counter_once",
                        violation_error_message="这个委员会这一年已有卷号。",
                    )
                ],
            },
        ),
    ]
