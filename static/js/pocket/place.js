/* Where this page belongs: addresses and the person, as the portal wrote them into the page. */
const root = document.querySelector("[data-pocket]");
const NO_NUMBER = "00000000-0000-0000-0000-000000000000";

export const place = root ? root.dataset : {};

/* The person logged in on this page; empty on the shell, which knows nobody. */
export function user() { return place.user || ""; }

/* The address of one visit, made from the pattern the page brought along. */
export function withNumber(pattern, uuid) { return pattern.replace(NO_NUMBER, uuid); }

export function csrfToken() {
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return found ? found[1] : "";
}

/* A fetch that takes only the portal's own words for an answer: a hotspot's log-in page is none.
   `status` 0: no network, cut off, too slow, or somebody else answered; all the same to the worker. */
export async function ask(url, options, seconds) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), seconds * 1000);
  const manners = { credentials: "same-origin", cache: "no-store", redirect: "error", signal: stop.signal };
  try {
    const answer = await fetch(url, Object.assign(manners, options));
    if (answer.status === 304 || answer.status >= 500) return { status: answer.status, body: null };
    const body = await answer.json();
    if (!answer.ok && !body.code) return { status: 0, body: null };
    return { status: answer.status, body, version: answer.headers.get("ETag") };
  } catch (error) {
    return { status: 0, body: null };
  } finally {
    clearTimeout(clock);
  }
}
