// The parser of formulas: Python's grammar and precedence, a tree with the place of every part.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const PART = /(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<sign>\*\*|\/\/|[+\-*/().])/y;

  /** Split a text into numbers, names and signs; `refuse(place, what)` throws. */
  function tokens(text, numberPattern, refuse) {
    const number = new RegExp(numberPattern, "y");
    const found = [];
    for (let place = 0; place < text.length;) {
      if (text[place] === " ") {
        place += 1;
        continue;
      }
      number.lastIndex = PART.lastIndex = place;
      const [digits] = number.exec(text) ?? [];
      const part = digits ? null : PART.exec(text);
      const written = digits ?? part?.[0];
      if (!written) refuse(place, "the formula cannot be read from here");
      if (digits && /^0+[1-9]\d*$/.test(digits)) {
        refuse(place, "a whole number does not begin with 0");
      }
      const kind = digits ? "number" : part.groups.name ? "name" : "sign";
      found.push({ kind, text: written, place });
      place += written.length;
    }
    return found;
  }

  /** Return the tree of a formula, or call `refuse(place, what)`, which throws. */
  function parse(text, numberPattern, refuse) {
    const list = tokens(text, numberPattern, refuse);
    let next = 0;
    const sees = (...signs) => list[next]?.kind === "sign" && signs.includes(list[next].text);
    const lost = () =>
      refuse(list[next]?.place ?? text.length - 1, "the formula cannot be read from here");

    function binary(operand, ...signs) {
      let left = operand();
      while (sees(...signs)) {
        const sign = list[next++].text;
        const right = operand();
        left = { kind: "binary", sign, left, right, place: left.start, start: left.start };
      }
      return left;
    }
    const sum = () => binary(product, "+", "-");
    const product = () => binary(unary, "*", "/", "//");

    function unary() {
      if (!sees("+", "-")) return power();
      const { text: sign, place } = list[next++];
      return { kind: "unary", sign, inner: unary(), place, start: place };
    }

    // A power binds tighter than a minus on its left and takes one on its right: -x**-2.
    function power() {
      const left = postfix();
      if (!sees("**")) return left;
      next += 1;
      const right = unary();
      return { kind: "binary", sign: "**", left, right, place: left.start, start: left.start };
    }

    function postfix() {
      let node = primary();
      while (sees("(", ".")) {
        const { start } = node;
        if (list[next++].text === ".") {
          if (list[next]?.kind !== "name") lost();
          next += 1;
          node = { kind: "attribute", place: start, start };
          continue;
        }
        const inner = sees(")") ? null : sum();
        if (!sees(")")) lost();
        next += 1;
        node = { kind: "call", callee: node, inner, place: start, start };
      }
      return node;
    }

    function primary() {
      const token = list[next];
      if (token?.kind === "number" || token?.kind === "name") {
        next += 1;
        return { kind: token.kind, text: token.text, place: token.place, start: token.place };
      }
      if (!sees("(")) lost();
      next += 1;
      const node = sum();
      if (!sees(")")) lost();
      next += 1;
      return { ...node, start: token.place };
    }

    const tree = sum();
    if (next < list.length) lost();
    return tree;
  }

  app.parseFormula = parse;
})();
