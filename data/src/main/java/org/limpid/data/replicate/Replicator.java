package org.limpid.data.replicate;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.generate.RandomStream;

/**
 * Makes copies of a trace with changes that are drawn from a seed. A copy depends on the seed and
 * its number, not on the other copies. Immutable and safe to share between threads.
 */
public final class Replicator {
  private static final int JITTER_SECONDS = 60;
  private static final int SECONDS_PER_HOUR = 3600;

  /** Beside those of the kinds, which count from 0, in steps of a copy. */
  private static final int LOAD_DRAWS = -1;

  private final Trace trace;
  private final LocalDateTime origin;
  private final long startSecond;
  private final Set<ReplicaKind> kinds;
  private final long seed;

  /**
   * @param trace at least one job
   * @param origin second 0, wall clock of the cluster
   * @param startSecond no job is moved to before
   */
  public Replicator(
      Trace trace, LocalDateTime origin, long startSecond, Set<ReplicaKind> kinds, long seed) {
    if (trace.size() == 0) {
      throw new IllegalArgumentException("expected at least one job");
    }
    this.trace = trace;
    this.origin = origin;
    this.startSecond = startSecond;
    this.kinds = EnumSet.copyOf(kinds);
    this.seed = seed;
  }

  /** A job of a copy: where it comes from, when it is submitted, and its rank in that second. */
  private record Copy(int row, long second, double rank) {}

  /**
   * A copy.
   *
   * @param number 0 for the trace itself, else 1, 2, ...
   */
  public Replica replica(int number) {
    return replica(number, 1);
  }

  /**
   * A copy under another load. Under load 0.8 each job is there with probability 0.8; under load
   * 2.3 each is there twice, and a third time with probability 0.3. The first one is submitted in
   * its time, every other one at a time drawn from the hour that follows.
   *
   * @param number 0 for the trace itself, else 1, 2, ...
   * @param load jobs per job of the trace, above 0
   */
  public Replica replica(int number, double load) {
    if (number == 0 && load == 1) {
      return Replica.unchanged(trace);
    }
    Set<ReplicaKind> changes = number == 0 ? Set.of() : kinds;
    RandomStream dayDraws = random(number, ReplicaKind.DAYS);
    RandomStream loadDraws =
        new RandomStream(seed, LOAD_DRAWS - number * ReplicaKind.values().length);
    CopiedDays days = CopiedDays.NONE;
    List<Copy> copies = new ArrayList<>();
    while (copies.isEmpty()) { // all days drawn may be without jobs, and all jobs left out
      days = changes.contains(ReplicaKind.DAYS) ? CopiedDays.drawn(trace, origin, dayDraws) : days;
      copies = loaded(copies(days), load, loadDraws);
    }
    if (changes.contains(ReplicaKind.JITTER)) {
      copies = jittered(copies, random(number, ReplicaKind.JITTER));
    }
    if (changes.contains(ReplicaKind.TIES)) {
      copies = shuffled(copies, random(number, ReplicaKind.TIES));
    }
    copies.sort(Comparator.comparingLong(Copy::second).thenComparingDouble(Copy::rank));
    return new Replica(
        number, trace(copies), copies.stream().mapToInt(Copy::row).toArray(), days, load);
  }

  private static List<Copy> loaded(List<Copy> copies, double load, RandomStream random) {
    if (load == 1) {
      return copies;
    }
    List<Copy> loaded = new ArrayList<>();
    for (Copy copy : copies) {
      int times = (int) Math.floor(load + random.uniform());
      for (int time = 0; time < times; time++) {
        long later = time == 0 ? 0 : 1 + random.uniform(SECONDS_PER_HOUR);
        loaded.add(new Copy(copy.row(), copy.second() + later, copy.rank()));
      }
    }
    return loaded;
  }

  private RandomStream random(int number, ReplicaKind kind) {
    return new RandomStream(seed, number * ReplicaKind.values().length + kind.ordinal());
  }

  private List<Copy> copies(CopiedDays days) {
    List<Copy> copies = new ArrayList<>();
    if (days == CopiedDays.NONE) {
      for (int row = 0; row < trace.size(); row++) {
        copies.add(new Copy(row, trace.submitSeconds(row), row));
      }
      return copies;
    }
    Map<Integer, List<Integer>> rows = rowsByDay(days);
    for (int day : days.days()) {
      int source = days.source(day);
      for (int row : rows.getOrDefault(source, List.of())) {
        long second = CopiedDays.moved(trace.submitSeconds(row), source, day);
        copies.add(new Copy(row, Math.max(startSecond, second), row));
      }
    }
    return copies;
  }

  private Map<Integer, List<Integer>> rowsByDay(CopiedDays days) {
    Map<Integer, List<Integer>> rows = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      int day = days.day(trace.submitSeconds(row));
      rows.computeIfAbsent(day, any -> new ArrayList<>()).add(row);
    }
    return rows;
  }

  private List<Copy> jittered(List<Copy> copies, RandomStream random) {
    List<Copy> moved = new ArrayList<>(copies.size());
    Map<Long, Long> newSeconds = new HashMap<>();
    for (Copy copy : copies) {
      long second =
          newSeconds.computeIfAbsent(
              copy.second(),
              old ->
                  Math.max(
                      startSecond, old + random.uniform(2 * JITTER_SECONDS + 1) - JITTER_SECONDS));
      moved.add(new Copy(copy.row(), second, copy.rank()));
    }
    return moved;
  }

  private static List<Copy> shuffled(List<Copy> copies, RandomStream random) {
    List<Copy> ranked = new ArrayList<>(copies.size());
    for (Copy copy : copies) {
      ranked.add(new Copy(copy.row(), copy.second(), random.uniform()));
    }
    return ranked;
  }

  /** The first copy of a job keeps its identifier, further ones get new ones. */
  private Trace trace(List<Copy> copies) {
    long nextId = 0;
    for (int row = 0; row < trace.size(); row++) {
      nextId = Math.max(nextId, trace.jobId(row).number() + 1);
    }
    Set<Integer> seen = new HashSet<>();
    Trace.Builder builder = new Trace.Builder();
    for (Copy copy : copies) {
      JobId id = seen.add(copy.row()) ? trace.jobId(copy.row()) : JobId.of(nextId++);
      builder.add(trace.job(copy.row()).copiedTo(id, copy.second()));
    }
    return builder.build();
  }
}
