// Parts: sliders, switches, buttons, readings and the voice that reads a state aloud.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const QUIET = 600; // milliseconds without a change before a state is read aloud
  const BUSY = new Set(["pointerdown", "touchstart"]);
  let parts = 0;

  const newId = (word) => `explorer-${word}-${(parts += 1)}`;

  /** Make an element; `text` becomes its text, `on` its listeners, all else an attribute. */
  function element(name, { text, on = {}, ...attributes } = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== false)
        made.setAttribute(key, value === true ? "" : value);
    }
    if (text !== undefined) made.textContent = text;
    for (const [event, listener] of Object.entries(on)) made.addEventListener(event, listener);
    made.append(...children);
    return made;
  }

  /** Write text into an element where it differs, so that nothing is announced twice. */
  function write(target, text) {
    if (target.textContent !== text) target.textContent = text;
  }

  /**
   * A native slider with its name and its value; `range` or, where its stops are not even, `list`
   * says which values it has. `snap(value)` moves a value that a pointer chose; `change(value)`
   * hears of every move.
   */
  function slider({ name, hint, role, format, snap, change }) {
    const id = newId("slider");
    const input = element("input", { type: "range", id });
    const output = element("output", { for: id, class: "ex-value" });
    const mark = element("span", { class: "ex-mark", hidden: true, "aria-hidden": "true" });
    const title = element("span", {}, element("b", { text: name }), ` ${hint ?? ""}`);
    const label = element("label", { for: id }, title, output);
    const track = element("div", { class: "ex-track" }, input, mark);
    const whole = element("div", { class: `ex-slider ex-${role}` }, label, track);
    let stops = null;
    let [min, max, step] = [0, 1, 1];
    let held = false;
    for (const event of ["pointerdown", "touchstart", "pointerup", "touchend", "pointercancel"]) {
      input.addEventListener(event, () => (held = BUSY.has(event)), { passive: true });
    }
    input.addEventListener("input", () => {
      const chosen = stops ? stops[Number(input.value)] : Number(input.value);
      change(held && snap ? snap(chosen) : chosen);
    });

    const place = (value) => (stops ? app.numbers.nearest(stops, value) : value);
    const share = (value) => (place(value) - input.min) / (input.max - input.min || 1);

    return {
      element: whole,
      input,
      range(...evenly) {
        [min, max, step] = evenly;
        Object.assign(input, { min, max, step });
      },
      list(next) {
        stops = next;
        Object.assign(input, { min: 0, max: stops.length - 1, step: 1 });
      },
      show(value, text = format(value)) {
        input.value = place(value);
        input.setAttribute("aria-valuetext", text);
        write(output, text);
        input.style.setProperty("--filled", `${(100 * share(value)).toFixed(2)}%`);
      },
      /** Mark a value on the track, or none. */
      mark(value, text) {
        mark.hidden = !(value >= (stops ? stops[0] : min) && value <= (stops ? stops.at(-1) : max));
        if (mark.hidden) return;
        mark.style.setProperty("--at", share(value).toFixed(4));
        mark.classList.toggle("ex-mark-late", share(value) > 0.75);
        write(mark, text);
      },
    };
  }

  const button = (text, click, className = "") =>
    element("button", { type: "button", class: `ex-button ${className}`, text, on: { click } });

  /** A switch that is on or off: a native checkbox with its words. */
  function toggle(text, change) {
    const id = newId("toggle");
    const input = element("input", { type: "checkbox", id, role: "switch" });
    input.addEventListener("change", () => change(input.checked));
    const label = element(
      "label",
      { class: "ex-toggle", for: id },
      input,
      element("span", { text }),
    );
    return { element: label, input };
  }

  /** Two choices side by side, one of which holds. */
  function choice(legend, options, change) {
    const name = newId("choice");
    const inputs = options.map(([value]) => element("input", { type: "radio", name, value }));
    const labels = options.map(([, text], i) =>
      element("label", {}, inputs[i], element("span", { text })),
    );
    for (const input of inputs) input.addEventListener("change", () => change(input.value));
    const title = element("legend", { text: legend });
    return {
      element: element("fieldset", { class: "ex-choice" }, title, ...labels),
      show(value) {
        for (const input of inputs) input.checked = input.value === value;
      },
    };
  }

  /** Rows of readings: [key, name, meaning] each; `show({key: text})` writes the values. */
  function readings(rows) {
    const values = {};
    const entries = rows.map(([key, name, meaning, role = ""]) => {
      values[key] = element("dd");
      const term = element(
        "dt",
        {},
        element("b", { text: name }),
        element("small", { text: meaning }),
      );
      return element("div", { class: `ex-row ${role}` }, term, values[key]);
    });
    return {
      element: element("dl", { class: "ex-readings" }, ...entries),
      show(texts) {
        for (const [key, text] of Object.entries(texts)) write(values[key], text);
      },
    };
  }

  /** Cards of which one holds: [key, title, words, path of its picture] each. */
  function cards(label, list, className = "") {
    const made = new Map();
    for (const [key, title, words, d] of list) {
      const { svg } = app.plots;
      const picture = svg("svg", { viewBox: "0 0 48 32", class: "ex-sign", "aria-hidden": "true" });
      picture.append(svg("path", { d, fill: "none" }));
      const now = element("span", { class: "ex-now", text: "✓ now" });
      const head = element(
        "div",
        { class: "ex-card-head" },
        picture,
        element("h4", { text: title }),
      );
      made.set(key, element("li", { class: "ex-card" }, now, head, element("p", { text: words })));
    }
    return {
      element: element(
        "ul",
        { class: `ex-cards ${className}`, "aria-label": label },
        ...made.values(),
      ),
      show(active) {
        for (const [key, card] of made) {
          card.classList.toggle("ex-active", key === active);
          if (key === active) card.setAttribute("aria-current", "true");
          else card.removeAttribute("aria-current");
        }
      },
    };
  }

  /** The keys of a picture: [class of the line, words] each; `show` rewrites the words. */
  function legend(rows) {
    const texts = rows.map(([, words]) => element("span", { text: words }));
    const items = rows.map(([className], i) => {
      const { svg } = app.plots;
      const line = svg("svg", { viewBox: "0 0 34 12", class: "ex-swatch", "aria-hidden": "true" });
      line.append(svg("path", { class: className, d: "M2 6H32" }));
      return element("span", { class: "ex-key" }, line, texts[i]);
    });
    return {
      element: element("figcaption", { class: "ex-legend" }, ...items),
      show: (words) => words.forEach((text, i) => write(texts[i], text)),
    };
  }

  /** A polite region that reads a sentence aloud once nothing has changed for a while. */
  function voice() {
    const region = element("p", { class: "ex-live", "aria-live": "polite" });
    let waiting = 0;
    return {
      element: region,
      say(sentence, atOnce = false) {
        clearTimeout(waiting);
        if (atOnce) write(region, sentence);
        else waiting = setTimeout(() => write(region, sentence), QUIET);
      },
    };
  }

  /** Whether the reader has asked for less motion. */
  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  /** Play from one whole number to another; at the end at once where motion is unwanted. */
  function player(milliseconds, ended) {
    let timer = 0;
    const stop = () => {
      clearTimeout(timer);
      if (timer) ended();
      timer = 0;
    };
    return {
      stop,
      playing: () => timer !== 0,
      play(from, to, show) {
        stop();
        if (isStill() || from >= to) return show(to);
        const pause = Math.min(400, milliseconds / (to - from));
        const begun = performance.now();
        const tick = () => {
          const at = Math.min(to, from + Math.floor((performance.now() - begun) / pause));
          show(at);
          if (at < to) timer = setTimeout(tick, Math.max(pause, 16));
          else stop();
        };
        timer = setTimeout(tick, 0);
        return undefined;
      },
    };
  }

  /** Return the slider of the learning rate, which `change` hears of as a part of the state. */
  function learningRate(change) {
    return slider({
      name: "α",
      hint: "the learning rate",
      role: "alpha",
      format: app.numbers.short,
      change: (alpha) => change({ alpha }),
    });
  }

  app.parts = {
    newId,
    element,
    write,
    slider,
    learningRate,
    button,
    toggle,
    choice,
    readings,
    cards,
    legend,
    voice,
    player,
  };
})();
