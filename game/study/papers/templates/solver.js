// The posture game of docs/theory.md, solved on its principal branch: the same method as
// game/theory/branch.py for one game at a time. solvePosture({belief_high: .4, ...}) returns the
// equilibrium's probabilities, or null where the branch could not be followed.
"use strict";
function solvePosture(g) {
  var lo = g.receiver_precision, lt = g.sender_precision;
  var weakest = lo * (1 - g.withstand_low) * g.stake;
  var rise = lo * (g.withstand_high - g.withstand_low) * g.stake;
  var atTable = 1 + g.leverage, price = lo * g.cost, spread = lo * g.cost_spread;
  var holdOpen = price + lo * (g.guarantee + g.hunger) - weakest * atTable;
  var holdClosed = price - weakest;
  var prior = [1 - g.belief_high, g.belief_high];
  var nerve = [g.belief_dove, 1 - g.belief_dove];
  var full = {
    hold: [[holdOpen + spread, holdOpen - spread], [holdClosed + spread, holdClosed - spread]],
    rise: [rise * atTable, rise],
    talks: [lt * (g.talks - g.war_low), lt * (g.talks - g.war_high)],
    broken: [lt * g.war_low * (1 - g.withstand_low), lt * g.war_high * (1 - g.withstand_high)],
    duress: lt * (g.talks - g.duress)
  };
  function largest(t) {
    var all = [].concat(t.hold[0], t.hold[1], t.rise, t.talks, t.broken, [t.duress]);
    return Math.max.apply(null, all.map(Math.abs));
  }
  function divided(t, by) {
    function over(list) { return list.map(function (x) { return x / by; }); }
    return {hold: t.hold.map(over), rise: over(t.rise), talks: over(t.talks),
            broken: over(t.broken), duress: t.duress / by};
  }
  function logistic(x) { return 1 / (1 + Math.exp(-x)); }
  function respond(t, odds, share) {
    var shown = [[], []], a, n, k;
    for (k = 0; k < 2; k++) {
      var reluctance = Math.exp(Math.min(Math.max(-odds[k], -700), 700));
      shown[0][k] = 1 / (1 + reluctance);
      shown[1][k] = reluctance * shown[0][k];
    }
    var beliefs = [], nerves = [[], []], caution = [[], []], escalate = [];
    for (a = 0; a < 2; a++) {
      var low = shown[a][0] * prior[0], high = shown[a][1] * prior[1];
      beliefs[a] = high / (low + high);
      escalate[a] = 0;
      for (n = 0; n < 2; n++) {
        caution[a][n] = t.hold[a][n] + t.rise[a] * beliefs[a];
        nerves[a][n] = logistic(-share * caution[a][n]);
        escalate[a] += nerve[n] * nerves[a][n];
      }
    }
    var worth = [0, 1].map(function (k) {
      return t.broken[k] * escalate[1] + t.talks[k] - t.duress * escalate[0];
    });
    return {shown: shown, beliefs: beliefs, nerves: nerves, caution: caution,
            escalate: escalate, worth: worth};
  }
  function slopesAt(t, odds, share) {
    var r = respond(t, odds, share), byShare = [], steep = [], a, n;
    for (a = 0; a < 2; a++) {
      byShare[a] = 0;
      steep[a] = 0;
      for (n = 0; n < 2; n++) {
        var width = nerve[n] * r.nerves[a][n] * (1 - r.nerves[a][n]);
        byShare[a] += width * r.caution[a][n];
        steep[a] += width;
      }
      byShare[a] *= share;
      steep[a] *= t.rise[a] * r.beliefs[a] * (1 - r.beliefs[a]) * share * share;
    }
    var rows = [0, 1].map(function (k) {
      var row = [0, 1].map(function (c) {
        return t.broken[k] * r.shown[0][c] * steep[1] + t.duress * r.shown[1][c] * steep[0];
      });
      row[1] = -row[1];
      row[k] += 1;
      row[2] = t.broken[k] * byShare[1] - t.duress * byShare[0] - r.worth[k];
      return row;
    });
    return {gap: [odds[0] - share * r.worth[0], odds[1] - share * r.worth[1]], rows: rows};
  }
  function cross(u, v) {
    return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  }
  function size(v) { return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]); }
  function trace(tolerance, patience) {
    var scale = 0.25 * largest(full), t = divided(full, Math.max(scale, 1e-300));
    var base = [0, 0, 0], stride = 0.5, steps;
    var tangent = [t.talks[0] + 0.5 * (t.broken[0] - t.duress),
                   t.talks[1] + 0.5 * (t.broken[1] - t.duress), 1];
    tangent = tangent.map(function (x) { return x / size(tangent); });
    for (steps = 0; steps < patience; steps++) {
      var ahead = base.map(function (x, i) { return x + stride * tangent[i]; });
      var s = slopesAt(t, ahead, ahead[2]);
      var across = cross(s.rows[0], s.rows[1]), reach = size(across);
      var mixed = s.rows[1].map(function (x, i) { return s.gap[0] * x - s.gap[1] * s.rows[0][i]; });
      var fix = cross(across, mixed).map(function (x) { return x / (reach * reach); });
      var next = across.map(function (x) { return x / reach; });
      var allowed = tolerance * Math.pow(Math.min(Math.max(across[2], 0.35), 1), 2);
      var turn = next[0] * tangent[0] + next[1] * tangent[1] + next[2] * tangent[2];
      var good = size(fix) <= allowed && turn > 0.85;
      var growth = Math.min(Math.max(Math.sqrt(0.5 * allowed / size(fix)), 0.25), 2);
      var longest = (good ? growth : 0.5) * Math.abs(stride);
      if (good) {
        base = ahead.map(function (x, i) { return x + fix[i]; });
        tangent = next;
      }
      var left = scale - base[2];
      var remaining = tangent[2] > 0 ? left / tangent[2] : (left < 0 ? -Infinity : Infinity);
      stride = Math.max(Math.min(remaining, longest), -longest);
      if (good && Math.abs(remaining) < allowed) {
        return [base[0] + remaining * tangent[0], base[1] + remaining * tangent[1]];
      }
      if (!(longest >= 1e-9)) { return null; }
    }
    return null;
  }
  function polish(odds) {
    var step = [1, 1], round;
    for (round = 0; round < 8; round++) {
      var s = slopesAt(full, odds, 1), u = s.rows[0], v = s.rows[1];
      var det = u[0] * v[1] - u[1] * v[0];
      step = [(u[1] * s.gap[1] - v[1] * s.gap[0]) / det, (v[0] * s.gap[0] - u[0] * s.gap[1]) / det];
      odds = [odds[0] + step[0], odds[1] + step[1]];
    }
    return Math.max(Math.abs(step[0]), Math.abs(step[1])) < 1e-9 ? odds : null;
  }
  var cares = [[0.1, 200], [0.01, 2000], [0.001, 20000]], found = null;
  for (var i = 0; i < cares.length && !found; i++) {
    var start = trace(cares[i][0], cares[i][1]);
    found = start && polish(start);
  }
  if (!found) { return null; }
  var end = respond(full, found, 1);
  return {open_low: end.shown[0][0], open_high: end.shown[0][1],
          belief_open: end.beliefs[0], belief_closed: end.beliefs[1],
          escalate_open: end.escalate[0], escalate_closed: end.escalate[1]};
}
