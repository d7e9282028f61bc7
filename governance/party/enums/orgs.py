import operator
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _


class Right(models.TextChoices):
    VIEW = "party.view", _("查看党组织")
    MANAGE = "party.manage", _("设立、调整党组织")
    BUILD = "party.build", _("办理共建单位、服务队和共建项目")


class Tier(models.TextChoices):
    """Keys of the tiers this product speaks of by name; the rows of `PartyTier` say which a place has."""

    TOWNSHIP = "township", _("镇街党工委")
    COMMUNITY = "community", _("社区党组织")
    BRANCH = "branch", _("网格（小区）党支部")
    GROUP = "group", _("楼院党小组")


class OrgKind(models.TextChoices):
    WORKING_COMMITTEE = "working_committee", _("党工委")
    COMMITTEE = "committee", _("党委")
    GENERAL_BRANCH = "general_branch", _("党总支")
    BRANCH = "branch", _("党支部")
    JOINT_BRANCH = "joint_branch", _("联合党支部")
    GROUP = "group", _("党小组")


class MemberKind(models.TextChoices):
    """Who sits in a joint branch."""

    COMMUNITY = "community", _("社区")
    PROPERTY_COMPANY = "property_company", _("物业企业")
    OWNERS_COMMITTEE = "owners_committee", _("业委会、物管会")
    PARTNER = "partner", _("共建单位")


class ChangeKind(models.TextChoices):
    """What is on record as a dated change of an organisation."""

    RENAME = "rename", _("更名")
    MOVE = "move", _("调整隶属")
    MERGE = "merge", _("合并")
    SPLIT = "split", _("分设")
    ELECT = "elect", _("换届")
    DISSOLVE = "dissolve", _("撤销")


ELECTION_NOTICE_DAYS = 90  # how long before the end of a term a re-election is announced as due
COMPARISONS = {
    "lt": operator.lt,
    "gte": operator.ge,
    "gt": operator.gt,
    "lte": operator.le,
    "exact": operator.eq,
}


@dataclass(frozen=True)
class SetUpRule:
    """One rule of setting up, broken when every condition `(field, comparison, value)` holds for a kind."""

    code: str
    kinds: tuple[str, ...]
    conditions: tuple[tuple[str, str, int | str], ...]
    text: str

    def is_broken_by(self, org) -> bool:
        return org.kind in self.kinds and all(
            COMPARISONS[comparison](getattr(org, field), value)
            for field, comparison, value in self.conditions
        )


# 中国共产党支部工作条例（试行）第四至六条、第二十四条；党章第三十条；党小组为通行做法。
# Warnings, never a bar: the organisation department may approve exceptions.
_BRANCHES = (OrgKind.BRANCH, OrgKind.JOINT_BRANCH)
SET_UP_RULES = (
    SetUpRule(
        "branch_too_small",
        _BRANCHES,
        (("full_member_count", "lt", 3),),
        _("正式党员不足 3 人，不够单独成立党支部，宜与邻近单位联合设立。"),
    ),
    SetUpRule(
        "branch_needs_committee",
        _BRANCHES,
        (("full_member_count", "gte", 7), ("committee_size", "lt", 3)),
        _("正式党员 7 人以上，应设 3 至 5 人的支部委员会。"),
    ),
    SetUpRule(
        "branch_committee_too_big",
        _BRANCHES,
        (("committee_size", "gt", 7),),
        _("支部委员会一般 3 至 5 人，最多 7 人。"),
    ),
    SetUpRule(
        "needs_general_branch",
        _BRANCHES,
        (("member_count", "gt", 50), ("member_count", "lte", 100)),
        _("党员超过 50 人，一般应设党总支。"),
    ),
    SetUpRule(
        "needs_committee",
        (*_BRANCHES, OrgKind.GENERAL_BRANCH),
        (("member_count", "gt", 100),),
        _("党员超过 100 人，一般应设党委。"),
    ),
    SetUpRule(
        "general_branch_unapproved",
        (OrgKind.GENERAL_BRANCH,),
        (("member_count", "lte", 50), ("approved_no", "exact", "")),
        _("党员未超过 50 人而设党总支，应登记上级批准文号。"),
    ),
    SetUpRule(
        "committee_unapproved",
        (OrgKind.COMMITTEE,),
        (("member_count", "lte", 100), ("approved_no", "exact", "")),
        _("党员未超过 100 人而设党委，应登记上级批准文号。"),
    ),
    SetUpRule(
        "joint_of_too_many",
        (OrgKind.JOINT_BRANCH,),
        (("unit_count", "gt", 5), ("approved_no", "exact", "")),
        _("联合党支部覆盖的单位一般不超过 5 个，超过的应登记上级批准文号。"),
    ),
    SetUpRule(
        "group_too_small",
        (OrgKind.GROUP,),
        (("member_count", "lt", 3),),
        _("党员不足 3 人，不够成立党小组。"),
    ),
    SetUpRule(
        "group_without_full_member",
        (OrgKind.GROUP,),
        (("full_member_count", "lt", 1),),
        _("党小组至少要有 1 名正式党员。"),
    ),
)
