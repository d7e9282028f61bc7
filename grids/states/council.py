from django.db import models
from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from grids.enums.rights import CouncilRight


class TopicState(models.TextChoices):
    PROPOSED = "proposed", _("已提出")
    NOTICED = "noticed", _("已公告")
    HELD = "held", _("已议事")
    DECIDED = "decided", _("已决议")
    EXECUTING = "executing", _("落实中")
    EXECUTED = "executed", _("已落实")
    DISCLOSED = "disclosed", _("已公开")
    DECLINED = "declined", _("不予上会")
    WITHDRAWN = "withdrawn", _("已撤回")


def _from(*states: TopicState) -> frozenset[str]:
    return frozenset(states)


TOPIC_STEPS = steps(
    Step("notice", _("公告会期"), _from(TopicState.PROPOSED), TopicState.NOTICED, CouncilRight.RUN, key="n"),
    Step("hold", _("登记会议"), _from(TopicState.NOTICED), TopicState.HELD, CouncilRight.RUN, key="h"),
    Step("decide", _("登记决议"), _from(TopicState.HELD), TopicState.DECIDED, CouncilRight.RUN, key="d"),
    Step("execute", _("交办落实"), _from(TopicState.DECIDED), TopicState.EXECUTING, CouncilRight.RUN, key="e"),
    Step("finish", _("落实完成"), _from(TopicState.EXECUTING), TopicState.EXECUTED, CouncilRight.RUN, key="f"),
    Step(
        "disclose", _("结果公开"), _from(TopicState.DECIDED, TopicState.EXECUTED), TopicState.DISCLOSED,
        CouncilRight.RUN, key="p",
    ),
    Step(
        "decline", _("不予上会"), _from(TopicState.PROPOSED), TopicState.DECLINED, CouncilRight.RUN,
        needs_note=True,
    ),
    Step(
        "withdraw", _("撤回议题"), _from(TopicState.PROPOSED, TopicState.NOTICED), TopicState.WITHDRAWN,
        CouncilRight.RUN, needs_note=True,
    ),
)  # fmt: skip
# The states a topic goes through when nothing stops it, for the line of steps on its page.
TOPIC_WAY = (
    TopicState.PROPOSED,
    TopicState.NOTICED,
    TopicState.HELD,
    TopicState.DECIDED,
    TopicState.EXECUTING,
    TopicState.EXECUTED,
    TopicState.DISCLOSED,
)
TOPIC_ENDED = frozenset({TopicState.DISCLOSED, TopicState.DECLINED, TopicState.WITHDRAWN})
