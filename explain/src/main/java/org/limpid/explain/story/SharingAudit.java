package org.limpid.explain.story;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limpid.results.JobFacts;
import org.limpid.simulation.decision.Decision;
import org.limpid.simulation.engine.Refusals;
import org.limpid.simulation.waiting.Replay;

/**
 * Finds again which rule forbade each running job to share its GPUs with a waiting one. The rules
 * are those of {@code SharingRule} in the simulator, in their order.
 */
final class SharingAudit {
  private static final double PRIORITY_FACTOR = 2;

  private final SharingFacts sharing;
  private final JobFacts facts;
  private final Ledger ledger;
  private final int[] rows;

  /**
   * @param rows per job its row in {@code facts}
   */
  SharingAudit(SharingFacts sharing, JobFacts facts, Ledger ledger, int[] rows) {
    this.sharing = sharing;
    this.facts = facts;
    this.ledger = ledger;
    this.rows = rows;
  }

  /**
   * The refusal with its candidates: running jobs of the same size, in the order of their start.
   */
  StoryEvent.SharingRefused refused(Replay state, Decision.PartnersRefused it) {
    return new StoryEvent.SharingRefused(
        it.second(),
        it.refusals(),
        sharing.scoreLimit(),
        sharing
            .memory()
            .map(memory -> OptionalInt.of(memory.limitMib()))
            .orElse(OptionalInt.empty()),
        candidates(state, it.job(), it.refusals()));
  }

  private List<Candidate> candidates(Replay state, int job, Refusals counts) {
    return IntStream.range(0, state.runningCount())
        .map(state::running)
        .filter(other -> state.gpuCount(other) == state.gpuCount(job))
        .boxed()
        .sorted(Comparator.comparingLong(ledger::startOrder))
        .map(other -> candidate(job, other, counts))
        .toList();
  }

  private Candidate candidate(int job, int other, Refusals counts) {
    return new Candidate(
        facts.name(rows[other]),
        rule(job, other, counts),
        scoreSum(job, other),
        memoryMib(job, other),
        ledger.key(job) / ledger.key(other));
  }

  private Candidate.Rule rule(int job, int other, Refusals counts) {
    if (!ledger.isAlone(other)) {
      return Candidate.Rule.SHARES;
    }
    if (sharing.memory().isEmpty() && counts.memory() > 0) {
      return Candidate.Rule.MEMORY_OR_LATER;
    }
    if (sharing.memory().isPresent() && !memorySuffices(job, other, sharing.memory().get())) {
      return Candidate.Rule.MEMORY;
    }
    if (scoreSum(job, other) > sharing.scoreLimit()) {
      return Candidate.Rule.DISTURBANCE;
    }
    return ledger.key(job) > PRIORITY_FACTOR * ledger.key(other)
        ? Candidate.Rule.PRIORITY
        : Candidate.Rule.RESERVED;
  }

  /** With the rounding of the simulator. */
  private boolean memorySuffices(int job, int other, SharingFacts.Memory memory) {
    return memory.mibByRow().applyAsDouble(rows[other])
        < memory.limitMib() - memory.mibByRow().applyAsDouble(rows[job]);
  }

  private OptionalDouble memoryMib(int job, int other) {
    return sharing
        .memory()
        .map(memory ->
            OptionalDouble.of(
                memory.mibByRow().applyAsDouble(rows[job])
                    + memory.mibByRow().applyAsDouble(rows[other])))
        .orElse(OptionalDouble.empty());
  }

  private int scoreSum(int job, int other) {
    return facts.shareScore(rows[job]) + facts.shareScore(rows[other]);
  }
}
