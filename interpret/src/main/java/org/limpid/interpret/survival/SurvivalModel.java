package org.limpid.interpret.survival;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.text.NumberText;

/**
 * How long something lasts: survival curves and quantiles from an explainable boosting machine of
 * hazards, whose terms are the shapes of the hazard as log odds. Immutable and safe for several
 * threads.
 *
 * <p>{@code S(end of period i) = (1 - h0) (1 - h1) ... (1 - hi)}, where {@code hi} is the
 * probability to end within period i. Within a period the hazard is taken as constant, so that S
 * falls exponentially.
 */
public final class SurvivalModel {
  private static final String DURATION = "survival.duration";
  private static final String EDGES = "survival.edges";

  private final EbmModel hazards;
  private final String duration;
  private final Periods periods;
  private final int elapsed;

  /**
   * A model of these hazards.
   *
   * @param hazards of two classes, the second one being that it ends within a period
   * @param duration the feature of the hazards that tells how long it has lasted, and what is
   *     predicted
   */
  public SurvivalModel(EbmModel hazards, String duration, Periods periods) {
    this.hazards = hazards;
    this.duration = duration;
    this.periods = periods;
    elapsed = hazards.features().stream().map(Feature::name).toList().indexOf(duration);
    if (elapsed < 0 || hazards.task().outputCount() != 2) {
      throw new IllegalArgumentException(
          "expected a model of two classes with the feature " + duration);
    }
  }

  /** The survival model that a model was trained as, if it was. */
  public static Optional<SurvivalModel> of(Model model) {
    Map<String, String> known = model.provenance().parameters();
    return model instanceof EbmModel ebm && known.containsKey(DURATION) && known.containsKey(EDGES)
        ? Optional.of(new SurvivalModel(ebm, known.get(DURATION), periods(known.get(EDGES))))
        : Optional.empty();
  }

  private static Periods periods(String edges) {
    return new Periods(
        Arrays.stream(edges.split(";"))
            .map(String::strip)
            .mapToDouble(NumberText::parse)
            .toArray());
  }

  /** What the provenance of hazards says of a survival model. */
  static Map<String, String> parameters(String duration, Periods periods) {
    String edges =
        Arrays.stream(periods.edges()).mapToObj(Double::toString).collect(Collectors.joining("; "));
    return Map.of(DURATION, duration, EDGES, edges);
  }

  /** The model of the hazard; a file holds this one. */
  public EbmModel hazards() {
    return hazards;
  }

  /** The column of durations. */
  public String duration() {
    return duration;
  }

  public Periods periods() {
    return periods;
  }

  /** What it predicts from: the features of the hazards but for how long it has lasted. */
  public List<Feature> features() {
    return hazards.features().stream().filter(feature -> !feature.name().equals(duration)).toList();
  }

  /**
   * The survival curve of a row made by {@link EbmModel#newRow()}, whose duration is overwritten:
   * for each period the probability to last beyond its end.
   */
  public double[] curve(Row row) {
    double[] curve = new double[periods.count()];
    double[] outputs = new double[2];
    double survival = 1;
    for (int period = 0; period < curve.length; period++) {
      row.setEncoded(elapsed, periods.start(period));
      hazards.predict(row, outputs);
      survival *= outputs[0];
      curve[period] = survival;
    }
    return curve;
  }

  /**
   * The probability to last beyond a time of 0 or more, from the curve of a row; {@code NaN} behind
   * the last period, of which nothing is known.
   */
  public double beyond(double time, double... curve) {
    int period = periods.of(time);
    if (period == curve.length) {
      return Double.NaN;
    }
    double before = period == 0 ? 1 : curve[period - 1];
    return before == 0 ? 0 : before * Math.pow(curve[period] / before, periods.share(period, time));
  }

  /**
   * The time by which this share has ended, 0 to 1, from the curve of a row: 0.5 for the median;
   * {@code NaN} if more than the rest lasts beyond the last period.
   */
  public double quantile(double share, double... curve) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("expected a share from 0 to 1: " + share);
    }
    double left = 1 - share;
    double before = 1;
    for (int period = 0; period < curve.length; period++) {
      if (curve[period] <= left) {
        double width = periods.end(period) - periods.start(period);
        double part =
            curve[period] == before ? 0 : fall(before, left) / fall(before, curve[period]);
        return periods.start(period) + width * part;
      }
      before = curve[period];
    }
    return Double.NaN;
  }

  /** The mean duration within the periods, the area below the curve of a row. */
  public double mean(double... curve) {
    double area = 0;
    double before = 1;
    for (int period = 0; period < curve.length; period++) {
      double width = periods.end(period) - periods.start(period);
      double fall = fall(before, curve[period]);
      area += width * (fall == 0 ? before : (before - curve[period]) / fall);
      before = curve[period];
    }
    return area;
  }

  /** By how much the logarithm falls; a period in which all end ends them evenly. */
  private static double fall(double from, double to) {
    return to == 0 ? Math.log(from / Double.MIN_NORMAL) : Math.log(from / to);
  }
}
