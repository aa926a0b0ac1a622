// Forms: a formula as a sum of products, in which like terms meet. It tells which parts of a
// formula are constant: x - x is 0 and x/x is 1, as they are for SymPy.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  // A sum of two numbers that is this much smaller than both is 0: 0.1 + 0.2 - 0.3 is.
  const NOTHING = 8 * Number.EPSILON;

  const keyOf = (powers) =>
    [...powers]
      .map(([base, exponent]) => `${base}^${exponent}`)
      .sort()
      .join("·");

  const product = (coefficient, powers) => ({ coefficient, powers });
  const fromTerms = (terms) => new Map(terms.map((term) => [keyOf(term.powers), term]));

  /** Return the form of a number. */
  const number = (value) => (value === 0 ? new Map() : fromTerms([product(value, new Map())]));

  /** Return the form of something that is not looked into, to a power. */
  const atom = (name, exponent = 1) => fromTerms([product(1, new Map([[name, exponent]]))]);

  /** Return the number that a form is, or null where it varies with x. */
  const constant = (form) => {
    if (form.size === 0) return 0;
    return form.size === 1 && form.has("") ? form.get("").coefficient : null;
  };

  /** Return a text that is the same for forms that are the same. */
  const key = (form) =>
    [...form]
      .map(([name, term]) => `${term.coefficient}·${name}`)
      .sort()
      .join("+");

  const scaled = (form, factor) =>
    factor === 0
      ? new Map()
      : new Map(
          [...form].map(([name, term]) => [name, product(factor * term.coefficient, term.powers)]),
        );

  const sum = (left, right) => {
    const terms = new Map(left);
    for (const [name, term] of right) {
      const before = terms.get(name);
      if (before === undefined) {
        terms.set(name, term);
        continue;
      }
      const total = before.coefficient + term.coefficient;
      const size = Math.abs(before.coefficient) + Math.abs(term.coefficient);
      if (Math.abs(total) <= NOTHING * size) terms.delete(name);
      else terms.set(name, product(total, term.powers));
    }
    return terms;
  };

  const whole = (form) => {
    const [first] = form.values();
    return form.size === 1 ? first : product(1, new Map([[`(${key(form)})`, 1]]));
  };

  const times = (left, right) => {
    const [a, b] = [constant(left), constant(right)];
    if (a !== null) return scaled(right, a);
    if (b !== null) return scaled(left, b);
    const [one, other] = [whole(left), whole(right)];
    const powers = new Map(one.powers);
    for (const [base, exponent] of other.powers) {
      const total = (powers.get(base) ?? 0) + exponent;
      if (total === 0) powers.delete(base);
      else powers.set(base, total);
    }
    return fromTerms([product(one.coefficient * other.coefficient, powers)]);
  };

  // Which exponential or logarithm stands behind a name, so that one undoes the other.
  const insides = new Map();
  const undone = (term, name) => {
    const [[base, exponent] = []] = term.powers;
    const inside = insides.get(base);
    return term.powers.size === 1 && exponent === 1 && inside?.name === name ? inside.inner : null;
  };

  const named = (name, inner) => {
    const known = `${name}(${key(inner)})`;
    insides.set(known, { name, inner });
    return atom(known);
  };

  /**
   * Return the form of exp: a number or a logarithm in its exponent comes out as a factor. That of
   * another base keeps a number that is too large for it inside, as SymPy does.
   */
  const exponential = (inner, natural = true) => {
    let factors = number(1);
    const left = new Map();
    for (const [name, term] of inner) {
      const within = undone(term, "ln");
      const bare = name === "" && (natural || Number.isFinite(Math.exp(term.coefficient)));
      if (bare) factors = times(factors, number(Math.exp(term.coefficient)));
      else if (within) factors = times(factors, power(within, number(term.coefficient)));
      else left.set(name, term);
    }
    return left.size === 0 ? factors : times(factors, named("exp", left));
  };

  const logarithm = (inner) => {
    const term = whole(inner);
    const within = undone(term, "exp");
    if (!within || !(term.coefficient > 0)) return named("ln", inner);
    return sum(within, number(Math.log(term.coefficient)));
  };

  const power = (base, exponent) => {
    const n = constant(exponent);
    if (n === null) {
      const fixed = constant(base);
      if (fixed !== null) {
        return exponential(scaled(exponent, Math.log(fixed)), fixed === Math.E);
      }
      const within = undone(whole(base), "exp");
      if (within) return exponential(times(within, exponent));
      return atom(`(${key(base)})**(${key(exponent)})`);
    }
    if (n === 0) return number(1);
    if (n === 1) return base;
    const term = whole(base);
    const alone = term.powers.size === 1 && [...term.powers.values()][0] === 1;
    if (Number.isInteger(n) || (alone && term.coefficient > 0)) {
      const powers = [...term.powers].map(([name, exp]) => [name, exp * n]);
      return fromTerms([product(term.coefficient ** n, new Map(powers))]);
    }
    return atom(`(${key(base)})`, n);
  };

  /** Return the form of a named function of a form that varies. */
  const applied = (name, inner) => {
    if (name === "exp") return exponential(inner);
    if (name === "ln" || name === "log") return logarithm(inner);
    return atom(`${name}(${key(inner)})`);
  };

  /** Tell whether every number in a form is finite. */
  const finite = (form) => [...form.values()].every((term) => Number.isFinite(term.coefficient));

  app.forms = { number, atom, constant, sum, scaled, times, power, applied, finite };
})();
