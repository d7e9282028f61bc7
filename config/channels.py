"""What the ways out of the portal need, read from the environment: `MAIL_HOST`, `SMS_SIGN`, `WECOM_SECRET` and so on.

A way without its settings is off. Addresses of the vendors may be set: a city may run them in its own network.
"""

from ipaddress import IPv4Network, IPv6Network, ip_network

from environs import Env, EnvError, validate

_MAIL_PORTS = {"ssl": 465, "starttls": 587, "none": 25}


def channels(env: Env) -> dict[str, dict]:
    """Settings by way; an empty text is a setting that is missing."""
    return {
        "mail": _mail(env),
        "sms": _texts(
            env, "SMS", "key_id", "key_secret", "sign", "template", url="https://dysmsapi.aliyuncs.com"
        ),
        "wecom": _texts(env, "WECOM", "corp_id", "agent_id", "secret", url="https://qyapi.weixin.qq.com"),
        "dingtalk": _texts(
            env, "DINGTALK", "app_key", "app_secret", "agent_id", url="https://oapi.dingtalk.com"
        ),
    }


def webhooks(env: Env) -> tuple[list[IPv4Network | IPv6Network], str]:
    """Networks of an intranet that pushed briefs may go to (`WEBHOOK_NETWORKS=10.0.0.0/8,172.16.5.0/24`), and the file
    of the authority that signs certificates there (`WEBHOOK_CA`)."""
    try:
        networks = [ip_network(text.strip()) for text in env.list("WEBHOOK_NETWORKS", [])]
    except ValueError as wrong:
        raise EnvError(f"WEBHOOK_NETWORKS: {wrong}") from wrong
    return networks, env.str("WEBHOOK_CA", "")


def _mail(env: Env) -> dict:
    found = _texts(env, "MAIL", "host", "sender", "user", "password")
    security = env.str("MAIL_SECURITY", "ssl", validate=validate.OneOf(list(_MAIL_PORTS)))
    port = env.int("MAIL_PORT", _MAIL_PORTS[security], validate=validate.Range(min=1, max=65535))
    return {**found, "security": security, "port": port}


def _texts(env: Env, channel: str, *names: str, url: str = "") -> dict[str, str]:
    found = {name: env.str(f"{channel}_{name.upper()}", "").strip() for name in names}
    if not found.get("agent_id", "0").isdecimal() and found["agent_id"]:
        raise EnvError(f"{channel}_AGENT_ID: expected digits")
    if url:
        begins = validate.Regexp(r"^https?://[^/]+", error="expected an address that begins with http(s)://")
        found["url"] = env.str(f"{channel}_URL", url, validate=begins).rstrip("/")
    return found
