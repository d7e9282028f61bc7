"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import governance.files.models.attachments
import governance.files.models.exports
import governance.files.models.imports
import governance.files.sealed
from governance.kernel.squashing import Squashed


class Migration(Squashed):
    replaces = [
        ("files", "0001_attachments"),
        ("files", "0002_tables"),
        ("files", "0003_import_target"),
        ("files", "0004_exports_of_lists"),
    ]

    initial = True

    dependencies = [
        ("areas", "0002_six_levels"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
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
                    "number",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="编号"),
                ),
                (
                    "client_uuid",
                    models.UUIDField(
                        blank=True, editable=False, null=True, unique=True, verbose_name="提交编号"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("photo", "照片"), ("signature", "签名"), ("material", "材料照片")],
                        default="photo",
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        upload_to=governance.files.models.attachments.where_kept,
                        verbose_name="文件",
                    ),
                ),
                ("size", models.PositiveIntegerField(default=0, verbose_name="字节数")),
                ("width", models.PositiveIntegerField(default=0, verbose_name="宽")),
                ("height", models.PositiveIntegerField(default=0, verbose_name="高")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="摘要")),
                ("view_right", models.CharField(max_length=60, verbose_name="查看所需权限")),
                (
                    "kept_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="上传时间",
                    ),
                ),
                ("expires_on", models.DateField(blank=True, null=True, verbose_name="删除日期")),
                (
                    "removed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="已删除时间"),
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
                    "kept_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
            ],
            options={
                "verbose_name": "附件",
                "verbose_name_plural": "附件",
                "indexes": [
                    models.Index(fields=["area_code", "kept_at"], name="attachment_area"),
                    models.Index(
                        condition=models.Q(("removed_at__isnull", True)),
                        fields=["expires_on"],
                        name="attachment_expiry",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("view_right", ""), _negated=True),
                        name="attachment_names_its_right",
                        violation_error_message="附件要写明谁可以查看。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TableImport",
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
                    "number",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="编号"),
                ),
                ("layout", models.CharField(max_length=40, verbose_name="名册")),
                ("view_right", models.CharField(editable=False, max_length=60, verbose_name="查看所需权限")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("uploaded", "等待检查"),
                            ("checking", "检查中"),
                            ("checked", "已检查，待导入"),
                            ("applying", "导入中"),
                            ("done", "已导入"),
                            ("undoing", "撤销中"),
                            ("undone", "已撤销"),
                            ("failed", "未成功"),
                        ],
                        default="uploaded",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("all_or_none", "有错误的行就整批不导入"),
                            ("good_rows", "只导入没有错误的行"),
                        ],
                        default="all_or_none",
                        max_length=12,
                        verbose_name="有错误时",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=governance.files.sealed.SealedStorage(),
                        upload_to=governance.files.models.imports.where_imported,
                        verbose_name="文件",
                    ),
                ),
                ("file_name", models.CharField(max_length=120, verbose_name="文件名")),
                ("size", models.PositiveIntegerField(default=0, editable=False, verbose_name="字节数")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="摘要")),
                (
                    "result",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=governance.files.sealed.SealedStorage(),
                        upload_to=governance.files.models.imports.where_result,
                        verbose_name="检查结果",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, editable=False, verbose_name="行数")),
                ("bad", models.PositiveIntegerField(default=0, editable=False, verbose_name="有错误")),
                ("new", models.PositiveIntegerField(default=0, editable=False, verbose_name="新增")),
                ("changed", models.PositiveIntegerField(default=0, editable=False, verbose_name="更新")),
                ("same", models.PositiveIntegerField(default=0, editable=False, verbose_name="没有变化")),
                ("left", models.PositiveIntegerField(default=0, editable=False, verbose_name="撤销时保留")),
                ("position", models.PositiveIntegerField(default=0, editable=False, verbose_name="进度")),
                (
                    "sentence",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="说明"),
                ),
                ("lease", models.UUIDField(editable=False, null=True, verbose_name="办理中")),
                ("heartbeat_at", models.DateTimeField(editable=False, null=True, verbose_name="最近进展")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="上传时间",
                    ),
                ),
                ("applied_at", models.DateTimeField(editable=False, null=True, verbose_name="导入时间")),
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
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                (
                    "target",
                    models.CharField(blank=True, editable=False, max_length=40, verbose_name="所属事项编号"),
                ),
            ],
            options={
                "verbose_name": "表格导入",
                "verbose_name_plural": "表格导入",
                "indexes": [
                    models.Index(fields=["area_code", "-id"], name="files_import_area"),
                    models.Index(
                        condition=models.Q(("state__in", ("uploaded", "checking", "applying", "undoing"))),
                        fields=["id"],
                        name="files_import_open",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("view_right", ""), _negated=True),
                        name="files_import_names_its_right",
                        violation_error_message="导入要写明谁可以查看。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportFault",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_number", models.PositiveIntegerField(verbose_name="行号")),
                ("column", models.CharField(max_length=40, verbose_name="列")),
                ("words", models.CharField(max_length=300, verbose_name="错误原因")),
                (
                    "table_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="faults",
                        to="files.tableimport",
                        verbose_name="表格导入",
                    ),
                ),
            ],
            options={
                "verbose_name": "表格错误",
                "verbose_name_plural": "表格错误",
                "indexes": [
                    models.Index(fields=["table_import", "row_number", "id"], name="files_fault_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("row_number", models.PositiveIntegerField(verbose_name="行号")),
                ("model", models.CharField(max_length=60, verbose_name="对象类型")),
                ("object_id", models.BigIntegerField(verbose_name="对象编号")),
                (
                    "action",
                    models.CharField(
                        choices=[("new", "新增"), ("changed", "更新")], max_length=10, verbose_name="动作"
                    ),
                ),
                ("before", models.TextField(blank=True, editable=False, verbose_name="导入前")),
                ("mark", models.CharField(max_length=64, verbose_name="导入后的标记")),
                ("is_left", models.BooleanField(default=False, verbose_name="撤销时保留")),
                (
                    "table_import",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="files.tableimport",
                        verbose_name="表格导入",
                    ),
                ),
            ],
            options={
                "verbose_name": "导入的行",
                "verbose_name_plural": "导入的行",
                "indexes": [models.Index(fields=["table_import", "-id"], name="files_imported_row")],
            },
        ),
        migrations.CreateModel(
            name="TableExport",
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
                    "number",
                    models.UUIDField(default=uuid.uuid4, editable=False, unique=True, verbose_name="编号"),
                ),
                ("layout", models.CharField(max_length=60, verbose_name="名册")),
                ("view_right", models.CharField(editable=False, max_length=60, verbose_name="查看所需权限")),
                ("query", models.CharField(blank=True, max_length=1000, verbose_name="筛选条件")),
                ("is_unmasked", models.BooleanField(default=False, verbose_name="含完整号码")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "等待生成"), ("done", "可下载"), ("failed", "未成功")],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        max_length=120,
                        storage=governance.files.sealed.SealedStorage(),
                        upload_to=governance.files.models.exports.where_exported,
                        verbose_name="文件",
                    ),
                ),
                ("total", models.PositiveIntegerField(default=0, editable=False, verbose_name="行数")),
                (
                    "sentence",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="说明"),
                ),
                ("lease", models.UUIDField(editable=False, null=True, verbose_name="办理中")),
                ("heartbeat_at", models.DateTimeField(editable=False, null=True, verbose_name="最近进展")),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                        verbose_name="导出时间",
                    ),
                ),
                ("expires_at", models.DateTimeField(verbose_name="链接到期")),
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
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导出人",
                    ),
                ),
                (
                    "file_format",
                    models.CharField(
                        choices=[("xlsx", "Excel 表格"), ("csv", "CSV 文本")],
                        default="xlsx",
                        max_length=4,
                        verbose_name="文件格式",
                    ),
                ),
                (
                    "filters",
                    models.JSONField(blank=True, default=list, editable=False, verbose_name="筛选条件的说法"),
                ),
                (
                    "gone",
                    models.PositiveIntegerField(default=0, editable=False, verbose_name="生成期间不在了的行"),
                ),
                ("position", models.PositiveIntegerField(default=0, editable=False, verbose_name="进度")),
                (
                    "withheld",
                    models.PositiveIntegerField(
                        default=0, editable=False, verbose_name="限定可见、没有列出的行"
                    ),
                ),
            ],
            options={
                "verbose_name": "表格导出",
                "verbose_name_plural": "表格导出",
                "indexes": [
                    models.Index(fields=["area_code", "-id"], name="files_export_area"),
                    models.Index(fields=["created_by", "-id"], name="files_export_own"),
                    models.Index(
                        condition=models.Q(("state", "waiting")), fields=["id"], name="files_export_open"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExportPart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="次序")),
                ("data", models.BinaryField(verbose_name="内容")),
                (
                    "export",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parts",
                        to="files.tableexport",
                        verbose_name="表格导出",
                    ),
                ),
            ],
            options={
                "verbose_name": "导出的一段",
                "verbose_name_plural": "导出的一段",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("export", "number"),
                        name="files_export_part_once",
                        violation_error_message="这一段已经写过。",
                    )
                ],
            },
        ),
    ]
