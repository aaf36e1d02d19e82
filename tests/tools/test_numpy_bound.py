"""The bound of ``bench``: every numpy call counts once, by shape, and noting changes nothing."""

import numpy as np

from tools.numpy_bound import Noting, bound, noting


def test_every_call_is_noted_once_by_shape_and_kind() -> None:
    numbers = noting(np.arange(6.0).reshape(3, 2))

    def work() -> None:
        doubled = numbers * 2.0 + numbers
        np.exp(doubled[:, 0])  # the column is a view: no call of its own
        doubled[0] = 1.0
        np.where(doubled > 1.0, doubled, 0.0).take([0, 1])

    assert bound(work).calls == 7
    assert dict(Noting.notes) == {
        (False, (3, 2)): 4,
        (True, (3,)): 1,
        (False, ()): 1,
        (False, (2,)): 1,
    }


def test_new_arrays_take_part_while_it_counts_and_no_longer() -> None:
    assert bound(lambda: np.zeros(4) + np.empty(4)).calls == 1
    assert type(np.zeros(4)) is np.ndarray


def test_noting_changes_no_number() -> None:
    plain = np.linspace(0.1, 2.0, 7)
    watched = noting(plain)
    both = [
        np.stack([np.log(x), x.astype(np.int64), x[[3, 1, 1, 0, 2, 5, 6]]]).sum(axis=0)
        for x in (plain, watched)
    ]
    assert (both[0] == both[1]).all()


def test_more_calls_and_larger_arrays_take_longer() -> None:
    small, large = noting(np.ones(10)), noting(np.ones(100_000))
    assert bound(lambda: small + 1.0).seconds < bound(lambda: large + 1.0).seconds
    once, often = (bound(lambda n=n: [large + 1.0 for _ in range(n)]).seconds for n in (1, 20))
    assert once < often
