/* Bring the queue to the portal: in order, by one page at a time, again after every failure, never twice. */
import { WAITING, announce, dropPhoto, keepReceipt, list, photosOf, setFailing, settle } from "./queue.js";
import { dropNote, setNote, store } from "./store.js";
import { ask, csrfToken, place, withNumber } from "./place.js";
import { me } from "./roster.js";

const MOST = 100;
const LEAST_PAUSE = 15 * 1000;
const LONGEST_PAUSE = 10 * 60 * 1000;
const EVERY = 30 * 1000;
const LEASE = 60 * 1000;
const TRY_SMALLER = [400, 413, 500, 502, 503, 504];
const SIGNED_OUT = [401, 403, 409];
const page = Math.random().toString(36).slice(2);
let pause = LEAST_PAUSE;
let restUntil = 0;

/* One page sends at a time. Two would do no harm, the portal knows every number, but would waste a thin line. */
async function alone(work) {
  if (navigator.locks) {
    return navigator.locks.request("shanzhi-sending", { ifAvailable: true }, (lock) => (lock ? work() : null));
  }
  const deed = (await store()).transaction("notes", "readwrite");
  const lease = await deed.store.get("lease");
  const isFree = !lease || lease.until < Date.now() || lease.page === page;
  if (isFree) await deed.store.put({ page, until: Date.now() + LEASE }, "lease");
  await deed.done;
  if (!isFree) return null;
  try { return await work(); } finally { await dropNote("lease"); }
}

/* Send what waits. `now` does not wait for the end of a pause: somebody pressed, or the network came back. */
export async function flush(now) {
  if (!now && Date.now() < restUntil) return;
  await alone(sendAll);
  await announce();
}

async function sendAll() {
  if (!(await waiting()).length) return;
  let isFine = await sendVisits();
  if (isFine) isFine = await sendPhotos();
  setFailing(!isFine);
  pause = isFine ? LEAST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
  restUntil = isFine ? 0 : Date.now() + pause;
}

async function waiting() { return (await list(true)).filter((record) => record.state === WAITING); }

async function sendVisits() {
  let records = (await waiting()).filter((record) => !record.isReceived);
  let size = MOST;
  let isFine = true;
  while (records.length) {
    const batch = records.slice(0, size);
    const status = await send(batch);
    if (status === 200) {
      await announce();
    } else if (TRY_SMALLER.includes(status) && batch.length > 1) {
      size = Math.max(1, batch.length >> 2); // one that cannot be taken must not hold up the others
      continue;
    } else {
      isFine = false;
      if (!TRY_SMALLER.includes(status)) break;
    }
    records = records.slice(batch.length);
  }
  return isFine;
}

async function send(batch) {
  const answer = await ask(place.syncUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrfToken() },
    body: JSON.stringify({ user: Number(await me()), visits: batch.map((record) => record.content) }),
  }, 45);
  const results = answer.status === 200 && answer.body.results;
  if (results && results.length === batch.length) {
    await dropNote("signed-out");
    for (let at = 0; at < batch.length; at += 1) await hear(batch[at], results[at]);
    return 200;
  }
  if (SIGNED_OUT.includes(answer.status)) await setNote("signed-out", true);
  if (answer.status === 400 && batch.length === 1) {
    await settle(batch[0], told("invalid", answer.body));
    return 200;
  }
  return answer.status === 200 ? 0 : answer.status;
}

async function hear(record, result) {
  if (result.client_uuid.toLowerCase() !== record.uuid) return;
  if (result.status === "received" || result.status === "already") {
    await keepReceipt(record, result.receipt);
    const photos = await (await store()).countFromIndex("photos", "visit", record.uuid);
    await settle(record, photos ? { isReceived: true } : null);
  } else {
    await settle(record, told(result.status, result));
  }
}

function told(state, words) { return { state, code: words.code, detail: words.detail }; }

/* Pictures go after their visit, one by one: a large one on a thin line holds up nothing else. */
async function sendPhotos() {
  for (const record of (await waiting()).filter((each) => each.isReceived)) {
    let refusal = null;
    for (const photo of await photosOf(record.uuid)) {
      const body = new FormData();
      body.append("client_uuid", photo.number);
      body.append("file", photo.file);
      const url = withNumber(place.photos, record.uuid);
      const answer = await ask(url, { method: "POST", headers: { "X-CSRFToken": csrfToken() }, body }, 120);
      if (answer.status === 201 || answer.status === 200) await dropPhoto(photo.number);
      else if (answer.status === 400 || answer.status === 409) refusal = answer.body;
      else return false;
    }
    await settle(record, refusal ? told("refused", refusal) : null);
  }
  return true;
}

/* From now on: at once, when the network returns, when somebody looks, and every half minute. */
export function keepSending() {
  window.addEventListener("online", () => flush(true));
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(true); });
  setInterval(() => flush(false), EVERY);
  return flush(true);
}
