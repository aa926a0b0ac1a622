// The curve explorer: a point, a gap, a dashed secant and a tangent, and six live readings.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const REACH = 4.7; // how far x0 goes to either side
  const GAPS = [0.001, 3];
  const RUN = 4000; // milliseconds in which the gap closes
  const DEAD_BAND = 0.15; // within it a pointer finds 0

  /** Return the window's inputs, the range of x0 and the stops of |h| for a state. */
  function windowOf({ x0, h }) {
    const middle = Math.abs(x0) <= REACH ? 0 : Math.round(x0);
    const wide = Math.max(1, Math.abs(h) / GAPS[1]);
    const most = wide > 1 ? Math.abs(h) : GAPS[1];
    return {
      xs: [middle - REACH * wide, middle + REACH * wide],
      gaps: app.numbers.stops(GAPS[0], most),
    };
  }

  function create(host) {
    const { slider, button, choice, toggle, readings, cards, legend, element } = app.parts;
    const { Plot, svg, draggable } = app.plots;
    const { rows, meanings, reasons, why, sameLine, explanation, trim } = app.curveWords;
    const state = () => host.get();
    let explained = false;

    const set = (part) => {
      runner.stop();
      host.change(part);
    };

    const snap = (x) => (Math.abs(x) < DEAD_BAND ? 0 : x);
    const tenth = (x) => Number(x.toFixed(1));
    const field = app.formulaField(host.functions, (formula) => host.change({ function: formula }));
    const point = slider({
      name: "x₀",
      hint: "the point",
      role: "func",
      format: (x) => app.numbers.short(x),
      snap,
      change: (x0) => host.change({ x0 }),
    });
    const gap = slider({
      name: "|h|",
      hint: "size of the gap",
      role: "run",
      format: (h) => app.numbers.short(h),
      change: (size) => set({ h: Math.sign(state().h) * size }),
    });
    const side = choice(
      "Second point",
      [
        ["-", "left, h < 0"],
        ["+", "right, h > 0"],
      ],
      (sign) => set({ h: Math.abs(state().h) * (sign === "-" ? -1 : 1) }),
    );
    const shrink = button(
      "Shrink the gap",
      () => {
        if (runner.playing()) return runner.stop();
        const { gaps } = windowOf(state());
        const sign = Math.sign(state().h);
        const from = app.numbers.nearest(gaps, Math.abs(state().h));
        runner.play(0, from, (n) => host.change({ h: sign * gaps[from - n] }));
        return app.parts.write(shrink, runner.playing() ? "Pause" : "Shrink the gap");
      },
      "ex-main",
    );
    const runner = app.parts.player(RUN, () => app.parts.write(shrink, "Shrink the gap"));
    const reason = toggle("Why is there an error?", (on) => {
      explained = on;
      host.redraw();
    });
    const told = element("p", { class: "ex-told", hidden: true });
    const note = element("p", { class: "ex-verdict ex-active", hidden: true });
    const table = readings(rows);
    const meaning = cards("What the sign of the slope says", meanings, "ex-three");
    const keys = legend([
      ["ex-curve", ""],
      ["ex-exact-line", ""],
      ["ex-approx-line", ""],
    ]);
    const plot = new Plot({
      label: "The curve with its secant and tangent",
      height: (width) => Math.min(560, Math.max(310, 0.74 * width)),
      redraw: host.redraw,
      gutter: { bottom: app.curveLabels.room },
    });
    const [near, far] = ["func", "approx"].map((role) => svg("g", { class: `ex-grip ex-${role}` }));
    for (const grip of [near, far]) {
      grip.append(
        svg("circle", { r: 24, class: "ex-halo" }),
        svg("circle", { r: 8, class: "ex-dot" }),
      );
    }
    plot.layers.handles.append(far, near);
    plot.layers.handles.setAttribute("aria-hidden", "true"); // the sliders move the same points
    const within = (x) => Math.min(Math.max(x, plot.xs[0]), plot.xs[1]);
    draggable(near, plot, (x) => host.change({ x0: tenth(snap(within(x))) }));
    draggable(far, plot, (x) => {
      const gaps = windowOf(state()).gaps;
      const h = x - state().x0;
      const size = gaps[app.numbers.nearest(gaps, Math.abs(h))];
      set({ h: (h < 0 ? -1 : 1) * size });
    });

    function place(grip, x, y) {
      const shown = Number.isFinite(y) && plot.holds(x, y);
      grip.setAttribute("display", shown ? "inline" : "none");
      if (shown) grip.setAttribute("transform", `translate(${plot.x(x)} ${plot.y(y)})`);
    }

    function draw(f, reading) {
      const { x0, h, value, slope, quotient } = reading;
      const { xs } = windowOf(reading);
      plot.frame(xs, app.numbers.heights(f, ...xs), { xName: "x", yName: "f(x)" });
      const end = [x0 + h, f.value(x0 + h)];
      const here = [x0, value];
      const back = [...plot.curve(f, { class: "ex-curve" })];
      const front = [];
      for (const [x, y] of [here, end]) {
        if (Number.isFinite(y))
          back.push(
            plot.path(
              [
                [x, y],
                [x, plot.ys[0]],
              ],
              { class: "ex-drop" },
            ),
          );
      }
      if (Number.isFinite(slope)) back.push(plot.line(here, slope, { class: "ex-exact-line" }));
      if (Number.isFinite(quotient)) {
        back.push(
          plot.path([here, [end[0], value]], { class: "ex-run-line" }),
          plot.path([[end[0], value], end], { class: "ex-rise-line" }),
          plot.line(here, quotient, { class: "ex-approx-line" }),
        );
      }
      const misses = explained && Number.isFinite(reading.error) && !sameLine(f, reading);
      if (misses) back.push(...missMarks(reading, end));
      front.push(...app.curveLabels.feet(plot, reading));
      front.push(...app.curveLabels.labels(plot, reading, end, misses));
      const arrow = plot.beyond(...end, "ex-approx");
      if (arrow) front.push(arrow);
      plot.layers.back.replaceChildren(...back);
      plot.layers.front.replaceChildren(...front);
      place(near, ...here);
      place(far, ...end);
    }

    function missMarks({ value, slope, h }, end) {
      const tangent = [end[0], value + slope * h];
      return [
        plot.path([tangent, end], { class: "ex-miss-bar" }),
        svg("circle", { class: "ex-end", r: 5, cx: plot.x(tangent[0]), cy: plot.y(tangent[1]) }),
      ];
    }

    function render(next) {
      const f = host.read(next.function);
      const reading = app.limits.panel(f, next.x0, next.h);
      const { xs, gaps } = windowOf(next);
      const { fixed, plus, short } = app.numbers;
      const missing = why(f, reading);
      field.show(next.function);
      point.range(xs[0], xs[1], 0.1);
      point.show(next.x0);
      gap.list(gaps);
      gap.show(Math.abs(next.h));
      side.show(next.h < 0 ? "-" : "+");
      table.show({
        x0: fixed(reading.x0),
        value: missing === "outside" ? "no value" : fixed(reading.value),
        slope: missing ? "no derivative" : fixed(reading.slope),
        h: Math.abs(reading.h) < GAPS[0] ? short(reading.h) : fixed(reading.h),
        quotient: Number.isNaN(reading.quotient) ? "no value" : fixed(reading.quotient),
        error: Number.isNaN(reading.error) ? "none" : plus(reading.error),
      });
      meaning.show(reading.state);
      keys.show([
        "curve f",
        missing ? "no tangent here" : "tangent",
        Number.isNaN(reading.quotient) ? "no secant here" : "secant",
      ]);
      const remark = missing
        ? `At x₀ = ${trim(next.x0)} ${reasons[missing]}.`
        : sameLine(f, reading);
      note.hidden = !remark;
      app.parts.write(note, remark);
      told.hidden = !explained;
      app.parts.write(told, explained ? explanation(f, reading) : "");
      draw(f, reading);
    }

    const picture = element("figure", { class: "ex-picture" }, keys.element, plot.element);
    const controls = element(
      "div",
      { class: "ex-controls" },
      field.element,
      point.element,
      gap.element,
      side.element,
      element("div", { class: "ex-buttons" }, shrink),
    );
    const panel = element("div", { class: "ex-panel" }, controls, table.element);
    const left = element("div", { class: "ex-left" }, picture, note, reason.element, told);
    const body = element("div", { class: "ex-body" }, left, panel);
    return {
      elements: [body, meaning.element],
      render,
      refuse: field.refuse,
      sentence: (next) => {
        const f = host.read(next.function);
        return app.curveWords.sentence(f, app.limits.panel(f, next.x0, next.h));
      },
    };
  }

  app.curveExplorer = {
    title: "One point, one gap",
    intro: "Drag the two points, or use the sliders. Does the secant ever become the tangent?",
    create,
  };
})();
