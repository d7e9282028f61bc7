from property.rules.dated import check_end

__all__ = ["check_end"]
