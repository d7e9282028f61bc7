"""Housing delivery: projects with buildings, money, purchasers; the pages purchasers open without a log-in."""

from tests.factories import deeds
from tests.permissions import makers_housing as makers
from tests.permissions.makers import by_pk
from tests.permissions.oracle import Row
from tests.permissions.rows import FORM, form, page, rows_of, verb

VIEW, MANAGE, ANSWER = (f"deeds.{name}" for name in ("view", "manage", "answer"))
_NO_SUCH = frozenset({404})
_project = by_pk(deeds.make_housing_project)
_gated = {"gate": VIEW}


def _listed(noun: str, words: str, rows: str) -> dict[str, Row]:
    return {
        f"housing-{noun}-list": rows_of(f"接口：{words}列表", VIEW, makers.row_of(rows)),
        f"housing-{noun}-detail": page(f"接口：{words}详情", VIEW, makers.by_row(rows)),
    }


def _pressed(words: str, rows: str, right: str = MANAGE) -> Row:
    return verb(f"接口：{words}", right, makers.by_row(rows), **_gated)


def _added(words: str, right: str = MANAGE) -> Row:
    return verb(f"接口：{words}", right, _project, **_gated)


HOUSING = {
    "deeds:housing_list": rows_of("保交楼项目列表", VIEW, deeds.make_housing_project),
    "deeds:housing_register": form("登记保交楼项目", MANAGE),
    "deeds:housing_detail": page("保交楼项目：工程", VIEW, _project),
    "deeds:housing_money": page("保交楼项目：资金、风险与交付", VIEW, _project),
    "deeds:housing_buyers": page("保交楼项目：购房人（提问内容另需答复权限）", VIEW, _project),
    "deeds:housing_wall": page("保交楼大屏", VIEW, makers.code, sees="areas.view"),
    "deeds:housing_report": verb("填报周进度", MANAGE, _project),
    "deeds:housing_verb": form("登记楼栋、证件、资金、风险、交付（公告和购房人另需答复权限）", MANAGE,
                               makers.verb_on("building"), **_gated),
    "deeds:housing_row_verb": form("填报楼栋进度、拨付、销号、交付（公告和答复另需答复权限）", MANAGE,
                                   makers.row_verb("building_rows", "report"), **_gated),
    "deeds:milestone_list": rows_of("楼栋节点列表", VIEW, makers.milestone),
    "deeds:payout_list": rows_of("资金拨付列表", VIEW, makers.row_of("payouts")),
    "deeds:delivery_list": rows_of("交付批次列表", VIEW, makers.row_of("deliveries")),
    "deeds:question_list": rows_of("购房人提问列表（不含内容）", VIEW, makers.row_of("questions")),
    "housing_public:project": page("扫码：购房人公告", None, makers.token),
    "housing_public:verify": form("扫码：购房人核对", None, makers.token),
    "housing_public:ask": Row("扫码：购房人提问（凭核对）", None, {"POST": frozenset({409})}, makers.token),
    "housing_public:photo": Row("扫码：公告照片", None, {"GET": _NO_SUCH}, makers.photo),
    "housing-project-list": Row(
        "接口：保交楼项目列表、登记项目", VIEW, FORM, fill=deeds.make_housing_project, rights={"POST": MANAGE}
    ),
    "housing-project-detail": page("接口：保交楼项目详情", VIEW, _project),
    "housing-project-revise": _added("修改保交楼项目"),
    "housing-project-permits": _added("登记证件"),
    "housing-project-buildings": _added("增加楼栋"),
    "housing-project-funds": _added("填报资金"),
    "housing-project-payouts": _added("申请拨付"),
    "housing-project-risks": _added("登记风险"),
    "housing-project-deliveries": _added("安排交付"),
    "housing-project-bulletins": _added("起草公告", ANSWER),
    "housing-project-purchasers": _added("登记购房人", ANSWER),
    **_listed("building", "保交楼楼栋", "building_rows"),
    "housing-building-report": _pressed("填报楼栋进度", "building_rows"),
    "housing-building-plan": _pressed("安排节点", "building_rows"),
    "housing-milestone-list": rows_of("接口：楼栋节点列表", VIEW, makers.milestone),
    "housing-milestone-detail": page("接口：楼栋节点详情", VIEW, by_pk(makers.milestone)),
    **_listed("payout", "资金拨付", "payouts"),
    "housing-payout-pay": _pressed("登记拨付", "payouts"),
    **_listed("delivery", "交付批次", "deliveries"),
    "housing-delivery-hand-over": _pressed("登记交付", "deliveries"),
    **_listed("risk", "项目风险", "risks"),
    "housing-risk-close": _pressed("风险销号", "risks"),
    **_listed("bulletin", "购房人公告", "bulletins"),
    "housing-bulletin-revise": _pressed("修改公告", "bulletins", ANSWER),
    "housing-bulletin-publish": _pressed("发布公告", "bulletins", ANSWER),
    "housing-bulletin-withdraw": _pressed("撤回公告", "bulletins", ANSWER),
    **_listed("question", "购房人提问", "questions"),
    "housing-question-answer": _pressed("答复提问", "questions", ANSWER),
}  # fmt: skip
