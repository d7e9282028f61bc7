/* The queue as a file, for the day when the network does not come back; and back again. */
import { find, list, photosOf, put, receipts } from "./queue.js";
import { localDay } from "./content.js";
import { me } from "./roster.js";

const FORMAT = "shanzhi-visits/1";

/* Everything unsent as one readable file, pictures and all, handed to the browser to keep. */
export async function saveAll() {
  const visits = await Promise.all((await list(true)).map(async (record) => ({
    label: record.label,
    content: record.content,
    photos: await Promise.all((await photosOf(record.uuid)).map(written)),
  })));
  const text = JSON.stringify({ format: FORMAT, user: Number(await me()), visits }, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `shanzhi-${localDay(new Date())}.json`;
  document.body.appendChild(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60 * 1000);
  return visits.length;
}

/* Take a saved file in: the number of visits that now wait, "other" for another person's, "bad" for no such file. */
export async function readBack(file) {
  let saved = null;
  try { saved = JSON.parse(await new Response(file).text()); } catch (error) { return "bad"; }
  if (!saved || saved.format !== FORMAT || !Array.isArray(saved.visits)) return "bad";
  if (String(saved.user) !== await me()) return "other";
  const safe = (await receipts()).map((receipt) => receipt.uuid);
  let taken = 0;
  for (const visit of saved.visits) {
    const uuid = visit.content && visit.content.client_uuid;
    if (!uuid || safe.includes(uuid) || await find(uuid)) continue;
    await put(visit.content, visit.label, (visit.photos || []).map(read));
    taken += 1;
  }
  return taken;
}

async function written(photo) {
  const bytes = new Uint8Array(await new Response(photo.file).arrayBuffer());
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return { name: photo.file.name, type: photo.file.type, data: btoa(text) };
}

function read(photo) {
  const bytes = Uint8Array.from(atob(photo.data), (letter) => letter.charCodeAt(0));
  return new File([bytes], photo.name, { type: photo.type });
}
