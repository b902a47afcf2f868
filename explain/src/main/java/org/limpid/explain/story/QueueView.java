package org.limpid.explain.story;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.results.JobTable;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.state.ClusterState;
import org.limpid.simulation.waiting.Replay;

/** Who waits before a job in the queue of a virtual cluster. */
final class QueueView {
  private static final int SHOWN = 3;

  private final JobTable facts;
  private final Ledger ledger;
  private final Comparator<Integer> order;

  QueueView(QueueKey key, JobTable facts, Ledger ledger) {
    this.facts = facts;
    this.ledger = ledger;
    Comparator<Integer> byKey = Comparator.comparingDouble(ledger::key);
    // An order that depends on more than the key is left to the counts of the log.
    order = key.isWholeOrder() ? byKey.thenComparingInt(ledger::arrivalRank) : null;
  }

  /** The place of a job that has just been queued; names only if they agree with the log. */
  StoryEvent.Queued place(Replay replay, Event.Queued queued, Optional<Boolean> sharing) {
    List<Integer> before = before(replay.state(), queued.job());
    boolean agrees = before.size() == queued.position();
    return new StoryEvent.Queued(
        queued.second(),
        queued.position(),
        queued.key(),
        replay.state().waitingCount() - 1,
        agrees
            ? before.stream().limit(SHOWN).map(job -> queuedJob(replay, job)).toList()
            : List.of(),
        agrees ? before.stream().mapToInt(replay::gpuCount).sum() : 0,
        sharing);
  }

  private List<Integer> before(ClusterState state, int job) {
    if (order == null) {
      return List.of();
    }
    return IntStream.range(0, state.waitingCount())
        .map(state::waiting)
        .filter(other -> other != job && !Double.isNaN(ledger.key(other)))
        .boxed()
        .filter(other -> order.compare(other, job) < 0)
        .sorted(order)
        .toList();
  }

  private StoryEvent.QueuedJob queuedJob(Replay replay, int job) {
    return new StoryEvent.QueuedJob(facts.name(replay.log().rows()[job]), ledger.key(job));
  }
}
