"""Programmes with their tasks and progress, and the register of rules."""

from tests.permissions import makers_programmes as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, RUN, REPORT, CHECK = (f"programme.{name}" for name in ("view", "run", "report", "check"))
_gated = {"gate": VIEW}
_programme, _item, _rule = by_pk(makers.programme), by_pk(makers.item), by_pk(makers.regulation)


def _with_create(does: str, fill) -> Row:
    return Row(does, VIEW, FORM, fill=fill, rights={"POST": RUN})


PROGRAMMES = {
    "property:programme_list": rows_of("专项任务列表", VIEW, makers.programme),
    "property:programme_open": form("建立专项任务", RUN),
    "property:programme_detail": page("专项任务看板", VIEW, _programme),
    "property:category_add": form("增加任务类别", RUN, _programme, **_gated),
    "property:item_add": form("增加任务", RUN, makers.category, **_gated),
    "property:programme_close": form("办结专项任务", RUN, _programme, **_gated),
    "property:programme_circular": page("通报草稿（Word）", VIEW, _programme),
    "property:item_list": rows_of("任务清单", VIEW, makers.item),
    "property:item_detail": page("任务详情", VIEW, _item),
    "property:item_change": form("调整任务", RUN, _item, **_gated),
    "property:item_drop": form("撤销任务", RUN, _item, **_gated),
    "property:progress_write": verb("填报任务进展", REPORT, _item, **_gated),
    "property:progress_check": verb("核验任务进展（不核自己填的）", CHECK, makers.line, **_gated),
    "property:regulation_list": rows_of("制度登记列表", VIEW, makers.regulation),
    "property:regulation_draft": form("登记制度", RUN),
    "property:regulation_detail": page("制度详情", VIEW, _rule),
    "property:regulation_revise": form("修改制度", RUN, _rule, **_gated),
    "property:regulation_step": verb("推进制度", RUN, makers.rule_to("consult"), **_gated),
    "programme-list": _with_create("接口：专项任务列表、建立专项任务", makers.programme),
    "programme-detail": page("接口：专项任务详情", VIEW, _programme),
    "programme-categories": verb("接口：增加任务类别", RUN, _programme, **_gated),
    "programme-close": verb("接口：办结专项任务", RUN, _programme, **_gated),
    "programme-circular": page("接口：通报草稿（Word）", VIEW, _programme),
    "programme-item-list": _with_create("接口：任务清单、增加任务", makers.item),
    "programme-item-detail": page("接口：任务详情", VIEW, _item),
    "programme-item-change": verb("接口：调整任务", RUN, _item, **_gated),
    "programme-item-drop": verb("接口：撤销任务", RUN, _item, **_gated),
    "programme-item-progress": verb("接口：填报任务进展", REPORT, _item, **_gated),
    "programme-item-check": verb("接口：核验任务进展", CHECK, _item, **_gated),
    "regulation-list": _with_create("接口：制度登记列表、登记制度", makers.regulation),
    "regulation-detail": page("接口：制度详情", VIEW, _rule),
    "regulation-revise": verb("接口：修改制度", RUN, _rule, **_gated),
    "regulation-step": verb("接口：推进制度", RUN, _rule, **_gated),
}
