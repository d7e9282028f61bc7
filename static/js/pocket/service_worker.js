/* Answers for the portal while there is no network: with the one page that knows nobody, and what it needs.
   `SHELL` {version, page, files} is written above this by the portal. Pages of people are never kept here. */
"use strict";

const NAME = "shanzhi-";
const CACHE = NAME + SHELL.version;
const PATIENCE = 6000; // a line so thin that nothing has come by then is no network for somebody at a door
const OUT_OF_ORDER = [502, 503, 504];

self.addEventListener("install", (event) => { event.waitUntil(fill()); });
self.addEventListener("activate", (event) => { event.waitUntil(tidy()); });

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event.request));
  else if (SHELL.files.includes(url.pathname)) event.respondWith(file(event.request));
});

async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.files.concat(SHELL.page).map((url) => new Request(url, { cache: "no-cache" })));
  await self.skipWaiting();
}

async function tidy() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(NAME) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request) {
  const coming = fetch(request).catch(() => null);
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const answer = await Promise.race([coming, late]);
  if (answer && !OUT_OF_ORDER.includes(answer.status)) return answer;
  return (await kept(SHELL.page)) || (await coming) || Response.error();
}

async function file(request) { return (await kept(new URL(request.url).pathname)) || fetch(request); }

async function kept(url) { return (await caches.open(CACHE)).match(url); }
