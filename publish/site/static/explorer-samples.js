// Samples: a curve as unbroken stretches, each of which may be drawn with one stroke. The twin of
// mathcore/formulas/curves.py.
(() => {
  "use strict";
  const app = (window.LanguageOfChange ??= {});
  const HALVINGS = 30;
  const KEPT = 0.1; // a jump keeps its height however small the step; a continuous curve does not
  const SUSPECT = 0.02; // a step that rises by less of the window cannot be seen to jump

  function isBroken(f, x0, x1, y0, y1) {
    let [left, right, low, high] = [x0, x1, y0, y1];
    let widest = Math.abs(high - low);
    for (let i = 0; i < HALVINGS; i += 1) {
      const middle = (left + right) / 2;
      const height = f.value(middle);
      if (Math.abs(height - low) >= Math.abs(high - height)) [right, high] = [middle, height];
      else [left, low] = [middle, height];
      widest = Math.max(widest, Math.abs(high - low));
    }
    return !(Math.abs(high - low) <= KEPT * widest);
  }

  /** Return the last input with a value between one that has a value and one that has none. */
  function edge(f, inside, outside) {
    let [known, unknown] = [inside, outside];
    for (let i = 0; i < 2 * HALVINGS; i += 1) {
      const middle = (known + unknown) / 2;
      if (Number.isFinite(f.value(middle))) known = middle;
      else unknown = middle;
    }
    return known;
  }

  /** Return stretches of points [x, y]; `height` is that of the window. */
  function stretches(f, low, high, height, count = 400) {
    const found = [];
    let current = [];
    const close = () => {
      if (current.length > 1) found.push(current);
      current = [];
    };
    let before = null;
    for (let i = 0; i <= count; i += 1) {
      const x = low + ((high - low) * i) / count;
      const y = f.value(x);
      const known = Number.isFinite(y);
      if (before !== null && known !== before.known) {
        const at = known ? edge(f, x, before.x) : edge(f, before.x, x);
        const beside = f.value(at);
        const near = Math.abs(beside - (known ? y : before.y)) <= height;
        if (near) current.push([at, beside]);
        if (!known) close();
      } else if (before?.known && known) {
        const rise = Math.abs(y - before.y);
        if (rise > SUSPECT * height && isBroken(f, before.x, x, before.y, y)) close();
      }
      if (known) current.push([x, y]);
      before = { x, y, known };
    }
    close();
    return found;
  }

  app.samples = { stretches };
})();
