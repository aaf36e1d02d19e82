// The page: what the game says, the line that is typed, and the games that are kept.

import { all, keep } from "./keep.js";

const SAVES = "/kept/saves/";
const ROOM = 4096; // bytes of one line
const PATIENCE = 3000; // milliseconds until the service worker should have taken over
const MOST_TRIES = 3; // times that the page is loaded again for it
const byId = (id) => document.getElementById(id);
const say = (text) => { byId("state").textContent = text; };

const shared = { control: null, text: null };

function told(text) {
  byId("told").append(text);
  window.scrollTo(0, document.body.scrollHeight);
}

function awaited(is) {
  byId("typed").disabled = byId("give").disabled = !is;
  if (is) byId("typed").focus();
}

function give(line) {
  const bytes = new TextEncoder().encode(`${line}\n`).slice(0, ROOM);
  shared.text.set(bytes);
  Atomics.store(shared.control, 1, bytes.length);
  Atomics.store(shared.control, 0, 1);
  Atomics.notify(shared.control, 0);
}

async function showGames() {
  const files = Object.entries(await all()).filter(([path]) => path.startsWith(SAVES));
  byId("list").replaceChildren(...files.map(([path, bytes]) => row(path, bytes)));
}

function row(path, bytes) {
  const item = document.createElement("li");
  const name = path.slice(SAVES.length);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.textContent = `download ${name}`;
  link.style.color = "inherit";
  const away = document.createElement("button");
  away.textContent = "delete";
  away.onclick = async () => {
    if (confirm(`Delete ${name}? It cannot be brought back.`)) {
      await keep(path, null);
      await showGames();
    }
  };
  item.append(link, " ", away);
  return item;
}

byId("line").onsubmit = (event) => {
  event.preventDefault();
  const line = byId("typed").value;
  byId("typed").value = "";
  awaited(false);
  give(line);
};

byId("upload").onchange = async (event) => {
  const [file] = event.target.files;
  if (!file) return;
  await keep(SAVES + file.name, new Uint8Array(await file.arrayBuffer()));
  say("Kept. Load the page again to play it: type load and its name.");
  await showGames();
};

// A service worker gives the page the two headers that let a worker wait for a line. The first
// visit has none yet, so that the page is loaded once more by itself.
async function isolated() {
  if (crossOriginIsolated) return true;
  if (!("serviceWorker" in navigator)) return false;
  await navigator.serviceWorker.register("sw.js");
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await Promise.race([
      new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done)),
      new Promise((done) => setTimeout(done, PATIENCE)),
    ]);
  }
  const tries = Number(sessionStorage.getItem("tries"));
  if (tries >= MOST_TRIES) return false;
  sessionStorage.setItem("tries", tries + 1);
  location.reload();
  return new Promise(() => {});
}

async function start() {
  const asked = new URLSearchParams(location.search);
  await showGames();
  if (asked.has("window")) {
    const { play } = await import("./window.js");
    await play({ say, all, keep, canvas: byId("canvas"), hide: [byId("told"), byId("line")] });
    return;
  }
  if (!(await isolated())) {
    say("This browser, or the address this page came from, gives no shared memory. Use a present "
      + "Firefox, Chrome, Edge or Safari, and an address that begins with https.");
    return;
  }
  const lines = asked.getAll("line"); // typed by the address, as a script types into a pipe
  const memory = new SharedArrayBuffer(8 + ROOM);
  shared.control = new Int32Array(memory, 0, 2);
  shared.text = new Uint8Array(memory, 8);
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = async ({ data }) => {
    if (data.kind === "told") told(data.text);
    else if (data.kind === "state") say(data.text);
    else if (data.kind === "ask") lines.length ? give(lines.shift()) : awaited(true);
    else if (data.kind === "kept") { await keep(data.path, data.bytes); await showGames(); }
  };
  worker.onerror = (event) => say(`The game could not go on: ${event.message}`);
  worker.postMessage({ memory, files: await all(), words: asked.getAll("word"),
    bare: asked.has("bare") });
}

start().catch((trouble) => say(`The game could not begin: ${trouble.message}`));
