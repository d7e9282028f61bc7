from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class LoginForm(AuthenticationForm):
    """Account and password; a wrong pair never says which of the two is wrong."""

    error_messages = {
        "invalid_login": _("账号或密码不对，请重新输入。连续输错 5 次将锁定 15 分钟。"),
        "inactive": _("账号或密码不对，请重新输入。连续输错 5 次将锁定 15 分钟。"),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("账号")
        self.fields["password"].label = _("密码")
