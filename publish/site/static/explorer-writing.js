// Writing: what people write, 2x, x², |x| or sin x, becomes a formula that the strict reader takes.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ˣ";
  const LEVEL = "0123456789+-x";
  const SIGNS = { "·": "*", "⋅": "*", "×": "*", "∙": "*", "•": "*", "÷": "/", ":": "/", "∕": "/" };
  const OTHER_SIGNS = { "⁄": "/", "−": "-", "–": "-", "‐": "-", "‑": "-", "[": "(", "]": ")" };
  const SAME = { ...SIGNS, ...OTHER_SIGNS, "{": "(", "}": ")", "**": "^" };
  const FRACTIONS = { "½": [1, 2], "⅓": [1, 3], "⅔": [2, 3], "¼": [1, 4], "¾": [3, 4] };
  const ALIASES = { arcsin: "asin", arccos: "acos", arctan: "atan", tg: "tan" };
  const INVERSE = { sin: "asin", cos: "acos", tan: "atan" };
  const LEFT_SIDE = /^\s*(?:[a-z]\s*\(\s*x\s*\)|[yf])?\s*=/i; // f(x) =, y =, f = or = alone
  const PART =
    /(?<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(?<word>[a-z]+)|(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ˣ]+)|(?<sign>\*\*|.)/giu;
  const BASED = /\b(?:log|ln)\d+(?=\s*\()/i; // log10(x) is not the logarithm that log is here
  const EXAMPLES = "Try x^2, 3x − 1 or sin(x).";

  const refuse = (what) => {
    throw new Error(what);
  };
  const unread = (text) => refuse(`I cannot read '${text.slice(0, 20)}' here. ${EXAMPLES}`);
  const missing = () => refuse(`Something is missing at the end. ${EXAMPLES}`);

  /** Split letters into names, the longest first: xsinx is x, sin, x. Null where they are none. */
  function namesIn(letters, known) {
    if (letters === "") return [];
    for (let length = letters.length; length > 0; length -= 1) {
      const name = letters.slice(0, length);
      const rest = known.has(name) ? namesIn(letters.slice(length), known) : null;
      if (rest) return [name, ...rest];
    }
    return null;
  }

  function tokens(text) {
    const { functions, constants, variable } = app.words();
    const known = new Set([
      ...functions,
      ...Object.keys(constants),
      ...Object.keys(ALIASES),
      variable,
    ]);
    const found = [];
    for (const { 0: written, groups } of text.matchAll(PART)) {
      if (groups.number) {
        const digits = written.toLowerCase().replace(/^0+(?=\d)/, "");
        found.push({ kind: "number", text: digits, written });
      } else if (groups.word) {
        const names = namesIn(written.toLowerCase(), known) ?? unread(written);
        for (const name of names) {
          found.push({ kind: "name", text: ALIASES[name] ?? name, written });
        }
      } else if (groups.raised) {
        const inner = [...written].map((letter) => LEVEL[RAISED.indexOf(letter)]).join("");
        found.push(...tokens(`^(${inner})`).map((token) => ({ ...token, written })));
      } else if (written in FRACTIONS) {
        found.push({ kind: "fraction", text: written, written });
      } else if (written === "π") {
        found.push({ kind: "name", text: "pi", written });
      } else if (/\S/u.test(written)) {
        found.push({ kind: "sign", text: SAME[written] ?? written, written });
      }
    }
    return found;
  }

  /** Reads one text; its tree has the kinds of part that the printer of formulas knows. */
  class Reader {
    constructor(text) {
      this.list = tokens(text);
      this.next = 0;
      this.bars = 0; // how many | are open since the last bracket
    }

    sees(...signs) {
      const token = this.list[this.next];
      return token?.kind === "sign" && signs.includes(token.text);
    }

    takes(...signs) {
      if (!this.sees(...signs)) return null;
      this.next += 1;
      return this.list[this.next - 1].text;
    }

    isFunction(token = this.list[this.next]) {
      return token?.kind === "name" && app.words().functions.includes(token.text);
    }

    lost() {
      const token = this.list[this.next];
      return token ? unread(token.written) : missing();
    }

    whole() {
      if (this.list.length === 0) refuse(`There is no formula yet. ${EXAMPLES}`);
      const tree = this.sum();
      if (this.next < this.list.length) this.lost();
      return tree;
    }

    sum() {
      let left = this.product();
      for (let sign; (sign = this.takes("+", "-"));) left = binary(sign, left, this.product());
      return left;
    }

    /** A product may leave its signs out: 2x, 1/2 x and (x + 1)(x − 1) are read from the left. */
    product() {
      let left = this.signed();
      for (;;) {
        const sign = this.takes("*", "/");
        if (sign) left = binary(sign, left, this.signed());
        else if (this.beginsFactor()) left = binary("*", left, this.power());
        else return left;
      }
    }

    beginsFactor() {
      const isName = this.list[this.next]?.kind === "name";
      return isName || this.sees("(", "√") || (this.bars === 0 && this.sees("|"));
    }

    signed() {
      const sign = this.takes("+", "-");
      if (!sign) return this.power();
      const inner = this.signed();
      return sign === "-" ? { kind: "unary", sign, inner } : inner;
    }

    power() {
      const base = this.primary();
      return this.takes("^") ? binary("**", base, this.signed()) : base;
    }

    primary() {
      const token = this.list[this.next];
      if (this.sees("(")) return this.bracketed();
      if (this.sees("|")) return call("abs", this.between());
      if (this.takes("√")) {
        return call("sqrt", this.sees("(") ? this.bracketed() : this.power());
      }
      if (!token || token.kind === "sign") return this.lost();
      this.next += 1;
      if (token.kind === "fraction") {
        const [top, bottom] = FRACTIONS[token.text].map(number);
        return binary("/", top, bottom);
      }
      return this.isFunction(token) ? this.applied(token.text) : { ...token };
    }

    bracketed() {
      const { bars } = this;
      this.bars = 0;
      this.next += 1;
      const inner = this.sum();
      if (!this.takes(")")) {
        if (this.next === this.list.length) refuse("A bracket is opened, but not closed.");
        this.lost();
      }
      this.bars = bars;
      return inner;
    }

    between() {
      this.next += 1;
      this.bars += 1;
      const inner = this.sum();
      if (!this.takes("|")) {
        if (this.next === this.list.length) refuse("A bar | is opened, but not closed.");
        this.lost();
      }
      this.bars -= 1;
      return inner;
    }

    /** Read a function's power, sin² x, and its input, with brackets or without: sin 2x. */
    applied(name) {
      const exponent = this.takes("^") ? this.exponent() : null;
      const isMinusOne = exponent?.kind === "unary" && exponent.inner.text === "1";
      const inverse = isMinusOne ? INVERSE[name] : undefined;
      if (this.next === this.list.length) refuse(`${name} needs an input, as in ${name}(x).`);
      const part = call(inverse ?? name, this.input());
      return exponent && !inverse ? binary("**", part, exponent) : part;
    }

    exponent() {
      const inner = this.sees("(") ? this.bracketed() : this.signedNumber();
      const bare = inner.kind === "unary" ? inner.inner : inner;
      return bare.kind === "number" ? inner : unread(`${this.list[this.next - 1].written}`);
    }

    signedNumber() {
      const sign = this.takes("-");
      const token = this.list[this.next];
      if (token?.kind !== "number") this.lost();
      this.next += 1;
      return sign ? { kind: "unary", sign, inner: { ...token } } : { ...token };
    }

    input() {
      if (this.sees("(")) return this.bracketed();
      if (this.sees("|")) return this.primary();
      const sign = this.takes("-");
      if (sign) return { kind: "unary", sign, inner: this.input() };
      if (this.isFunction()) return this.power();
      let left = this.power();
      let isNumber = left.kind === "number"; // sin 2(x + 1), but sin x times (x + 1)
      while (this.beginsFactor() && !this.isFunction()) {
        if (!isNumber && this.sees("(", "|")) break;
        left = binary("*", left, this.power());
        isNumber = false;
      }
      return left;
    }
  }

  const number = (value) => ({ kind: "number", text: String(value) });
  const binary = (sign, left, right) => ({ kind: "binary", sign, left, right });
  const call = (name, inner) => ({ kind: "call", name, inner });

  /** Return the tree of what a person wrote; an Error in plain words where it is no formula. */
  function parse(text) {
    const most = app.words().limits.characters;
    if (text.length > most) refuse(`That is longer than ${most} characters.`);
    const right = text.replace(LEFT_SIDE, "");
    const [based] = BASED.exec(right) ?? [];
    if (based) unread(based);
    return new Reader(right.replace(/(\d),(?=\d)/g, "$1.")).whole();
  }

  /** Say a refusal of the strict reader in plain words, without the list of what is allowed. */
  function plain(message) {
    const [, what] = /^character \d+: (.*?)(?: \(a power is written \*\*\))?; allowed/s.exec(
      message,
    ) ?? ["", message];
    return what && `${what[0].toUpperCase()}${what.slice(1)}.`;
  }

  /** Return the strict text of what a person wrote; an Error in plain words where there is none. */
  function read(text) {
    const strict = app.written.strictly(parse(text));
    try {
      app.expression.read(strict);
    } catch (error) {
      throw new Error(plain(error.message), { cause: error });
    }
    return strict;
  }

  /** Return a strict text as people write it: x**2 - 4*x is x² − 4·x. */
  function show(strict) {
    try {
      return app.written.asPeopleDo(parse(strict));
    } catch {
      return strict; // it is written in a way that only the strict reader knows
    }
  }

  app.writing = { read, show, plain };
})();
