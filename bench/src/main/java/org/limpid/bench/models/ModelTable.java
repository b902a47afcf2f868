package org.limpid.bench.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * Accuracy and CPU time of the EBM next to those of the reference: every fit in a JVM of its own,
 * on one thread, with several seeds.
 */
final class ModelTable {
  private static final String LINE = "%-40s %-19s %10s %10s %10s %10s %11s %6s%n";

  private final TableOptions options;
  private boolean allMet = true;

  private ModelTable(TableOptions options) {
    this.options = options;
  }

  /** Prints the table; ends with 1 if a goal was missed. */
  public static void main(String[] arguments) throws IOException {
    if (List.of(arguments).contains("--help")) {
      System.out.print(TableOptions.usage());
      return;
    }
    Optional<TableOptions> options = TableOptions.parse(arguments);
    if (options.isEmpty()) {
      System.exit(2);
    }
    ModelTable table = new ModelTable(options.get());
    table.print();
    System.exit(table.allMet ? 0 : 1);
  }

  private void print() throws IOException {
    printf("%d seeds, 1 thread; mean, lowest and highest over the seeds%n", options.seedCount());
    options.yardstickSeconds().ifPresent(ModelTable::printYardstick);
    printf(LINE, "case", "figure", "mean", "lowest", "highest", "reference", "goal", "met");
    try (RunsCsv csv = RunsCsv.to(options.csv())) {
      for (ModelCase modelCase : options.cases()) {
        Optional<SharedFile> missing = modelCase.missingFile();
        if (missing.isPresent()) {
          printf("%-40s skipped: there is no %s%n", modelCase.label(), missing.get().path());
        } else {
          print(modelCase, fits(modelCase, csv));
        }
      }
    }
  }

  private static void printYardstick(double seconds) {
    printf(
        "yardstick: %.1f CPU s, %.2f times the reference machine's; all seconds below are"
            + " unscaled%n",
        seconds, seconds / TableOptions.REFERENCE_YARDSTICK_SECONDS);
  }

  private List<FreshJvm.Outcome> fits(ModelCase modelCase, RunsCsv csv) throws IOException {
    List<FreshJvm.Outcome> fits = new ArrayList<>();
    for (int i = 0; i < options.seedCount(); i++) {
      int seed = modelCase.firstSeed() + i;
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of(modelCase.caseName(), Integer.toString(seed), "1"));
      arguments.addAll(options.changes());
      FreshJvm.Outcome fit = FreshJvm.run(FitOnce.class, arguments);
      csv.add(modelCase, seed, fit.lines());
      fits.add(fit);
    }
    return fits;
  }

  private void print(ModelCase modelCase, List<FreshJvm.Outcome> fits) {
    String label = modelCase.label();
    for (Goal goal : modelCase.goals()) {
      print(label, fits, goal, 4);
      label = "";
    }
    print(label, fits, modelCase.cpuGoal(), 2);
    printf(
        "%-40s %-19s %10.2f%n",
        "", Accuracy.PROCESS_CPU_SECONDS, mean(fits, Accuracy.PROCESS_CPU_SECONDS));
    printf(
        "%-40s %-19s %10.2f%n",
        "", "cpu_ratio", mean(fits, Accuracy.FIT_CPU_SECONDS) / modelCase.cpuGoal().reference());
    if (options.showsDetails()) {
      printDetails(fits);
    }
  }

  private void print(String label, List<FreshJvm.Outcome> fits, Goal goal, int decimals) {
    ToDoubleFunction<FreshJvm.Outcome> figure = fit -> fit.number(goal.figure());
    double mean = mean(fits, goal.figure());
    boolean met = goal.isMetBy(mean);
    allMet &= met;
    printf(
        LINE,
        label,
        goal.figure(),
        decimal(mean, decimals),
        decimal(fits.stream().mapToDouble(figure).min().orElse(Double.NaN), decimals),
        decimal(fits.stream().mapToDouble(figure).max().orElse(Double.NaN), decimals),
        decimal(goal.reference(), decimals),
        (goal.isUpperBound() ? "<= " : ">= ") + decimal(goal.bound(), decimals),
        met ? "yes" : "NO");
  }

  /** Means of all other figures, and the pairs of the first seed. */
  private static void printDetails(List<FreshJvm.Outcome> fits) {
    for (String name : fits.getFirst().lines().keySet()) {
      if (name.contains("error_")) {
        printf("    %-32s %10.4f%n", name, mean(fits, name));
      }
    }
    printf("    pairs: %s%n", fits.getFirst().lines().get("pairs"));
  }

  private static double mean(List<FreshJvm.Outcome> fits, String name) {
    OptionalDouble mean =
        fits.stream()
            .filter(fit -> fit.lines().containsKey(name))
            .mapToDouble(fit -> fit.number(name))
            .average();
    return mean.orElse(Double.NaN);
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static void printf(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
    System.out.flush();
  }
}
