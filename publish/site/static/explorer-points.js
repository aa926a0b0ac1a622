// Data points on a plot: dragged with a pointer, moved with the arrow keys, added and removed.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const LARGE_STEP = 5; // with Shift
  const STEPS = 50; // how many key strokes cross the window

  /**
   * The movable points of a plot. `change(points)` hears of every move; `chosen()` tells which
   * point was touched last; `held()` whether one is in a hand.
   */
  function movablePoints(plot, { change, remove }) {
    const { svg, draggable } = app.plots;
    const { short, roundStep } = app.numbers;
    const grips = [];
    let points = [];
    let chosen = 0;
    let held = false;

    const steps = () => [plot.xs, plot.ys].map(([low, high]) => roundStep(high - low, STEPS));
    const clean = (value, step) => Number((Math.round(value / step) * step).toPrecision(12));

    function move(place, x, y) {
      const [dx, dy] = steps();
      const inside = (value, [low, high]) => Math.min(Math.max(value, low), high);
      const to = [clean(inside(x, plot.xs), dx), clean(inside(y, plot.ys), dy)];
      change(points.map((point, i) => (i === place ? to : point)));
    }

    function make(place) {
      const grip = svg("g", { class: "ex-grip ex-point", tabindex: "0", role: "slider" });
      grip.append(
        svg("circle", { r: 24, class: "ex-halo" }),
        svg("circle", { r: 13, class: "ex-focus" }),
        svg("circle", { r: 8, class: "ex-dot" }),
      );
      draggable(
        grip,
        plot,
        (x, y) => {
          held = true;
          move(place, x, y);
        },
        () => {
          held = false;
          change(points);
        },
      );
      grip.addEventListener("focus", () => (chosen = place));
      grip.addEventListener("keydown", (event) => {
        const way = KEYS[event.key];
        if (event.key === "Delete" || event.key === "Backspace") remove(place);
        else if (way) {
          const [dx, dy] = steps().map((step) => step * (event.shiftKey ? LARGE_STEP : 1));
          move(place, points[place][0] + way[0] * dx, points[place][1] + way[1] * dy);
        } else return;
        event.preventDefault();
      });
      return grip;
    }

    function show(next) {
      points = next;
      while (grips.length > points.length) grips.pop().remove();
      while (grips.length < points.length) {
        grips.push(make(grips.length));
        plot.layers.handles.append(grips.at(-1));
      }
      chosen = Math.min(chosen, points.length - 1);
      points.forEach(([x, y], i) => {
        const attributes = {
          transform: `translate(${plot.x(x).toFixed(1)} ${plot.y(y).toFixed(1)})`,
          "aria-label": `Point ${i + 1} of ${points.length}`,
          "aria-valuetext": `x ${short(x)}, y ${short(y)}`,
          "aria-valuenow": y,
          "aria-valuemin": plot.ys[0],
          "aria-valuemax": plot.ys[1],
        };
        for (const [key, value] of Object.entries(attributes)) grips[i].setAttribute(key, value);
      });
    }

    return {
      show,
      chosen: () => chosen,
      held: () => held,
      focus: (place) => grips[place]?.focus(),
    };
  }

  app.movablePoints = movablePoints;
})();
