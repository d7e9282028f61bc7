"""Pages without a log-in, the codes that lead to them, 投诉建议."""

from tests.factories import public
from tests.permissions import makers_public as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import FINE, TRIED, Row
from tests.permissions.rows import form, page, rows_of, verb

_grid = {"level": "grid"}
_NO_SUCH = frozenset({404})
PUBLIC = {
    "public:home": page("居民服务首页", None),
    "public:about": page("关于本平台", None),
    "public:privacy": page("隐私告知", None),
    "public:progress": form("查进度", None),
    "public:unsolved": verb("没解决，请再办", None),
    "public:solved": verb("已解决，评价", None),
    "public:receipt": Row("上报回执（凭回执地址）", None, {"GET": _NO_SUCH}, makers.receipt),
    "public:separate": Row("上报：不是同一件事", None, {"POST": _NO_SUCH}, makers.receipt),
    "public:suggest": form("投诉建议", None),
    "public:place": page("扫码：网格公示", None, makers.token, **_grid),
    "public:report": form("扫码：上报问题", None, makers.token, **_grid),
    "public:suggest_at": form("扫码：投诉建议", None, makers.token, **_grid),
    "grids:code_list": rows_of("公众码列表", "grids.view", public.make_code, **_grid),
    "grids:code_open": verb("制码", "grids.manage", makers.area_code, sees="areas.view", **_grid),
    "grids:poster_sheet": page("打印海报", "grids.view", makers.area_code, sees="areas.view", **_grid),
    "grids:code_file": page("下载公众码", "grids.view", makers.token, **_grid),
    "grids:code_step": verb("更换、停用公众码", "grids.manage", makers.token_to("close"), sees="grids.view", **_grid),
    "public-code-list": rows_of("接口：公众码列表", "grids.view", public.make_code, **_grid),
    "public-code-detail": page("接口：公众码详情", "grids.view", by_pk(public.make_code), **_grid),
}  # fmt: skip
SUGGESTIONS = {
    "grids:suggestion_new": Row("工作人员提投诉建议", "", {"GET": FINE, "POST": TRIED}),
    "grids:suggestion_list": rows_of("投诉建议列表", "suggestions.view", public.make_suggestion),
    "grids:suggestion_detail": page("投诉建议详情", "suggestions.view", makers.suggestion),
    "grids:suggestion_step": verb(
        "答复、办结投诉建议", "suggestions.answer", makers.suggestion_to("answer"), gate="suggestions.view"
    ),
    "grids:suggestion_publish": verb(
        "公开答复", "suggestions.answer", makers.suggestion, gate="suggestions.view"
    ),
    "grids:suggestion_reveal": verb(
        "查看投诉人电话（说明理由）", "audit.reveal", makers.suggestion, sees="suggestions.view"
    ),
    "suggestion-list": rows_of("接口：投诉建议列表", "suggestions.view", public.make_suggestion),
    "suggestion-detail": page("接口：投诉建议详情", "suggestions.view", makers.suggestion),
    "suggestion-answer": verb("接口：答复投诉建议", "suggestions.answer", makers.suggestion),
}
