// Numbers as the explorers write them, round ticks and steps, and windows that fit a curve.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  const LARGE = 1e6; // from here on a number is written with a power of ten
  const BOUND = 1e12; // from here on only the bound is written: what is larger still says no more
  const ROUND = [1, 2, 5];
  /** First digits of the stops of a logarithmic slider: each about a tenth more than the last. */
  const STOPS = [
    1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.8, 2, 2.2, 2.5, 2.8, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9,
  ];
  const MOST_DIGITS = 12; // a difference of two numbers that lies beyond is that of their rounding
  const TAIL = 0.05; // the steepest twentieth of a curve on either side may leave the window
  const OVER = 0.35;
  const MARGIN = 0.085;

  const signed = (text) => text.replace("-", "−");

  /** Write a number with so many decimals and a true minus; never minus zero. */
  function fixed(value, decimals = 4) {
    if (Number.isNaN(value)) return "–";
    if (Math.abs(value) > BOUND) return value > 0 ? "> 10¹²" : "< −10¹²";
    if (Math.abs(value) >= LARGE) return scientific(value);
    const text = value.toFixed(decimals);
    return Number(text) === 0 ? text.replace("-", "") : signed(text);
  }

  /** Write a number with three digits, or with other decimals, and a power of ten. */
  function scientific(value, decimals = 2) {
    const [digits, power] = value.toExponential(decimals).split("e");
    const raised = [...String(Math.abs(Number(power)))]
      .map((digit) => SUPERSCRIPTS[digit])
      .join("");
    return `${signed(digits)} × 10${Number(power) < 0 ? "⁻" : ""}${raised}`;
  }

  /** Write a number as short as it is, with so many digits at most: 1.5, 0.001, −3. */
  function short(value, digits = 4) {
    if (!Number.isFinite(value) || Math.abs(value) >= LARGE) return fixed(value);
    if (value !== 0 && Math.abs(value) < 1e-5) return scientific(value);
    const number = Number(value.toPrecision(digits));
    return signed(number === 0 ? "0" : number.toFixed(10).replace(/\.?0+$/, ""));
  }

  /** Write two numbers with as many digits as it takes to tell them apart, four at least. */
  function apart(one, other) {
    for (let digits = 4; ; digits += 1) {
      const texts = [one, other].map((value) => {
        const isLarge = Math.abs(value) >= LARGE && Math.abs(value) <= BOUND;
        return isLarge ? scientific(value, digits - 1) : short(value, digits);
      });
      if (texts[0] !== texts[1] || digits === MOST_DIGITS) return texts;
    }
  }

  /** Return a signed number for an error: +1.5000, −0.2000, 0.0000. */
  function plus(value, decimals = 4) {
    const text = fixed(value, decimals);
    return value > 0 && value <= BOUND && Number(value.toFixed(decimals)) !== 0 ? `+${text}` : text;
  }

  /** Return the round step, 1, 2 or 5 times a power of ten, nearest to a share of a length. */
  function roundStep(length, count) {
    const rough = length / count;
    const power = 10 ** Math.floor(Math.log10(rough));
    const steps = [...ROUND, 10].map((digit) => digit * power);
    const miss = (step) => Math.abs(Math.log(step / rough));
    return steps.reduce((best, step) => (miss(step) < miss(best) ? step : best));
  }

  /** Return three to five round numbers of a scale, or as many as `most` allows. */
  function ticks(low, high, most = 5) {
    let power = Math.floor(Math.log10((high - low) / most));
    for (;;) {
      for (const digit of ROUND) {
        const step = digit * 10 ** power;
        const first = Math.ceil(low / step - 1e-9);
        const last = Math.floor(high / step + 1e-9);
        if (last - first + 1 <= most) {
          return Array.from({ length: last - first + 1 }, (_, i) =>
            Number(((first + i) * step).toPrecision(12)),
          );
        }
      }
      power += 1;
    }
  }

  /** Return the stops of a logarithmic slider between two numbers, both included. */
  function stops(low, high) {
    const list = [low];
    for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power += 1) {
      for (const digit of STOPS) {
        const stop = Number(`${digit}e${power}`);
        if (stop > low && stop < high) list.push(stop);
      }
    }
    return [...list, high];
  }

  /** Return the place of the entry of a rising list that is nearest to a number. */
  function nearest(list, value) {
    let best = 0;
    list.forEach((entry, place) => {
      if (Math.abs(entry - value) < Math.abs(list[best] - value)) best = place;
    });
    return best;
  }

  /** Return round heights between which a curve is seen well, and other heights with it. */
  function heights(f, low, high, others = []) {
    const count = 400;
    const ys = Array.from({ length: count + 1 }, (_, i) =>
      f.value(low + ((high - low) * i) / count),
    )
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const seen = others.filter(Number.isFinite);
    if (ys.length === 0)
      return seen.length ? [Math.min(...seen) - 1, Math.max(...seen) + 1] : [-1, 1];
    const at = (share) => ys[Math.round(share * (ys.length - 1))];
    const room = OVER * (at(1 - TAIL) - at(TAIL));
    let bottom = Math.min(Math.max(ys[0], at(TAIL) - room), ...seen);
    let top = Math.max(Math.min(ys.at(-1), at(1 - TAIL) + room), ...seen);
    const least = 0.5 * Math.max(1, Math.abs(top), Math.abs(bottom));
    if (top - bottom < least) {
      const middle = (top + bottom) / 2;
      [bottom, top] = [middle - least / 2, middle + least / 2];
    }
    const margin = MARGIN * (top - bottom);
    const step = roundStep(top - bottom, 10);
    return [Math.floor((bottom - margin) / step) * step, Math.ceil((top + margin) / step) * step];
  }

  app.numbers = {
    fixed,
    scientific,
    short,
    apart,
    plus,
    roundStep,
    ticks,
    stops,
    nearest,
    heights,
  };
})();
