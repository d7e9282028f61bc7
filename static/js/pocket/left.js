/* The log-in page means that nobody is logged in here: the roster goes, what is unsent stays sealed. */
import { wipe } from "./roster.js";
import { isAble } from "./store.js";

if (isAble()) wipe().catch(() => {});
