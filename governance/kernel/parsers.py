"""JSON bodies, hostile until checked: size, depth, repeated keys, characters a database cannot hold."""

import json

from django.conf import settings
from django.utils.translation import gettext as _
from rest_framework.exceptions import APIException, ParseError
from rest_framework.parsers import BaseParser

MAX_DEPTH = 32


class TooLarge(APIException):
    """The body is larger than we read."""

    status_code = 413
    default_code = "too_large"


class StrictJSONParser(BaseParser):
    """Reads UTF-8 JSON up to `DATA_UPLOAD_MAX_MEMORY_SIZE` bytes and `MAX_DEPTH` levels."""

    media_type = "application/json"

    def parse(self, stream, media_type=None, parser_context=None):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise TooLarge(_("提交的内容太大，请控制在 {} MB 以内。").format(limit // 1048576))
        try:
            data = read_json(body)
        except ValueError as error:
            raise ParseError(_("内容不是有效的 JSON：{}").format(error)) from error
        _refuse_unstorable(data)
        return data


def read_json(body: bytes):
    """What UTF-8 JSON says, with no key twice, no NaN and at most `MAX_DEPTH` levels. Raises `ValueError`."""
    text = body.decode("utf-8")
    _refuse_deep(text)
    try:
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse_constant)
    except RecursionError as error:
        raise ValueError(str(error)) from error


def _refuse_deep(text: str) -> None:
    depth, quoted, escaped = 0, False, False
    for character in text:
        if quoted:
            quoted = escaped or character != '"'
            escaped = not escaped and character == "\\"
        elif character == '"':
            quoted = True
        elif character in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise ValueError(_("嵌套超过 {} 层").format(MAX_DEPTH))
        elif character in "]}":
            depth -= 1


def _unique_keys(pairs: list[tuple]) -> dict:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(_("同一层有重复的字段名"))
    return found


def _refuse_constant(name: str):
    raise ValueError(_("不接受 {}").format(name))


def _refuse_unstorable(value) -> None:
    if isinstance(value, str):
        if "\x00" in value or any("\ud800" <= character <= "\udfff" for character in value):
            raise ParseError(_("文字中含有不能保存的字符，请删除后重新提交。"))
    elif isinstance(value, dict):
        for key, item in value.items():
            _refuse_unstorable(key)
            _refuse_unstorable(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_unstorable(item)
