// The region of a setting: 0 nobody opens, 1 only the weak do, 2 both; as game/study/debrief/model_map.py.
function regionOf(found, safe) {
  if (!found) { return 0; }
  return found.open_high > safe ? 2 : found.open_low > safe ? 1 : 0;
}
function startModel(base, presets, safe) {
  var keys = Object.keys(base), held = Object.assign({}, base), waiting = null;
  function byId(id) { return document.getElementById(id); }
  function two(x) { return x.toFixed(2); }
  function show() {
    keys.forEach(function (key) {
      var slider = byId("s-" + key);
      if (slider) { slider.value = held[key]; byId("o-" + key).textContent = two(held[key]); }
    });
    var found = solvePosture(held);
    if (!found) { byId("verdict").textContent = "No equilibrium was found here."; return; }
    Object.keys(found).forEach(function (key) {
      byId("b-" + key).style.width = (100 * found[key]).toFixed(1) + "%";
      byId("a-" + key).textContent = two(found[key]);
    });
    byId("verdict").textContent = "A highly resilient sender opens with " + two(found.open_high) +
      ", a weak one with " + two(found.open_low) + ". An open hand lowers the belief to " +
      two(found.belief_open) + " and is answered by escalation with " + two(found.escalate_open) +
      "; a closed one with " + two(found.escalate_closed) + ". " +
      (found.open_high > safe ? "Talking is safe." : "Talking costs.");
    clearTimeout(waiting);
    waiting = setTimeout(draw, 40);
  }
  function draw() {
    var canvas = byId("map"), pen = canvas.getContext("2d");
    var across = 42, up = 34, wide = canvas.width / across, high = canvas.height / up;
    var kinds = [], i, j;
    for (i = 0; i < across; i++) {
      kinds[i] = [];
      for (j = 0; j < up; j++) {
        var point = Object.assign({}, held, {belief_high: 0.02 + 0.96 * (i + 0.5) / across,
                                             cost: 1.2 * (j + 0.5) / up});
        kinds[i][j] = regionOf(solvePosture(point), safe);
        fill(pen, kinds[i][j], i * wide, canvas.height - (j + 1) * high, wide, high);
      }
    }
    pen.strokeStyle = "#000";
    pen.lineWidth = 2;
    for (i = 0; i < across; i++) {
      for (j = 0; j < up; j++) {
        var kind = kinds[i][j], y = canvas.height - (j + 1) * high;
        if (i + 1 < across && kind !== kinds[i + 1][j]) {
          stroke(pen, (i + 1) * wide, y, (i + 1) * wide, y + high);
        }
        if (j + 1 < up && kind !== kinds[i][j + 1]) {
          stroke(pen, i * wide, y, (i + 1) * wide, y);
        }
      }
    }
    var x = (held.belief_high - 0.02) / 0.96 * canvas.width;
    var at = canvas.height * (1 - held.cost / 1.2);
    pen.lineWidth = 5; pen.strokeStyle = "#fff"; ring(pen, x, at);
    pen.lineWidth = 2.5; pen.strokeStyle = "#D55E00"; ring(pen, x, at);
  }
  function fill(pen, kind, x, y, wide, high) {
    pen.fillStyle = ["#fbf8f1", "#f3c6a5", "#8fd0b8"][kind];
    pen.fillRect(x, y, wide + 1, high + 1);
    pen.strokeStyle = pen.fillStyle = ["", "#a34a00", "#00604a"][kind] || "#fbf8f1";
    pen.lineWidth = 1;
    if (kind === 1) { pen.fillRect(x + wide / 2 - 1, y + high / 2 - 1, 2, 2); }
    if (kind === 2) { stroke(pen, x, y + high, x + wide, y); }
  }
  function stroke(pen, x, y, right, down) {
    pen.beginPath(); pen.moveTo(x, y); pen.lineTo(right, down); pen.stroke();
  }
  function ring(pen, x, y) { pen.beginPath(); pen.arc(x, y, 7, 0, 2 * Math.PI); pen.stroke(); }
  keys.forEach(function (key) {
    var slider = byId("s-" + key);
    if (slider) {
      slider.addEventListener("input", function () { held[key] = Number(slider.value); show(); });
    }
  });
  document.querySelectorAll("[data-preset]").forEach(function (button) {
    button.addEventListener("click", function () {
      var chosen = presets[button.getAttribute("data-preset")];
      held = Object.assign({}, base, chosen.values);
      byId("preset-text").textContent = chosen.text;
      show();
    });
  });
  document.querySelectorAll("canvas[data-region]").forEach(function (swatch) {
    var pen = swatch.getContext("2d"), kind = Number(swatch.getAttribute("data-region")), i;
    for (i = 0; i < 3; i++) { fill(pen, kind, 10 * i, 0, 10, 10); }
    for (i = 0; i < 3; i++) { fill(pen, kind, 10 * i, 10, 10, 10); }
  });
  show();
}
