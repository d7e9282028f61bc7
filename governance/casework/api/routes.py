from governance.casework.api.cases import CaseViewSet
from governance.casework.api.orders import WorkOrderViewSet

ROUTES: list = [("cases", CaseViewSet, "case"), ("work-orders", WorkOrderViewSet, "work-order")]
