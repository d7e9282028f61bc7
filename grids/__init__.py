"""Who lives where and who calls: compounds, building groups, households, visits, needs."""
