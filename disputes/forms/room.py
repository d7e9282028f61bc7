"""What is filled in at the joint table: tasks, opinions, who speaks for whom, what came of it for each."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from disputes.enums.disputes import PRINCIPALS
from disputes.models import Dispute, JointTask
from disputes.models.joint import OPINION_LENGTH, TASK_LENGTH
from disputes.serializers.parties import MOST_CENTS
from governance.casework.forms import day_field, text_field
from governance.people.models import Post

RESULT_LENGTH = 200
MOST_CHOICES = 30  # on a larger side only those already chosen can be named as speakers
SPEAKS = "speaks"


class TaskForm(forms.Form):
    organ = forms.ModelChoiceField(label=_("联调单位"), queryset=None)
    task = forms.CharField(label=_("任务"), max_length=TASK_LENGTH, help_text=_("如：核对工资表和考勤"))
    due_on = day_field(_("完成期限"))

    def __init__(self, *args, dispute: Dispute, **kwargs):
        super().__init__(*args, auto_id="id_task_%s", **kwargs)
        called = dispute.called_organs.values("to_post")
        self.fields["organ"].queryset = Post.objects.filter(pk__in=called).select_related("role", "area")


class OpinionForm(forms.Form):
    opinion = text_field(_("意见"), OPINION_LENGTH)
    is_done = forms.BooleanField(label=_("任务已完成"), required=False)

    def __init__(self, *args, task: JointTask, **kwargs):
        initial = {"opinion": task.opinion, "is_done": task.done_on is not None}
        super().__init__(*args, auto_id=f"id_opinion_{task.pk}_%s", initial=initial, **kwargs)


class RepresentativesForm(forms.Form):
    """One choice for each party: comes in person, speaks for others, or is spoken for by somebody."""

    def __init__(self, *args, dispute: Dispute, **kwargs):
        super().__init__(*args, **kwargs)
        self.parties = list(dispute.parties.filter(role__in=PRINCIPALS))
        for party in self.parties:
            self.fields[f"party_{party.pk}"] = forms.ChoiceField(
                label=party.shown_name,
                choices=self._choices_for(party),
                required=False,
                initial=SPEAKS if party.is_representative else str(party.represented_by_id or ""),
            )

    def _choices_for(self, party) -> list[tuple[str, str]]:
        side = [other for other in self.parties if other.role == party.role and other != party]
        if len(side) >= MOST_CHOICES:
            side = [other for other in side if other.is_representative]
        by_others = [(str(other.pk), _("由{name}代表").format(name=other.shown_name)) for other in side]
        return [("", _("本人参加")), (SPEAKS, _("担任代表人")), *by_others]

    @property
    def rows(self) -> list[dict]:
        """The parties with their fields, for a table."""
        return [{"party": party, "field": self[f"party_{party.pk}"]} for party in self.parties]

    @property
    def given(self) -> dict:
        chosen = {party.pk: self.cleaned_data[f"party_{party.pk}"] for party in self.parties}
        return {
            "representatives": {pk for pk, value in chosen.items() if value == SPEAKS},
            "spoken_for": {pk: int(value) for pk, value in chosen.items() if value not in ("", SPEAKS)},
        }


class ResultsForm(forms.Form):
    """What each party got, in yuan, and what came of it in words."""

    def __init__(self, *args, outcomes: list, **kwargs):
        super().__init__(*args, **kwargs)
        self.outcomes = outcomes
        for outcome in outcomes:
            party, paid = outcome.party, outcome.paid
            settled = party.settled_cents if party.settled_cents is not None else paid
            self.fields[f"paid_{party.pk}"] = forms.DecimalField(
                label=_("{name}落实金额（元）").format(name=party.shown_name),
                min_value=0,
                max_value=MOST_CENTS // 100,
                decimal_places=2,
                required=False,
                initial=None if settled is None else Decimal(settled) / 100,
            )
            self.fields[f"result_{party.pk}"] = forms.CharField(
                label=_("{name}的结果").format(name=party.shown_name),
                max_length=RESULT_LENGTH,
                required=False,
                initial=party.result or outcome.words,
            )

    @property
    def rows(self) -> list[dict]:
        return [
            {
                "outcome": outcome,
                "paid": self[f"paid_{outcome.party.pk}"],
                "result": self[f"result_{outcome.party.pk}"],
            }
            for outcome in self.outcomes
        ]

    @property
    def given(self) -> dict:
        results = {}
        for outcome in self.outcomes:
            yuan = self.cleaned_data[f"paid_{outcome.party.pk}"]
            words = self.cleaned_data[f"result_{outcome.party.pk}"]
            results[outcome.party.pk] = {
                "settled_cents": None if yuan is None else int(yuan * 100),
                "result": words,
            }
        return {"results": results}
