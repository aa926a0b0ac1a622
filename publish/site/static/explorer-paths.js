// Paths: descents on a curve and on a regression's loss, and what becomes of them. The twin of
// mathcore/optimization/descent.py and regression.py; the fates are those of clip 07.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const NEARLY = 1e-9; // two factors that differ by less count as equal
  const LEVEL = 1e-12; // a slope below this leads nowhere
  const PATIENCE = 2000; // how many steps a fate is judged by where no factor tells it
  const AWAY = 1e9;
  const TAIL = 6;

  /** Take n steps x - alpha·f'(x); shorter where a step has no finite end. */
  function descend(f, start, alpha, n) {
    const points = [start];
    for (let step = 1; step <= n; step += 1) {
      const x = points.at(-1) - alpha * f.slope(points.at(-1));
      if (!Number.isFinite(x)) return { points, divergedAt: step };
      points.push(x);
    }
    return { points, divergedAt: null };
  }

  /** Return where a parabola is level and its curvature; null for another curve. */
  function parabola(f, about = 0) {
    const places = [-3, -1.3, 0.4, 1.7, 4].map((offset) => about + offset);
    const slopes = places.map((x) => f.slope(x));
    const curvature = (slopes[4] - slopes[0]) / (places[4] - places[0]);
    const scale = 1 + Math.max(...slopes.map(Math.abs));
    const straight = places.every(
      (x, i) => Math.abs(slopes[0] + curvature * (x - places[0]) - slopes[i]) <= NEARLY * scale,
    );
    if (f.pieces || !straight) return null;
    if (Math.abs(curvature) < LEVEL * scale) return { curvature: 0, level: NaN };
    return { curvature, level: places[0] - slopes[0] / curvature };
  }

  /** Name what becomes of the distance that a step multiplies by `factor`. */
  function fateOfFactor(factor) {
    if (Math.abs(factor) < NEARLY) return "lands";
    if (Math.abs(factor + 1) < NEARLY) return "bounces";
    if (Math.abs(factor) > 1 || factor === 1) return "flies";
    return factor > 0 ? "glides" : "overshoots";
  }

  function fateOfPath(f, start, alpha) {
    const { points, divergedAt } = descend(f, start, alpha, PATIENCE);
    const last = points.at(-1);
    if (points.some((x) => Number.isNaN(f.value(x)))) return "slopeless"; // it has left the curve
    if (divergedAt !== null) {
      return Number.isNaN(f.slope(last)) && Math.abs(last) < AWAY ? "slopeless" : "flies";
    }
    if (Math.abs(last) > AWAY) return "flies";
    const moves = points.slice(1).map((x, i) => x - points[i]);
    const size = 1 + Math.abs(last);
    if (Math.abs(moves.at(-1)) < NEARLY * size) {
      const way = Math.abs(start - last);
      if (Math.abs(points[1] - last) < NEARLY * way) return "lands";
      const felt = moves.filter((move) => Math.abs(move) > 10 * NEARLY * size).slice(-TAIL);
      const turns = felt.slice(1).filter((move, i) => move * felt[i] < 0).length;
      return turns > 0 && turns >= felt.length - 2 ? "overshoots" : "glides";
    }
    if (Math.abs(last - points.at(-3)) < 1e-6 * size) return "bounces";
    const tail = moves.slice(-100);
    const creeps = tail.every(
      (move, i) => move * tail[0] > 0 && (i === 0 || Math.abs(move) <= Math.abs(tail[i - 1])),
    );
    return creeps ? "crawls" : "wanders";
  }

  /** Return the fate of a descent and, for a parabola, what a step leaves of the distance. */
  function fate(f, start, alpha) {
    const slope = app.limits.exactSlope(f, start);
    if (Number.isNaN(slope)) return { name: "slopeless", factor: null };
    if (Math.abs(slope) < LEVEL) return { name: "stuck", factor: null };
    const shape = parabola(f, start);
    if (!shape) return { name: fateOfPath(f, start, alpha), factor: null };
    const factor = 1 - alpha * shape.curvature;
    return { name: fateOfFactor(factor), factor, ...shape };
  }

  const mean = (list) => list.reduce((sum, entry) => sum + entry, 0) / list.length;

  /** Return J, the mean of the squared misses of w·x + b. */
  const loss = (points, w, b) => mean(points.map(([x, y]) => (w * x + b - y) ** 2));

  /** Return the bowl of a regression: its matrix, its slope at 0, its curvatures and limit. */
  function bowl(points) {
    const [xx, x] = [2 * mean(points.map(([a]) => a * a)), 2 * mean(points.map(([a]) => a))];
    const [xy, y] = [2 * mean(points.map(([a, c]) => a * c)), 2 * mean(points.map(([, c]) => c))];
    const high = (xx + 2) / 2 + Math.hypot((xx - 2) / 2, x);
    const low = (xx * 2 - x * x) / high;
    const isBowl = low > 1e-12 * high;
    return { xx, x, xy, y, high, low, isBowl, limit: isBowl ? 2 / high : 0 };
  }

  /** Run epochs from w = b = 0: the points of the path, and when it overflowed. */
  function regress(points, alpha, epochs) {
    const { xx, x, xy, y } = bowl(points);
    const path = [[0, 0]];
    for (let epoch = 1; epoch <= epochs; epoch += 1) {
      const [w, b] = path.at(-1);
      const next = [w - alpha * (xx * w + x * b - xy), b - alpha * (x * w + 2 * b - y)];
      if (!next.every(Number.isFinite)) return { path, divergedAt: epoch };
      path.push(next);
    }
    return { path, divergedAt: null };
  }

  app.paths = { descend, parabola, fate, loss, bowl, regress };
})();
