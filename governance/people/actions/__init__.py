"""Verbs of people: `posts` seats and who sits in them, `leaving` and `handover` what a leaver owes, `tokens` keys."""

from governance.people.actions.handover import (
    begin_handover,
    cancel_handover,
    sign_as_giver,
    sign_as_taker,
    sign_for_giver,
)
from governance.people.actions.leaving import settle_closed_seats, settle_leavers
from governance.people.actions.posts import close_post, end_holding, hold_post, open_post
from governance.people.actions.tokens import issue_token, revoke_token

__all__ = [
    "begin_handover",
    "cancel_handover",
    "close_post",
    "end_holding",
    "hold_post",
    "issue_token",
    "open_post",
    "revoke_token",
    "settle_closed_seats",
    "settle_leavers",
    "sign_as_giver",
    "sign_as_taker",
    "sign_for_giver",
]
