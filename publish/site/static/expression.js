// Expressions: a user's text becomes a function with its exact slope, without ever being run. The
// twin of mathcore/formulas/expression.py: same grammar, same names, same limits, same refusals.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  // Where a sine or cosine of a constant rounds to less than this, it is 0 in exact arithmetic.
  const ROUNDED_ZERO = 1e-15;
  const OPERATIONS = { "//": "FloorDiv is not one of the operations" };

  /** Return the vocabulary that the page carries, from mathcore. */
  function words() {
    app.vocabulary ??= JSON.parse(document.getElementById("vocabulary").textContent);
    return app.vocabulary;
  }

  /** Write a character as Python's ascii() does. */
  function quoted(character) {
    const code = character.codePointAt(0);
    const named = { "\t": "\\t", "\n": "\\n", "\r": "\\r", "\\": "\\\\" }[character];
    if (character === "'") return `"'"`;
    if (named) return `'${named}'`;
    if (code >= 32 && code < 127) return `'${character}'`;
    const [letter, width] = code < 0x100 ? ["x", 2] : code < 0x10000 ? ["u", 4] : ["U", 8];
    return `'\\${letter}${code.toString(16).padStart(width, "0")}'`;
  }

  /** One pass over one text. Places count from 0 here and from 1 in what the user reads. */
  class Walk {
    constructor(text) {
      this.text = text;
      this.nodes = 0;
    }

    refuse(place, what) {
      throw new Error(`character ${place + 1}: ${what}; ${words().allowed}`);
    }

    read() {
      this.checkCharacters();
      const tree = app.parseFormula(this.text, words().number, (p, what) => this.refuse(p, what));
      return this.visit(tree, 1);
    }

    checkCharacters() {
      if (typeof this.text !== "string") this.refuse(0, `this is a ${typeof this.text}, not text`);
      const { limits, character } = words();
      const characters = Array.from(this.text);
      if (characters.length > limits.characters) {
        this.refuse(limits.characters, `there are more than ${limits.characters} characters`);
      }
      if (!this.text.replaceAll(" ", "")) this.refuse(0, "there is no formula");
      const fits = new RegExp(`^${character}$`, "u");
      let depth = 0;
      characters.forEach((letter, place) => {
        if (!fits.test(letter)) {
          const hint = letter === "^" ? " (a power is written **)" : "";
          this.refuse(place, `${quoted(letter)} does not belong here${hint}`);
        }
        depth += (letter === "(") - (letter === ")");
        if (depth > limits.depth) {
          this.refuse(place, `brackets are nested more than ${limits.depth} deep`);
        }
      });
    }

    visit(node, depth) {
      const { limits } = words();
      this.nodes += 1;
      if (this.nodes > limits.nodes) {
        this.refuse(node.place, `there are more than ${limits.nodes} parts`);
      }
      if (depth > limits.depth) {
        this.refuse(node.place, `parts are nested more than ${limits.depth} deep`);
      }
      const part = this.part(node, depth);
      if (!app.forms.finite(part.form)) {
        this.refuse(node.place, "this is not a finite real number");
      }
      // What does not vary has the slope 0, even where a factor of it has none.
      const fixed = app.forms.constant(part.form) !== null;
      return fixed ? { ...part, dual: (x) => [part.value(x), 0] } : part;
    }

    part(node, depth) {
      switch (node.kind) {
        case "number":
          return this.number(node);
        case "name":
          return this.name(node);
        case "unary":
          return this.signed(node, depth);
        case "call":
          return this.call(node, depth);
        case "binary":
          return this.operation(node, depth);
        default:
          return this.refuse(node.place, "Attribute is not part of a formula");
      }
    }

    number(node) {
      const value = Number(node.text);
      const { limits } = words();
      if (value > limits.number) {
        const most = limits.number.toExponential();
        this.refuse(node.place, `the number is larger than ${most}`);
      }
      return constantPart(value);
    }

    name(node) {
      const { variable, constants } = words();
      if (node.text === variable) {
        return { value: (x) => x, dual: (x) => [x, 1], form: app.forms.atom("x"), pieces: false };
      }
      if (!Object.hasOwn(constants, node.text)) {
        this.refuse(node.place, `'${node.text.slice(0, 20)}' is not a known name`);
      }
      return constantPart(constants[node.text]);
    }

    signed(node, depth) {
      const inner = this.visit(node.inner, depth + 1);
      if (node.sign === "+") return inner;
      return {
        value: (x) => -inner.value(x),
        dual: (x) => inner.dual(x).map((entry) => -entry),
        form: app.forms.scaled(inner.form, -1),
        pieces: inner.pieces,
      };
    }

    call(node, depth) {
      const { callee } = node;
      if (callee.kind !== "name" || !words().functions.includes(callee.text)) {
        this.refuse(node.place, "this is not a known function");
      }
      if (!node.inner) this.refuse(node.place, `${callee.text} takes one input`);
      const f = app.formulaFunctions[callee.text];
      const inner = this.visit(node.inner, depth + 1);
      const at = app.forms.constant(inner.form);
      return {
        value: (x) => f.value(inner.value(x)),
        dual: (x) => {
          const [u, slope] = inner.dual(x);
          return [f.value(u), f.slope(u) * slope];
        },
        form:
          at === null ? app.forms.applied(callee.text, inner.form) : exactly(callee.text, f, at),
        pieces: at === null && (inner.pieces || callee.text === "abs"),
      };
    }

    operation(node, depth) {
      const left = this.visit(node.left, depth + 1);
      const right = this.visit(node.right, depth + 1);
      const [value, dual, form] = this.combine(node, left, right);
      return { value, dual, form, pieces: left.pieces || right.pieces };
    }

    combine(node, left, right) {
      const { forms } = app;
      const [a, b] = [left.value, right.value];
      const both = (combine) => (x) => combine(left.dual(x), right.dual(x));
      switch (node.sign) {
        case "+":
          return [
            (x) => a(x) + b(x),
            both(([u, du], [v, dv]) => [u + v, du + dv]),
            forms.sum(left.form, right.form),
          ];
        case "-":
          return [
            (x) => a(x) - b(x),
            both(([u, du], [v, dv]) => [u - v, du - dv]),
            forms.sum(left.form, forms.scaled(right.form, -1)),
          ];
        case "*":
          return [
            (x) => a(x) * b(x),
            both(([u, du], [v, dv]) => [u * v, du * v + u * dv]),
            forms.times(left.form, right.form),
          ];
        case "/":
          if (forms.constant(right.form) === 0) this.refuse(node.place, "this divides by zero");
          return [
            (x) => a(x) / b(x),
            both(([u, du], [v, dv]) => [u / v, (du - (u / v) * dv) / v]),
            forms.times(left.form, forms.power(right.form, forms.number(-1))),
          ];
        case "**":
          return this.power(node, left, right);
        default:
          return this.refuse(node.place, OPERATIONS[node.sign]);
      }
    }

    power(node, base, exponent) {
      const { forms, realPower } = app;
      const [b, n] = [forms.constant(base.form), forms.constant(exponent.form)];
      const most = words().limits.power;
      if (n !== null && b === null && Math.abs(n) > most) {
        this.refuse(node.place, `powers go up to ${most}`);
      }
      if (b !== null && n === null && !(b > 0)) {
        this.refuse(node.place, "only a positive number has a power that varies");
      }
      const value = (x) => realPower(base.value(x), exponent.value(x));
      const dual = (x) => {
        const [[u, du], [v, dv]] = [base.dual(x), exponent.dual(x)];
        const height = realPower(u, v);
        if (n !== null) return [height, n * realPower(u, n - 1) * du];
        if (b !== null) return [height, height * Math.log(b) * dv];
        return [height, height * (dv * Math.log(u) + (v * du) / u)];
      };
      const fixed = b !== null && n !== null;
      const form = fixed ? forms.number(realPower(b, n)) : forms.power(base.form, exponent.form);
      return [value, dual, form];
    }
  }

  function constantPart(value) {
    const form = app.forms.number(value);
    return { value: () => value, dual: () => [value, 0], form, pieces: false };
  }

  /** Return the form of a function of a constant, with the zeros and poles of exact arithmetic. */
  function exactly(name, f, at) {
    if (name === "tan" && Math.abs(Math.cos(at)) < ROUNDED_ZERO) return app.forms.number(NaN);
    const value = f.value(at);
    return app.forms.number(Math.abs(value) < ROUNDED_ZERO && at !== value ? 0 : value);
  }

  /**
   * Turn a formula in x into a function; an Error with one line if the text is none.
   * Outside its domain the function is NaN; -0, which no readout should show, is 0.
   */
  function read(text) {
    const part = new Walk(text).read();
    const f = {
      text,
      pieces: part.pieces,
      value: (x) => part.value(x) + 0,
      slope: (x) => part.dual(x)[1] + 0,
    };
    f.whyNoSlope = (x) => app.limits.whyNoSlope(f, x);
    return f;
  }

  app.words = words;
  app.expression = { read };
})();
