"""A neuron: values flow forward, slopes flow back, and what paths share is worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mathcore.formulas.functions import sigmoid, sigmoid_prime
from mathcore.values import FloatArray, finite, finite_array, frozen


@dataclass(frozen=True, slots=True)
class Neuron:
    """One pass through w → z = wx + b → a = σ(z) → L = (a − t)², forward and backward.

    Attributes
    ----------
    x, t, w, b
        Input, target, weight and bias.
    z, a, loss
        The values, from left to right.
    dl_da, da_dz, dz_dw, dz_db
        The local slopes: 2(a − t), σ′(z), x and 1.
    shared
        dL/dz, the part that both parameters share.
    dl_dw, dl_db
        dL/dw and dL/db.
    """

    x: float
    t: float
    w: float
    b: float
    z: float
    a: float
    loss: float
    dl_da: float
    da_dz: float
    dz_dw: float
    dz_db: float
    shared: float
    dl_dw: float
    dl_db: float


@dataclass(frozen=True, slots=True)
class Paths:
    """The slope of a loss along several paths that meet: x → aᵢ = σ(wᵢx) → y = Σ vᵢaᵢ → (y − t)².

    Attributes
    ----------
    hidden
        The values aᵢ, shape (N,).
    output, loss
        y and (y − t)².
    products
        The slopes multiplied along each path, 2(y − t)·vᵢ·σ′(wᵢx)·wᵢ, shape (N,).
    slope
        dL/dx: their sum.
    """

    hidden: FloatArray
    output: float
    loss: float
    products: FloatArray
    slope: float


def forward_backward(x: float, t: float, w: float, b: float) -> Neuron:
    """Run one neuron forward and backward.

    Raises
    ------
    ValueError
        If a number is not finite.
    """
    for number, name in ((x, "x"), (t, "t"), (w, "w"), (b, "b")):
        finite(number, name)
    z = w * x + b
    a = float(sigmoid(z))
    dl_da, da_dz = 2 * (a - t), float(sigmoid_prime(z))
    shared = dl_da * da_dz
    return Neuron(
        x=float(x),
        t=float(t),
        w=float(w),
        b=float(b),
        z=float(z),
        a=a,
        loss=(a - t) ** 2,
        dl_da=dl_da,
        da_dz=da_dz,
        dz_dw=float(x),
        dz_db=1.0,
        shared=shared,
        dl_dw=shared * x,
        dl_db=shared,
    )


def sum_over_paths(x: float, t: float, inward: Sequence[float], outward: Sequence[float]) -> Paths:
    """Run a layer of hidden units forward and add the slopes of its paths.

    Parameters
    ----------
    x, t
        Input and target.
    inward, outward
        Weights wᵢ into and vᵢ out of each hidden unit, equally many.

    Raises
    ------
    ValueError
        If there are no units, or not one weight in and one weight out for each.
    """
    w, v = finite_array(inward, "the inward weights"), finite_array(outward, "the outward weights")
    if w.shape != v.shape:
        raise ValueError(f"{len(w)} weights lead in but {len(v)} lead out of the units")
    z = w * finite(x, "x")
    hidden = sigmoid(z)
    output = float(v @ hidden)
    miss = output - finite(t, "t")
    products = 2 * miss * v * sigmoid_prime(z) * w
    return Paths(frozen(hidden), output, miss**2, frozen(products), float(products.sum()))
