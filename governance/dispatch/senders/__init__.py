"""The ways out of the portal behind one small interface: `send(message)` answers the other side's reference.

Whoever receives knows a message by its `key`, which stays the same over all tries: the Message-ID of a mail, the
OutId of a text message, the unchanged content for WeCom and DingTalk, and a header for a gateway in between.
"""

from collections.abc import Callable
from typing import Protocol

from django.conf import settings

from governance.dispatch.enums import Channel
from governance.dispatch.senders.dingtalk import DingTalkSender
from governance.dispatch.senders.mail import MailSender
from governance.dispatch.senders.messages import Message
from governance.dispatch.senders.sms import SmsSender
from governance.dispatch.senders.wecom import WeComSender


class Sender(Protocol):
    """Raises one of `senders.faults` when a message does not go out."""

    NEEDS: tuple[str, ...]

    def send(self, message: Message) -> str: ...


_SENDERS: dict[str, Callable[[dict], Sender]] = {
    Channel.MAIL: MailSender,
    Channel.SMS: SmsSender,
    Channel.WECOM: WeComSender,
    Channel.DINGTALK: DingTalkSender,
}


def missing_settings(channel: str) -> list[str]:
    """The variables of the environment a way still lacks; it is on when there are none."""
    found = settings.CHANNELS[channel]
    return [f"{channel}_{name}".upper() for name in _SENDERS[channel].NEEDS if not found[name]]


def channels_on() -> list[str]:
    return [channel for channel in Channel.values if not missing_settings(channel)]


def sender_of(channel: str) -> Sender:
    """The sender of a way that is on."""
    return _SENDERS[channel](settings.CHANNELS[channel])
