/* Bring the queue to the portal: in order, by one page at a time, again after every failure, never twice. */
import { WAITING, announce, keepReceipt, list, setFailing, settle } from "./queue.js";
import { dropNote, note, setNote, store } from "./store.js";
import { ask, csrfToken, place } from "./place.js";

const MOST = 100;
const FIRST_PAUSE = 30 * 1000;
const LONGEST_PAUSE = 10 * 60 * 1000;
const LEASE = 60 * 1000;
const TRY_SMALLER = [400, 413, 500, 502, 503, 504];
const page = Math.random().toString(36).slice(2);
let pause = FIRST_PAUSE;
let restUntil = 0;

/* One page sends at a time. Two would do no harm, the portal knows every number, but would waste a thin line. */
async function alone(work) {
  if (navigator.locks) {
    return navigator.locks.request("shanzhi-sending", { ifAvailable: true }, (lock) => (lock ? work() : null));
  }
  const deed = (await store()).transaction("notes", "readwrite");
  const lease = await deed.store.get("lease");
  const free = !lease || lease.until < Date.now() || lease.page === page;
  if (free) await deed.store.put({ page, until: Date.now() + LEASE }, "lease");
  await deed.done;
  if (!free) return null;
  try { return await work(); } finally { await dropNote("lease"); }
}

/* Send what waits. `now` does not wait for the end of a pause: somebody pressed, or the network came back. */
export async function flush(now) {
  if (!now && Date.now() < restUntil) return;
  await alone(sendAll);
  await announce();
}

async function sendAll() {
  let records = await waiting();
  let size = MOST;
  let isFine = true;
  while (records.length && isFine) {
    const batch = records.slice(0, size);
    const status = await send(batch);
    if (status === 200) {
      await announce();
    } else if (TRY_SMALLER.includes(status) && size > 1) {
      size = Math.max(1, size >> 2); // one that cannot be taken must not hold up the others
      continue;
    } else {
      isFine = TRY_SMALLER.includes(status);
    }
    records = records.slice(batch.length);
  }
  rest(isFine && !(await waiting()).length);
}

async function waiting() { return (await list(true)).filter((record) => record.state === WAITING); }

async function send(batch) {
  const answer = await ask(place.sync, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
    body: JSON.stringify({ visits: batch.map((record) => record.content) }),
  }, 45);
  const results = answer.status === 200 && answer.body.results;
  if (results && results.length === batch.length) {
    await dropNote("signed-out");
    for (let at = 0; at < batch.length; at += 1) await hear(batch[at], results[at]);
    return 200;
  }
  if (answer.status === 401 || answer.status === 403) await setNote("signed-out", true);
  if (answer.status === 400 && batch.length === 1) await settle(batch[0], told("invalid", answer.body));
  return results ? 0 : answer.status;
}

async function hear(record, result) {
  if (result.client_uuid.toLowerCase() !== record.uuid) return;
  if (result.status === "received" || result.status === "already") {
    await keepReceipt(record, result.receipt);
    await settle(record, null);
  } else {
    await settle(record, told(result.status, result));
  }
}

function told(state, words) { return { state, code: words.code, detail: words.detail }; }

function rest(isDone) {
  setFailing(!isDone);
  pause = isDone ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
  restUntil = isDone ? 0 : Date.now() + pause / 2;
}

/* From now on: at once, when the network returns, when somebody looks, and every half minute. */
export function keepSending() {
  window.addEventListener("online", () => flush(true));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(true); });
  setInterval(() => flush(false), FIRST_PAUSE);
  return flush(true);
}

export async function isSignedOut() { return Boolean(await note("signed-out")); }
