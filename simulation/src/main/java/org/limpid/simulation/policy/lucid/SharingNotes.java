package org.limpid.simulation.policy.lucid;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.Note;
import org.limpid.simulation.policy.Notes;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.policy.Semantics.Fix;
import org.limpid.simulation.policy.sharing.SharingLimits;
import org.limpid.simulation.state.ClusterState;

/**
 * What Lucid notes, told with the jobs that came into question: which rule forbade each running job
 * to share its GPUs with a waiting one is found again by the rules themselves.
 */
final class SharingNotes implements Notes {
  private final SharingLimits limits;
  private final Optional<RunFacts.Memory> memory;
  private final boolean survivorRecovers;
  private final Jobs jobs;
  private final double[] keys;
  private final boolean[] alone;
  private final int[] joined;
  private final int[] joinedBy;
  private Optional<Boolean> sharing = Optional.empty();

  SharingNotes(RunFacts run, Jobs jobs) {
    this.jobs = jobs;
    memory = run.memory();
    limits = SharingLimits.of(memory.map(RunFacts.Memory::gpuMib).orElse(0), run.settings());
    survivorRecovers = run.semantics().has(Fix.SURVIVOR_RECOVERS);
    keys = new double[jobs.size()];
    alone = new boolean[jobs.size()];
    joined = new int[jobs.size()];
    Arrays.fill(joined, ClusterState.NOBODY);
    joinedBy = joined.clone();
  }

  @Override
  public void happened(Event event) {
    switch (event) {
      case Event.Queued it -> keys[it.job()] = it.key();
      case Event.Started it -> start(it);
      case Event.Ended it -> end(it.job());
      case Note it when it.kind().equals(SharingSwitched.NOTE) ->
          sharing = Optional.of(SharingSwitched.of(it).on());
      default -> {}
    }
  }

  private void start(Event.Started it) {
    alone[it.job()] = it.partners().isEmpty();
    for (Event.Partner partner : it.partners()) {
      alone[partner.job()] = false;
      joined[it.job()] = partner.job();
      joinedBy[partner.job()] = it.job();
    }
  }

  /** The one that was joined is alone again; its newcomer only where survivors recover. */
  private void end(int job) {
    int partner = joined[job];
    int newcomer = joinedBy[job];
    if (partner != ClusterState.NOBODY) {
      alone[partner] = true;
      joinedBy[partner] = ClusterState.NOBODY;
    }
    if (newcomer != ClusterState.NOBODY) {
      alone[newcomer] = survivorRecovers;
      joined[newcomer] = ClusterState.NOBODY;
    }
    joined[job] = ClusterState.NOBODY;
    joinedBy[job] = ClusterState.NOBODY;
  }

  @Override
  public Optional<Boolean> isSharing() {
    return sharing;
  }

  @Override
  public Optional<Telling> told(ClusterState state, Note note) {
    return switch (note.kind()) {
      case SharingSwitched.NOTE -> Optional.of(SharingSwitched.of(note));
      case Refusals.NOTE -> Optional.of(refused(state, note));
      default -> Optional.empty();
    };
  }

  /** The refusal with running jobs of the same size, in the order of their start. */
  private SharingRefused refused(ClusterState state, Note note) {
    Refusals refusals = Refusals.of(note);
    return new SharingRefused(
        note.second(),
        refusals,
        limits.scoreSum(),
        memory.isPresent() ? OptionalInt.of(limits.memoryMib()) : OptionalInt.empty(),
        candidates(state, note.job(), refusals));
  }

  private List<Candidate> candidates(ClusterState state, int job, Refusals counts) {
    return IntStream.range(0, state.runningCount())
        .map(state::running)
        .filter(other -> state.gpuCount(other) == state.gpuCount(job))
        .boxed()
        .sorted(Comparator.comparingLong(state::startOrder))
        .map(other -> candidate(job, other, counts))
        .toList();
  }

  private Candidate candidate(int job, int other, Refusals counts) {
    return new Candidate(
        jobs.name(other),
        rule(job, other, counts),
        jobs.shareScore(job) + jobs.shareScore(other),
        memory
            .map(known -> OptionalDouble.of(mib(known, job) + mib(known, other)))
            .orElse(OptionalDouble.empty()),
        keys[job] / keys[other]);
  }

  private double mib(RunFacts.Memory known, int job) {
    return known.mibByRow().applyAsDouble(jobs.row(job));
  }

  private Candidate.Rule rule(int job, int other, Refusals counts) {
    if (!alone[other]) {
      return Candidate.Rule.SHARES;
    }
    if (memory.isEmpty() && counts.memory() > 0) {
      return Candidate.Rule.MEMORY_OR_LATER;
    }
    if (memory.isPresent()
        && !limits.memorySuffices(mib(memory.get(), job), mib(memory.get(), other))) {
      return Candidate.Rule.MEMORY;
    }
    if (!limits.areGentle(jobs.shareScore(job), jobs.shareScore(other))) {
      return Candidate.Rule.DISTURBANCE;
    }
    return SharingRule.isUrgent(keys[job], keys[other])
        ? Candidate.Rule.RESERVED
        : Candidate.Rule.PRIORITY;
  }
}
