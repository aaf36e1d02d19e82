function startModel(base, presets) {
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
      (found.open_high > 0.5 ? "Talking is safe." : "Talking costs.");
    clearTimeout(waiting);
    waiting = setTimeout(draw, 40);
  }
  function draw() {
    var canvas = byId("map"), pen = canvas.getContext("2d");
    var across = 42, up = 34, wide = canvas.width / across, high = canvas.height / up;
    var chance = [], i, j;
    for (i = 0; i < across; i++) {
      chance[i] = [];
      for (j = 0; j < up; j++) {
        var point = Object.assign({}, held, {belief_high: 0.02 + 0.96 * (i + 0.5) / across,
                                             cost: 1.2 * (j + 0.5) / up});
        var found = solvePosture(point);
        chance[i][j] = found ? found.open_high : 0;
        var grey = Math.round(245 - 150 * chance[i][j]);
        pen.fillStyle = "rgb(" + grey + "," + grey + "," + Math.min(255, grey + 10) + ")";
        pen.fillRect(i * wide, canvas.height - (j + 1) * high, wide + 1, high + 1);
      }
    }
    pen.strokeStyle = "#000";
    pen.lineWidth = 2;
    for (i = 0; i < across; i++) {
      for (j = 0; j < up; j++) {
        var open = chance[i][j] > 0.5, y = canvas.height - (j + 1) * high;
        if (i + 1 < across && open !== chance[i + 1][j] > 0.5) {
          stroke(pen, (i + 1) * wide, y, (i + 1) * wide, y + high);
        }
        if (j + 1 < up && open !== chance[i][j + 1] > 0.5) {
          stroke(pen, i * wide, y, (i + 1) * wide, y);
        }
      }
    }
    var x = (held.belief_high - 0.02) / 0.96 * canvas.width;
    var at = canvas.height * (1 - held.cost / 1.2);
    pen.lineWidth = 5; pen.strokeStyle = "#fff"; ring(pen, x, at);
    pen.lineWidth = 2.5; pen.strokeStyle = "#D55E00"; ring(pen, x, at);
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
  show();
}
