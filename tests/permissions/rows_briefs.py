"""Briefs of cycles, and the templates they are drawn with."""

from tests.permissions import makers_briefs as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

_VIEW, _MANAGE = "dispatch.view", "dispatch.manage"
_gated = {"gate": _VIEW}
_known = {"sees": "areas.view"}
_brief, _template = by_pk(makers.brief), by_pk(makers.template)

BRIEFS = {
    "dispatch:brief_list": rows_of("简报列表", _VIEW, makers.brief),
    "dispatch:brief_detail": page("简报", _VIEW, _brief),
    "dispatch:brief_download": page("下载简报", _VIEW, _brief),
    "dispatch:brief_prepare": verb("生成简报", _MANAGE, makers.minuted, **_gated),
    "dispatch:brief_edit": form("修改简报文字", _MANAGE, _brief, **_gated),
    "dispatch:brief_renew": verb("简报重新取数", _MANAGE, _brief, **_gated),
    "dispatch:brief_issue": verb("印发简报", _MANAGE, _brief, **_gated),
    "dispatch:template_list": page("简报模板列表", _MANAGE),
    "dispatch:template_detail": form("上传简报模板", _MANAGE, makers.kind, shared=True),
    "dispatch:template_file": page("下载简报模板", _MANAGE, makers.kind, shared=True),
    "dispatch:template_sample": page("简报样张", _MANAGE, makers.kind, shared=True),
    "dispatch:template_version": page("下载简报模板旧版", _MANAGE, _template, **_known),
    "dispatch:template_withdraw": verb("停用简报模板", _MANAGE, _template, **_known),
    "dispatch-brief-list": Row(
        "接口：简报列表、生成简报", _VIEW, FORM, fill=makers.brief, rights={"POST": _MANAGE}
    ),
    "dispatch-brief-detail": page("接口：简报", _VIEW, _brief),
    "dispatch-brief-file": page("接口：下载简报", _VIEW, _brief),
    "dispatch-brief-edit": verb("接口：修改简报文字", _MANAGE, _brief, **_gated),
    "dispatch-brief-renew": verb("接口：简报重新取数", _MANAGE, _brief, **_gated),
    "dispatch-brief-issue": verb("接口：印发简报", _MANAGE, _brief, **_gated),
    "brief-template-list": Row(
        "接口：简报模板列表、上传模板", _MANAGE, FORM, fill=makers.template
    ),
    "brief-template-detail": page("接口：简报模板", _MANAGE, _template, **_known),
    "brief-template-file": page("接口：下载简报模板", _MANAGE, _template, **_known),
    "brief-template-withdraw": verb("接口：停用简报模板", _MANAGE, _template, **_known),
}  # fmt: skip
