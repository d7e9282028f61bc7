/* The queue as a file, for the day when the network does not come back; and back again. */
import { find, list, put, receipts } from "./queue.js";
import { localDay } from "./content.js";
import { me } from "./roster.js";

const FORMAT = "shanzhi-visits/1";

/* Everything unsent as one readable file, handed to the browser to keep. Pictures are not in it. */
export async function saveAll() {
  const visits = (await list(true)).map((record) => ({ label: record.label, content: record.content }));
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
    await put(visit.content, visit.label);
    taken += 1;
  }
  return taken;
}
