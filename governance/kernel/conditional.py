"""Answers a client may keep: asked again with `If-None-Match`, what has not changed is 304 and is not drawn."""

import hashlib
from collections.abc import Callable, Hashable

from django.http import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language


def tagged(request, said: Hashable, draw: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """What `draw` makes, under a tag over `said`: plain values that tell two answers of this address apart.

    Call it when right and reach are settled, so that who has lost them hears so and not that nothing has changed.
    """
    known = repr((request.accepted_renderer.format, get_language(), said))
    tag = f'W/"{hashlib.blake2b(known.encode(), digest_size=16).hexdigest()}"'
    answer = get_conditional_response(request, etag=tag) or draw()
    answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    patch_vary_headers(answer, ["Authorization", "Cookie"])
    return answer
