from governance.areas.actions.closing import Part, close_area, merge_areas, split_area
from governance.areas.actions.mapping import keep_map, use_map, withdraw_map
from governance.areas.actions.moving import move_area
from governance.areas.actions.opening import open_area, rename_area

__all__ = [
    "Part",
    "close_area",
    "keep_map",
    "merge_areas",
    "move_area",
    "open_area",
    "rename_area",
    "split_area",
    "use_map",
    "withdraw_map",
]
