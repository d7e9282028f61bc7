from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from governance.areas.models import Area
from governance.kernel.lifecycle import open_steps
from governance.kernel.pages import ListPage, requires, run_verb
from governance.kernel.scope import demand
from grids.actions import council
from grids.enums.rights import CouncilRight
from grids.filters.council import CouncilTopicFilter
from grids.forms.council import STEP_FORMS, ProposeForm
from grids.models import CouncilTopic
from grids.presenting.council import topic_way
from grids.states.council import TOPIC_STEPS
from grids.tables.communities import TOPICS
from grids.views.verbs import managed_community

VERBS = {
    "notice": council.notice_topic,
    "hold": council.hold_meeting,
    "decide": council.decide_topic,
    "execute": council.execute_topic,
    "finish": council.finish_topic,
    "disclose": council.disclose_topic,
    "decline": council.decline_topic,
    "withdraw": council.withdraw_topic,
}


class TopicList(ListPage):
    required_right = CouncilRight.VIEW
    filterset_class = CouncilTopicFilter
    order = ("-proposed_on", "-id")
    template_name = "grids/topic_list.html"
    rows_template = "grids/_topic_rows.html"
    layout = TOPICS

    def rows_for(self, user):
        return CouncilTopic.objects.for_user(user).for_list()


@requires(CouncilRight.VIEW)
@require_safe
def topic_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A topic with its way, and the step that comes next."""
    topic = get_object_or_404(CouncilTopic.objects.for_user(request.user).select_related("area"), pk=pk)
    steps = open_steps(topic, request.user)
    context = {
        "topic": topic,
        "way": topic_way(topic),
        "attendance": topic.attendance.all(),
        "steps": [{"step": step, "missing": topic.missing_to(step)} for step in steps],
    }
    return render(request, "grids/topic_detail.html", context)


@requires(CouncilRight.RUN)
def topic_propose(request: HttpRequest, code: str) -> HttpResponse:
    """A topic of the community, or of one of its grids."""
    community = managed_community(request, code, CouncilRight.RUN)
    grids = Area.objects.for_user(request.user).children_of(community)
    form = ProposeForm(request.POST or None, areas=[community, *grids])
    return run_verb(
        request,
        form,
        lambda **content: council.propose_topic(by=request.user, **content),
        title=_("提出议题"),
        about=str(community),
        back_url=reverse("grids:community_desk", args=[code]),
        done=_("议题已提出，请定会期并公告。"),
    )


@requires(CouncilRight.VIEW)
def topic_step(request: HttpRequest, pk: int, step: str) -> HttpResponse:
    topic = get_object_or_404(CouncilTopic.objects.for_user(request.user), pk=pk)
    demand(request.user, CouncilRight.RUN, topic.area_code)
    form = STEP_FORMS[step](request.POST or None, topic=topic)
    return run_verb(
        request,
        form,
        lambda **content: VERBS[step](topic, by=request.user, **content),
        title=TOPIC_STEPS[step].label,
        about=topic.title,
        back_url=reverse("grids:topic_detail", args=[pk]),
        done=_("“{}”已办理。").format(TOPIC_STEPS[step].label),
    )
