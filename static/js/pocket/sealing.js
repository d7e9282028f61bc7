/* Sealed at rest: AES-GCM with keys that can be used here and never read out. Forgetting a key is erasing. */
import { store } from "./store.js";

export const ROSTER_KEY = "roster";
export const QUEUE_KEY = "queue";
const CIPHER = "AES-GCM";

async function keyOf(name, create) {
  const db = await store();
  const known = await db.get("keys", name);
  if (known || !create) return known;
  const fresh = await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, ["encrypt", "decrypt"]);
  const deed = db.transaction("keys", "readwrite");
  const first = await deed.store.get(name); // another page may have been quicker
  if (!first) await deed.store.put(fresh, name);
  await deed.done;
  return first || fresh;
}

export async function seal(name, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = value instanceof ArrayBuffer ? value : new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: CIPHER, iv }, await keyOf(name, true), bytes) };
}

export async function openBytes(name, sealed) {
  const key = await keyOf(name, false);
  return key ? crypto.subtle.decrypt({ name: CIPHER, iv: sealed.iv }, key, sealed.data) : null;
}

export async function open(name, sealed) {
  const bytes = await openBytes(name, sealed);
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}

export async function forget(name) { return (await store()).delete("keys", name); }

export async function digest(value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function newNumber() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
