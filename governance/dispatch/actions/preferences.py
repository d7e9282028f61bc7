"""What a person wants to be told outside the portal, by which ways and when; and what a preset says for the city."""

from datetime import time

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, RegexValidator
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.audit.actions import record
from governance.dispatch.enums import LONGEST_QUIET, Channel
from governance.dispatch.hours import Hours
from governance.dispatch.models import ContactAddress, NoticeChoice, NoticeHours, NoticeKind
from governance.dispatch.senders import channels_on
from governance.kernel.errors import Refused
from governance.people.models import User

_ACCOUNT = RegexValidator(
    r"^[A-Za-z0-9_.@-]{1,64}$", gettext_lazy("账号只能有字母、数字和 _ - . @，最多 64 位，请向管理员核对。")
)
# What an address must look like, by way.
_LOOKS = {
    Channel.MAIL: EmailValidator(gettext_lazy("这不是邮件地址，请核对，例如 wang@example.gov.cn。")),
    Channel.SMS: RegexValidator(r"^1[0-9]{10}$", gettext_lazy("请填 11 位手机号码，只写数字。")),
    Channel.WECOM: _ACCOUNT,
    Channel.DINGTALK: _ACCOUNT,
}


def load_notice_kinds(rows: list[dict]) -> None:
    """The groups of notices a preset brings; what administrators changed of the ways stays."""
    for row in rows:
        code, ways = row.pop("code"), row.pop("channels")
        NoticeKind.objects.update_or_create(
            code=code, defaults=row, create_defaults={**row, "channels": ways}
        )


def load_notice_hours(rows: list[dict]) -> None:
    """Quiet hours of the city, where it has none yet."""
    for row in rows:
        clocks = {name: time.fromisoformat(value) for name, value in row.items()}
        NoticeHours.objects.get_or_create(person=None, defaults=clocks)


@transaction.atomic
def choose_notices(*, by: User, hours: Hours, choices: dict[str, dict]) -> None:
    """Keep what a person chose: the hours, and for each kind (by code) `muted` ways and `is_digested`."""
    before = notice_settings(by)
    _keep_hours(by, hours)
    for kind in NoticeKind.objects.filter(code__in=choices):
        _keep_choice(by, kind, **choices[kind.code])
    record("dispatch.choose_notices", by=by, subject=by, before=before, after=notice_settings(by))


def notice_settings(person: User) -> dict:
    """What holds for a person, as the trail keeps it."""
    hours = NoticeHours.of(person.pk)
    chosen = NoticeChoice.objects.filter(person=person).order_by("kind__position")
    return {
        "quiet": f"{hours.quiet_from:%H:%M}-{hours.quiet_until:%H:%M}",
        "digest_at": f"{hours.digest_at:%H:%M}",
        "choices": list(chosen.values("kind__code", "muted", "is_digested")),
    }


def _keep_hours(person: User, hours: Hours) -> None:
    city = NoticeHours.of_city()
    if not hours.covers(city):
        words = _("免打扰时段只能比全市规定的 {begin}—{end} 更长，请把它包含在内。")
        raise Refused(
            "quiet_too_short", words.format(begin=f"{city.quiet_from:%H:%M}", end=f"{city.quiet_until:%H:%M}")
        )
    if hours.quiet_lasts > LONGEST_QUIET:
        longest = int(LONGEST_QUIET.total_seconds() // 3600)
        raise Refused("quiet_too_long", _("免打扰时段最长 {} 小时，请缩短。").format(longest))
    if hours.is_quiet_at(hours.digest_at):
        raise Refused("digest_in_quiet", _("每日汇总的时间落在免打扰时段里，请改到时段以外。"))
    if hours == city:
        NoticeHours.objects.filter(person=person).delete()
        return
    own = NoticeHours.objects.filter(person=person).first() or NoticeHours(person=person)
    own.quiet_from, own.quiet_until, own.digest_at = hours.quiet_from, hours.quiet_until, hours.digest_at
    own.full_clean()
    own.save()


def _keep_choice(person: User, kind: NoticeKind, *, muted: list[str], is_digested: bool) -> None:
    open_ways = set(kind.channels) & set(channels_on())
    if kind.is_compulsory and open_ways and open_ways <= set(muted):
        words = _("“{kind}”必须送达，至少留一种发送方式；不想随时收到，可以并入每日汇总。")
        raise Refused("must_be_delivered", words.format(kind=kind.name))
    choice = NoticeChoice.objects.filter(person=person, kind=kind).first() or NoticeChoice(
        person=person, kind=kind
    )
    choice.muted, choice.is_digested = sorted(set(muted) & set(kind.channels)), is_digested
    if not choice.muted and not choice.is_digested:
        NoticeChoice.objects.filter(person=person, kind=kind).delete()
        return
    choice.full_clean()
    choice.save()


@transaction.atomic
def set_address(channel: str, address: str, *, by: User) -> None:
    """Keep where a person is reached by a way, sealed; an empty address takes it away."""
    address = address.strip()
    if address:
        _demand_looks(channel, address)
        kept = ContactAddress.objects.filter(person=by, channel=channel).first()
        kept = kept or ContactAddress(person=by, channel=channel)
        kept.seal_value("value", address)
        kept.full_clean()
        kept.save()
    else:
        ContactAddress.objects.filter(person=by, channel=channel).delete()
    record("dispatch.set_address", by=by, subject=by, after={"channel": channel, "is_set": bool(address)})


def _demand_looks(channel: str, address: str) -> None:
    try:
        _LOOKS[Channel(channel)](address)
    except ValidationError as wrong:
        raise ValidationError({"address": wrong.messages}) from wrong
