from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, PasswordChangeView
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_safe

from governance.audit.actions import record
from governance.audit.enums import Right as AuditRight
from governance.people.forms import LoginForm
from governance.people.lockout import answer_locked, is_address_locked

PAGE_METHODS = ["get", "head", "options", "post"]


@method_decorator([login_not_required, require_http_methods(["GET", "HEAD", "POST"])], name="dispatch")
class Login(LoginView):
    """Log-in by account and password."""

    template_name = "people/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def post(self, request, *args, **kwargs):
        if is_address_locked(request.META["REMOTE_ADDR"]):
            return answer_locked(request)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        answer = super().form_valid(form)
        record("people.login", by=self.request.user, subject=self.request.user)
        return answer


class PasswordChange(PasswordChangeView):
    """Change the own password; a first password ends here."""

    template_name = "people/password_change.html"
    success_url = reverse_lazy("home")
    http_method_names = PAGE_METHODS

    def form_valid(self, form):
        form.user.must_change_password = False
        answer = super().form_valid(form)
        update_session_auth_hash(self.request, form.user)
        record("people.change_password", by=form.user, subject=form.user)
        return answer


@require_safe
def home(request):
    """Each post's first page: the grid worker's day, the office's queue, the officials' board."""
    homes = [holding.post.role.home for holding in request.user.live_holdings if holding.post.role.home]
    if not homes:
        return render(request, "people/home_empty.html")
    return redirect(reverse(homes[0]))


@require_safe
def account(request):
    """My posts, my sessions' limits, log out."""
    return render(request, "people/account.html", {"may_reveal": request.user.may(AuditRight.REVEAL)})
