"""The dossier's papers, their templates, and the committees that number them."""

from tests.permissions import makers_papers as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import FINE, TRIED, Row
from tests.permissions.rows import form, page, rows_of, verb

_dossier = makers.dossier
_seen = {"sees": "disputes.view"}
_known = {"sees": "areas.view"}
_READ_AND_PRINT = {"GET": FINE, "POST": TRIED}


def _printed(does: str, make, **more) -> Row:
    """Read masked; printed in the clear by whoever may reveal as well."""
    return Row(
        does, "disputes.papers", _READ_AND_PRINT, make, gate="disputes.papers", rights={"POST": "audit.reveal"},
        **_seen, **more,
    )  # fmt: skip


PAPERS = {
    "disputes:dossier_detail": page("卷宗", "disputes.view", _dossier),
    "disputes:dossier_file": verb("立卷编号", "disputes.papers", _dossier, **_seen),
    "disputes:dossier_pack": _printed("打包卷宗文书（签署用的还要 audit.reveal）", _dossier),
    "disputes:paper_make": _printed("制作文书（签署用的还要 audit.reveal）", makers.paper()),
    "disputes:paper_pages": verb("传回签字页", "disputes.papers", makers.paper(), **_seen),
    "disputes:paper_original": verb("纸质原件已入卷", "disputes.papers", makers.paper(), **_seen),
    "disputes:paper_take_out": verb("撤出卷宗里的文书", "disputes.papers", makers.paper(), **_seen),
    "disputes:template_list": page("文书模板列表", "disputes.templates"),
    "disputes:template_detail": form("上传文书模板", "disputes.templates", makers.kind, shared=True),
    "disputes:template_file": page("下载文书模板", "disputes.templates", makers.kind, shared=True),
    "disputes:template_sample": page("文书样张", "disputes.templates", makers.kind, shared=True),
    "disputes:template_version": page(
        "下载文书模板旧版", "disputes.templates", by_pk(makers.template), **_known
    ),
    "disputes:template_withdraw": verb(
        "停用文书模板", "disputes.templates", by_pk(makers.template), **_known
    ),
    "disputes:committee_list": rows_of("调解委员会列表", "disputes.templates", makers.committee),
    "disputes:committee_new": form("登记调解委员会", "disputes.templates"),
    "disputes:committee_edit": form(
        "修改调解委员会", "disputes.templates", by_pk(makers.committee), **_known
    ),
    "dossier-detail": page("接口：卷宗", "disputes.view", _dossier),
    "dossier-file": verb("接口：立卷编号", "disputes.papers", _dossier, **_seen),
    "dossier-pack": _printed("接口：打包卷宗文书（签署用的还要 audit.reveal）", _dossier),
    "dossier-paper": _printed("接口：制作文书（签署用的还要 audit.reveal）", makers.paper()),
    "dossier-pages": verb("接口：传回签字页", "disputes.papers", makers.paper(), **_seen),
    "dossier-original": verb("接口：纸质原件已入卷", "disputes.papers", makers.paper(), **_seen),
    "dossier-take-out": verb("接口：撤出卷宗里的文书", "disputes.papers", makers.paper(), **_seen),
    "paper-template-list": Row(
        "接口：文书模板列表、上传模板",
        "disputes.templates",
        {"GET": FINE, "POST": TRIED},
        fill=makers.template,
    ),
    "paper-template-detail": page("接口：文书模板", "disputes.templates", by_pk(makers.template), **_known),
    "paper-template-file": page("接口：下载文书模板", "disputes.templates", by_pk(makers.template), **_known),
    "paper-template-withdraw": verb(
        "接口：停用文书模板", "disputes.templates", by_pk(makers.template), **_known
    ),
    "committee-list": Row(
        "接口：调解委员会列表、登记",
        "disputes.templates",
        {"GET": FINE, "POST": TRIED},
        fill=makers.committee,
    ),
    "committee-detail": page("接口：调解委员会", "disputes.templates", by_pk(makers.committee), **_known),
}
