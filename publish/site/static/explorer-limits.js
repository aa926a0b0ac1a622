// Limits: the readings at one point, and what the quotients from both sides say about the slope.
// The twin of mathcore/slopes/panel.py and limits.py.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});

  /** Return [f(x0 + h) - f(x0)] / h; NaN where f has no finite value at one of the ends. */
  function quotient(f, x0, h) {
    const [here, there] = [f.value(x0), f.value(x0 + h)];
    if (h === 0 || !Number.isFinite(here) || !Number.isFinite(there)) return NaN;
    return (there - here) / h + 0;
  }

  const steps = (numbers) => numbers.slice(1).map((number, i) => number - numbers[i]);

  function settles(quotients, { alreadySettled }) {
    const sizes = steps(quotients).map(Math.abs);
    const half = Math.floor(sizes.length / 2);
    const settled = alreadySettled * (1 + Math.abs(quotients.at(-1)));
    const before = Math.max(...sizes.slice(0, half));
    return Math.max(...sizes.slice(half)) <= Math.max(0.5 * before, settled);
  }

  /** Return p where the rise shrinks like |h| to the power p: 0 for a jump, 1 for a slope. */
  function risePower(sizes, quotients) {
    const rises = sizes.map((size, i) => Math.abs(size * quotients[i]));
    if (rises.includes(0)) return Infinity;
    const [xs, ys] = [sizes.slice(-3).map(Math.log), rises.slice(-3).map(Math.log)];
    const mean = (list) => list.reduce((sum, entry) => sum + entry, 0) / list.length;
    const [mx, my] = [mean(xs), mean(ys)];
    const over = xs.reduce((sum, x, i) => sum + (x - mx) * (ys[i] - my), 0);
    return over / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  }

  const grows = (quotients) => steps(quotients.map(Math.abs)).every((step) => step > 0);

  function verdict(sizes, right, left, rules) {
    const sides = [right, left];
    const restless = sides.filter((side) => !settles(side, rules));
    if (restless.some((side) => risePower(sizes, side) < rules.stillRise)) return "jump";
    if (restless.some((side) => grows(side) && risePower(sizes, side) < rules.steepens)) {
      return "vertical";
    }
    if (restless.length) return "oscillating";
    const [r, l] = [right.at(-1), left.at(-1)];
    const doubt = sides.reduce((sum, side) => sum + Math.abs(side.at(-1) - side.at(-2)), 0);
    const scale = 1 + Math.abs(r) + Math.abs(l);
    return Math.abs(r - l) <= doubt + rules.alreadySettled * scale ? "limit" : "corner";
  }

  /** Say why f has no derivative at x0; null if it has one. */
  function whyNoSlope(f, x0) {
    // A formula for the slope may have values where the function has none: 1/x beside ln x.
    const smooth = !f.pieces && Number.isFinite(f.value(x0));
    if (smooth && Number.isFinite(f.slope(x0))) return null;
    const rules = app.words().slopes;
    const right = rules.gaps.map((gap) => quotient(f, x0, gap));
    const left = rules.gaps.map((gap) => quotient(f, x0, -gap));
    if ([...right, ...left].some(Number.isNaN)) return "edge";
    const found = verdict(rules.gaps, right, left, rules);
    return found === "limit" ? null : found;
  }

  /** Return f'(x0), or NaN where f has none, as where f itself has no value: 1/x left of ln x. */
  function exactSlope(f, x0) {
    const slope = f.slope(x0);
    return Number.isFinite(slope) && whyNoSlope(f, x0) === null ? slope : NaN;
  }

  /** Say whether a slope is rising, level or falling; no finite slope is undefined. */
  function stateOf(slope) {
    if (!Number.isFinite(slope)) return "undefined";
    if (Math.abs(slope) < app.words().slopes.levelBand) return "level";
    return slope > 0 ? "rising" : "falling";
  }

  /** Return the explorer's readings at one point, in the lesson's order. */
  function panel(f, x0, h) {
    const [value, slope, q] = [f.value(x0), exactSlope(f, x0), quotient(f, x0, h)];
    return { x0, value, slope, h, quotient: q, error: q - slope, state: stateOf(slope) };
  }

  app.limits = { quotient, whyNoSlope, exactSlope, stateOf, panel };
})();
