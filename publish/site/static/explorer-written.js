// Written: a formula's tree becomes text, the strict reader's or that of people.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const [SUM, PRODUCT, SIGNED, POWER, WHOLE] = [1, 2, 3, 4, 5];
  const BINDING = { "+": SUM, "-": SUM, "*": PRODUCT, "/": PRODUCT, "**": POWER };
  const RAISED = { "-": "⁻", x: "ˣ" };
  const DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  const STRICT = {
    signs: { "+": " + ", "-": " - ", "*": "*", "/": "/" },
    minus: "-",
    afterSign: SIGNED, // 2*-x stands as it is
    name: (name) => name,
    binding: (node) => (node.kind === "call" ? WHOLE : null),
    call: (name, inner) => `${name}(${write(inner, STRICT)})`,
    power: (base, exponent) => `${base}**${write(exponent, STRICT, SIGNED)}`,
  };
  const PEOPLE = {
    signs: { "+": " + ", "-": " − ", "*": "·", "/": "/" },
    minus: "−",
    afterSign: POWER, // 2·(−x) has brackets
    name: (name) => (name === "pi" ? "π" : name),
    binding: (node) => (node.kind === "call" && node.name === "sqrt" ? POWER : null),
    call: callOfPeople,
    power: powerOfPeople,
  };

  function callOfPeople(name, inner) {
    if (name === "abs") return `|${write(inner, PEOPLE)}|`;
    if (name !== "sqrt") return `${name}(${write(inner, PEOPLE)})`;
    const isBare = inner.kind === "name" || inner.kind === "number";
    return isBare ? `√${write(inner, PEOPLE)}` : `√(${write(inner, PEOPLE)})`;
  }

  function powerOfPeople(base, exponent) {
    const text = write(exponent, STRICT);
    if (/^-?(\d+|x)$/.test(text)) {
      return base + [...text].map((letter) => RAISED[letter] ?? DIGITS[letter]).join("");
    }
    const shown = write(exponent, PEOPLE);
    return exponent.kind === "number" || exponent.kind === "name"
      ? `${base}^${shown}`
      : `${base}^(${shown})`;
  }

  function bindingOf(node, style) {
    if (node.kind === "unary") return SIGNED;
    if (node.kind === "binary") return BINDING[node.sign];
    return style.binding(node) ?? WHOLE;
  }

  /** Write a part; in brackets where it binds less than what it stands beside. */
  function write(node, style, least = SUM) {
    const text = bare(node, style);
    return bindingOf(node, style) < least ? `(${text})` : text;
  }

  function bare(node, style) {
    switch (node.kind) {
      case "number":
        return node.text;
      case "name":
        return style.name(node.text);
      case "unary":
        return `${style.minus}${write(node.inner, style, style.afterSign)}`;
      case "call":
        return style.call(node.name, node.inner);
      default:
        return operation(node, style);
    }
  }

  function operation({ sign, left, right }, style) {
    if (sign === "**") return style.power(write(left, style, WHOLE), right);
    const least = right.kind === "unary" ? style.afterSign : BINDING[sign] + 1;
    return write(left, style, BINDING[sign]) + style.signs[sign] + write(right, style, least);
  }

  app.written = {
    strictly: (tree) => write(tree, STRICT),
    asPeopleDo: (tree) => write(tree, PEOPLE),
  };
})();
