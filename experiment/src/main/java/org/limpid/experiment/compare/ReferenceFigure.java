package org.limpid.experiment.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * What the reference was measured to reach on Venus: the published predictions of Lucid, and other
 * libraries in Python. Not part of a run.
 *
 * @param model name of the model
 * @param variant the contest it belongs to
 * @param testRows rows of that contest on Venus; with others the figure says nothing
 * @param learner what was measured
 * @param meanAbsoluteError in the unit of the target; like the next four NaN if not known
 * @param r2 share of the variance explained
 * @param spearman rank correlation
 * @param accuracy share of right classes
 * @param fitCpuSeconds CPU seconds of the fit, on another machine
 * @param published whether Lucid published it
 * @param note what differs from the contest
 */
public record ReferenceFigure(
    String model,
    String variant,
    int testRows,
    String learner,
    double meanAbsoluteError,
    double r2,
    double spearman,
    double accuracy,
    double fitCpuSeconds,
    boolean published,
    String note) {
  private static final String RESOURCE = "reference.csv";

  /** All figures. */
  static List<ReferenceFigure> all() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                ReferenceFigure.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> of(line.split(",", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The figures that stand beside the contests of a data set; none unless it is that of Venus. */
  static List<ReferenceFigure> of(String dataset, List<Standing> standings) {
    return dataset.toLowerCase(Locale.ROOT).startsWith("venus")
        ? all().stream().filter(figure -> standings.stream().anyMatch(figure::belongsTo)).toList()
        : List.of();
  }

  private boolean belongsTo(Standing standing) {
    return model.equals(standing.model().label())
        && variant.equals(standing.variant())
        && testRows == standing.testRows();
  }

  private static ReferenceFigure of(String[] fields) {
    return new ReferenceFigure(
        fields[0],
        fields[1],
        Integer.parseInt(fields[2]),
        fields[3],
        number(fields[4]),
        number(fields[5]),
        number(fields[6]),
        number(fields[7]),
        number(fields[8]),
        fields[9].equals("yes"),
        fields[10]);
  }

  private static double number(String text) {
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
