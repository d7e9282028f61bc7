"""The board and its figures, and the way in."""

from docs.pictures.screens import BOARD, DESK, WALL

PICTURES = {
    "login": ("", DESK, "/"),
    "board": ("city", BOARD, "/board/"),
    "manual_view_form": ("city", DESK, "/board/views/new/"),
    "manual_compare": ("city", DESK, "/board/compare/"),
    "dictionary": ("city", DESK, "/board/dictionary/"),
    "dictionary_entry": ("city", DESK, "/board/dictionary/litigation.suits_per_resident/"),
    "wall": ("county", WALL, "/walls/live/"),
    "manual_role_board": ("sysadmin", DESK, "/board/roles/city_official/"),
    "data_checkup": ("sysadmin", DESK, "/integrity/"),
    "explain": ("city", DESK, "/board/explain/disputes.resolution_rate/"),
}
