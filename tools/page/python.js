// Python and the game in it, for the worker and for the window: everything comes from this folder.

import { loadPyodide } from "./pyodide/pyodide.mjs";

/** Return a Python that has the wheels of the page, the game under /overture, and the kept files. */
export async function python(say, files, bare) {
  say("Loading Python ...");
  const py = await loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href });
  py.FS.mkdirTree("/kept/saves");
  for (const [path, bytes] of Object.entries(files)) {
    py.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    py.FS.writeFile(path, bytes);
  }
  if (bare) return py;
  const { wheels, game } = await (await fetch("contents.json")).json();
  for (const name of wheels) {
    say(`Loading ${name.split("-")[0]} ...`);
    py.unpackArchive(await (await fetch(`wheels/${name}`)).arrayBuffer(), "wheel");
  }
  say("Loading the game ...");
  py.unpackArchive(await (await fetch(game)).arrayBuffer(), "zip", { extractDir: "/overture" });
  return py;
}

/** Return what has changed under /kept since `before`, as [path, bytes], null where it has gone. */
export function changed(py, before) {
  const now = new Map();
  const walk = (folder) => {
    for (const name of py.FS.readdir(folder)) {
      if (name === "." || name === "..") continue;
      const path = `${folder}/${name}`;
      const stat = py.FS.stat(path);
      if (py.FS.isDir(stat.mode)) walk(path);
      else now.set(path, `${stat.size} ${+stat.mtime}`);
    }
  };
  walk("/kept");
  const found = [];
  for (const [path, mark] of now) {
    if (before.get(path) !== mark) found.push([path, py.FS.readFile(path)]);
  }
  for (const path of before.keys()) if (!now.has(path)) found.push([path, null]);
  before.clear();
  for (const [path, mark] of now) before.set(path, mark);
  return found;
}
