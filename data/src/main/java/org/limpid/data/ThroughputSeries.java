package org.limpid.data;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;

/**
 * How many GPU jobs were submitted in each slot of time, and how many GPUs they asked for.
 *
 * <p>Slots follow each other without holes: slot {@code i} begins at {@code startSeconds + i
 * slotSeconds}. Where the source had no row for a slot, the slot counts as one without submissions
 * and {@link #gaps()} names it. Immutable and safe to share between threads.
 */
public final class ThroughputSeries {
  /** Length of the slots of all published series, seconds. */
  public static final int TEN_MINUTES = 600;

  private final LocalDateTime origin;
  private final long startSeconds;
  private final int slotSeconds;
  private final double[] jobs;
  private final double[] gpus;
  private final List<Gap> gaps;

  /**
   * Consecutive slots for which the source had no row.
   *
   * @param startSeconds start of the first of them, seconds since the origin
   * @param slots how many, at least 1
   */
  public record Gap(long startSeconds, int slots) {
    public Gap {
      if (slots < 1) {
        throw new IllegalArgumentException("expected a slot or more, found " + slots);
      }
    }
  }

  /**
   * A series.
   *
   * @param origin second 0 of all times, wall clock of the cluster
   * @param startSeconds start of the first slot, seconds since the origin
   * @param slotSeconds length of a slot, at least 1
   * @param jobs jobs submitted per slot, finite and at least 0
   * @param gpus GPUs that those jobs asked for, finite and at least 0
   * @param gaps slots that the source left out, ascending
   * @throws IllegalArgumentException if the columns differ in length or hold other numbers
   */
  public ThroughputSeries(
      LocalDateTime origin,
      long startSeconds,
      int slotSeconds,
      double[] jobs,
      double[] gpus,
      List<Gap> gaps) {
    if (jobs.length != gpus.length) {
      throw new IllegalArgumentException(
          "columns differ in length: %d, %d".formatted(jobs.length, gpus.length));
    }
    if (slotSeconds < 1) {
      throw new IllegalArgumentException("expected slots of a second or more: " + slotSeconds);
    }
    this.origin = Objects.requireNonNull(origin, "origin");
    this.startSeconds = startSeconds;
    this.slotSeconds = slotSeconds;
    this.jobs = counts(jobs);
    this.gpus = counts(gpus);
    this.gaps = List.copyOf(gaps);
  }

  private static double[] counts(double[] values) {
    for (double value : values) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("expected finite counts of 0 or more, found " + value);
      }
    }
    return values.clone();
  }

  /**
   * Counts the submissions of a trace.
   *
   * @param origin second 0 of the trace, wall clock of the cluster
   * @param slotSeconds length of a slot, at least 1
   * @param from start of the first slot, seconds since the origin
   * @param to end of the last slot; a slot that would pass it is left out
   * @throws IllegalArgumentException if {@code to} lies before {@code from}
   */
  public static ThroughputSeries of(
      Trace trace, LocalDateTime origin, int slotSeconds, long from, long to) {
    if (to < from) {
      throw new IllegalArgumentException("%d s lies before %d s".formatted(to, from));
    }
    int slots = Math.toIntExact((to - from) / slotSeconds);
    double[] jobs = new double[slots];
    double[] gpus = new double[slots];
    for (int row = 0; row < trace.size(); row++) {
      long slot = Math.floorDiv(trace.submitSeconds(row) - from, (long) slotSeconds);
      if (slot >= 0 && slot < slots) {
        jobs[(int) slot]++;
        gpus[(int) slot] += trace.gpuCount(row);
      }
    }
    return new ThroughputSeries(origin, from, slotSeconds, jobs, gpus, List.of());
  }

  /** Second 0 of all times, wall clock of the cluster. */
  public LocalDateTime origin() {
    return origin;
  }

  /** Start of the first slot, seconds since the origin. */
  public long startSeconds() {
    return startSeconds;
  }

  /** End of the last slot, seconds since the origin. */
  public long endSeconds() {
    return seconds(size());
  }

  /**
   * End of the last slot with a submission, seconds since the origin; the start of the series if
   * there is none. What comes later need not be a time without load: more may be that nobody
   * counted.
   */
  public long lastSubmissionSeconds() {
    int slot = size();
    while (slot > 0 && jobs[slot - 1] == 0) {
      slot--;
    }
    return seconds(slot);
  }

  /** Length of a slot, seconds. */
  public int slotSeconds() {
    return slotSeconds;
  }

  public int size() {
    return jobs.length;
  }

  /** Start of a slot, seconds since the origin; also of slots after the last one. */
  public long seconds(int slot) {
    return startSeconds + (long) slot * slotSeconds;
  }

  /** Wall-clock time at which a slot starts; also of slots after the last one. */
  public LocalDateTime time(int slot) {
    return origin.plusSeconds(seconds(slot));
  }

  /** The first slot that starts at a time or later; perhaps negative or after the last one. */
  public int firstSlotFrom(long seconds) {
    return Math.toIntExact(Math.ceilDiv(seconds - startSeconds, (long) slotSeconds));
  }

  /** Jobs submitted in a slot. */
  public double jobs(int slot) {
    return jobs[slot];
  }

  /** GPUs asked for by the jobs submitted in a slot. */
  public double gpus(int slot) {
    return gpus[slot];
  }

  /** A copy of the jobs of all slots. */
  public double[] jobs() {
    return jobs.clone();
  }

  /** A copy of the GPUs of all slots. */
  public double[] gpus() {
    return gpus.clone();
  }

  /** Slots that the source left out, ascending; they count as slots without submissions. */
  public List<Gap> gaps() {
    return gaps;
  }
}
