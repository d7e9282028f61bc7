"""Ledgers in and out as files."""

from tests.permissions import makers, makers_tables
from tests.permissions.oracle import TRIED, Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_OTHERS = {"GET": frozenset({404})}  # nobody fetches what somebody else has taken out
_import = {"sees": "grids.roster", "level": "building"}

TABLES = {
    "files:import_list": rows_of("导入列表", "files.import", makers_tables.table_import, level="building"),
    "files:import_new": form("导入表格（另需该名册的维护权限）", "files.import"),
    "files:import_template": Row("下载导入模板", "files.import", {"GET": TRIED}),
    "files:import_detail": page("导入详情", "files.import", makers_tables.number_of_import, **_import),
    "files:import_apply": verb(
        "确认导入（另需该名册的维护权限）", "files.import", makers_tables.number_of_import, **_import
    ),
    "files:import_undo": verb(
        "撤销导入（另需该名册的维护权限）", "files.import", makers_tables.number_of_done_import, **_import
    ),
    "files:import_result": page(
        "下载检查结果（另需该名册的维护权限）", "files.import", makers_tables.number_of_import, **_import
    ),
    "files:export_list": page("导出列表（只有本人的）", ""),
    "files:export_new": form("导出表格（按列表的查看权限）", ""),
    "files:export_file": Row(
        "下载导出的文件（只有本人的，别人的一律不存在）",
        "",
        _OTHERS,
        makers_tables.number_of_export,
        **_import,
    ),
    "grids:household_list": rows_of(
        "住户列表", "grids.roster", makers.household, offers_file=False, level="building"
    ),
    "grids:building_list": rows_of("楼院列表", "grids.view", makers_tables.building, level="building"),
    "import-list": Row(
        "接口：导入列表、上传表格（另需该名册的维护权限）",
        "files.import",
        FORM,
        fill=makers_tables.table_import,
        level="building",
    ),
    "import-detail": page("接口：导入详情", "files.import", makers_tables.number_of_import, **_import),
    "import-faults": page("接口：导入的错误", "files.import", makers_tables.number_of_import, **_import),
    "import-apply": verb("接口：确认导入", "files.import", makers_tables.number_of_import, **_import),
    "import-undo": verb("接口：撤销导入", "files.import", makers_tables.number_of_done_import, **_import),
    "import-result": page("接口：下载检查结果", "files.import", makers_tables.number_of_import, **_import),
    "export-list": Row("接口：导出列表（只有本人的）、导出表格", "", FORM),
    "export-detail": Row(
        "接口：导出详情（只有本人的）", "", _OTHERS, makers_tables.number_of_export, **_import
    ),
    "export-file": Row(
        "接口：下载导出的文件（只有本人的）", "", _OTHERS, makers_tables.number_of_export, **_import
    ),
}
