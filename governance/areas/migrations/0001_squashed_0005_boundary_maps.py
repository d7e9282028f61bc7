"""The tables as they are, for a database that has none of them; one that has goes on with the files replaced here."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.db.models.deletion
from django.db import migrations, models

from governance.kernel.squashing import Squashed

# The six levels of a prefecture-level city, as a start. `load_levels` replaces them where a place has others.
LEVELS = """
insert into areas_arealevel (key, name, depth, code_width) values
    ('city', '市', 1, 4),
    ('county', '县区', 2, 6),
    ('township', '镇街', 3, 9),
    ('community', '社区（村）', 4, 12),
    ('grid', '网格', 5, 15),
    ('building', '楼院', 6, 18)
"""


class Migration(Squashed):
    replaces = [
        ("areas", "0001_tree"),
        ("areas", "0002_six_levels"),
        ("areas", "0003_keepers"),
        ("areas", "0004_keepers_so_far"),
        ("areas", "0005_boundary_maps"),
    ]

    initial = True

    dependencies = []

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(),
        migrations.CreateModel(
            name="AreaLevel",
            fields=[
                (
                    "key",
                    models.SlugField(max_length=20, primary_key=True, serialize=False, verbose_name="键"),
                ),
                ("name", models.CharField(max_length=20, verbose_name="名称")),
                ("depth", models.PositiveSmallIntegerField(unique=True, verbose_name="层次")),
                ("code_width", models.PositiveSmallIntegerField(unique=True, verbose_name="代码位数")),
            ],
            options={
                "verbose_name": "区划层级",
                "verbose_name_plural": "区划层级",
                "ordering": ["depth"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("code_width__gte", 1), ("code_width__lte", 18)),
                        name="areas_level_width_fits",
                        violation_error_message="代码位数应在 1 到 18 之间。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(db_collation="C", max_length=18, verbose_name="代码")),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("urban", "城镇"),
                            ("rural", "农村"),
                            ("dedicated", "专属"),
                            ("micro", "微网格"),
                            ("street", "街道"),
                            ("town", "镇"),
                            ("rural_township", "乡"),
                            ("farm", "农场、开发区"),
                        ],
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("pinyin", models.CharField(blank=True, editable=False, max_length=400, verbose_name="拼音")),
                (
                    "initials",
                    models.CharField(blank=True, editable=False, max_length=80, verbose_name="拼音首字母"),
                ),
                ("opened_on", models.DateField(verbose_name="设立日期")),
                ("closed_on", models.DateField(blank=True, null=True, verbose_name="撤销日期")),
                (
                    "successor",
                    models.ForeignKey(
                        blank=True,
                        help_text="撤销后由谁接管其名下的事项",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="predecessors",
                        to="areas.area",
                        verbose_name="承接区划",
                    ),
                ),
                (
                    "level",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="areas.arealevel",
                        verbose_name="层级",
                    ),
                ),
            ],
            options={
                "verbose_name": "区划",
                "verbose_name_plural": "区划",
                "ordering": ["code"],
                "indexes": [
                    models.Index(fields=["level", "code"], name="areas_area_level_code"),
                    models.Index(fields=["pinyin"], name="areas_area_pinyin"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("code",),
                        name="areas_area_code_once",
                        violation_error_message="这个代码已有区划使用。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9]+$")),
                        name="areas_area_code_digits",
                        violation_error_message="区划代码只能是数字。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_on__isnull", True),
                            ("closed_on__gt", models.F("opened_on")),
                            _connector="OR",
                        ),
                        name="areas_area_closed_after_opened",
                        violation_error_message="撤销日期须晚于设立日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("successor__isnull", True), ("closed_on__isnull", False), _connector="OR"
                        ),
                        name="areas_area_successor_when_closed",
                        violation_error_message="只有已撤销的区划才有承接区划。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="名称")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="有效期")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="names",
                        to="areas.area",
                        verbose_name="区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "曾用名称",
                "verbose_name_plural": "曾用名称",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("valid", "&&")],
                        name="areas_name_one_a_day",
                        violation_error_message="同一天不能有两个名称。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaParent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="有效期")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parents",
                        to="areas.area",
                        verbose_name="区划",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="areas.area",
                        verbose_name="上级",
                    ),
                ),
            ],
            options={
                "verbose_name": "隶属关系",
                "verbose_name_plural": "隶属关系",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("valid", "&&")],
                        name="areas_parent_one_a_day",
                        violation_error_message="同一天不能有两个上级。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("area", models.F("parent")), _negated=True),
                        name="areas_parent_not_self",
                        violation_error_message="区划不能隶属于自己。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ancestry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("depth", models.PositiveSmallIntegerField(verbose_name="相隔层数")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="有效期")),
                (
                    "ancestor",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="below",
                        to="areas.area",
                        verbose_name="上级",
                    ),
                ),
                (
                    "descendant",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="above",
                        to="areas.area",
                        verbose_name="下级",
                    ),
                ),
            ],
            options={
                "verbose_name": "上下级闭包",
                "verbose_name_plural": "上下级闭包",
                "indexes": [models.Index(fields=["ancestor", "depth"], name="areas_ancestry_down")],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("descendant"),
                        models.F("depth"),
                        models.F("valid__startswith"),
                        name="areas_ancestry_begins_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaCode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(db_collation="C", max_length=18, verbose_name="代码")),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="有效期")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="codes",
                        to="areas.area",
                        verbose_name="区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "曾用代码",
                "verbose_name_plural": "曾用代码",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("valid", "&&")],
                        name="areas_code_one_a_day",
                        violation_error_message="同一天不能有两个代码。",
                    ),
                    models.UniqueConstraint(
                        fields=("code",),
                        name="areas_code_given_once",
                        violation_error_message="这个代码已经用过。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaKeeper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("valid", django.contrib.postgres.fields.ranges.DateRangeField(verbose_name="有效期")),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keepers",
                        to="areas.area",
                        verbose_name="已撤销的区划",
                    ),
                ),
                (
                    "keeper",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kept",
                        to="areas.area",
                        verbose_name="承接区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "承接关系",
                "verbose_name_plural": "承接关系",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("area", "="), ("valid", "&&")],
                        name="areas_keeper_one_a_day",
                        violation_error_message="同一天不能有两个承接区划。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BoundaryMap",
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
                ("approval_number", models.CharField(max_length=40, verbose_name="审图号")),
                ("document", models.JSONField(editable=False, verbose_name="边界")),
                ("drawing", models.JSONField(editable=False, verbose_name="图形")),
                ("digest", models.CharField(editable=False, max_length=64, verbose_name="摘要")),
                ("points_given", models.PositiveIntegerField(editable=False, verbose_name="原有点数")),
                ("points_kept", models.PositiveIntegerField(editable=False, verbose_name="保留点数")),
                ("uploaded_at", models.DateTimeField(auto_now_add=True, verbose_name="上传时间")),
                ("is_in_force", models.BooleanField(default=False, editable=False, verbose_name="使用中")),
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
                "verbose_name": "边界图",
                "verbose_name_plural": "边界图",
                "indexes": [models.Index(fields=["area_code", "-id"], name="areas_map_area")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_in_force", True)),
                        fields=("area",),
                        name="areas_map_one_in_force",
                        violation_error_message="这个区划已有使用中的边界图。",
                    )
                ],
            },
        ),
        migrations.RunSQL(LEVELS, migrations.RunSQL.noop),
    ]
