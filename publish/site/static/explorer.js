// Explorers: mounts one into a section of the page and keeps its state.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const kinds = () => ({
    curve: app.curveExplorer,
    descent: app.descentExplorer,
    regression: app.regressionExplorer,
  });
  const LONGEST = 100000; // steps or epochs
  const readings = new Map();

  const isWhole = (value) => Number.isInteger(value) && value >= 0 && value <= LONGEST;
  const isPair = (pair) => pair.length === 2 && pair.every(Number.isFinite);
  const RULES = {
    x0: Number.isFinite,
    h: (value) => Number.isFinite(value) && value !== 0,
    start: Number.isFinite,
    alpha: (value) => Number.isFinite(value) && value > 0,
    steps: isWhole,
    epochs: isWhole,
    points: (list) => Array.isArray(list) && list.length > 1 && list.every(isPair),
  };

  /** Throw an Error where an entry of a state is none that can be shown. */
  function check(state) {
    for (const [key, holds] of Object.entries(RULES)) {
      if (key in state && !holds(state[key]))
        throw new Error(`${key} of the state cannot be shown`);
    }
  }

  /** Read a formula, each once. */
  function read(formula) {
    if (!readings.has(formula)) readings.set(formula, app.expression.read(formula));
    return readings.get(formula);
  }

  /**
   * Mount an explorer.
   *
   * section: an empty <section class="explorer">.
   * options.state: {kind, …}, which an explorer with a run opens at the beginning of;
   * options.functions: list of [label, formula];
   * options.onShowMe(state): hears the button "Show me in the video"; without it there is none.
   * Returns {get(), set(state), element}; `set` may be given a part of a state and throws an Error
   * for numbers that cannot be shown. Every change of the state sends the bubbling event
   * "explorerchange" with the state as its detail.
   */
  function mount(section, { state: first, functions = [], onShowMe }) {
    const { element, button, voice } = app.parts;
    const kind = kinds()[first.kind];
    const heading = element("h3", {
      class: "ex-title",
      id: app.parts.newId("title"),
      text: kind.title,
    });
    const speaker = voice();
    let state = null;
    let view = null;
    let mounted = false;

    const copy = () => structuredClone(state);

    function render(fresh = false) {
      view.render(state, fresh);
      speaker.say(view.sentence(state), fresh && !speaker.element.textContent);
      if (mounted) {
        section.dispatchEvent(new CustomEvent("explorerchange", { bubbles: true, detail: copy() }));
      }
    }

    function change(part) {
      state = { ...state, ...part };
      render();
    }

    function set(next) {
      const wanted = { ...state, ...structuredClone(next), kind: first.kind };
      check(wanted);
      try {
        if (wanted.function !== undefined) read(wanted.function);
      } catch (error) {
        if (!state) throw error;
        view.refuse(app.writing.plain(error.message));
        return;
      }
      view.refuse?.("");
      state = wanted;
      render(true);
    }

    view = kind.create({
      functions,
      first,
      change,
      read,
      get: () => state,
      redraw: () => state && view.render(state),
    });
    const head = element(
      "header",
      { class: "ex-head" },
      heading,
      element("p", { text: kind.intro }),
    );
    if (onShowMe) {
      head.append(button("▶ Show me in the video", () => onShowMe(copy()), "ex-show"));
    }
    const frame = element("div", { class: "ex-frame" }, head, ...view.elements, speaker.element);
    section.classList.add("explorer");
    section.setAttribute("aria-labelledby", heading.id);
    section.replaceChildren(frame);
    set(kind.opening ? kind.opening(first) : first);
    mounted = true;
    return { get: copy, set, element: section };
  }

  app.explorers = { mount };
})();
