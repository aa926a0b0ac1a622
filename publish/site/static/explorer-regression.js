// The regression explorer: a line on its way to points that can be moved.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const ALPHAS = [0.0001, 1];
  const EPOCHS = 100; // of a run that nothing else tells the length of
  const LONGEST = 10000;
  const FEWEST = 2;
  const MOST = 12;
  const RUN = 3000; // milliseconds of a run
  const PLAYED = 60; // how many pictures of a run
  const ROOM = 0.18;
  const TOP = 12; // power of ten up to which the loss is drawn, as it is written
  const ROWS = [
    ["w", "w", "the line’s slope", "ex-func"],
    ["b", "b", "its height at x = 0", "ex-func"],
    ["loss", "J", "mean squared miss", "ex-approx"],
    ["best", "least J", "of the best line"],
    ["limit", "limit of α", "2 / largest curvature", "ex-alpha"],
  ];

  /** Return the stops of the slider of epochs: each one first, then ever larger strides. */
  function epochStops(most) {
    const list = [0];
    const tops = [
      [20, 1],
      [100, 5],
      [500, 20],
      [2000, 100],
      [most, 500],
    ];
    for (const [top, stride] of tops) {
      while (list.at(-1) + stride <= Math.min(top, most)) list.push(list.at(-1) + stride);
    }
    if (list.at(-1) !== most) list.push(most);
    return list;
  }

  /** Return the line of least loss, or null where the points stand on a vertical line. */
  function bestLine(points) {
    const { xx, x, xy, y, isBowl } = app.paths.bowl(points);
    if (!isBowl) return null;
    const w = (2 * xy - x * y) / (2 * xx - x * x);
    return [w, (y - x * w) / 2];
  }

  function windowOf(points) {
    const spans = [0, 1].map((axis) => {
      const values = points.map((point) => point[axis]);
      const [low, high] = [Math.min(0, ...values), Math.max(...values)];
      const size = Math.max(high - low, 1);
      const step = app.numbers.roundStep(size, 10);
      const start = low < 0 ? Math.floor((low - ROOM * size) / step) * step : -step;
      return [start, Math.ceil((high + ROOM * size) / step) * step];
    });
    return { xs: spans[0], ys: spans[1] };
  }

  /** Say what becomes of the line with this learning rate. */
  function verdict({ alpha }, { limit, low, isBowl }) {
    const { short } = app.numbers;
    if (!isBowl) return "All points have the same x: no single line is the best.";
    if (alpha > limit) {
      const above = `α = ${short(alpha)} is above the limit ${short(limit)}`;
      return `It diverges: ${above}, and each epoch overshoots by more.`;
    }
    if (alpha === limit) return "It bounces for ever: α is the limit itself.";
    const slow = Math.abs(1 - alpha * low);
    const fast = Math.abs(1 - alpha * (2 / limit));
    const kept = `${short(100 * Math.max(slow, fast), 4)} %`;
    return `It converges: each epoch keeps at most ${kept} of the distance to the best line.`;
  }

  function create(host) {
    const { slider, button, readings, legend, element, write } = app.parts;
    const { Plot, svg } = app.plots;
    let view = null;
    let goal = host.first.epochs || EPOCHS;

    const set = (part) => {
      runner.stop();
      host.change(part);
    };
    const alpha = app.parts.learningRate(set);
    const epochs = slider({
      name: "epochs",
      hint: "steps of the line",
      role: "ink",
      format: (n) => String(n),
      change: (n) => {
        goal = n || goal;
        set({ epochs: n });
      },
    });
    const run = button(
      "",
      () => {
        if (runner.playing()) return runner.stop();
        const frames = Math.min(goal, PLAYED);
        const at = (i) => (i === frames ? goal : Math.round((goal + 1) ** (i / frames) - 1));
        runner.play(0, frames, (i) => host.change({ epochs: at(i) }));
        return nameRun();
      },
      "ex-main",
    );
    const runner = app.parts.player(RUN, () => write(run, "Run again"));
    const nameRun = () => {
      if (runner.playing()) write(run, "Pause");
      else write(run, host.get().epochs === 0 ? `▶ Run ${goal} epochs` : "Run again");
    };
    const add = button("Add point", () => {
      const { points } = host.get();
      const [xs, ys] = [view.xs, view.ys].map(([low, high]) =>
        Number((low + 0.5 * (high - low)).toFixed(1)),
      );
      set({ points: [...points, [xs, ys]] });
      marks.focus(points.length);
    });
    const take = button("Remove point", () => remove(marks.chosen()));
    const remove = (place) => {
      const { points } = host.get();
      if (points.length <= FEWEST) return;
      set({ points: points.filter((_, i) => i !== place) });
      marks.focus(Math.min(place, points.length - 2));
    };
    const table = readings(ROWS);
    const told = element("p", { class: "ex-verdict", role: "note" });
    const keys = legend([
      ["ex-curve", "line ŷ = w · x + b"],
      ["ex-miss", "misses ŷ − y"],
      ["ex-level", "best line"],
    ]);
    const plot = new Plot({
      label: "Points and the line; the arrow keys move a focused point, Delete removes it",
      height: (width) => Math.min(460, Math.max(280, 0.62 * width)),
      redraw: host.redraw,
      role: "group",
    });
    const strip = new Plot({
      label: "The loss after each epoch",
      height: () => 150,
      redraw: host.redraw,
      gutter: { top: 24 },
    });
    const marks = app.movablePoints(plot, { change: (points) => set({ points }), remove });

    function drawLine({ points }, [w, b], best) {
      plot.frame(view.xs, view.ys, { xName: "x", yName: "y" });
      const back = [];
      if (best) back.push(plot.line([0, best[1]], best[0], { class: "ex-level" }));
      for (const [x, y] of points) {
        back.push(
          plot.path(
            [
              [x, y],
              [x, w * x + b],
            ],
            { class: "ex-miss" },
          ),
        );
      }
      const finite = Math.abs(w) < 1e12 && Math.abs(b) < 1e12;
      const middle = (plot.xs[0] + plot.xs[1]) / 2;
      if (finite) back.push(plot.line([middle, w * middle + b], w, { class: "ex-curve" }));
      plot.layers.back.replaceChildren(...back);
      const arrow = plot.beyond(points.at(-1)[0], w * points.at(-1)[0] + b, "ex-func");
      plot.layers.front.replaceChildren(...(arrow ? [arrow] : []));
      marks.show(points);
    }

    /** Draw the loss on a scale of powers of ten, at two hundred epochs at most. */
    function drawStrip({ points, epochs: wanted }, path) {
      const stride = Math.max(1, Math.ceil(path.length / 200));
      const dots = [];
      for (
        let i = 0;
        i < path.length;
        i += i + stride < path.length || i === path.length - 1 ? stride : path.length - 1 - i
      ) {
        dots.push([i, Math.log10(Math.max(app.paths.loss(points, ...path[i]), 1e-12))]);
      }
      const powers = dots.map(([, power]) => power).filter(Number.isFinite);
      const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers) + 1e-9)];
      const top = Math.max(low + 1, Math.min(high, TOP));
      const every = Math.ceil((top - low) / 3);
      const decades = Array.from(
        { length: Math.floor((top - low) / every) + 1 },
        (_, i) => low + i * every,
      );
      const last = Math.max(5, wanted);
      strip.frame([0, last], [low, top], {
        xName: "epoch →",
        xAbove: true,
        yName: "loss J",
        xTicks: app.numbers.ticks(0, last).filter(Number.isInteger),
        yTicks: decades,
        yFormat: (power) =>
          Math.abs(power) <= 3
            ? app.numbers.short(10 ** power)
            : app.numbers.scientific(10 ** power).replace("1.00 × ", ""),
      });
      const known = dots.filter(([, power]) => Number.isFinite(power));
      const end = known.find(([, power]) => power > top) ?? known.at(-1);
      strip.layers.back.replaceChildren(strip.path(known, { class: "ex-loss-line" }));
      const dot = svg("circle", {
        class: "ex-loss-dot",
        r: 6,
        cx: strip.x(end[0]),
        cy: strip.y(end[1]),
      });
      strip.layers.front.replaceChildren(strip.beyond(...end, "ex-approx") ?? dot);
    }

    function render(next, fresh) {
      const { fixed, short } = app.numbers;
      const { points } = next;
      const outside =
        !view ||
        points.some(
          ([x, y]) => x < view.xs[0] || x > view.xs[1] || y < view.ys[0] || y > view.ys[1],
        );
      if (fresh || outside) view = windowOf(points);
      if (fresh) goal = next.epochs || goal;
      nameRun();
      const shape = app.paths.bowl(points);
      const { path } = app.paths.regress(points, next.alpha, next.epochs);
      const [w, b] = path.at(-1);
      const best = bestLine(points);
      alpha.list(
        app.numbers.stops(Math.min(ALPHAS[0], next.alpha), Math.max(ALPHAS[1], next.alpha)),
      );
      alpha.show(next.alpha);
      alpha.mark(shape.limit || NaN, "limit");
      epochs.list(epochStops(Math.max(LONGEST, next.epochs)));
      epochs.show(next.epochs);
      table.show({
        w: fixed(w),
        b: fixed(b),
        loss: fixed(app.paths.loss(points, w, b)),
        best: best ? fixed(app.paths.loss(points, ...best)) : "none",
        limit: shape.limit ? short(shape.limit) : "none",
      });
      add.disabled = points.length >= MOST;
      take.disabled = points.length <= FEWEST;
      write(told, verdict(next, shape));
      told.classList.toggle("ex-alarm", next.alpha > shape.limit);
      drawLine(next, [w, b], best);
      drawStrip(next, path);
    }

    function sentence(next) {
      const { path } = app.paths.regress(next.points, next.alpha, next.epochs);
      const [w, b] = path.at(-1);
      const { fixed } = app.numbers;
      const loss = fixed(app.paths.loss(next.points, w, b));
      const line = `w is ${fixed(w)}, b is ${fixed(b)} and the loss is ${loss}`;
      const begun = `${next.points.length} points. After ${path.length - 1} epochs ${line}.`;
      return `${begun} ${verdict(next, app.paths.bowl(next.points))}`;
    }

    const picture = element("figure", { class: "ex-picture" }, keys.element, plot.element);
    const left = element("div", { class: "ex-left" }, picture, strip.element);
    const buttons = element("div", { class: "ex-buttons" }, run, add, take);
    const controls = element(
      "div",
      { class: "ex-controls" },
      alpha.element,
      epochs.element,
      buttons,
    );
    const panel = element("div", { class: "ex-panel" }, controls, told, table.element);
    return {
      elements: [element("div", { class: "ex-body" }, left, panel)],
      render,
      sentence,
    };
  }

  app.regressionExplorer = {
    title: "A line learns",
    intro:
      "Press Run: the line walks down its loss. Drag the points, or move them with the arrow keys.",
    opening: (state) => ({ ...state, epochs: 0 }), // its end is what a run is there to show
    create,
  };
})();
