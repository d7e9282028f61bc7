"""The board and its figures, and the way in."""

from docs.pictures.screens import BOARD, DESK, WALL

PICTURES = {
    "login": ("", DESK, "/"),
    "board": ("city", BOARD, "/board/"),
    "wall": ("county", WALL, "/board/?wall=1"),
    "explain": ("city", DESK, "/board/explain/disputes.resolution_rate/"),
}
