// The words of the descent explorer: its rows, the fates, and what it says about a state.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const ROWS = [
    ["step", "n", "steps made"],
    ["x", "x", "where it is"],
    ["value", "f(x)", "height there"],
    ["slope", "f′(x)", "slope there", "ex-exact"],
    ["move", "−α · f′(x)", "the next step", "ex-alpha"],
    ["factor", "1 − α · f″", "share of distance kept"],
  ];
  const FATES = [
    [
      "glides",
      "Glides in",
      "Every step goes the same way, each shorter than the last.",
      "M3 5C10 24 24 27 45 28",
    ],
    ["lands", "Lands in one step", "The first step ends at the lowest point.", "M3 5L20 28H45"],
    [
      "overshoots",
      "Overshoots, but settles",
      "Each step leaps across, yet lands nearer.",
      "M3 4L13 28L22 10L30 23L37 14L45 17",
    ],
    [
      "bounces",
      "Bounces for ever",
      "Each step leaps across, just as far away.",
      "M3 5L13 27L23 5L33 27L45 5",
    ],
    [
      "flies",
      "Flies away",
      "Each step lands farther away than the last.",
      "M3 17L13 14L22 21L31 7L38 29L45 1",
    ],
  ];
  const OTHERS = {
    stuck: "Stuck: the ground is level at the start, so no step leads away.",
    slopeless: "No slope: it comes to a place where the curve has no slope to step against.",
    crawls: "Crawls: the ground levels out, and the steps shrink to almost nothing.",
    wanders: "Wanders: it neither settles nor leaves, and keeps jumping about.",
  };

  /** Say by which rule a fate is judged. */
  function rule({ name, factor, curvature, level }, alpha) {
    const { short } = app.numbers;
    if (OTHERS[name]) return OTHERS[name];
    if (factor === null) {
      return "No single factor tells for this curve: judged by its first two thousand steps.";
    }
    if (curvature === 0) {
      return "The slope is the same everywhere: there is no lowest point to reach.";
    }
    const kept = `1 − ${short(alpha)} · ${short(curvature)} = ${short(factor)}`;
    if (curvature < 0) {
      return `Each step multiplies the distance to the top by ${kept}: the hill has no bottom.`;
    }
    const limit = `It settles while α is below 2 / f″ = ${short(2 / curvature)}.`;
    return `Each step multiplies the distance to x = ${short(level)} by ${kept}. ${limit}`;
  }

  /** Say a state and its fate in sentences. */
  function sentence(f, { start, alpha, steps }) {
    const { short, fixed } = app.numbers;
    const { points } = app.paths.descend(f, start, alpha, steps);
    const fate = app.paths.fate(f, start, alpha);
    const title = FATES.find(([key]) => key === fate.name)?.[1].toLowerCase();
    const x = points.at(-1);
    const made = `${points.length - 1} step${points.length === 2 ? "" : "s"}`;
    const begun = `From ${short(start)} with α = ${short(alpha)}, after ${made}`;
    const reached = `x is ${fixed(x)} and the height ${fixed(f.value(x))}`;
    return `${begun}, ${reached}. ${title ? `This descent ${title}. ` : ""}${rule(fate, alpha)}`;
  }

  app.descentWords = { rows: ROWS, fates: FATES, others: OTHERS, rule, sentence };
})();
