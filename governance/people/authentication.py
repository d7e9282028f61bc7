from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header

from governance.kernel.days import today
from governance.people.models import ApiToken


class TokenAuthentication(BaseAuthentication):
    """`Authorization: Token …`: the key's owner, narrowed to the key's rights."""

    keyword = "Token"

    def authenticate(self, request):
        parts = get_authorization_header(request).split()
        if not parts or parts[0].lower() != b"token":
            return None
        if len(parts) != 2:
            raise exceptions.AuthenticationFailed(_("请求头应为 Authorization: Token 密钥。"))
        token = self._find(parts[1])
        token.user.token_rights = frozenset(token.rights)
        return token.user, token

    def _find(self, secret: bytes) -> ApiToken:
        token = ApiToken.objects.presented(secret.decode("latin-1"))
        if token is None or not token.user.is_active:
            raise exceptions.AuthenticationFailed(_("密钥无效，请检查是否完整复制。"))
        if not token.is_live:
            raise exceptions.AuthenticationFailed(_("密钥已到期或已撤销，请向管理员申请新的。"))
        if token.last_used_on != today():
            ApiToken.objects.filter(pk=token.pk).update(last_used_on=today())
        return token

    def authenticate_header(self, request):
        return self.keyword
