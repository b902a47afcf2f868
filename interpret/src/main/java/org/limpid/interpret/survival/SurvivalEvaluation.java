package org.limpid.interpret.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.table.Table;

/**
 * How good the curves of a survival model are on rows of which it is known how long they lasted, or
 * at least how long they were watched.
 *
 * @param rowCount how many rows there are
 * @param endedCount of how many the end was seen
 * @param concordance share of the pairs in the right order, by the predicted mean duration; 0.5 is
 *     chance, {@code NaN} if there are no pairs
 * @param integratedBrier mean squared error of the curves, from 0 to the end of the last period
 *     that the rows reach; {@code NaN} if they reach none
 * @param brierWithoutModel the same of one curve for all, that of Kaplan and Meier of these rows
 * @param calibration whether as many last beyond some times as predicted
 */
public record SurvivalEvaluation(
    int rowCount,
    int endedCount,
    double concordance,
    double integratedBrier,
    double brierWithoutModel,
    List<Horizon> calibration) {
  private static final int GROUPS = 5;
  private static final double[] SHARES = {0.25, 0.5, 0.75};

  public SurvivalEvaluation {
    calibration = List.copyOf(calibration);
  }

  /**
   * Rows in groups by the predicted probability to last beyond a time.
   *
   * @param groups from the lowest probability to the highest, of equally many rows
   */
  public record Horizon(double time, List<Group> groups) {
    public Horizon {
      groups = List.copyOf(groups);
    }
  }

  /**
   * A group of rows.
   *
   * @param meanPredicted mean probability to last beyond the time
   * @param observed share that does, by the curve of Kaplan and Meier of the group
   */
  public record Group(int rowCount, double meanPredicted, double observed) {}

  /**
   * Compares a model with rows, of which there is at least one.
   *
   * @param durations how long each lasted, or was watched
   * @param ended for every duration whether its end was seen
   * @param times for calibration; empty: those by which a quarter, half and three quarters have
   *     ended; of either those that the model and the rows reach
   */
  public static SurvivalEvaluation of(
      SurvivalModel model, Table table, double[] durations, boolean[] ended, List<Double> times) {
    return new Judged(model, curves(model, table), durations, ended).evaluation(times);
  }

  private static double[][] curves(SurvivalModel model, Table table) {
    RowReader reader = new RowReader(model.hazards(), table);
    Row row = model.hazards().newRow();
    double[][] curves = new double[table.rowCount()][];
    for (int i = 0; i < curves.length; i++) {
      reader.read(i, row);
      curves[i] = model.curve(row);
    }
    return curves;
  }

  /** Curves, rows x periods, and what was observed. */
  private record Judged(
      SurvivalModel model, double[][] curves, double[] durations, boolean[] ended) {
    SurvivalEvaluation evaluation(List<Double> times) {
      KaplanMeier all = KaplanMeier.of(durations, ended);
      BrierScore brier = new BrierScore(durations, ended);
      double[] edges = DoubleStream.of(model.periods().edges()).filter(this::isReached).toArray();
      return new SurvivalEvaluation(
          durations.length,
          (int) IntStream.range(0, ended.length).filter(row -> ended[row]).count(),
          Concordance.of(
              durations, ended, Arrays.stream(curves).mapToDouble(model::mean).toArray()),
          brier.integrated(edges, this::beyond),
          brier.integrated(edges, (_, time) -> all.beyond(time)),
          (times.isEmpty()
                  ? Arrays.stream(SHARES).map(all::quantile)
                  : times.stream().mapToDouble(Double::doubleValue))
              .filter(this::isReached)
              .distinct()
              .mapToObj(this::horizon)
              .toList());
    }

    private boolean isReached(double time) {
      return time <= DoubleStream.of(durations).max().orElse(0)
          && time <= model.periods().end(model.periods().count() - 1);
    }

    private double beyond(int row, double time) {
      return model.beyond(time, curves[row]);
    }

    private Horizon horizon(double time) {
      double[] predicted =
          IntStream.range(0, curves.length).mapToDouble(row -> beyond(row, time)).toArray();
      int[] order =
          IntStream.range(0, predicted.length)
              .boxed()
              .sorted(Comparator.comparingDouble(row -> predicted[row]))
              .mapToInt(row -> row)
              .toArray();
      int count = Math.min(GROUPS, order.length);
      List<Group> groups = new ArrayList<>();
      for (int group = 0; group < count; group++) {
        int from = (int) ((long) group * order.length / count);
        int to = (int) ((group + 1L) * order.length / count);
        groups.add(group(time, predicted, Arrays.copyOfRange(order, from, to)));
      }
      return new Horizon(time, groups);
    }

    private Group group(double time, double[] predicted, int... rows) {
      boolean[] own = new boolean[rows.length];
      for (int i = 0; i < rows.length; i++) {
        own[i] = ended[rows[i]];
      }
      double[] lasted = IntStream.of(rows).mapToDouble(row -> durations[row]).toArray();
      return new Group(
          rows.length,
          IntStream.of(rows).mapToDouble(row -> predicted[row]).average().orElseThrow(),
          KaplanMeier.of(lasted, own).beyond(time));
    }
  }
}
