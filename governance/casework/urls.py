from django.urls import path

from governance.casework.views import orders, queue, rules, supervision

app_name = "casework"
urlpatterns = [
    path("", queue.Queue.as_view(), name="queue"),
    path("orders/", orders.OrderList.as_view(), name="order_list"),
    path("orders/<int:pk>/", orders.order_detail, name="order_detail"),
    path("orders/<int:pk>/<str:step>/", orders.order_step, name="order_step"),
    path("rules/", rules.rule_set_list, name="rule_set_list"),
    path("rules/compare/", rules.rule_set_compare, name="rule_set_compare"),
    path("rules/<slug:code>/", rules.rule_set_detail, name="rule_set_detail"),
    path("rules/<slug:code>/copy/", rules.rule_set_copy, name="rule_set_copy"),
    path("rules/<slug:code>/in-force/", rules.rule_set_in_force, name="rule_set_in_force"),
    path("rules/<slug:code>/<int:pk>/", rules.rule_change, name="rule_change"),
    path("supervisions/", supervision.SupervisionList.as_view(), name="supervision_list"),
    path("supervisions/<int:pk>/", supervision.supervision_detail, name="supervision_detail"),
    path("supervisions/<int:pk>/answer/", supervision.supervision_answer, name="supervision_answer"),
    path("supervisions/<int:pk>/lift/", supervision.supervision_lift, name="supervision_lift"),
    path("letters/", supervision.LetterList.as_view(), name="letter_list"),
    path("letters/<int:pk>/", supervision.letter_detail, name="letter_detail"),
    path("letters/<int:pk>/sheet/", supervision.letter_sheet, name="letter_sheet"),
    path("letters/<int:pk>/read/", supervision.letter_read, name="letter_read"),
    path("letters/<int:pk>/answer/", supervision.letter_answer, name="letter_answer"),
    path("<str:number>/supervise/", supervision.case_supervise, name="case_supervise"),
    path("<str:number>/lead/", supervision.case_lead, name="case_lead"),
    path("<str:number>/orders/<str:kind>/", orders.order_send, name="order_send"),
]
