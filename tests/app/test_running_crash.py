"""Whatever happened in a session, it is taken up from the log as it was left."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from coach.app import running
from coach.app.preferences import Preferences
from coach.app.running import Prepared
from coach.domain.records import SessionStatus
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import (
    AnswerCheck,
    Command,
    Event,
    GiveEffort,
    Report,
    TellAftermath,
    TellStrength,
)
from coach.domain.terms import Discomfort, Effort
from coach.domain.timeline import Timeline
from coach.domain.tingling import Aftermath, Strength
from coach.store.memory_store import MemoryStore
from support.book import real_book
from support.sessions import Run, hinge_timeline, three_sets
from support.store_builders import CountedIds, SteadyClock, session, stamp

EVENTS = st.one_of(
    st.just(Command.RESUME),
    st.builds(Report, st.sampled_from([Discomfort.SHARP, Discomfort.TINGLING])),
    st.builds(GiveEffort, st.sampled_from([Effort.FINE, Effort.NOTICEABLE, Effort.TOO_MUCH])),
    st.builds(TellStrength, st.sampled_from(list(Strength))),
    st.builds(TellAftermath, st.sampled_from(list(Aftermath))),
)


def ahead(state: SessionState) -> set[int]:
    """The sets that are still to be done."""
    blocks = state.timeline.blocks[state.cursor :]
    return {b.index for b in blocks if b.item not in state.left_out}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from([hinge_timeline(), three_sets()]),
    st.lists(st.tuples(st.integers(0, 12), EVENTS), min_size=3, max_size=15),
)
def test_the_log_knows_all_that_was_left(
    timeline: Timeline, events: list[tuple[int, Event]]
) -> None:
    """Sets left out, the easier range, and the questions after tingling (E1, E2, N1-N4)."""
    store, ids, log = MemoryStore(SteadyClock(), CountedIds()), CountedIds(), session()
    texts = real_book().texts
    ready = Prepared(log, timeline, Preferences(), texts, new=True)
    run = Run(ready.state(0.0))
    run.do(AnswerCheck(something_new=False))
    for after_s, event in events:
        run.wait(after_s)
        run.do(event)
    for number, fact in enumerate(run.facts):
        for record in running.records([fact], ready, stamp(number), ids):
            running.write(store, record)
    left = run.state
    (kept,) = store.sessions()
    if left.stage.is_over:
        assert kept.status is not SessionStatus.ACTIVE
        return
    again = Prepared(
        kept, timeline, ready.preferences, texts, new=False, told=tuple(store.floss_told())
    ).state(run.clock_ms)
    assert again.stage is RunStage.CHECK
    if left.tingling is None or left.tingling.rule is None:
        assert ahead(again) == ahead(left)
        assert again.troubled == left.troubled
    assert again.eased & ahead(again) == left.eased & ahead(again)
    assert again.tinglings == left.tinglings
    asked = left.tingling is not None and left.tingling.rule in (None, "N4")
    assert (again.tingling is not None) is asked
