// The named functions of a formula, each with its value and its derivative.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});

  const sigmoid = (u) => {
    const decay = Math.exp(-Math.abs(u));
    return (u >= 0 ? 1 : decay) / (1 + decay);
  };
  const ln = { value: Math.log, slope: (u) => 1 / u };

  app.formulaFunctions = {
    sin: { value: Math.sin, slope: Math.cos },
    cos: { value: Math.cos, slope: (u) => -Math.sin(u) },
    tan: { value: Math.tan, slope: (u) => 1 + Math.tan(u) ** 2 },
    asin: { value: Math.asin, slope: (u) => 1 / Math.sqrt(1 - u * u) },
    acos: { value: Math.acos, slope: (u) => -1 / Math.sqrt(1 - u * u) },
    atan: { value: Math.atan, slope: (u) => 1 / (1 + u * u) },
    sinh: { value: Math.sinh, slope: Math.cosh },
    cosh: { value: Math.cosh, slope: Math.sinh },
    tanh: { value: Math.tanh, slope: (u) => 1 - Math.tanh(u) ** 2 },
    exp: { value: Math.exp, slope: Math.exp },
    ln,
    log: ln,
    sqrt: { value: Math.sqrt, slope: (u) => 1 / (2 * Math.sqrt(u)) },
    abs: { value: Math.abs, slope: (u) => u / Math.abs(u) }, // 0/0, no slope, at the corner
    sigmoid: { value: sigmoid, slope: (u) => sigmoid(u) * sigmoid(-u) },
  };

  /** Return a power as NumPy has it: 1 to any power is 1, and so is anything to the power 0. */
  app.realPower = (base, exponent) => {
    if (base === 1 || exponent === 0) return 1;
    if (base === -1 && Math.abs(exponent) === Infinity) return 1;
    return exponent === 2 ? base * base : base ** exponent;
  };
})();
