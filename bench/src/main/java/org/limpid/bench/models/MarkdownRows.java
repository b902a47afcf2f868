package org.limpid.bench.models;

import java.util.List;
import java.util.Locale;

/**
 * The table of {@code docs/benchmarks.md}: a row per goal, with the seconds in the first of each
 * case.
 */
final class MarkdownRows {
  private final StringBuilder text =
      new StringBuilder(
          """

          | case | figure | reference | ours | lowest to highest | CPU s, reference | CPU s, ours | ratio |
          |---|---|---:|---:|---:|---:|---:|---:|
          """);

  void add(ModelCase modelCase, List<FreshJvm.Outcome> fits) {
    double reference = modelCase.cpuGoal().reference();
    double seconds = Spread.of(fits, Accuracy.FIT_CPU_SECONDS).mean();
    String cpu =
        String.format(Locale.ROOT, "%.1f | %.2f | %.2f", reference, seconds, seconds / reference);
    String label = modelCase.label();
    for (Goal goal : modelCase.goals()) {
      Spread spread = Spread.of(fits, goal.figure());
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %.4f | %.4f | %.4f to %.4f | %s |%n",
              label,
              goal.figure().replace('_', ' '),
              goal.reference(),
              spread.mean(),
              spread.lowest(),
              spread.highest(),
              cpu));
      label = "";
      cpu = " | | ";
    }
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
