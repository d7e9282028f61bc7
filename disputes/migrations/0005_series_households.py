import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

import governance.kernel.sealing


class Migration(migrations.Migration):
    dependencies = [
        ("disputes", "0004_community_may_lead"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RenameField("seriesmember", "status", "state"),
        migrations.RenameField("seriesmember", "amount_cents", "due_cents"),
        migrations.AddField("seriesmember", "seal_id", models.UUIDField(null=True, editable=False)),
        migrations.RunSQL(
            "UPDATE disputes_seriesmember SET seal_id = gen_random_uuid()", migrations.RunSQL.noop
        ),
        migrations.AlterField(
            "seriesmember", "seal_id", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
        ),
        migrations.CreateModel(
            name="SeriesMemberChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        choices=[
                            ("listed", "待告知"),
                            ("informed", "已告知"),
                            ("promised", "已承诺"),
                            ("paid", "已缴清"),
                            ("resigned", "已重签"),
                            ("refused", "已拒绝"),
                            ("dropped", "已销项"),
                        ],
                        max_length=10,
                        verbose_name="原情况",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("listed", "待告知"),
                            ("informed", "已告知"),
                            ("promised", "已承诺"),
                            ("paid", "已缴清"),
                            ("resigned", "已重签"),
                            ("refused", "已拒绝"),
                            ("dropped", "已销项"),
                        ],
                        max_length=10,
                        verbose_name="新情况",
                    ),
                ),
                ("paid_before", models.BigIntegerField(default=0, verbose_name="原已付金额（分）")),
                ("paid_after", models.BigIntegerField(default=0, verbose_name="新已付金额（分）")),
            ],
            options={
                "verbose_name": "系列案户变动",
                "verbose_name_plural": "系列案户变动",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SeriesStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=20, verbose_name="动作")),
                ("note", models.CharField(max_length=500, verbose_name="依据或理由")),
                ("count", models.PositiveIntegerField(verbose_name="户数")),
                ("post_label", models.CharField(blank=True, max_length=120, verbose_name="岗位")),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="时间",
                    ),
                ),
            ],
            options={
                "verbose_name": "系列案批量办理",
                "verbose_name_plural": "系列案批量办理",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="series",
            name="agreement_text",
            field=models.TextField(blank=True, max_length=4000, verbose_name="协议模板"),
        ),
        migrations.AddField(
            model_name="series",
            name="counterpart",
            field=models.CharField(blank=True, max_length=100, verbose_name="对方当事人"),
        ),
        migrations.AddField(
            model_name="series",
            name="deadline",
            field=models.DateField(blank=True, null=True, verbose_name="履行期限"),
        ),
        migrations.AddField(
            model_name="series",
            name="household_role",
            field=models.CharField(
                choices=[("applicant", "申请人"), ("respondent", "被申请人")],
                default="applicant",
                max_length=20,
                verbose_name="各户的身份",
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="address",
            field=models.CharField(blank=True, max_length=120, verbose_name="地址"),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="name",
            field=models.CharField(blank=True, max_length=40, verbose_name="姓名"),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="note",
            field=models.CharField(blank=True, max_length=200, verbose_name="备注"),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="paid_cents",
            field=models.BigIntegerField(default=0, verbose_name="已付金额（分）"),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="phone_index",
            field=governance.kernel.sealing.BlindIndexField(
                blank=True, db_index=True, default="", editable=False, max_length=64
            ),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="phone_masked",
            field=models.CharField(blank=True, editable=False, max_length=20, verbose_name="电话"),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="phone_sealed",
            field=governance.kernel.sealing.SealedField(
                blank=True, default="", editable=False, verbose_name="电话"
            ),
        ),
        migrations.AddField(
            model_name="seriesmember",
            name="version",
            field=models.PositiveIntegerField(default=1, editable=False, verbose_name="版本"),
        ),
        migrations.AlterField(
            model_name="seriesmember",
            name="due_cents",
            field=models.BigIntegerField(blank=True, null=True, verbose_name="应付金额（分）"),
        ),
        migrations.AlterField(
            model_name="seriesmember",
            name="state",
            field=models.CharField(
                choices=[
                    ("listed", "待告知"),
                    ("informed", "已告知"),
                    ("promised", "已承诺"),
                    ("paid", "已缴清"),
                    ("resigned", "已重签"),
                    ("refused", "已拒绝"),
                    ("dropped", "已销项"),
                ],
                default="listed",
                max_length=10,
                verbose_name="情况",
            ),
        ),
        migrations.AddIndex(
            model_name="seriesmember",
            index=models.Index(fields=["series", "state"], name="series_member_state"),
        ),
        migrations.AddConstraint(
            model_name="seriesmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("due_cents__isnull", True), ("due_cents__gte", 0), _connector="OR"),
                    ("paid_cents__gte", 0),
                ),
                name="series_amounts_not_negative",
                violation_error_message="金额不能为负数。",
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesmember",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "state__in",
                        ["listed", "informed", "promised", "paid", "resigned", "refused", "dropped"],
                    )
                ),
                name="series_member_state_known",
                violation_error_message="不认识这种情况，请从列表中选择。",
            ),
        ),
        migrations.AddField(
            model_name="seriesmemberchange",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changes",
                to="disputes.seriesmember",
                verbose_name="系列案户",
            ),
        ),
        migrations.AddField(
            model_name="seriesstep",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="经办人",
            ),
        ),
        migrations.AddField(
            model_name="seriesstep",
            name="series",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="steps",
                to="disputes.series",
                verbose_name="系列案",
            ),
        ),
        migrations.AddField(
            model_name="seriesstep",
            name="undoes",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="undone_by",
                to="disputes.seriesstep",
                verbose_name="更正的步骤",
            ),
        ),
        migrations.AddField(
            model_name="seriesmemberchange",
            name="step",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changes",
                to="disputes.seriesstep",
                verbose_name="批量办理",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seriesstep",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="4ff28aeeaf6f18a323e4d5b5d3cf13d48c0e8e44",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_8e776",
                    table="disputes_seriesstep",
                    when="BEFORE",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="seriesmemberchange",
            constraint=models.UniqueConstraint(
                fields=("step", "member"),
                name="series_change_once",
                violation_error_message="一次批量办理里，同一户只记一次。",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="seriesmemberchange",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="7a06e879800c66c9b7dca94f695ab995cb9e2e89",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_fcb17",
                    table="disputes_seriesmemberchange",
                    when="BEFORE",
                ),
            ),
        ),
    ]
