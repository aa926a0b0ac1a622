// Plots: a scale, round ticks, clipped layers, and points that can be dragged.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const GUTTER = { left: 50, right: 26, top: 26, bottom: 34 };
  const NARROW = 480; // a plot of fewer pixels has slim gutters
  const NARROWEST = 120; // a plot of fewer pixels has no room between its gutters: it waits
  const SLIM = { left: 38, right: 16 };
  const FAR = 20; // what lies farther out is drawn this many windows beyond the window, which SVG can still draw
  let plots = 0;

  /** Make an SVG element; `text` becomes its text, all else an attribute. */
  function svg(name, { text, ...attributes } = {}, ...children) {
    const element = document.createElementNS(NAMESPACE, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (text !== undefined) element.textContent = text;
    element.append(...children);
    return element;
  }

  /** Return where a value lies in a window, 0 at its low end and 1 at its high end. */
  function share(value, [low, high]) {
    return Math.min(Math.max((value - low) / (high - low), -FAR), FAR);
  }

  class Plot {
    /**
     * `height(width)` gives the height in pixels; `redraw` is called when the size changes; a
     * picture whose points can be focused has the role of a group.
     */
    constructor({ label, height, redraw, gutter = {}, role = "img" }) {
      plots += 1;
      this.clip = `explorer-clip-${plots}`;
      this.height = height;
      this.wide = { ...GUTTER, ...gutter };
      this.window = svg("rect");
      this.layers = {};
      this.element = svg("svg", { class: "ex-plot", role, "aria-label": label });
      this.element.append(svg("defs", {}, svg("clipPath", { id: this.clip }, this.window)));
      for (const name of ["axes", "back", "front", "handles"]) {
        const attributes = name === "back" ? { "clip-path": `url(#${this.clip})` } : {};
        const hidden = name === "handles" ? {} : { "aria-hidden": "true" };
        this.layers[name] = svg("g", { ...attributes, ...hidden });
        this.element.append(this.layers[name]);
      }
      this.redraw = redraw;
      this.size = [640, height(640)];
      new ResizeObserver(() => this.measure()).observe(this.element);
    }

    measure() {
      const width = Math.round(this.element.clientWidth);
      if (width < NARROWEST || width === this.size[0]) return;
      this.size = [width, Math.round(this.height(width))];
      this.redraw();
    }

    /** Set the window in lesson coordinates and draw its axes. */
    frame([left, right], [bottom, top], { xName, yName, xAbove, xTicks, yTicks, yFormat }) {
      const [width, height] = this.size;
      const gutter = width < NARROW ? { ...this.wide, ...SLIM } : this.wide;
      this.element.setAttribute("viewBox", `0 0 ${width} ${height}`);
      this.element.setAttribute("height", height);
      this.xs = [left, right];
      this.ys = [bottom, top];
      this.box = [gutter.left, gutter.top, width - gutter.right, height - gutter.bottom];
      const [x0, y0, x1, y1] = this.box;
      const sides = { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
      for (const [key, value] of Object.entries(sides)) this.window.setAttribute(key, value);
      const marks = [svg("rect", { class: "ex-field", ...sides, rx: 6 })];
      for (const value of xTicks ?? app.numbers.ticks(left, right)) {
        const x = this.x(value);
        marks.push(
          svg("line", { class: value ? "ex-grid" : "ex-axis", x1: x, x2: x, y1: y0, y2: y1 }),
        );
        const text = app.numbers.short(value);
        marks.push(svg("text", { class: "ex-tick", x, y: y1 + 20, "text-anchor": "middle", text }));
      }
      for (const value of yTicks ?? app.numbers.ticks(bottom, top)) {
        const y = this.y(value);
        const zero = value === 0 && !yFormat;
        marks.push(
          svg("line", { class: zero ? "ex-axis" : "ex-grid", x1: x0, x2: x1, y1: y, y2: y }),
        );
        const text = (yFormat ?? app.numbers.short)(value);
        marks.push(
          svg("text", { class: "ex-tick", x: x0 - 8, y: y + 5, "text-anchor": "end", text }),
        );
      }
      marks.push(svg("text", { class: "ex-name", x: x0, y: y0 - 9, text: yName }));
      const beside = { x: x1 + 9, y: y1 + 5 };
      const place = xAbove ? { x: x1, y: y0 - 9, "text-anchor": "end" } : beside;
      marks.push(svg("text", { class: "ex-name", ...place, text: xName }));
      this.layers.axes.replaceChildren(...marks);
    }

    x(value) {
      return this.box[0] + share(value, this.xs) * (this.box[2] - this.box[0]);
    }

    y(value) {
      return this.box[3] - share(value, this.ys) * (this.box[3] - this.box[1]);
    }

    /** Return the lesson coordinates under a pointer. */
    under(event) {
      const area = this.element.getBoundingClientRect();
      const [x0, y0, x1, y1] = this.box;
      const shares = [
        ((event.clientX - area.left) * (this.size[0] / area.width) - x0) / (x1 - x0),
        (y1 - (event.clientY - area.top) * (this.size[1] / area.height)) / (y1 - y0),
      ];
      return [
        this.xs[0] + shares[0] * (this.xs[1] - this.xs[0]),
        this.ys[0] + shares[1] * (this.ys[1] - this.ys[0]),
      ];
    }

    holds(x, y) {
      return x >= this.xs[0] && x <= this.xs[1] && y >= this.ys[0] && y <= this.ys[1];
    }

    /** Return a path through points [x, y]. */
    path(points, attributes) {
      const parts = points.map(([x, y]) => `${this.x(x).toFixed(2)} ${this.y(y).toFixed(2)}`);
      return svg("path", { d: `M${parts.join("L")}`, fill: "none", ...attributes });
    }

    /** Return the paths of a curve. */
    curve(f, attributes) {
      const height = this.ys[1] - this.ys[0];
      const pieces = app.samples.stretches(f, ...this.xs, height);
      return pieces.map((points) => this.path(points, attributes));
    }

    /** Return a line through a point with a slope, from edge to edge. */
    line([x, y], slope, attributes) {
      const [left, right] = this.xs;
      const reach = (FAR / 2) * (this.ys[1] - this.ys[0]);
      const run = Math.min(right - left, reach / Math.max(Math.abs(slope), 1e-12));
      const ends = [x - run, x + run].map((at) => [at, y + slope * (at - x)]);
      return this.path(ends, attributes);
    }

    /** Return an arrow at the edge of the window that points to what lies beyond, or null. */
    beyond(x, y, className) {
      if (this.holds(x, y) || !Number.isFinite(y)) return null;
      const [x0, y0, x1, y1] = this.box;
      const inset = 16;
      const at = [
        Math.min(Math.max(this.x(x), x0 + inset), x1 - inset),
        Math.min(Math.max(this.y(y), y0 + inset), y1 - inset),
      ];
      const angle = (Math.atan2(this.y(y) - at[1], this.x(x) - at[0]) * 180) / Math.PI;
      return svg("path", {
        class: `ex-beyond ${className}`,
        d: "M-9 -9L10 0L-9 9L-4 0Z",
        transform: `translate(${at[0].toFixed(1)} ${at[1].toFixed(1)}) rotate(${angle.toFixed(1)})`,
      });
    }
  }

  /** Let a pointer drag an element of a plot: `move(x, y)` while it goes, `done()` at its end. */
  function draggable(element, plot, move, done = () => {}) {
    element.classList.add("ex-handle");
    element.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      element.setPointerCapture(event.pointerId);
      element.focus?.({ preventScroll: true });
    });
    element.addEventListener("pointermove", (event) => {
      if (element.hasPointerCapture(event.pointerId)) move(...plot.under(event));
    });
    for (const end of ["pointerup", "pointercancel"]) element.addEventListener(end, () => done());
  }

  app.plots = { Plot, svg, draggable };
})();
