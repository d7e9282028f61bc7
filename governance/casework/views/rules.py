from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from governance.casework.actions.rules import change_rule, copy_rule_set, is_settled, put_in_force
from governance.casework.enums import Right
from governance.casework.forms.rules import CopyForm, InForceForm, RuleForm
from governance.casework.models import DeadlineRule, RuleSet, RuleSetInForce
from governance.casework.presenting.rules import compared
from governance.kernel.pages import requires


@require_safe
@requires(Right.RULES)
def rule_set_list(request):
    """Every set, and where which is in force or will be."""
    placed = RuleSetInForce.objects.for_user(request.user).for_list()
    context = {"sets": RuleSet.objects.prefetch_related("rules"), "placed": placed}
    return render(request, "casework/rule_set_list.html", context)


@require_safe
@requires(Right.RULES)
def rule_set_compare(request):
    """Two sets of a kind side by side, what differs marked."""
    sets = {rule_set.code: rule_set for rule_set in RuleSet.objects.prefetch_related("rules__level")}
    one, other = (sets.get(request.GET.get(name, "")) for name in ("one", "other"))
    rows = compared(one, other) if one and other else []
    context = {"sets": sets.values(), "one": one, "other": other, "rows": rows}
    return render(request, "casework/rule_set_compare.html", context)


@require_safe
@requires(Right.RULES)
def rule_set_detail(request, code):
    return _show(request, get_object_or_404(RuleSet, code=code))


def _show(request, rule_set, *, in_force=None, copy=None):
    context = {
        "rule_set": rule_set,
        "rules": rule_set.rules.select_related("level", "decider"),
        "placed": RuleSetInForce.objects.for_user(request.user).for_list().filter(rule_set=rule_set),
        "is_settled": is_settled(rule_set),
        "in_force_form": in_force or InForceForm(user=request.user),
        "copy_form": copy or CopyForm(),
    }
    return render(request, "casework/rule_set_detail.html", context, status=400 if in_force or copy else 200)


@require_POST
@requires(Right.RULES)
def rule_set_copy(request, code):
    rule_set = get_object_or_404(RuleSet, code=code)
    form = CopyForm(request.POST)
    if not form.is_valid():
        return _show(request, rule_set, copy=form)
    copied = copy_rule_set(rule_set, by=request.user, **form.cleaned_data)
    messages.success(request, _("已复制为「{name}」，改好后再从某一天起执行。").format(name=copied))
    return redirect("casework:rule_set_detail", copied.code)


@require_POST
@requires(Right.RULES)
def rule_set_in_force(request, code):
    rule_set = get_object_or_404(RuleSet, code=code)
    form = InForceForm(request.POST, user=request.user)
    if not form.is_valid():
        return _show(request, rule_set, in_force=form)
    placed = put_in_force(rule_set, by=request.user, **form.cleaned_data)
    words = _("{area}自 {day} 起执行「{name}」。以前开始的期限仍按原来的规则算。")
    messages.success(
        request, words.format(area=placed.area, day=form.cleaned_data["from_day"], name=rule_set)
    )
    return redirect("casework:rule_set_detail", code)


@requires(Right.RULES)
def rule_change(request, code, pk):
    rule = get_object_or_404(DeadlineRule.objects.select_related("rule_set"), rule_set__code=code, pk=pk)
    form = RuleForm(request.POST or None, instance=rule)
    if request.method == "POST" and form.is_valid():
        change_rule(form.instance, by=request.user, **form.cleaned_data)
        messages.success(request, _("规则已修改。"))
        return redirect("casework:rule_set_detail", code)
    context = {"form": form, "rule": rule}
    return render(
        request, "casework/rule_form.html", context, status=400 if request.method == "POST" else 200
    )
