/* The phone's own database: the roster, what waits to be sent, receipts, and the keys that seal them. */
import { openDB } from "../../vendor/idb/index.js";

const NAME = "shanzhi";
let opened = null;

export function isAble() {
  return window.isSecureContext && "indexedDB" in window && Boolean(window.crypto && crypto.subtle);
}

export function store() {
  if (!opened) {
    opened = openDB(NAME, 1, {
      upgrade(db) {
        db.createObjectStore("keys");
        db.createObjectStore("notes");
        db.createObjectStore("receipts", { keyPath: "uuid" });
        db.createObjectStore("photos", { keyPath: "number" }).createIndex("visit", "visit");
        const queue = db.createObjectStore("queue", { keyPath: "seq", autoIncrement: true });
        queue.createIndex("uuid", "uuid", { unique: true });
      },
      terminated() { opened = null; },
    });
    opened.catch(() => { opened = null; });
  }
  return opened;
}

/* Notes are single things by name: the roster, who is here, the sender's lease. */
export async function note(name) { return (await store()).get("notes", name); }
export async function setNote(name, value) { return (await store()).put("notes", value, name); }
export async function dropNote(name) { return (await store()).delete("notes", name); }
