from deeds.api import backlog, desk, homes, housing

ROUTES = [*backlog.ROUTES, *homes.ROUTES, *housing.ROUTES, *desk.ROUTES]
