"""邮件 by Django's e-mail backend; the Message-ID is made from the key, so that a second copy is known as one."""

import smtplib

from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

from governance.dispatch.senders.calls import TIMEOUT
from governance.dispatch.senders.faults import Delayed, Limited, Undeliverable, Unreachable
from governance.dispatch.senders.messages import Message

_BUSY = {421, 452}


class MailSender:
    NEEDS = ("host", "sender")

    def __init__(self, settings: dict):
        self.settings = settings

    def send(self, message: Message) -> str:
        name = f"<{message.key}@{self.settings['sender'].rpartition('@')[2]}>"
        mail = EmailMessage(
            subject=message.subject,
            body=message.full_text,
            from_email=self.settings["sender"],
            to=[message.to],
            headers={"Message-ID": name, "Auto-Submitted": "auto-generated", "Idempotency-Key": message.key},
            connection=self._connection(),
        )
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as refused:
            raise _of_code(min(code for code, _words in refused.recipients.values())) from refused
        except smtplib.SMTPDataError as refused:
            raise _of_code(refused.smtp_code) from refused
        except (OSError, smtplib.SMTPException) as fault:
            raise Unreachable(
                _("连不上邮件服务器，或者它不认本系统的账号。"), type(fault).__name__
            ) from fault
        return name

    def _connection(self):
        return get_connection(
            host=self.settings["host"],
            port=self.settings["port"],
            username=self.settings["user"],
            password=self.settings["password"],
            use_ssl=self.settings["security"] == "ssl",
            use_tls=self.settings["security"] == "starttls",
            timeout=TIMEOUT,
        )


def _of_code(code: int) -> Exception:
    if code in _BUSY:
        return Limited(_("对方限制了发送速度，稍后再发。"), str(code), seconds=300)
    if code >= 500:
        return Undeliverable(_("邮件服务器不收这个地址，请核对接收地址。"), str(code))
    return Delayed(_("对方没有收下，稍后再试。"), str(code))
