// The window on a canvas, on one loop and without threads. It needs pygame-ce's wheel in wheels/.

import { changed, python } from "./python.js";

const GAME = `
import sys
sys.path.insert(0, "/overture")
sys.argv = ["overture"]
from pathlib import Path
from game import VERSION
from game.cli._door import Door
from game.desk.ahead import InTurn
from game.ui.start import play_in_turns
await play_in_turns(Door(Path("/kept/saves"), True, InTurn), VERSION)
`;
const KEEP_EVERY = 2000; // milliseconds between two looks at what has been kept

export async function play({ say, all, keep, canvas, hide }) {
  for (const part of hide) part.hidden = true;
  canvas.hidden = false;
  const py = await python(say, await all(), false);
  py.canvas.setCanvas2D(canvas);
  const before = new Map();
  changed(py, before);
  const hand = async () => {
    for (const [path, bytes] of changed(py, before)) await keep(path, bytes);
  };
  const timer = setInterval(hand, KEEP_EVERY);
  say("The map of a new size is drawn as you read; games are kept in this browser.");
  await py.runPythonAsync(GAME);
  clearInterval(timer);
  await hand();
  say("The game has ended; it is kept. Load the page again to play on.");
}
