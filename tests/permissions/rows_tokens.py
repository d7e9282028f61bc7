"""API keys and how much they are used: one's own, and those of the people where one manages posts."""

from tests.permissions import makers_tokens as makers
from tests.permissions.makers import by_pk
from tests.permissions.rows import page, rows_of

_seen = {"sees": "people.manage", "level": "grid"}
_key = by_pk(makers.token)

TOKENS = {
    "people:token_list": rows_of("接口密钥列表（本人的，或所管人员的）", "", makers.token, **_seen),
    "people:token_detail": page("接口密钥的使用情况（本人的，或所管人员的）", "", _key, **_seen),
    "api-token-list": rows_of("接口：接口密钥列表（本人的，或所管人员的）", "", makers.token, **_seen),
    "api-token-detail": page("接口：一个接口密钥（本人的，或所管人员的）", "", _key, **_seen),
    "api-token-usage": page("接口：接口密钥的使用情况（本人的，或所管人员的）", "", _key, **_seen),
}
