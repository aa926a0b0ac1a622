// The words of the curve explorer: its rows, its columns, and what it says about a state.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const ROWS = [
    ["x0", "x₀", "the point"],
    ["value", "f(x₀)", "height there"],
    ["slope", "f′(x₀)", "exact slope", "ex-exact"],
    ["h", "h", "the gap", "ex-run"],
    ["quotient", "[f(x₀+h) − f(x₀)] / h", "secant’s slope", "ex-approx"],
    ["error", "error", "quotient − slope", "ex-approx"],
  ];
  const MEANINGS = [
    [
      "rising",
      "rising",
      "The slope is positive: go right and f grows.",
      "M6 26L38 8M26 6L39 7L36 19",
    ],
    [
      "level",
      "level",
      "The slope is nearly zero: a top, a bottom, or a pause.",
      "M5 16H41M32 8L42 16L32 24",
    ],
    [
      "falling",
      "falling",
      "The slope is negative: go right and f shrinks.",
      "M6 6L38 24M26 26L39 25L36 13",
    ],
  ];
  const REASONS = {
    corner: "there is no derivative, a corner: the two sides settle on different slopes",
    vertical: "there is no derivative, the curve is vertical: the quotient grows without bound",
    jump: "there is no derivative, a jump: the rise does not shrink with the gap",
    oscillating: "there is no derivative, an oscillation: the quotient never settles",
    edge: "there is no derivative, an edge: the curve has values on one side only",
    outside: "f has no value",
  };

  const VISIBLE_GAP = 0.05; // within a smaller one every secant nearly is the tangent
  const SAME = 1e-9; // two slopes that differ by this share are one, but for rounding

  const trim = (value) => app.numbers.short(value, 4);
  const bracketed = (value) => (value < 0 ? `(${trim(value)})` : trim(value));

  /** Name why there is no derivative at the point of a reading; null if there is one. */
  function why(f, reading) {
    if (!Number.isFinite(reading.value)) return "outside";
    return Number.isNaN(reading.slope) ? (f.whyNoSlope(reading.x0) ?? "edge") : null;
  }

  /** Say that secant and tangent are one line, where they are; "" elsewhere. */
  function sameLine(f, { x0, h, slope, error }) {
    if (!Number.isFinite(error)) return "";
    if (app.paths.parabola(f, x0)?.curvature === 0) {
      return "This is a straight line: secant and tangent are the same line, whatever h is.";
    }
    const isSame = Math.abs(h) >= VISIBLE_GAP && Math.abs(error) <= SAME * (1 + Math.abs(slope));
    return isSame ? "For this h, secant and tangent are the same line." : "";
  }

  /** Say the readings in a sentence. */
  function sentence(f, reading) {
    const { fixed } = app.numbers;
    const reason = why(f, reading);
    const at = `At x₀ = ${trim(reading.x0)}`;
    if (reason === "outside") return `${at}, f has no value.`;
    const height = `${at}, the height is ${fixed(reading.value)}`;
    const secant = Number.isNaN(reading.quotient)
      ? "There is no secant, for the curve has no value at x₀ + h"
      : `With a gap of ${trim(reading.h)}, the quotient is ${fixed(reading.quotient)}`;
    if (reason) return `${height}; ${REASONS[reason]}. ${secant}.`;
    const error = Number.isNaN(reading.error) ? "" : `, an error of ${fixed(reading.error)}`;
    const slope = `the slope is ${fixed(reading.slope)}: ${reading.state}`;
    return `${height} and ${slope}. ${secant}${error}. ${sameLine(f, reading)}`.trimEnd();
  }

  /** Say where the error comes from, in numbers of the state. */
  function explanation(f, reading) {
    const { x0, h, value, slope, quotient, error } = reading;
    if (Number.isNaN(error)) {
      return "There is no error to speak of: the slope or the quotient is missing here.";
    }
    const end = trim(x0 + h);
    const [line, curve] = [value + slope * h, value + quotient * h];
    const [reached, there] = app.numbers.apart(line, curve);
    if (reached === there || sameLine(f, reading)) {
      return `At x = ${end} tangent and curve are both at height ${trim(line)}: no miss, no error.`;
    }
    const half = app.limits.panel(f, x0, h / 2).error;
    const closer = Number.isNaN(half) ? "" : ` With half of that h, the error is ${trim(half)}.`;
    const ends = `At x = ${end} the tangent has reached ${reached}, but the curve ${there}.`;
    const share = `${trim(curve - line)} ÷ ${bracketed(h)} = ${trim(error)}`;
    return `${ends} Miss ÷ h = ${share}: that is the error.${closer}`;
  }

  app.curveWords = {
    rows: ROWS,
    meanings: MEANINGS,
    reasons: REASONS,
    why,
    sameLine,
    sentence,
    explanation,
    trim,
  };
})();
