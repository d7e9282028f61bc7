"""钉钉: a work notification (/topapi/message/corpconversation/asyncsend_v2)."""

from django.utils.translation import gettext as _

from governance.dispatch.senders.calls import call
from governance.dispatch.senders.faults import Delayed, Limited, Undeliverable, Unreachable
from governance.dispatch.senders.messages import Message
from governance.dispatch.senders.tokens import token_of, with_token

_EXPIRED = {"40014", "42001"}
_LIMITED = {"90002", "90018", "143103", "143104"}
_NOBODY = {"33012", "60121", "1430000"}
_SET_WRONG = {"40001", "40013", "40089", "41001", "60011", "60020"}
_FORBIDDEN_WORDS = "1430002"
_SENT_BEFORE = "143106"  # the same content to the same person on the same day: ours alone are alike
_LONGEST = 1900  # bytes of a text: the vendor's 2,048 count the braces and names around it as well


class DingTalkSender:
    NEEDS = ("app_key", "app_secret", "agent_id")

    def __init__(self, settings: dict):
        self.settings = settings

    def send(self, message: Message) -> str:
        body = {
            "agent_id": int(self.settings["agent_id"]),
            "userid_list": message.to,
            "msg": {"msgtype": "text", "text": {"content": message.text_within(_LONGEST)}},
        }
        said = with_token(
            f"dingtalk:{self.settings['app_key']}",
            self._fetch_token,
            lambda token: call(
                self.settings["url"],
                "/topapi/message/corpconversation/asyncsend_v2",
                query={"access_token": token},
                body=body,
                key=message.key,
            ),
            lambda answer: _code(answer) in _EXPIRED,
        )
        if _code(said) == _SENT_BEFORE:
            return ""
        _judge(said)
        return str(said.get("task_id", ""))

    def _fetch_token(self) -> tuple[str, int]:
        query = {"appkey": self.settings["app_key"], "appsecret": self.settings["app_secret"]}
        said = call(self.settings["url"], "/gettoken", query=query)
        _judge(said)
        return token_of(said)


def _code(said: dict) -> str:
    """Under 88 the code proper stands in `sub_code`."""
    code = said.get("errcode", 0)
    return str(said.get("sub_code") or code) if code == 88 else str(code)


def _judge(said: dict) -> None:
    code = _code(said)
    if code == "0":
        return
    if code in _NOBODY:
        raise Undeliverable(_("钉钉里没有这个账号，请核对接收地址。"), code)
    if code == _FORBIDDEN_WORDS:
        raise Undeliverable(_("对方认为内容里有不能发送的字词。"), code)
    if code in _LIMITED:
        raise Limited(_("对方限制了发送速度，稍后再发。"), code)
    if code in _SET_WRONG or code in _EXPIRED:
        raise Unreachable(_("对方不认本系统的设置（企业、应用、密钥或者服务器地址），请管理员核对。"), code)
    raise Delayed(_("对方没有收下，稍后再试。"), code)
