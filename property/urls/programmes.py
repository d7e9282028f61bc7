from django.urls import path

from property.views import items, programmes, regulations

urlpatterns = [
    path("programmes/", programmes.ProgrammeList.as_view(), name="programme_list"),
    path("programmes/open/", programmes.programme_open, name="programme_open"),
    path("programmes/<int:pk>/", programmes.programme_detail, name="programme_detail"),
    path("programmes/<int:pk>/category/", programmes.category_add, name="category_add"),
    path("programmes/<int:pk>/categories/<int:category>/item/", items.item_add, name="item_add"),
    path("programmes/<int:pk>/close/", programmes.programme_close, name="programme_close"),
    path("programmes/<int:pk>/circular/", programmes.programme_circular, name="programme_circular"),
    path("items/", items.ItemList.as_view(), name="item_list"),
    path("items/<int:pk>/", items.item_detail, name="item_detail"),
    path("items/<int:pk>/change/", items.item_change, name="item_change"),
    path("items/<int:pk>/drop/", items.item_drop, name="item_drop"),
    path("items/<int:pk>/progress/", items.progress_write, name="progress_write"),
    path("items/<int:pk>/progress/<int:line>/check/", items.progress_check, name="progress_check"),
    path("regulations/", regulations.RegulationList.as_view(), name="regulation_list"),
    path("regulations/draft/", regulations.regulation_draft, name="regulation_draft"),
    path("regulations/<int:pk>/", regulations.regulation_detail, name="regulation_detail"),
    path("regulations/<int:pk>/revise/", regulations.regulation_revise, name="regulation_revise"),
    path("regulations/<int:pk>/<slug:step>/", regulations.regulation_step, name="regulation_step"),
]
