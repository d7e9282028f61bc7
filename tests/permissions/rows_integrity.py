"""Checks of the data, what they find, and having them carried out."""

from tests.permissions import makers_integrity as made
from tests.permissions.makers import by_pk
from tests.permissions.rows import page, rows_of, verb

VIEW, RUN = "integrity.view", "integrity.run"
_shared = {"shared": True}

INTEGRITY = {
    "integrity:board": page("数据体检", VIEW),
    "integrity:finding_list": rows_of("体检发现列表", VIEW, made.finding),
    "integrity:ask_all": verb("立即全部体检", RUN),
    "integrity:ask": verb("立即体检一项", RUN, made.check, **_shared),
    "integrity-check-list": page("接口：检查项和结果", VIEW),
    "integrity-check-run": verb("接口：立即全部体检", RUN),
    "integrity-check-run-one": verb("接口：立即体检一项", RUN, made.check, **_shared),
    "integrity-finding-list": rows_of("接口：体检发现列表", VIEW, made.finding),
    "integrity-finding-detail": page("接口：一条体检发现", VIEW, by_pk(made.finding)),
}
