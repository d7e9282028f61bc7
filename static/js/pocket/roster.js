/* The doors of one's own grid, sealed: fetched when there is a signal, gone after 72 hours without one. */
import { ROSTER_KEY, open, seal } from "./sealing.js";
import { note, setNote, store } from "./store.js";
import { ask, place, user } from "./place.js";

const LASTS = 72 * 3600 * 1000;
const FRESH = 5 * 60 * 1000;
const SKEW = 5 * 60 * 1000; // a clock set back by more must not keep a roster alive

function isOver(kept) {
  const age = Date.now() - kept.contactAt;
  return age > LASTS || age < -SKEW;
}

/* The roster and its key go at one stroke: a phone that dies between them keeps neither or both. */
export async function wipe() {
  const deed = (await store()).transaction(["notes", "keys"], "readwrite");
  deed.objectStore("notes").delete("roster");
  deed.objectStore("keys").delete(ROSTER_KEY);
  await deed.done;
}

/* The roster, or null when there is none or it has lain here too long. */
export async function load() {
  const kept = await note("roster");
  if (!kept) return null;
  if (isOver(kept) || (user() && String(kept.user) !== user())) { await wipe(); return null; }
  const content = await open(ROSTER_KEY, kept.sealed);
  return content && Object.assign(content, { contactAt: kept.contactAt });
}

/* Ask the server. "kept", "new", "gone" (logged out, or the post has ended) or "offline". */
export async function refresh(now) {
  const kept = await note("roster");
  if (kept && !now && !isOver(kept) && Date.now() - kept.contactAt < FRESH) return "kept";
  const headers = kept && !isOver(kept) ? { "If-None-Match": kept.version } : {};
  const answer = await ask(place.roster, { headers }, 30);
  if (answer.status === 304 && kept) {
    await setNote("roster", Object.assign(kept, { contactAt: Date.now() }));
    return "kept";
  }
  if (answer.status === 200 && answer.body.households) return keep(answer);
  if (answer.status === 401 || answer.status === 403) { await wipe(); return "gone"; }
  return "offline";
}

async function keep(answer) {
  if (!answer.body.posts.length) { await wipe(); return "gone"; }
  await setNote("roster", {
    version: answer.version,
    user: answer.body.user,
    contactAt: Date.now(),
    sealed: await seal(ROSTER_KEY, answer.body),
  });
  await setNote("me", String(answer.body.user));
  return "new";
}

/* Whose phone this is: the person logged in, else the last one whose roster came. */
export async function me() { return user() || (await note("me")) || ""; }
