package org.limpid.experiment.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.results.table.ReportTable;
import org.limpid.simulation.metrics.RelativeDifference;

/** What each way to submit reaches, by the load of windows. */
public final class ValidationReport {
  /** Windows of two days, the length of a job of a chain, are one group of the jackknife. */
  private static final int GROUP = 12;

  private final int nodes;
  private final GapPrice price;
  private final List<Map<String, ChainOutcome>> windows;

  /**
   * A report.
   *
   * @param nodes of each job of a chain
   * @param price of an hour's gap, an hour's overlap costs 1
   * @param windows in the order of time, with the outcome of each method
   */
  ValidationReport(int nodes, GapPrice price, List<Map<String, ChainOutcome>> windows) {
    this.nodes = nodes;
    this.price = price;
    this.windows = List.copyOf(windows);
  }

  /** What is reached, by load and method. */
  public List<ChainScore> scores() {
    List<ChainScore> scores = new ArrayList<>();
    for (ChainLoad load : loads()) {
      int[] places = places(load);
      methods().forEach(method -> scores.add(score(load, places, method)));
    }
    return scores;
  }

  /** The ways to submit, in the order of tables. */
  public List<String> methods() {
    return List.copyOf(windows.getFirst().keySet());
  }

  /** Nodes of each job of a chain. */
  public int nodes() {
    return nodes;
  }

  /** Loads in which some window lies. */
  public List<ChainLoad> loads() {
    return ChainLoad.of(reactive());
  }

  /** Hours of gaps, below 0 of overlaps, in the windows of a load, in the order of time. */
  public double[] hours(ChainLoad load, String method) {
    return hours(places(load), method, seconds -> seconds);
  }

  private List<Long> reactive() {
    return windows.stream()
        .map(outcomes -> outcomes.get(ChainMethod.REACTIVE.label()).interruptionSeconds())
        .toList();
  }

  private int[] places(ChainLoad load) {
    List<Long> reactive = reactive();
    return IntStream.range(0, reactive.size()).filter(i -> load.holds(reactive.get(i))).toArray();
  }

  /** A table by load and method, and how to read it. */
  public String toText() {
    ReportTable table =
        new ReportTable(
            "validation",
            "load",
            "windows",
            "submitted",
            "mean gap h",
            "against reactive in %",
            "+-",
            "mean overlap h",
            "no gap in %",
            "node-hours wasted",
            "mean cost h");
    for (ChainScore score : scores()) {
      table.row(
          score.load(),
          score.windows(),
          score.method(),
          score.gapHours(),
          percent(score.gapChange().share()),
          percent(score.gapChange().halfWidth()),
          score.overlapHours(),
          100 * score.noGapShare(),
          score.wastedNodeHours(),
          score.costHours());
    }
    return table.aligned()
        + "Cost: %s h per hour of gap and 1 h per hour of overlap. +-: 95 %% confidence, windows paired, two days a group.\n"
            .formatted(price);
  }

  /** The same for programs. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("nodes", nodes);
    json.put("gap_price", price.price());
    json.put("scores", scores().stream().map(ChainScore::toJson).toList());
    return json;
  }

  private ChainScore score(ChainLoad load, int[] places, String method) {
    double[] gaps = gaps(places, method);
    double[] overlaps = hours(places, method, seconds -> Math.max(0, -seconds));
    long[] groups = IntStream.of(places).mapToLong(place -> place / GROUP).toArray();
    double gap = mean(gaps);
    double overlap = mean(overlaps);
    return new ChainScore(
        nodes,
        load.label(),
        places.length,
        method,
        gap,
        RelativeDifference.of(gaps, gaps(places, ChainMethod.REACTIVE.label()), groups),
        overlap,
        (double) IntStream.range(0, gaps.length).filter(i -> gaps[i] == 0).count() / gaps.length,
        overlap * gaps.length * nodes,
        price.price() * gap + overlap,
        RelativeDifference.of(costs(places, method), costs(places, reference()), groups));
  }

  /** That to which costs are compared: the glass box, or else the first policy. */
  private String reference() {
    return windows.getFirst().containsKey(GlassBoxLearner.NAME)
        ? GlassBoxLearner.NAME
        : methods().getLast();
  }

  /** To a tenth: an interval is no surer than that. */
  private static double percent(double share) {
    return Double.isNaN(share) ? share : Math.rint(1000 * share) / 10;
  }

  private double[] gaps(int[] places, String method) {
    return hours(places, method, seconds -> Math.max(0, seconds));
  }

  private double[] costs(int[] places, String method) {
    double[] hours = hours(places, method, seconds -> seconds);
    return IntStream.range(0, hours.length)
        .mapToDouble(i -> hours[i] > 0 ? price.price() * hours[i] : -hours[i])
        .toArray();
  }

  private double[] hours(int[] places, String method, LongUnaryOperator part) {
    return IntStream.of(places)
        .mapToDouble(place ->
            part.applyAsLong(windows.get(place).get(method).interruptionSeconds()) / 3600.0)
        .toArray();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
