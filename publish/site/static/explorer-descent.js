// The descent explorer: steps against the slope, the trail they leave, and what becomes of them.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const REACH = 5; // how far the start goes to either side of the middle
  const ALPHAS = [0.01, 1.2, 0.01];
  const STEPS = 50;
  const RUN = 6000; // milliseconds of the longest run
  const MOST_DOTS = 200;

  /** Return the range of the slider of learning rates: finer where the present one is. */
  function alphasFor(alpha) {
    const even = Math.abs(alpha / ALPHAS[2] - Math.round(alpha / ALPHAS[2])) < 1e-9;
    const step = even ? ALPHAS[2] : 10 ** (Math.floor(Math.log10(alpha)) - 1);
    return [Math.min(ALPHAS[0], step), Math.max(ALPHAS[1], alpha), step];
  }

  function create(host) {
    const { slider, button, readings, cards, legend, element, write } = app.parts;
    const { Plot, svg, draggable } = app.plots;
    const { rows, fates, others, rule } = app.descentWords;
    let view = null; // the window stays while the start is dragged

    const field = app.formulaField(host.functions, (formula) => set({ function: formula }));
    const set = (part) => {
      runner.stop();
      host.change(part);
    };
    const tenth = (x) => Number(x.toFixed(1));
    const start = slider({
      name: "start",
      hint: "where it begins",
      role: "func",
      format: app.numbers.short,
      change: (x) => set({ start: x }),
    });
    const alpha = app.parts.learningRate(set);
    const steps = slider({
      name: "steps",
      hint: "how many",
      role: "ink",
      format: (n) => String(n),
      change: (n) => set({ steps: n }),
    });
    const one = button("Step", () => set({ steps: host.get().steps + 1 }));
    const run = button(
      "Run",
      () => {
        if (runner.playing()) return runner.stop();
        const goal = Math.max(host.get().steps, 20);
        runner.play(0, goal, (n) => host.change({ steps: n }));
        return write(run, runner.playing() ? "Pause" : "Run");
      },
      "ex-main",
    );
    const back = button("Back to start", () => set({ steps: 0 }));
    const runner = app.parts.player(RUN, () => write(run, "Run"));
    const table = readings(rows);
    const becomes = cards("What becomes of it", fates);
    const verdict = element("p", { class: "ex-verdict" });
    const keys = legend([
      ["ex-curve", "curve f"],
      ["ex-exact-line", "tangent"],
      ["ex-trail-line", "steps"],
    ]);
    const plot = new Plot({
      label: "The curve and the trail of the descent",
      height: (width) => Math.min(480, Math.max(290, 0.68 * width)),
      redraw: host.redraw,
    });
    const strip = new Plot({
      label: "Where it is after each step",
      height: () => 150,
      redraw: host.redraw,
      gutter: { top: 24 },
    });
    const grip = svg("g", { class: "ex-grip ex-func" });
    grip.append(
      svg("circle", { r: 24, class: "ex-halo" }),
      svg("circle", { r: 7, class: "ex-dot" }),
    );
    plot.layers.handles.append(grip);
    plot.layers.handles.setAttribute("aria-hidden", "true"); // the slider moves the same point
    draggable(grip, plot, (x) =>
      set({ start: tenth(Math.min(Math.max(x, plot.xs[0]), plot.xs[1])) }),
    );

    /** Return the window: about the lowest point of a parabola, wide enough for the start. */
    function windowFor(f, next, fresh) {
      const same = view?.formula === next.function && !fresh;
      if (same && next.start >= view.xs[0] && next.start <= view.xs[1]) return view.xs;
      const shape = app.paths.parabola(f);
      const middle = shape && Number.isFinite(shape.level) ? Math.round(shape.level) : 0;
      let half = fresh || !same ? REACH / 2 : REACH;
      while (Math.abs(next.start - middle) > 0.9 * half) half *= 2;
      view = { formula: next.function, xs: [middle - half, middle + half] };
      return view.xs;
    }

    function drawHill(f, points, xs, next) {
      plot.frame(xs, app.numbers.heights(f, ...xs, [f.value(next.start)]), {
        xName: "x",
        yName: "f(x)",
      });
      const dots = points.map((x) => [x, f.value(x)]).filter(([, y]) => Number.isFinite(y));
      const seen = dots.slice(-MOST_DOTS);
      const last = dots.at(-1);
      const slope = app.limits.exactSlope(f, last[0]);
      const back = [...plot.curve(f, { class: "ex-curve" })];
      if (Number.isFinite(slope)) {
        const reach = 0.16 * (xs[1] - xs[0]);
        const flat = Math.min(
          reach,
          (0.5 * (plot.ys[1] - plot.ys[0])) / Math.max(Math.abs(slope), 1e-9),
        );
        const ends = [-flat, flat].map((run) => [last[0] + run, last[1] + slope * run]);
        back.push(plot.path(ends, { class: "ex-exact-line" }));
      }
      seen.slice(1).forEach((dot, i) => {
        back.push(hop(seen[i], dot));
      });
      seen.forEach(([x, y], i) => {
        if (!plot.holds(x, y)) return;
        const old = i < seen.length - 1;
        back.push(
          svg("circle", {
            class: old ? "ex-trail" : "ex-ball",
            r: old ? 4.5 : 9,
            cx: plot.x(x),
            cy: plot.y(y),
          }),
        );
      });
      plot.layers.back.replaceChildren(...back);
      const arrow = plot.beyond(...last, "ex-alpha");
      plot.layers.front.replaceChildren(...(arrow ? [arrow] : []));
      const first = [next.start, f.value(next.start)];
      grip.setAttribute("display", plot.holds(...first) ? "inline" : "none");
      grip.setAttribute(
        "transform",
        `translate(${plot.x(first[0])} ${Number.isFinite(first[1]) ? plot.y(first[1]) : 0})`,
      );
    }

    /** Return the arc of one step, from dot to dot. */
    function hop(from, to) {
      const [x0, y0, x1, y1] = [plot.x(from[0]), plot.y(from[1]), plot.x(to[0]), plot.y(to[1])];
      const lift = Math.min(70, 0.28 * Math.abs(x1 - x0));
      const top = Math.min(y0, y1) - lift;
      const d = `M${x0} ${y0}Q${(x0 + x1) / 2} ${Math.min(top, (y0 + y1) / 2 - 2 * lift)} ${x1} ${y1}`;
      return svg("path", { class: "ex-trail-line", d, fill: "none" });
    }

    function drawStrip(points, xs, shown, level) {
      const last = Math.max(5, shown);
      strip.frame([0, last], xs, {
        xName: "step →",
        xAbove: true,
        yTicks: app.numbers.ticks(...xs, 3),
        yName: "x after each step",
        xTicks: app.numbers.ticks(0, last).filter(Number.isInteger),
      });
      const dots = points.map((x, n) => [n, x]);
      const back = [strip.path(dots, { class: "ex-trail-line" })];
      if (Number.isFinite(level))
        back.unshift(
          strip.path(
            [
              [0, level],
              [last, level],
            ],
            { class: "ex-level" },
          ),
        );
      const visible = dots.filter(([n, x]) => strip.holds(n, x));
      const radius = dots.length > 60 ? 2 : 4;
      const circle = ([n, x]) => {
        const r = n === points.length - 1 ? 6 : radius;
        return svg("circle", { class: "ex-trail", r, cx: strip.x(n), cy: strip.y(x) });
      };
      strip.layers.back.replaceChildren(...back);
      strip.layers.front.replaceChildren(...visible.map(circle));
    }

    function render(next, fresh) {
      const f = host.read(next.function);
      const { fixed, short } = app.numbers;
      const { points, divergedAt } = app.paths.descend(f, next.start, next.alpha, next.steps);
      const fate = app.paths.fate(f, next.start, next.alpha);
      const [x, made] = [points.at(-1), points.length - 1];
      const slope = app.limits.exactSlope(f, x);
      const xs = windowFor(f, next, fresh);
      field.show(next.function);
      const middle = (xs[0] + xs[1]) / 2;
      start.range(Math.min(xs[0], middle - REACH), Math.max(xs[1], middle + REACH), 0.1);
      start.show(next.start);
      alpha.range(...alphasFor(next.alpha));
      alpha.show(next.alpha);
      alpha.mark(fate.curvature > 0 ? 2 / fate.curvature : NaN, "2 / f″");
      steps.range(0, Math.max(STEPS, next.steps), 1);
      steps.show(next.steps);
      table.show({
        step: divergedAt === null ? String(made) : `${made}, then no more`,
        x: fixed(x),
        value: Number.isFinite(f.value(x)) ? fixed(f.value(x)) : "no value",
        slope: Number.isFinite(slope) ? fixed(slope) : "no derivative",
        move: Number.isFinite(slope) ? fixed(-next.alpha * slope) : "none",
        factor: fate.factor === null ? "varies" : short(fate.factor),
      });
      becomes.show(fate.name);
      write(verdict, rule(fate, next.alpha));
      verdict.classList.toggle("ex-active", Boolean(others[fate.name]));
      // A parabola is seen from twice as far where the steps fly away from it.
      const away = fate.name === "flies" && fate.curvature > 0;
      const shown = away ? [xs[0] - (middle - xs[0]), xs[1] + (xs[1] - middle)] : xs;
      drawHill(f, points, shown, next);
      drawStrip(points, shown, next.steps, fate.level);
    }

    const picture = element("figure", { class: "ex-picture" }, keys.element, plot.element);
    const left = element("div", { class: "ex-left" }, picture, strip.element);
    const buttons = element("div", { class: "ex-buttons" }, run, one, back);
    const controls = element(
      "div",
      { class: "ex-controls" },
      field.element,
      alpha.element,
      start.element,
      steps.element,
      buttons,
    );
    const panel = element("div", { class: "ex-panel" }, controls, table.element);
    const body = element("div", { class: "ex-body" }, left, panel);
    return {
      elements: [body, verdict, becomes.element],
      render,
      refuse: field.refuse,
      sentence: (next) => app.descentWords.sentence(host.read(next.function), next),
    };
  }

  app.descentExplorer = {
    title: "Downhill, step by step",
    intro:
      "Each step goes against the slope: x ← x − α · f′(x). Turn α and see five different fates.",
    create,
  };
})();
