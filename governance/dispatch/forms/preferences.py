from django import forms
from django.utils.translation import gettext_lazy as _

from governance.dispatch.enums import Channel
from governance.dispatch.forms.schedules import ClockInput
from governance.dispatch.hours import Hours
from governance.dispatch.models import NoticeChoice, NoticeHours, NoticeKind
from governance.dispatch.senders import channels_on


class NoticeSettingsForm(forms.Form):
    """What `choose_notices` takes, as `hours` and `choices`: for each kind its ways and whether it may wait."""

    quiet_from = forms.TimeField(label=_("免打扰从"), widget=ClockInput())
    quiet_until = forms.TimeField(label=_("免打扰到"), widget=ClockInput())
    digest_at = forms.TimeField(label=_("每日汇总时间"), widget=ClockInput())

    def __init__(self, *args, person, **kwargs):
        hours = NoticeHours.of(person.pk)
        clocks = {name: getattr(hours, name) for name in ("quiet_from", "quiet_until", "digest_at")}
        super().__init__(*args, initial=clocks, **kwargs)
        self._offered = channels_on()
        self._kinds = list(NoticeKind.objects.all())
        self._chosen = {row.kind_id: row for row in NoticeChoice.objects.filter(person=person)}
        for kind in self._kinds:
            self._ask_of(kind, self._chosen.get(kind.pk))

    def _ask_of(self, kind: NoticeKind, choice: NoticeChoice | None) -> None:
        open_ways = [channel for channel in self._offered if channel in kind.channels]
        muted = choice.muted if choice else []
        self.fields[f"ways_{kind.code}"] = forms.MultipleChoiceField(
            label=_("发送方式"),
            choices=[(channel, Channel(channel).label) for channel in open_ways],
            initial=[channel for channel in open_ways if channel not in muted],
            widget=forms.CheckboxSelectMultiple(attrs={"role": "switch", "class": "switch"}),
            required=False,
        )
        self.fields[f"waits_{kind.code}"] = forms.BooleanField(
            label=_("并入每日汇总"),
            initial=bool(choice and choice.is_digested),
            widget=forms.CheckboxInput(attrs={"role": "switch", "class": "switch"}),
            required=False,
        )

    @property
    def groups(self) -> list[dict]:
        """The kinds in their order, each with its switches."""
        return [
            {"kind": kind, "ways": self[f"ways_{kind.code}"], "waits": self[f"waits_{kind.code}"]}
            for kind in self._kinds
        ]

    @property
    def hours(self) -> Hours:
        said = self.cleaned_data
        return Hours(said["quiet_from"], said["quiet_until"], said["digest_at"])

    @property
    def choices(self) -> dict[str, dict]:
        return {
            kind.code: {"muted": self._muted(kind), "is_digested": self.cleaned_data[f"waits_{kind.code}"]}
            for kind in self._kinds
        }

    def _muted(self, kind: NoticeKind) -> list[str]:
        """What was switched off; a way that is not on now keeps what was chosen of it before."""
        wanted, chosen = self.cleaned_data[f"ways_{kind.code}"], self._chosen.get(kind.pk)
        kept = [channel for channel in chosen.muted if channel not in self._offered] if chosen else []
        return [c for c in self._offered if c in kind.channels and c not in wanted] + kept


class AddressForm(forms.Form):
    """What `set_address` takes. What is kept is sealed and never shown again in full."""

    address = forms.CharField(
        label=_("接收地址"),
        max_length=120,
        required=False,
        help_text=_("不填就是取消"),
    )

    def __init__(self, *args, channel: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["address"].label = ADDRESS_NAMES[channel]


ADDRESS_NAMES = {
    Channel.MAIL: _("邮件地址"),
    Channel.SMS: _("手机号码"),
    Channel.WECOM: _("企业微信账号"),
    Channel.DINGTALK: _("钉钉用户编号"),
}
