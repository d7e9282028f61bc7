from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.areas.models import Area
from governance.kernel.pages import requires
from governance.kernel.scope import demand
from grids.actions.rhythms import choose_rhythm
from grids.enums.rhythms import LEVELS_OF_CHOICE
from grids.enums.rights import Right
from grids.forms.campaigns import RhythmForm
from grids.models import RhythmRule
from grids.presenting.rhythms import rules_here
from grids.views.frames import frame_of


@requires(Right.VIEW)
@require_safe
def rhythm_list(request: HttpRequest) -> HttpResponse:
    """How often whom, for the area asked for or one's own."""
    code = request.GET.get("area") or request.user.reaches(Right.VIEW)[0].code
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    return _show(request, area)


@require_POST
@requires(Right.MANAGE)
def rhythm_choose(request: HttpRequest, code: str, rule: str) -> HttpResponse:
    """Switch a rule on or off for an area, and say for how many days."""
    area = get_object_or_404(Area.objects.for_user(request.user), code=code)
    demand(request.user, Right.MANAGE, area.code)
    found = get_object_or_404(RhythmRule, code=rule)
    form = RhythmForm(request.POST)
    if not form.is_valid():
        return _show(request, area, tried=found, form=form)
    choice = choose_rhythm(area, found, by=request.user, **form.cleaned_data)
    words = _("{rule}：{days} 天内看望一次，今日页按此建议。") if choice.is_on else _("{rule}：不再建议。")
    messages.success(request, words.format(rule=found, days=choice.days))
    return redirect(reverse("grids:rhythm_list") + f"?area={area.code}")


def _show(request: HttpRequest, area: Area, *, tried=None, form=None) -> HttpResponse:
    context = {
        "area": area,
        "rules": rules_here(area),
        "tried": tried,
        "form": form,
        "may_choose": request.user.may(Right.MANAGE, area.code) and area.level_id in LEVELS_OF_CHOICE,
        "frame_template": frame_of(request.user),
    }
    return render(request, "grids/rhythm_list.html", context, status=400 if form else 200)
