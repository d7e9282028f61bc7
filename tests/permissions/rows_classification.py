"""Disputes by kind, and where each kind counts."""

from tests.permissions import makers, makers_classification
from tests.permissions.rows import form, page, rows_of

CLASSIFICATION = {
    "disputes:category_report": page("纠纷分类统计", "disputes.view", query=makers.area_of),
    "disputes:category_map": page("类别对照", "disputes.catalogue"),
    "disputes:category_map_edit": form(
        "修改类别对照", "disputes.catalogue", makers_classification.mapping, shared=True
    ),
    "disputes:standard_file": page("下载国标 T30 表", "disputes.view"),
    "category-report-list": page("接口：纠纷分类统计", "disputes.view", query=makers.area_of),
    "category-map-list": form("接口：类别对照、修改类别对照", "disputes.catalogue"),
    "dispute-standard-row-list": rows_of("接口：国标 T30 表", "disputes.view", makers.dispute),
    "dispute-standard-row-detail": page(
        "接口：国标 T30 表一行", "disputes.view", makers_classification.row_of
    ),
}
