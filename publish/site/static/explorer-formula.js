// The formula field: a list of functions and one's own formula, refused in one line.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const PATIENCE = 400; // milliseconds of rest before an unfinished formula is refused

  /** `functions` lists [label, formula]; `change(formula)` hears of each formula that reads. */
  function formulaField(functions, change) {
    const { element, newId, write } = app.parts;
    const [listId, fieldId, refusalId] = ["list", "formula", "refusal"].map(newId);
    const own = element("option", { value: "", text: "my own formula" });
    const choices = functions.map(([label, formula]) =>
      element("option", { value: formula, text: label }),
    );
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

    function refuse(message) {
      input.toggleAttribute("aria-invalid", false);
      if (message) input.setAttribute("aria-invalid", "true");
      write(refusal, message);
    }

    function choose(formula) {
      const known = functions.some(([, text]) => text === formula);
      select.value = known ? formula : "";
    }

    function take(formula) {
      clearTimeout(waiting);
      try {
        app.expression.read(formula);
      } catch (error) {
        waiting = setTimeout(() => refuse(error.message), PATIENCE);
        return;
      }
      refuse("");
      choose(formula);
      change(formula);
    }

    input.addEventListener("input", () => take(input.value));
    select.addEventListener("change", () => {
      if (!select.value) {
        input.focus();
        input.select();
        return;
      }
      input.value = select.value;
      take(select.value);
    });

    const whole = element(
      "div",
      { class: "ex-formula" },
      element("label", { for: listId, text: "Function" }),
      element("label", { for: fieldId, text: "Formula f(x) =" }),
      select,
      input,
      refusal,
    );
    return {
      element: whole,
      refuse,
      show(formula) {
        if (document.activeElement === input) return;
        if (input.getAttribute("aria-invalid") !== "true") input.value = formula;
        choose(formula);
      },
    };
  }

  app.formulaField = formulaField;
})();
