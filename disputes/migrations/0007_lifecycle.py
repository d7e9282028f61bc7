import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import governance.kernel.days
import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("disputes", "0006_category_schemes"),
        ("files", "0002_tables"),
        ("people", "0002_handover"),
    ]

    operations = [
        migrations.CreateModel(
            name="JudicialConfirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("court", models.CharField(max_length=100, verbose_name="法院")),
                ("applied_on", models.DateField(verbose_name="申请日期")),
                (
                    "external_number",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="案号"),
                ),
                (
                    "papers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("application", "司法确认申请书"),
                                ("agreement", "调解协议书"),
                                ("identity", "身份证明、资格证明"),
                                ("title", "财产权利证明"),
                                ("delivery", "送达地址、联系电话"),
                            ],
                            max_length=20,
                        ),
                        default=list,
                        size=None,
                        verbose_name="提交的材料",
                    ),
                ),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="裁定日期")),
                ("is_confirmed", models.BooleanField(blank=True, null=True, verbose_name="确认有效")),
                (
                    "ruling_note",
                    models.TextField(blank=True, default="", max_length=2000, verbose_name="裁定说明"),
                ),
                (
                    "agreement",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="confirmation",
                        to="disputes.agreement",
                        verbose_name="协议",
                    ),
                ),
            ],
            options={
                "verbose_name": "司法确认",
                "verbose_name_plural": "司法确认",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", True), ("is_confirmed__isnull", True)),
                            models.Q(("decided_on__isnull", False), ("is_confirmed__isnull", False)),
                            _connector="OR",
                        ),
                        name="confirmation_decided_has_day",
                        violation_error_message="裁定要有日期和结果。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decided_on__isnull", True),
                            ("decided_on__gte", models.F("applied_on")),
                            _connector="OR",
                        ),
                        name="confirmation_decided_after_applied",
                        violation_error_message="裁定日期不能早于申请日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Obligation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("what", models.CharField(max_length=200, verbose_name="履行内容")),
                ("amount_cents", models.BigIntegerField(blank=True, null=True, verbose_name="金额（分）")),
                ("due_on", models.DateField(verbose_name="履行期限")),
                ("performed_on", models.DateField(blank=True, null=True, verbose_name="履行日期")),
                (
                    "receipt_note",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="凭证说明"),
                ),
                ("released_on", models.DateField(blank=True, null=True, verbose_name="不再履行日期")),
                (
                    "release_note",
                    models.CharField(blank=True, default="", max_length=200, verbose_name="不再履行原因"),
                ),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="obligations",
                        to="disputes.agreement",
                        verbose_name="协议",
                    ),
                ),
                (
                    "entitled",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="disputes.party",
                        verbose_name="权利人",
                    ),
                ),
                (
                    "obliged",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duties",
                        to="disputes.party",
                        verbose_name="义务人",
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.attachment",
                        verbose_name="凭证照片",
                    ),
                ),
            ],
            options={
                "verbose_name": "履行事项",
                "verbose_name_plural": "履行事项",
                "ordering": ["due_on", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("performed_on__isnull", True), ("released_on__isnull", True)),
                        fields=["due_on"],
                        name="obligation_due",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amount_cents__isnull", True), ("amount_cents__gte", 0), _connector="OR"
                        ),
                        name="obligation_amount_not_negative",
                        violation_error_message="金额不能为负数。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("performed_on__isnull", True), ("released_on__isnull", True), _connector="OR"
                        ),
                        name="obligation_ends_once",
                        violation_error_message="同一事项不能既已履行又不再履行。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("released_on__isnull", True),
                            models.Q(("release_note", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="obligation_release_has_reason",
                        violation_error_message="不再履行要写明原因。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("entitled__isnull", True),
                            models.Q(("entitled", models.F("obliged")), _negated=True),
                            _connector="OR",
                        ),
                        name="obligation_between_two",
                        violation_error_message="义务人和权利人不能是同一人。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SessionAttendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, default="", max_length=80, verbose_name="姓名或名称")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("party", "当事人"),
                            ("mediator", "调解员"),
                            ("organ", "联调单位"),
                            ("invited", "受邀参加人"),
                            ("recorder", "记录人"),
                        ],
                        max_length=10,
                        verbose_name="身份",
                    ),
                ),
                ("consent", models.BooleanField(default=False, verbose_name="当事人同意其参加")),
                (
                    "party",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.party",
                        verbose_name="当事人",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.post",
                        verbose_name="岗位",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendance",
                        to="disputes.mediationsession",
                        verbose_name="调解",
                    ),
                ),
            ],
            options={
                "verbose_name": "到场人",
                "verbose_name_plural": "到场人",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), ("party__isnull", False), ("post__isnull", True)),
                            models.Q(("name", ""), ("party__isnull", True), ("post__isnull", False)),
                            models.Q(
                                ("party__isnull", True),
                                ("post__isnull", True),
                                models.Q(("name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="attendance_is_somebody",
                        violation_error_message="到场人填当事人、岗位或者姓名中的一项。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("role", "invited"), _negated=True), ("consent", True), _connector="OR"
                        ),
                        name="attendance_invited_with_consent",
                        violation_error_message="受邀参加人要先征得双方当事人同意。",
                    ),
                    models.UniqueConstraint(
                        fields=("session", "party"),
                        name="attendance_party_once",
                        violation_error_message="同一当事人只列一次。",
                    ),
                    models.UniqueConstraint(
                        fields=("session", "post"),
                        name="attendance_post_once",
                        violation_error_message="同一岗位只列一次。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TrackLimit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("arbitration", "仲裁"),
                            ("lawsuit", "诉讼"),
                            ("reconsideration", "行政复议"),
                            ("ruling", "行政裁决"),
                            ("petition", "信访"),
                            ("police", "公安"),
                        ],
                        max_length=20,
                        verbose_name="渠道",
                    ),
                ),
                (
                    "category_prefix",
                    models.CharField(blank=True, default="", max_length=4, verbose_name="类别代码开头"),
                ),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "accept_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="受理期限（天）"),
                ),
                (
                    "result_days",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="办结期限（天）"),
                ),
                ("more_days", models.PositiveSmallIntegerField(default=0, verbose_name="可延长（天）")),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "其他渠道时限",
                "verbose_name_plural": "其他渠道时限",
                "ordering": ["track", "category_prefix"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("track", "category_prefix"),
                        name="track_limit_once",
                        violation_error_message="同一渠道和类别只能有一条时限。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TrackReferral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "track",
                    models.CharField(
                        choices=[
                            ("arbitration", "仲裁"),
                            ("lawsuit", "诉讼"),
                            ("reconsideration", "行政复议"),
                            ("ruling", "行政裁决"),
                            ("petition", "信访"),
                            ("police", "公安"),
                        ],
                        max_length=20,
                        verbose_name="渠道",
                    ),
                ),
                ("body", models.CharField(blank=True, default="", max_length=100, verbose_name="受理机关")),
                (
                    "external_number",
                    models.CharField(blank=True, default="", max_length=60, verbose_name="对方编号"),
                ),
                ("sent_on", models.DateField(default=governance.kernel.days.today, verbose_name="导入日期")),
                ("due_on", models.DateField(blank=True, null=True, verbose_name="对方办结期限")),
                ("result", models.TextField(blank=True, default="", max_length=2000, verbose_name="结果")),
                ("result_on", models.DateField(blank=True, null=True, verbose_name="结果日期")),
                (
                    "dispute",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="referrals",
                        to="disputes.dispute",
                        verbose_name="纠纷",
                    ),
                ),
                (
                    "limit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.tracklimit",
                        verbose_name="时限",
                    ),
                ),
            ],
            options={
                "verbose_name": "导入其他渠道",
                "verbose_name_plural": "导入其他渠道",
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", ""), ("result_on__isnull", True)),
                            models.Q(models.Q(("result", ""), _negated=True), ("result_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="referral_result_has_day",
                        violation_error_message="结果和结果日期要一起填写。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("result_on__isnull", True),
                            ("result_on__gte", models.F("sent_on")),
                            _connector="OR",
                        ),
                        name="referral_result_after_sent",
                        violation_error_message="结果日期不能早于导入日期。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="agreement",
            name="copies",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="份数"),
        ),
        migrations.AddField(
            model_name="agreement",
            name="disputed",
            field=models.TextField(
                blank=True, db_default="", default="", max_length=2000, verbose_name="争议事项"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="facts",
            field=models.TextField(
                blank=True, db_default="", default="", max_length=4000, verbose_name="主要事实"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="responsibilities",
            field=models.TextField(
                blank=True, db_default="", default="", max_length=2000, verbose_name="各方责任"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="term",
            field=models.TextField(
                blank=True, db_default="", default="", max_length=2000, verbose_name="履行方式和期限"
            ),
        ),
        migrations.AddField(
            model_name="agreement",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="agreementparty",
            name="amount_cents",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="金额（分）"),
        ),
        migrations.AddField(
            model_name="agreementparty",
            name="obligation",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=500, verbose_name="义务"
            ),
        ),
        migrations.AddField(
            model_name="agreementparty",
            name="signed_on",
            field=models.DateField(blank=True, null=True, verbose_name="签名日期"),
        ),
        migrations.AddField(
            model_name="category",
            name="bars_confirmation",
            field=models.BooleanField(db_default=False, default=False, verbose_name="不能申请司法确认"),
        ),
        migrations.AddField(
            model_name="dispute",
            name="mediator_chosen",
            field=models.BooleanField(db_default=False, default=False, verbose_name="当事人选定调解员"),
        ),
        migrations.AddField(
            model_name="dispute",
            name="right_path",
            field=models.CharField(
                blank=True,
                choices=[
                    ("arbitration", "仲裁"),
                    ("lawsuit", "诉讼"),
                    ("reconsideration", "行政复议"),
                    ("ruling", "行政裁决"),
                    ("petition", "信访"),
                    ("police", "公安"),
                ],
                db_default="",
                default="",
                max_length=20,
                verbose_name="告知的途径",
            ),
        ),
        migrations.AddField(
            model_name="mediationsession",
            name="is_open",
            field=models.BooleanField(db_default=False, default=False, verbose_name="公开调解"),
        ),
        migrations.AddField(
            model_name="mediationsession",
            name="version",
            field=models.PositiveIntegerField(db_default=1, default=1, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="party",
            name="address_masked",
            field=models.CharField(
                blank=True, db_default="", default="", editable=False, max_length=20, verbose_name="地址"
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="address_sealed",
            field=governance.kernel.sealing.SealedField(
                blank=True, db_default="", default="", editable=False, verbose_name="地址"
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="authority",
            field=models.CharField(
                blank=True,
                choices=[("general", "一般授权"), ("special", "特别授权")],
                db_default="",
                default="",
                max_length=10,
                verbose_name="代理权限",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("0101", "机关企事业从业人员"),
                    ("0102", "农林牧渔人员"),
                    ("0103", "个体、自由职业人员"),
                    ("0104", "军人"),
                    ("0105", "离退休人员"),
                    ("0106", "学生"),
                    ("0107", "无业人员"),
                    ("0199", "其他一般人员"),
                    ("0201", "涉企事业单位改制人员"),
                    ("0207", "农村进城务工人员"),
                    ("0299", "其他群体性诉求人员"),
                ],
                db_default="",
                default="",
                max_length=4,
                verbose_name="人员类别",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="org_code",
            field=models.CharField(
                blank=True, db_default="", default="", max_length=18, verbose_name="统一社会信用代码"
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="representative_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="representatives",
                to="disputes.party",
                verbose_name="代理或代表谁",
            ),
        ),
        migrations.AlterField(
            model_name="agreement",
            name="effective_on",
            field=models.DateField(blank=True, null=True, verbose_name="生效日期"),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.UniqueConstraint(
                condition=models.Q(("effective_on__isnull", True)),
                fields=("dispute",),
                name="agreement_one_draft",
                violation_error_message="这件纠纷已经有一份正在起草的协议，请在那一份上修改。",
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementparty",
            constraint=models.CheckConstraint(
                condition=models.Q(("amount_cents__isnull", True), ("amount_cents__gte", 0), _connector="OR"),
                name="agreement_share_not_negative",
                violation_error_message="金额不能为负数。",
            ),
        ),
    ]
