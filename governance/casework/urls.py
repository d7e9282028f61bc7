from django.urls import path

from governance.casework.views import orders, queue

app_name = "casework"
urlpatterns = [
    path("", queue.Queue.as_view(), name="queue"),
    path("orders/", orders.OrderList.as_view(), name="order_list"),
    path("orders/<int:pk>/", orders.order_detail, name="order_detail"),
    path("orders/<int:pk>/<str:step>/", orders.order_step, name="order_step"),
    path("<str:number>/orders/<str:kind>/", orders.order_send, name="order_send"),
]
