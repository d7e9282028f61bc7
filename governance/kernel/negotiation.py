"""In which form an answer is wanted: one it does not have is refused, with those it has."""

from django.core.exceptions import BadRequest
from django.utils.translation import gettext as _
from rest_framework.negotiation import DefaultContentNegotiation

from governance.kernel.wording import listed


class StrictNegotiation(DefaultContentNegotiation):
    def filter_renderers(self, renderers, format):
        found = [renderer for renderer in renderers if renderer.format == format]
        if not found:
            raise BadRequest(
                _("format 只能是：{known}。").format(known=listed(renderer.format for renderer in renderers))
            )
        return found
