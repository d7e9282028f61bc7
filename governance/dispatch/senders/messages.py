"""What leaves the portal, in words: by kind and number alone, with a link to where the rest may be read."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from governance.dispatch.models import Delivery
from governance.kernel.wording import day_in_full, listed


@dataclass(frozen=True)
class Message:
    """One message to one address. `begun_on` is the day of an earlier try whose outcome is not known."""

    key: str
    to: str
    kind: str
    number: str
    text: str
    link: str
    begun_on: date | None = None

    @property
    def subject(self) -> str:
        return _("善治提醒：{kind} {number}").format(kind=self.kind, number=self.number).strip()

    @property
    def full_text(self) -> str:
        return f"{self.text}\n{self.link}" if self.link else self.text

    def text_within(self, size: int) -> str:
        """Text and link in so many bytes: the words are cut, the link stays whole."""
        link = f"\n{self.link}" if self.link else ""
        room, words = size - len(link.encode()), self.text.encode()
        return (
            self.full_text if len(words) <= room else words[: room - 3].decode(errors="ignore") + "…" + link
        )


def compose(delivery: Delivery, to: str, *, begun_on: date | None = None) -> Message:
    """The message of a delivery; the same words at every try, so that a receiver may know it by them."""
    kind, number, text = _digest_words(delivery) if delivery.digest_on else _notice_words(delivery)
    return Message(
        key=str(delivery.key),
        to=to,
        kind=kind,
        number=number,
        text=text,
        link=_link(delivery),
        begun_on=begun_on,
    )


def _notice_words(delivery: Delivery) -> tuple[str, str, str]:
    kind, number = str(delivery.kind or _("提醒")), delivery.number or str(delivery.notice_id)
    words = _("{kind}：{number}。第 {pk} 号提醒，请登录善治查看。")
    return kind, number, words.format(kind=kind, number=number, pk=delivery.notice_id)


def _digest_words(delivery: Delivery) -> tuple[str, str, str]:
    counts = delivery.gathered.order_by("kind__position").values_list("kind__name").annotate(n=Count("pk"))
    each = [_("{kind} {n} 条").format(kind=name or _("提醒"), n=n) for name, n in counts]
    total, day = sum(n for _name, n in counts), day_in_full(delivery.digest_on)
    words = _("{day}提醒汇总，共 {total} 条：{each}。请登录善治查看。")
    return _("每日汇总"), day, words.format(day=day, total=total, each=listed(each))


def _link(delivery: Delivery) -> str:
    """Absolute from the portal's own address; nothing where the portal does not know it."""
    if not settings.OFFICE_URL:
        return ""
    query = f"?id={delivery.notice_id}" if delivery.notice_id else "?read=false"
    return settings.OFFICE_URL.rstrip("/") + reverse("dispatch:notice_list") + query
