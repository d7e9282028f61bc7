import django.contrib.postgres.indexes
import django.core.serializers.json
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "sealed_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="封存时间"
                    ),
                ),
                ("first_id", models.BigIntegerField(verbose_name="首条编号")),
                ("last_id", models.BigIntegerField(unique=True, verbose_name="末条编号")),
                ("count", models.PositiveIntegerField(verbose_name="条数")),
                ("previous_hash", models.CharField(blank=True, max_length=64, verbose_name="上一环")),
                ("hash", models.CharField(max_length=64, verbose_name="本环")),
            ],
            options={
                "verbose_name": "审计封存",
                "verbose_name_plural": "审计封存",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("first_id__lte", models.F("last_id"))), name="audit_seal_range"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="时间",
                    ),
                ),
                ("actor_id", models.BigIntegerField(null=True, verbose_name="操作人编号")),
                ("actor", models.CharField(max_length=80, verbose_name="操作人")),
                ("post", models.CharField(blank=True, max_length=120, verbose_name="岗位")),
                (
                    "area_code",
                    models.CharField(blank=True, db_collation="C", max_length=18, verbose_name="区划代码"),
                ),
                ("action", models.CharField(max_length=60, verbose_name="动作")),
                ("object_type", models.CharField(blank=True, max_length=60, verbose_name="对象类型")),
                ("object_id", models.CharField(blank=True, max_length=60, verbose_name="对象编号")),
                ("object_label", models.CharField(blank=True, max_length=160, verbose_name="对象")),
                (
                    "before",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="变更前",
                    ),
                ),
                (
                    "after",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                        null=True,
                        verbose_name="变更后",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="理由")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("done", "完成"), ("denied", "拒绝")],
                        default="done",
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("request_id", models.CharField(blank=True, max_length=64, verbose_name="请求编号")),
                ("address", models.CharField(blank=True, max_length=45, verbose_name="来源地址")),
            ],
            options={
                "verbose_name": "审计记录",
                "verbose_name_plural": "审计记录",
                "indexes": [
                    models.Index(fields=["object_type", "object_id", "-id"], name="audit_object"),
                    models.Index(fields=["actor_id", "-id"], name="audit_actor"),
                    models.Index(fields=["area_code", "-id"], name="audit_area"),
                    django.contrib.postgres.indexes.BrinIndex(fields=["at"], name="audit_at"),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="0450288fcb55201b346da4e2d56d2293ba7aac03",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_00dfa",
                    table="audit_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditevent",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the audit trail is append-only';",
                    hash="d2ec785c9eb13d52e28eef7817caa3e9ed61f4cc",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_c220f",
                    table="audit_auditevent",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditseal",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="58497631d50c091587f7dcd41f2a458611cec2af",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_3a3ab",
                    table="audit_auditseal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="auditseal",
            trigger=pgtrigger.compiler.Trigger(
                name="no_truncate",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'the audit trail is append-only';",
                    hash="e9f5b07c717d273094fe67d4adee2840afe7392a",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_no_truncate_9331a",
                    table="audit_auditseal",
                    when="BEFORE",
                ),
            ),
        ),
    ]
