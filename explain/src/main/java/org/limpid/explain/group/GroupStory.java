package org.limpid.explain.group;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.limpid.simulation.job.JobName;
import org.limpid.simulation.waiting.WaitCause;

/**
 * What the jobs of a user or of a virtual cluster waited for.
 *
 * @param name of the group, for sentences: {@code user u017}
 * @param queueSeconds how long all of them waited in sum
 * @param waits seconds by cause, all causes; they sum to {@code queueSeconds}
 * @param days days of submission by waits in sum, the longest first
 * @param hours hours of day of submission by mean wait, the longest first
 * @param holders users by how much was waited for them, most first
 */
public record GroupStory(
    String name,
    String policy,
    int jobs,
    int waitingJobs,
    long queueSeconds,
    Map<WaitCause, Long> waits,
    List<Day> days,
    List<Hour> hours,
    List<LongWait> longest,
    List<HoldingUser> holders) {
  public GroupStory {
    if (jobs < 1) {
      throw new IllegalArgumentException("expected jobs of " + name);
    }
    waits = Collections.unmodifiableMap(new EnumMap<>(waits));
    days = List.copyOf(days);
    hours = List.copyOf(hours);
    longest = List.copyOf(longest);
    holders = List.copyOf(holders);
  }

  /** Mean wait of a job, seconds. */
  public double meanSeconds() {
    return (double) queueSeconds / jobs;
  }

  /** Jobs submitted on one day, and how long they waited in sum. */
  public record Day(LocalDate date, int jobs, long queueSeconds) {}

  /** Jobs submitted in one hour of the day, and how long they waited in sum. */
  public record Hour(int hour, int jobs, long queueSeconds) {
    public double meanSeconds() {
      return (double) queueSeconds / jobs;
    }
  }

  /** A job, when it was submitted, how long it waited, and for what most. */
  public record LongWait(JobName job, long submitSecond, long queueSeconds, WaitCause cause) {}

  /**
   * A user whose jobs held GPUs while others waited.
   *
   * @param waitedSeconds of every second in which a job waited in its virtual cluster, the part
   *     that this user held of all GPUs held there; shared GPUs count for both
   */
  public record HoldingUser(String user, double waitedSeconds) {}
}
