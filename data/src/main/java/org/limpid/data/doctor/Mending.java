package org.limpid.data.doctor;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;

/** Changes to a data set, collected from checks. Not safe for several threads. */
final class Mending {
  private static final long SECONDS_PER_DAY = 86_400;

  private final BitSet leftOut = new BitSet();
  private final BitSet closedGaps = new BitSet();
  private final Set<RowChange> changes = new LinkedHashSet<>();
  private final Set<JobAttribute> added = EnumSet.noneOf(JobAttribute.class);
  private final Map<String, Integer> gpus = new HashMap<>();
  private int originHours;
  private ScalingCurves scaling;

  /** Leaves out a row. */
  void leaveOut(int row) {
    leftOut.set(row);
  }

  /** Changes jobs, after what was noted before; once, if the same change is noted again. */
  void change(RowChange change) {
    changes.add(change);
  }

  /** Notes what jobs may get by a change. */
  void add(Set<JobAttribute> attributes) {
    added.addAll(attributes);
  }

  /** Closes the time without submissions before a row by whole days. */
  void closeGap(int row) {
    closedGaps.set(row);
  }

  /** Gives a virtual cluster so many GPUs or more. */
  void gpus(String virtualCluster, int count) {
    gpus.merge(virtualCluster, count, Math::max);
  }

  /** Moves the origin of all times. */
  void originHours(int hours) {
    originHours += hours;
  }

  /** Takes other scaling curves; jobs keep those that are still there. */
  void scaling(ScalingCurves curves) {
    scaling = curves;
  }

  /** What jobs may have got. */
  Set<JobAttribute> added() {
    return added;
  }

  boolean keeps(int row) {
    return !leftOut.get(row);
  }

  boolean changesJobs() {
    return !changes.isEmpty() || !closedGaps.isEmpty();
  }

  int originHours() {
    return originHours;
  }

  /** The curves that take the place of those that there are; null: none do. */
  ScalingCurves scaling() {
    return scaling;
  }

  /** GPUs that a virtual cluster should have; empty: as many as it has. */
  Optional<Integer> gpusOf(String virtualCluster) {
    return Optional.ofNullable(gpus.get(virtualCluster));
  }

  /** The job of each row as it should be. */
  IntFunction<Trace.Job> jobs(Subject subject) {
    long[] earlier = secondsEarlier(subject);
    return row -> changed(row, subject.trace().job(row)).submittedEarlierBy(earlier[row]);
  }

  private long[] secondsEarlier(Subject subject) {
    long[] earlier = new long[subject.size()];
    long before = subject.reader().startSeconds();
    long sum = 0;
    for (int row = 0; row < earlier.length; row++) {
      long submit = subject.trace().submitSeconds(row);
      sum += closedGaps.get(row) ? wholeDays(submit - before) : 0;
      earlier[row] = sum;
      before = submit;
    }
    return earlier;
  }

  private Trace.Job changed(int row, Trace.Job job) {
    Trace.Job changed = job;
    for (RowChange change : changes) {
      changed = change.apply(row, changed);
    }
    return changed;
  }

  private static long wholeDays(long seconds) {
    return seconds / SECONDS_PER_DAY * SECONDS_PER_DAY;
  }
}
