/* Where this page belongs: addresses and the person, as the server wrote them into the page. */
const root = document.querySelector("[data-pocket]");

export const place = root ? root.dataset : {};

/* The number of the person logged in; on the shell, which knows nobody, the last one this phone belonged to. */
export function user() { return place.user || ""; }

export function receiptUrl(uuid) { return place.receipt.replace("00000000-0000-0000-0000-000000000000", uuid); }

export function csrfToken() {
  const found = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return found ? found[1] : "";
}

/* A fetch that takes only an answer of the portal for one: a hotspot's log-in page is no answer. */
export async function ask(url, options, seconds) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), seconds * 1000);
  try {
    const answer = await fetch(url, Object.assign({
      credentials: "same-origin", cache: "no-store", redirect: "error", signal: stop.signal,
    }, options));
    const json = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    const body = json ? await answer.json() : null;
    if (answer.status !== 304 && (!json || (answer.status >= 400 && !body.code))) {
      return { status: answer.status >= 500 ? answer.status : 0, body: null, headers: answer.headers };
    }
    return { status: answer.status, body, headers: answer.headers };
  } catch (error) {
    return { status: 0, body: null, headers: null }; // no network, cut off, too slow: all the same to the worker
  } finally {
    clearTimeout(clock);
  }
}
