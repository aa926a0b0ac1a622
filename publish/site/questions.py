"""Questions of a page: what a beat leaves open, with the answer that its clip's numbers hold."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.question import Question
from pipeline.types import Json
from publish.rendered import RenderedBeat

_SIGNS = ("negative", "zero", "positive")


def question_data(beat: RenderedBeat, numbers: object) -> Json | None:
    """Return the question of a beat as the page takes it; ``None`` where it has none to put.

    Parameters
    ----------
    beat
        The beat.
    numbers
        Those of its clip; a question whose answer they do not hold is left out.
    """
    question = beat.beat.asks
    if question is None or numbers is None:
        return None
    answer = question.answer_among(numbers)
    if answer is None:
        return None
    return {"beat": beat.number, "text": question.text, "kind": question.kind} | dict(
        _answer(question, answer)
    )


def _answer(question: Question, answer: float | str) -> Mapping[str, object]:
    if isinstance(answer, str):
        return {"answer": answer, "choices": question.choices or _SIGNS}
    # Told as it would stand on screen, and a guess of that much is right whatever the tolerance.
    told = f"{answer:.{question.decimals}f}"
    half = 0.5 * 10.0**-question.decimals
    return {
        "answer": answer,
        "told": told.replace("-", "−") if float(told) else told.removeprefix("-"),
        "tolerance": max(question.tolerance, half),
    }
