/* What was written and is not yet safe at the portal, in order. A record leaves only when the portal has it. */
import { QUEUE_KEY, digest, forget, newNumber, open, openBytes, seal } from "./sealing.js";
import { dropNote, note, store } from "./store.js";
import { me } from "./roster.js";

export const WAITING = "waiting";
const OLD = 72 * 3600 * 1000;
const RECEIPTS = 60;
let failing = false;

/* What makes a content another one: everything but the time at which it was written down. */
function meaning(content) {
  const said = Object.assign({}, content);
  delete said.visited_at;
  delete said.captured_at;
  return said;
}

/* Keep a content. The same one again keeps its first time; another one under the same number replaces it here. */
export async function put(content, label, photos) {
  const db = await store();
  const hash = await digest(meaning(content));
  const sealedPhotos = await Promise.all((photos || []).map((file) => sealPhoto(content.client_uuid, file)));
  const known = await db.getFromIndex("queue", "uuid", content.client_uuid);
  const before = known && await open(QUEUE_KEY, known.sealed);
  if (before && before.hash === hash && known.state === WAITING) return known;
  if (before) content = Object.assign({}, content, { visited_at: before.content.visited_at });
  const sealed = await seal(QUEUE_KEY, { content, label, hash });
  const record = Object.assign(known || { uuid: content.client_uuid, owner: await me(), savedAt: Date.now() }, {
    sealed, state: WAITING, code: "", detail: "", edition: known ? known.edition + 1 : 1,
  });
  const deed = db.transaction(["queue", "photos"], "readwrite", { durability: "strict" }); // on disk, not on its way
  record.seq = await deed.objectStore("queue").put(record);
  await Promise.all(sealedPhotos.map((photo) => deed.objectStore("photos").put(photo)));
  await deed.done;
  if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  await announce();
  return record;
}

async function sealPhoto(visit, file) {
  const bytes = await new Response(file).arrayBuffer();
  return { number: newNumber(), visit, name: file.name, type: file.type, sealed: await seal(QUEUE_KEY, bytes) };
}

/* The pictures of a visit that have not arrived, as files. */
export async function photosOf(uuid) {
  const rows = await (await store()).getAllFromIndex("photos", "visit", uuid);
  return Promise.all(rows.map(async (row) => ({
    number: row.number,
    file: new File([await openBytes(QUEUE_KEY, row.sealed)], row.name, { type: row.type }),
  })));
}

export async function dropPhoto(number) { return (await store()).delete("photos", number); }

export async function find(uuid) { return (await store()).getFromIndex("queue", "uuid", uuid); }

/* The records of the person here, oldest first; `opened` adds what they say. */
export async function list(opened) {
  const owner = await me();
  const records = (await (await store()).getAll("queue")).filter((record) => record.owner === owner);
  if (!opened) return records;
  return Promise.all(records.map(async (record) => Object.assign(record, await open(QUEUE_KEY, record.sealed))));
}

/* Change a record, or let it go, as long as it still says what it said when `edition` was sent. */
export async function settle(record, change) {
  const deed = (await store()).transaction("queue", "readwrite");
  const now = await deed.store.get(record.seq);
  if (now && now.edition === record.edition) {
    if (change) await deed.store.put(Object.assign(now, change));
    else await deed.store.delete(now.seq);
  }
  await deed.done;
}

export async function remove(record) {
  const db = await store();
  await db.delete("queue", record.seq);
  for (const number of await db.getAllKeysFromIndex("photos", "visit", record.uuid)) await dropPhoto(number);
  await announce();
}

export async function keepReceipt(record, receipt) {
  const db = await store();
  await db.put("receipts", {
    uuid: record.uuid, owner: record.owner, at: Date.now(), number: receipt.id, day: receipt.visited_on,
    sealed: await seal(QUEUE_KEY, { label: record.label, hash: record.hash }),
  });
  const all = (await db.getAll("receipts")).sort((one, other) => other.at - one.at);
  await Promise.all(all.slice(RECEIPTS).map((old) => db.delete("receipts", old.uuid)));
}

export async function receipts() {
  const owner = await me();
  const mine = (await (await store()).getAll("receipts")).filter((receipt) => receipt.owner === owner);
  const opened = await Promise.all(mine.map(async (row) => Object.assign(row, await open(QUEUE_KEY, row.sealed))));
  return opened.sort((one, other) => other.at - one.at);
}

/* At log-out, after what is unsent was sent or saved: all of this person leaves, and with the last one the key. */
export async function clear() {
  const db = await store();
  for (const record of await list()) await remove(record);
  for (const row of await receipts()) await db.delete("receipts", row.uuid);
  if (!(await db.count("queue")) && !(await db.count("receipts"))) await forget(QUEUE_KEY);
  await dropNote("me");
}

export function setFailing(value) { failing = value; }

/* Tell the frame's badge, and whoever shows the queue, how things stand. */
export async function announce() {
  const records = await list();
  const detail = {
    waiting: records.filter((record) => record.state === WAITING).length,
    stuck: records.filter((record) => record.state !== WAITING).length,
    old: records.some((record) => Date.now() - record.savedAt > OLD),
    offline: failing || !navigator.onLine,
    signedOut: Boolean(await note("signed-out")),
  };
  document.dispatchEvent(new CustomEvent("shanzhi:queue", { detail }));
  return detail;
}
