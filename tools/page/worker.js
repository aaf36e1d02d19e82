// The game in text: Python in a worker, which may wait for a line as at a terminal.

import { changed, python } from "./python.js";

const GAME = `
import sys
sys.path.insert(0, "/overture")
sys.argv = ["overture", "text", "--data", "/kept", *words]
from game.cli import main
main(sys.argv[1:])
`;
// What is run where the game's wheels are not at hand: the bridge alone, to be tried by hand.
const BARE = `
from pathlib import Path
place = Path("/kept/saves/bridge.overture")
print("Kept before:", place.read_text() if place.exists() else "nothing")
while (line := input("Type what is to be kept, or end: ")) != "end":
    place.write_text(line)
    print("Written:", line)
`;
const before = new Map();

onmessage = async ({ data }) => {
  const control = new Int32Array(data.memory, 0, 2);
  const text = new Uint8Array(data.memory, 8);
  const say = (words) => postMessage({ kind: "state", text: words });
  try {
    const py = await python(say, data.files, data.bare);
    const decoder = new TextDecoder();
    py.setStdout({ write: (bytes) => {
      postMessage({ kind: "told", text: decoder.decode(bytes, { stream: true }) });
      return bytes.length;
    } });
    py.setStderr({ batched: (line) => postMessage({ kind: "told", text: `${line}\n` }) });
    const hand = () => {
      for (const [path, bytes] of changed(py, before)) postMessage({ kind: "kept", path, bytes });
    };
    hand();
    py.setStdin({ stdin: () => {
      hand();
      postMessage({ kind: "ask" });
      Atomics.wait(control, 0, 0);
      const line = new TextDecoder().decode(text.slice(0, Atomics.load(control, 1)));
      Atomics.store(control, 0, 0);
      return line;
    } });
    py.globals.set("words", py.toPy(data.words));
    say("Type a line and press Enter; ? lists the commands.");
    py.runPython(data.bare ? BARE : GAME);
    hand();
    say("The game has ended; it is kept. Load the page again to play on.");
  } catch (trouble) {
    console.error(trouble.message); // all of it, for whoever opens the browser's tools
    say(`The game could not go on: ${trouble.message.trim().split("\n").pop()}`);
  }
};
