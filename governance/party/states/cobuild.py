"""How resources, needs and joint projects go on. A need follows its project: the project's verbs move both."""

from django.utils.translation import gettext_lazy as _

from governance.kernel.lifecycle import Step, steps
from governance.party.enums import NeedState, ProjectState, ResourceState, Right

R, N, P, BUILD = ResourceState, NeedState, ProjectState, Right.BUILD
RESOURCE_STEPS = steps(
    Step("withdraw", _("撤回"), frozenset({R.OPEN}), R.WITHDRAWN, BUILD, needs_note=True),
    Step("reopen", _("重新提供"), frozenset({R.WITHDRAWN}), R.OPEN, BUILD),
)
NEED_STEPS = steps(
    Step("match", _("对接"), frozenset({N.OPEN}), N.MATCHED, BUILD),
    Step("meet", _("登记满足"), frozenset({N.MATCHED}), N.MET, BUILD),
    Step("reopen", _("重新对接"), frozenset({N.MATCHED}), N.OPEN, BUILD),
    Step("withdraw", _("撤回"), frozenset({N.OPEN}), N.WITHDRAWN, BUILD, needs_note=True),
)
PROJECT_STEPS = steps(
    Step("start", _("开始实施"), frozenset({P.PLANNED}), P.RUNNING, BUILD),
    Step("finish", _("登记完成"), frozenset({P.RUNNING}), P.DONE, BUILD),
    Step("stop", _("中止"), frozenset({P.PLANNED, P.RUNNING}), P.STOPPED, BUILD, needs_note=True),
)
LIVE_PROJECTS = frozenset({P.PLANNED, P.RUNNING})
