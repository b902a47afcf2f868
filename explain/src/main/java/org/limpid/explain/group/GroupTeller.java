package org.limpid.explain.group;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.explain.text.Calendar;
import org.limpid.results.JobTable;
import org.limpid.results.WaitTable;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.waiting.Replay;
import org.limpid.simulation.waiting.WaitCause;

/** Tells what groups of jobs of one run under one policy waited for. Safe for several threads. */
public record GroupTeller(
    String policy, DecisionLog log, JobTable facts, WaitTable waits, Calendar calendar) {
  /**
   * What some jobs waited for.
   *
   * @param name of the group, for sentences
   * @param rows of its jobs in the trace, at least one
   * @throws IllegalStateException if decisions and jobs don't belong together
   */
  public GroupStory tell(String name, int[] rows) {
    Map<WaitCause, Long> byCause = new EnumMap<>(WaitCause.class);
    for (WaitCause cause : WaitCause.values()) {
      byCause.put(cause, waits.sum(rows, cause));
    }
    return new GroupStory(
        name,
        policy,
        rows.length,
        (int) Arrays.stream(rows).filter(row -> facts.queueSeconds(row) > 0).count(),
        queueSeconds(rows),
        byCause,
        days(rows),
        hours(rows),
        longest(rows),
        holders(rows));
  }

  private long queueSeconds(int[] rows) {
    return Arrays.stream(rows).mapToLong(facts::queueSeconds).sum();
  }

  private List<GroupStory.Day> days(int[] rows) {
    return grouped(rows, calendar::date).entrySet().stream()
        .map(day -> new GroupStory.Day(day.getKey(), day.getValue().size(), sum(day.getValue())))
        .sorted(Comparator.comparingLong(GroupStory.Day::queueSeconds).reversed())
        .toList();
  }

  private List<GroupStory.Hour> hours(int[] rows) {
    return grouped(rows, calendar::hour).entrySet().stream()
        .map(hour ->
            new GroupStory.Hour(hour.getKey(), hour.getValue().size(), sum(hour.getValue())))
        .sorted(Comparator.comparingDouble(GroupStory.Hour::meanSeconds).reversed())
        .toList();
  }

  /** The rows by the day or hour of their submission, ascending. */
  private <T> Map<T, List<Integer>> grouped(int[] rows, LongFunction<T> time) {
    return IntStream.of(rows)
        .boxed()
        .collect(
            Collectors.groupingBy(
                row -> time.apply(facts.submitSeconds(row)), TreeMap::new, Collectors.toList()));
  }

  private long sum(List<Integer> rows) {
    return rows.stream().mapToLong(facts::queueSeconds).sum();
  }

  private List<GroupStory.LongWait> longest(int[] rows) {
    return IntStream.of(rows)
        .filter(row -> facts.queueSeconds(row) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingLong(facts::queueSeconds)
                .reversed()
                .thenComparing(Comparator.naturalOrder()))
        .map(row ->
            new GroupStory.LongWait(
                facts.name(row),
                facts.submitSeconds(row),
                facts.queueSeconds(row),
                waits.largest(row)))
        .toList();
  }

  private List<GroupStory.HoldingUser> holders(int[] rows) {
    boolean[] inGroup = new boolean[facts.size()];
    for (int row : rows) {
      inGroup[row] = true;
    }
    Map<String, Double> seconds = new TreeMap<>();
    for (PartitionLog partition : log.partitions()) {
      if (Arrays.stream(partition.rows()).anyMatch(row -> inGroup[row])) {
        HeldWhileWaiting held = new HeldWhileWaiting(partition, facts, inGroup);
        new Replay(partition).run(held);
        held.addTo(seconds);
      }
    }
    return seconds.entrySet().stream()
        .map(entry -> new GroupStory.HoldingUser(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingDouble(GroupStory.HoldingUser::waitedSeconds).reversed())
        .toList();
  }
}
