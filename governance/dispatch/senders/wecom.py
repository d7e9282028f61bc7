"""企业微信: a message of an application (/cgi-bin/message/send)."""

from django.utils.translation import gettext as _

from governance.dispatch.senders.calls import call
from governance.dispatch.senders.faults import Delayed, Limited, Undeliverable, Unreachable
from governance.dispatch.senders.messages import Message
from governance.dispatch.senders.tokens import token_of, with_token

_EXPIRED = {40014, 42001}
_LIMITED = {45009, 45033}
_NOBODY = {60111, 81013, 82001}  # no such member, or none who may see the application
# Secret, corporation, application, address of the server: for the administrator to set right.
_SET_WRONG = {40001, 40013, 40056, 41001, 48002, 60020, 301002}
_LONGEST = 2048  # bytes of a text
_SAME_WITHIN = 14400  # seconds in which WeCom passes over the same content, its longest


class WeComSender:
    NEEDS = ("corp_id", "agent_id", "secret")

    def __init__(self, settings: dict):
        self.settings = settings

    def send(self, message: Message) -> str:
        body = {
            "touser": message.to,
            "msgtype": "text",
            "agentid": int(self.settings["agent_id"]),
            "text": {"content": message.text_within(_LONGEST)},
            "safe": 0,
            "enable_duplicate_check": 1,
            "duplicate_check_interval": _SAME_WITHIN,
        }
        said = with_token(
            f"wecom:{self.settings['corp_id']}:{self.settings['agent_id']}",
            self._fetch_token,
            lambda token: call(
                self.settings["url"],
                "/cgi-bin/message/send",
                query={"access_token": token},
                body=body,
                key=message.key,
            ),
            lambda answer: answer.get("errcode") in _EXPIRED,
        )
        _judge(said)
        if said.get("invaliduser") or said.get("unlicenseduser"):
            raise Undeliverable(
                _("企业微信里没有这个账号，或者它看不到本应用，请核对接收地址。"), "invaliduser"
            )
        return str(said.get("msgid", ""))

    def _fetch_token(self) -> tuple[str, int]:
        query = {"corpid": self.settings["corp_id"], "corpsecret": self.settings["secret"]}
        said = call(self.settings["url"], "/cgi-bin/gettoken", query=query)
        _judge(said)
        return token_of(said)


def _judge(said: dict) -> None:
    code = said.get("errcode", 0)
    if code == 0:
        return
    if code in _NOBODY:
        raise Undeliverable(_("企业微信里没有这个账号，或者它看不到本应用，请核对接收地址。"), str(code))
    if code in _LIMITED:
        raise Limited(_("对方限制了发送速度，稍后再发。"), str(code))
    if code in _SET_WRONG or code in _EXPIRED:
        raise Unreachable(
            _("对方不认本系统的设置（企业、应用、密钥或者服务器地址），请管理员核对。"), str(code)
        )
    raise Delayed(_("对方没有收下，稍后再试。"), str(code))
