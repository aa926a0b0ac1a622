// The labels of the curve explorer: the names of its inputs, of the gap, the rise and the miss.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const MISS_WORD = 110; // pixels that the label of the miss takes
  const READABLE = 34; // pixels of a side that is long enough to have a name
  const ROOM = 56; // pixels under the axis: its numbers, and a lane that no line crosses
  const LANE = 42; // pixels from the axis down to the names in the lane
  const FOOT = 4; // half the width of the mark of an input on the axis
  const NAMES = [
    ["x₀", 20],
    ["x₀ + h", 56],
  ];
  const CLOSE = 60; // two inputs that are nearer have their names on the outer sides
  const BEFORE = { start: 0, middle: 0.5, end: 1 }; // share of a name that stands before its place

  /** Return how far names have to move so that none leaves the picture. */
  function shift(names, width) {
    const starts = names.map(({ at, anchor, size }) => at - BEFORE[anchor] * size);
    const ends = names.map(({ size }, i) => starts[i] + size);
    return Math.max(0, -Math.min(...starts)) - Math.max(0, Math.max(...ends) - width);
  }

  /** Return the names of the two inputs in the lane under the axis, each with a small mark. */
  function feet(plot, { x0, h }) {
    const { svg } = app.plots;
    const inputs = [x0, x0 + h];
    const isClose = Math.abs(plot.x(inputs[1]) - plot.x(x0)) < CLOSE;
    const outer = h > 0 ? ["end", "start"] : ["start", "end"];
    const names = NAMES.map(([text, size], i) => {
      const anchor = isClose ? outer[i] : "middle";
      const away = FOOT * (1 - 2 * BEFORE[anchor]);
      return { text, size, anchor, input: inputs[i], at: plot.x(inputs[i]) + away };
    }).filter(({ input }) => input >= plot.xs[0] && input <= plot.xs[1]);
    const [bottom, width] = [plot.box[3], plot.size[0]];
    return names.flatMap((name) => {
      const x = name.at + shift(isClose ? names : [name], width);
      const d = `M${plot.x(name.input)} ${bottom}l${FOOT} 7h-${2 * FOOT}Z`;
      const place = { x, y: bottom + LANE, "text-anchor": name.anchor, text: name.text };
      return [
        svg("path", { class: "ex-foot", d }),
        svg("text", { class: "ex-label ex-outside", ...place }),
      ];
    });
  }

  /** Return the names of the gap and, at the second point, of the miss or else of the rise. */
  function labels(plot, { x0, h, value, slope, quotient }, end, misses) {
    const list = [];
    if (!Number.isFinite(quotient)) return list;
    const [x1, y1, x2, y2] = plot.box;
    const add = (text, x, y, anchor, role) => {
      if (x < x1 || x > x2 || y < y1 || y > y2) return;
      const place = { x, y, "text-anchor": anchor, text };
      list.push(app.plots.svg("text", { class: `ex-label ${role}`, ...place }));
    };
    const inside = (y) => Math.min(Math.max(y, y1), y2);
    const side = h > 0 ? 1 : -1;
    const [left, right] = side > 0 ? ["end", "start"] : ["start", "end"];
    const [here, there] = [plot.x(x0), plot.x(end[0])];
    const [low, high] = [plot.y(value), plot.y(end[1])];
    if (Math.abs(there - here) > READABLE) {
      add("h", (there + here) / 2, low + (low < high ? -8 : 18), "middle", "ex-run");
    }
    if (misses) {
      const miss = (quotient - slope) * h;
      const [from, to] = [end[1], end[1] - miss].map((y) => inside(plot.y(y)));
      const room = side > 0 ? x2 - there : there - x1;
      const turned = room < MISS_WORD ? -1 : 1;
      const anchor = turned > 0 ? right : left;
      const text = `miss ${app.curveWords.trim(miss)}`;
      add(text, there + 12 * side * turned, (from + to) / 2 + 5, anchor, "ex-approx");
    } else if (Math.abs(low - high) > READABLE) {
      add("Δf", there + 9 * side, (inside(high) + inside(low)) / 2, right, "ex-rise");
    }
    return list;
  }

  app.curveLabels = { feet, labels, room: ROOM };
})();
