"""In which form an answer is wanted: one it does not have is refused, with those it has."""

from collections.abc import Iterable

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from rest_framework.negotiation import DefaultContentNegotiation

from governance.kernel.wording import listed


def refuse_format(asked: str, known: Iterable[str]) -> None:
    """Raise `BadRequest` for a file nobody makes: the page instead of it would look like an answer."""
    known = list(known)
    if not known:
        raise BadRequest(_("这个列表不提供文件下载。"))
    if asked not in known:
        raise BadRequest(_("format 只能是：{known}。").format(known=listed(known)))


class StrictNegotiation(DefaultContentNegotiation):
    def filter_renderers(self, renderers, format):
        refuse_format(format, (renderer.format for renderer in renderers))
        return [renderer for renderer in renderers if renderer.format == format]
