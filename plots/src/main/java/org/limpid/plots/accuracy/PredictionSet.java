package org.limpid.plots.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.files.Words;
import org.limpid.models.Quality;
import org.limpid.results.table.Numbers;

/**
 * Predicted numbers beside what was observed.
 *
 * @param actual what was observed, at least one number
 * @param baseline what predictions are compared with, if anything
 */
record PredictionSet(Head head, double[] actual, double[] predicted, Optional<Baseline> baseline) {
  /** What predictions have to be better than: {@code the mean speed}. */
  record Baseline(String name, double[] predicted) {}

  /**
   * What numbers are.
   *
   * @param unit of the numbers, or their name
   * @param durations whether they are seconds of 1 or more, which are shown by their logarithms
   * @param source how the predictions came about: {@code by models trained on the weeks before}
   */
  record Head(String model, String title, String unit, boolean durations, String source) {}

  PredictionSet {
    if (actual.length == 0
        || actual.length != predicted.length
        || baseline.filter(b -> b.predicted().length != actual.length).isPresent()) {
      throw new IllegalArgumentException(
          "expected as many predictions as observations, found %d and %d"
              .formatted(predicted.length, actual.length));
    }
  }

  int size() {
    return actual.length;
  }

  /** The error measures in one line. */
  String measures() {
    return measures(predicted);
  }

  private String measures(double[] of) {
    List<Quality> qualities =
        head.durations()
            ? List.of(Quality.LOG_ERROR, Quality.SPEARMAN, Quality.MAE)
            : List.of(Quality.MAE, Quality.RMSE, Quality.R2);
    return qualities.stream()
        .flatMap(quality -> measure(quality, of).stream())
        .collect(Collectors.joining(", "));
  }

  /** A measure that is not defined is left out. */
  private Optional<String> measure(Quality quality, double[] of) {
    double value = quality.of(actual, of);
    boolean hasUnit = quality == Quality.MAE || quality == Quality.RMSE;
    return Optional.of(quality.label() + " " + (hasUnit ? text(value) : Numbers.fixed(value, 2)))
        .filter(_ -> Double.isFinite(value));
  }

  /** A number of the axis. */
  String text(double value) {
    return head.durations() ? Words.roughly(value) : Numbers.short3(value);
  }

  /** What a caption says of the whole, and of the baseline. */
  String caption() {
    return "%s, %s predicted %s: %s.%s"
        .formatted(
            capital(head.title()), Numbers.whole(size()), head.source(), measures(), comparison());
  }

  /** How good the baseline is, as a sentence after a blank; empty without one. */
  String comparison() {
    return baseline
        .map(known ->
            " %s instead: %s.".formatted(capital(known.name()), measures(known.predicted())))
        .orElse("");
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
