from property.rules.dated import check_end, check_right

__all__ = ["check_end", "check_right"]
