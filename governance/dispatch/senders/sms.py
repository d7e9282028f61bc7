"""短信 by Aliyun's SendSms (2017-05-25): a template with `kind` and `number`.

The vendor lets no address stand in a variable, so the portal's own stands in the approved template, for instance:
您有一条${kind}，编号${number}，请登录 https://… 查看。 `OutId` carries our key; before a message whose outcome is not
known goes out again, the vendor is asked whether it has taken that key.
"""

import base64
import hmac
import json
import uuid
from datetime import UTC, date, datetime
from urllib.parse import quote

from django.utils.translation import gettext as _

from governance.dispatch.senders.calls import call
from governance.dispatch.senders.faults import Delayed, Limited, Undeliverable, Unreachable
from governance.dispatch.senders.messages import Message

LONGEST = 35  # characters of one variable
_NOBODY = {"isv.MOBILE_NUMBER_ILLEGAL", "MobileNumberIllegal"}
_BAD_CONTENT = {
    "isv.BLACK_KEY_CONTROL_LIMIT", "isv.INVALID_JSON_PARAM", "isv.INVALID_PARAMETERS",
    "isv.PARAM_LENGTH_LIMIT", "isv.PARAM_NOT_SUPPORT_URL", "isv.TEMPLATE_MISSING_PARAMETERS",
}  # fmt: skip
_SET_WRONG = {
    "InvalidAccessKeyId.NotFound", "SignatureDoesNotMatch", "isp.RAM_PERMISSION_DENY",
    "isv.ACCOUNT_ABNORMAL", "isv.ACCOUNT_NOT_EXISTS", "isv.AMOUNT_NOT_ENOUGH", "isv.OUT_OF_SERVICE",
    "isv.PRODUCT_UN_SUBSCRIPT", "isv.SMS_SIGNATURE_ILLEGAL", "isv.SMS_TEMPLATE_ILLEGAL",
}  # fmt: skip
_REFUSED = 2  # SendStatus of a message the network did not take


class SmsSender:
    NEEDS = ("key_id", "key_secret", "sign", "template")

    def __init__(self, settings: dict):
        self.settings = settings

    def send(self, message: Message) -> str:
        if message.begun_on and self._has_taken(message, message.begun_on):
            return ""
        words = {"kind": cut(message.kind), "number": cut(message.number)}
        said = self._ask(
            "SendSms",
            PhoneNumbers=message.to,
            SignName=self.settings["sign"],
            TemplateCode=self.settings["template"],
            TemplateParam=json.dumps(words, ensure_ascii=False),
            OutId=message.key,
            key=message.key,
        )
        return str(said.get("BizId", ""))

    def _has_taken(self, message: Message, day: date) -> bool:
        said = self._ask(
            "QuerySendDetails",
            PhoneNumber=message.to,
            SendDate=f"{day:%Y%m%d}",
            PageSize="50",
            CurrentPage="1",
        )
        rows = said.get("SmsSendDetailDTOs", {}).get("SmsSendDetailDTO", [])
        return any(row.get("OutId") == message.key and row.get("SendStatus") != _REFUSED for row in rows)

    def _ask(self, action: str, *, key: str = "", **words: str) -> dict:
        asked = {
            "Action": action,
            "Version": "2017-05-25",
            "RegionId": "cn-hangzhou",
            "Format": "JSON",
            "AccessKeyId": self.settings["key_id"],
            "SignatureMethod": "HMAC-SHA1",
            "SignatureVersion": "1.0",
            "SignatureNonce": uuid.uuid4().hex,
            "Timestamp": f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}",
            **words,
        }
        asked["Signature"] = signature(asked, self.settings["key_secret"], method="POST")
        said = call(self.settings["url"], "/", form=asked, key=key)
        _judge(said)
        return said


def cut(words: str) -> str:
    """As much as a variable of the template takes."""
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def signature(asked: dict[str, str], secret: str, *, method: str) -> str:
    """The vendor's signature 1.0 over the sorted parameters."""
    line = "&".join(f"{_escaped(name)}={_escaped(asked[name])}" for name in sorted(asked))
    signed = f"{method}&{_escaped('/')}&{_escaped(line)}"
    return base64.b64encode(hmac.new(f"{secret}&".encode(), signed.encode(), "sha1").digest()).decode()


def _escaped(text: str) -> str:
    return quote(text, safe="-_.~")


def _judge(said: dict) -> None:
    code = str(said.get("Code", ""))
    if code == "OK":
        return
    if code in _NOBODY:
        raise Undeliverable(_("电话号码不能收短信，请核对接收地址。"), code)
    if code in _BAD_CONTENT:
        raise Undeliverable(_("对方认为内容里有不能发送的字词。"), code)
    if code.startswith("Throttling"):
        raise Limited(_("对方限制了发送速度，稍后再发。"), code)
    if code in _SET_WRONG:
        raise Unreachable(_("对方不认本系统的短信设置，或者账户欠费，请管理员核对。"), code)
    # isv.BUSINESS_LIMIT_CONTROL among them: so many a minute, an hour and a day to one telephone.
    raise Delayed(_("对方没有收下，稍后再试。"), code)
