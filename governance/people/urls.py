from django.contrib.auth.views import LogoutView
from django.urls import path

from governance.people.views import accounts, handovers, tokens

app_name = "people"
urlpatterns = [
    path("login/", accounts.Login.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("password/", accounts.PasswordChange.as_view(), name="password_change"),
    path("", accounts.account, name="account"),
    path("tokens/", tokens.TokenList.as_view(), name="token_list"),
    path("tokens/<int:pk>/", tokens.token_detail, name="token_detail"),
    path("handovers/", handovers.HandoverList.as_view(), name="handover_list"),
    path("handovers/<int:pk>/", handovers.handover_detail, name="handover_detail"),
    path("handovers/<int:pk>/sign/", handovers.handover_sign, name="handover_sign"),
    path("handovers/<int:pk>/cancel/", handovers.handover_cancel, name="handover_cancel"),
    path("holdings/<int:pk>/handover/", handovers.handover_begin, name="handover_begin"),
]
