"""Which pictures the manual shows: name → (account, screen, page or way to it), a file for each part of the house."""

from docs.pictures import board, deeds, dispatch, disputes, grids, party, property

PICTURES = {
    name: picture
    for room in (board, grids, disputes, party, property, deeds, dispatch)
    for name, picture in room.PICTURES.items()
}
