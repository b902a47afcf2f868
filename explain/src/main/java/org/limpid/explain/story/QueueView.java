package org.limpid.explain.story;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.results.JobFacts;
import org.limpid.simulation.decision.Decision;
import org.limpid.simulation.waiting.Replay;

/** Who waits before a job in the queue of a virtual cluster. */
final class QueueView {
  private static final int SHOWN = 3;

  private final JobFacts facts;
  private final Ledger ledger;
  private final Comparator<Integer> order;

  QueueView(QueueKey key, JobFacts facts, Ledger ledger) {
    this.facts = facts;
    this.ledger = ledger;
    order = order(key);
  }

  /** Tiresias' order depends on more than the key, so that it is left to the counts of the log. */
  private Comparator<Integer> order(QueueKey key) {
    Comparator<Integer> byKey = Comparator.comparingDouble(ledger::key);
    return switch (key) {
      case ARRIVAL, DURATION, REMAINING, GPU_TIME -> byKey.thenComparing(Comparator.naturalOrder());
      case SERVICE, OTHER -> null;
    };
  }

  /** The place of a job that has just been queued; names only if they agree with the log. */
  StoryEvent.Queued place(Replay state, Decision.Queued queued, Optional<Boolean> sharing) {
    List<Integer> before = before(state, queued.job());
    boolean agrees = before.size() == queued.position();
    return new StoryEvent.Queued(
        queued.second(),
        queued.position(),
        queued.key(),
        state.waitingCount() - 1,
        agrees
            ? before.stream().limit(SHOWN).map(job -> queuedJob(state, job)).toList()
            : List.of(),
        agrees ? before.stream().mapToInt(state::gpuCount).sum() : 0,
        sharing);
  }

  private List<Integer> before(Replay state, int job) {
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

  private QueuedJob queuedJob(Replay state, int job) {
    return new QueuedJob(facts.name(state.log().rows()[job]), ledger.key(job));
  }
}
