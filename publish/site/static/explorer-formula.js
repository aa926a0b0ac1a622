// The formula field: a list of functions and one's own formula, refused in one line.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const PATIENCE = 400; // milliseconds of rest before an unfinished formula is refused

  const EXAMPLES = [
    ["Powers", "x^2, x², x^(−1), 2^x, eˣ"],
    ["Products", "2x, 2·x, 2*x, (x + 1)(x − 1)"],
    ["Fractions", "1/2 x, (x + 1)/(x^2 + 1)"],
    ["Roots, bars", "√x, sqrt(x + 1), |x − 2|"],
    ["Numbers", "3, 0.5, 0,5, π or pi, e"],
    ["In front", "f(x) =, y ="],
  ];

  /** Return examples that break at their commas alone. */
  const unbroken = (words) => words.replace(/(?<![,;]) /g, "\u00a0");

  /** The full list of what a formula may hold, folded away until it is asked for. */
  function help() {
    const { element } = app.parts;
    const { functions } = app.words();
    const named = `sin x, sin(2x), sin²x; also ${functions.slice(1).join(", ")}`;
    const notes = "log is ln, the natural logarithm; sigmoid(x) is 1/(1 + e^(−x)).";
    const rows = [...EXAMPLES, ["Functions", named]].map(([name, words]) =>
      element("li", {}, element("span", { text: name }), ` ${unbroken(words)}`),
    );
    return element(
      "details",
      { class: "ex-help" },
      element("summary", { text: "What can I write?" }),
      element("ul", {}, ...rows),
      element("p", { text: notes }),
    );
  }

  /**
   * `functions` lists [label, formula]; `change(formula)` hears of each formula that reads, in the
   * text of the strict reader. The field itself shows it as people write it.
   */
  function formulaField(functions, change) {
    const { element, newId, write } = app.parts;
    const { read, show } = app.writing;
    const [listId, fieldId, refusalId] = ["list", "formula", "refusal"].map(newId);
    const own = element("option", { value: "", text: "my own" });
    const choices = functions.map(([label, formula]) =>
      element("option", { value: formula, text: label }),
    );
    const known = new Map(functions.map(([, formula]) => [show(formula), formula]));
    const select = element("select", { id: listId }, ...choices, own);
    const input = element("input", {
      type: "text",
      id: fieldId,
      spellcheck: "false",
      autocomplete: "off",
      autocapitalize: "off",
      "aria-describedby": refusalId,
    });
    const refusal = element("p", { class: "ex-refusal", id: refusalId, "aria-live": "polite" });
    let waiting = 0;
    let taken = null; // the formula that the field's text was read as, if it was
    let isUnread = false; // whether the field holds a text that is none, refused or not yet

    function refuse(message) {
      clearTimeout(waiting);
      isUnread = Boolean(message);
      input.toggleAttribute("aria-invalid", false);
      if (message) input.setAttribute("aria-invalid", "true");
      write(refusal, message);
    }

    const listed = (formula) => known.get(show(formula));

    function take(text) {
      clearTimeout(waiting);
      taken = null;
      try {
        const formula = read(text);
        taken = listed(formula) ?? formula;
      } catch (error) {
        isUnread = true;
        waiting = setTimeout(() => refuse(error.message), PATIENCE);
        return;
      }
      refuse("");
      select.value = listed(taken) ?? "";
      change(taken);
    }

    input.addEventListener("input", () => take(input.value));
    input.addEventListener("change", () => {
      if (taken !== null) input.value = show(taken);
    });
    select.addEventListener("change", () => {
      if (!select.value) {
        input.focus();
        input.select();
        return;
      }
      input.value = show(select.value);
      take(input.value);
    });

    const whole = element(
      "div",
      { class: "ex-formula" },
      element("label", { for: listId, text: "Function" }),
      element("label", { for: fieldId, text: "Formula f(x) =" }),
      select,
      input,
      refusal,
      help(),
    );
    return {
      element: whole,
      refuse,
      show(formula) {
        if (document.activeElement === input) return;
        if (!isUnread) input.value = show(formula);
        select.value = listed(formula) ?? "";
      },
    };
  }

  app.formulaField = formulaField;
})();
