package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.reference.mirage.ChainMoment;

/**
 * What a readable model of the wait of a successor looks at: what the queue and its time limits
 * tell at that moment. Spans of time are hours.
 */
enum ChainFeature {
  /** Until the predecessor ends. */
  LEFT_H(0, (moment, _) -> hours(moment.leftSeconds())),
  /** Of each job of the chain. */
  CHAIN_NODES(1, (moment, _) -> moment.nodes()),
  QUEUE_JOBS(0, (moment, _) -> moment.queueJobs()),
  QUEUE_NODES(0, (moment, _) -> moment.queueNodes()),
  /** Nodes times limits of all that wait. */
  QUEUE_NODE_H(1, (moment, _) -> hours(moment.queueNodeSeconds())),
  LONGEST_WAIT_H(0, (moment, _) -> hours(moment.longestWaitSeconds())),
  /** Mean of the last hundred jobs that started. */
  RECENT_WAIT_H(0, (moment, _) -> hours(60 * moment.recentWaitMinutes())),
  FREE_NODES(0, (moment, _) -> moment.freeNodes()),
  /** When a backfill plan would start the successor if every job ran up to its limit. */
  PLANNED_WAIT_H(1, (moment, _) -> hours(moment.plannedWaitSeconds())),
  /** From 0 at the start of Monday. */
  HOUR_OF_WEEK(0, (_, now) -> 24 * (now.getDayOfWeek().getValue() - 1) + now.getHour());

  private final int direction;
  private final ToDoubleBiFunction<ChainMoment, LocalDateTime> value;

  /**
   * A feature.
   *
   * @param direction 1 if a larger value never means a shorter wait, or else 0
   * @param value at a moment, given that as a time on the clock of the cluster, too
   */
  ChainFeature(int direction, ToDoubleBiFunction<ChainMoment, LocalDateTime> value) {
    this.direction = direction;
    this.value = value;
  }

  /** To a hundredth, so that people can read it. */
  private static double hours(long seconds) {
    return Math.rint(seconds / 36.0) / 100;
  }

  /** As it is called in models. */
  String featureName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Its value at a moment.
   *
   * @param origin the time of second 0
   */
  double of(ChainMoment moment, LocalDateTime origin) {
    return value.applyAsDouble(moment, origin.plusSeconds(moment.second()));
  }

  /** The values of all features at a moment, in their order. */
  static double[] allOf(ChainMoment moment, LocalDateTime origin) {
    return Arrays.stream(values()).mapToDouble(feature -> feature.of(moment, origin)).toArray();
  }

  /** All features of moments, a row for each. */
  static Table table(List<ChainMoment> moments, LocalDateTime origin) {
    return Table.of(
        Arrays.stream(values())
            .map(feature ->
                NumericColumn.generate(
                    feature.featureName(),
                    moments.size(),
                    row -> feature.of(moments.get(row), origin)))
            .toArray(NumericColumn[]::new));
  }

  /** Sets those features that a row has. */
  static void set(Row row, ChainMoment moment, LocalDateTime origin) {
    row.features()
        .forEach(feature ->
            row.set(
                feature.name(),
                valueOf(feature.name().toUpperCase(Locale.ROOT)).of(moment, origin)));
  }

  /** Names in the order of the features. */
  static List<String> names() {
    return Arrays.stream(values()).map(ChainFeature::featureName).toList();
  }

  /** Constraints for a trainer. */
  static String directions() {
    return Arrays.stream(values())
        .filter(feature -> feature.direction > 0)
        .map(feature -> feature.featureName() + ": +1")
        .collect(Collectors.joining("; "));
  }
}
