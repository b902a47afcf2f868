package org.limpid.bench.models;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Accuracy and CPU time of the EBM next to those of the reference: every fit in a JVM of its own,
 * on one thread, with several seeds.
 */
final class ModelTable {
  private static final String LINE = "%-40s %-19s %10s %10s %10s %10s %11s %6s%n";

  /** The head of the table in Markdown. */
  private static final String MARKDOWN_HEAD =
      """

      | case | figure | reference | ours | lowest to highest | CPU s, reference | CPU s, ours | ratio |
      |---|---|---:|---:|---:|---:|---:|---:|
      """;

  private final TableOptions options;
  private final StringBuilder markdown = new StringBuilder(MARKDOWN_HEAD);
  private boolean allMet = true;

  /** A figure over several fits; those that lack it do not count. */
  private record Spread(double mean, double lowest, double highest) {
    static Spread of(List<FreshJvm.Outcome> fits, String figure) {
      DoubleSummaryStatistics all =
          fits.stream()
              .filter(fit -> fit.lines().containsKey(figure))
              .mapToDouble(fit -> fit.number(figure))
              .summaryStatistics();
      return new Spread(all.getAverage(), all.getMin(), all.getMax());
    }
  }

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
    try (CsvWriter csv = csv()) {
      for (ModelCase modelCase : options.cases()) {
        Optional<SharedFile> missing = modelCase.missingFile();
        if (missing.isPresent()) {
          printf("%-40s skipped: there is no %s%n", modelCase.label(), missing.get().path());
        } else {
          print(modelCase, fits(modelCase, csv));
        }
      }
    }
    if (options.asMarkdown()) {
      System.out.print(markdown);
    }
  }

  /** Every figure of every fit, if a file is wanted for them. */
  private CsvWriter csv() throws IOException {
    CsvWriter csv =
        options.csv().isPresent()
            ? CsvWriter.builder().build(options.csv().get())
            : CsvWriter.builder().build(Writer.nullWriter());
    return csv.writeRecord("case", "seed", "figure", "value");
  }

  private static void printYardstick(double seconds) {
    printf(
        "yardstick: %.1f CPU s, %.2f times the reference machine's; all seconds below are"
            + " unscaled%n",
        seconds, seconds / TableOptions.REFERENCE_YARDSTICK_SECONDS);
  }

  private List<FreshJvm.Outcome> fits(ModelCase modelCase, CsvWriter csv) {
    List<FreshJvm.Outcome> fits = new ArrayList<>();
    for (int i = 0; i < options.seedCount(); i++) {
      int seed = modelCase.firstSeed() + i;
      List<String> arguments = new ArrayList<>();
      arguments.addAll(List.of(modelCase.caseName(), Integer.toString(seed), "1"));
      arguments.addAll(options.changes());
      FreshJvm.Outcome fit = FreshJvm.run(FitOnce.class, arguments);
      fit.lines()
          .forEach((figure, value) ->
              csv.writeRecord(modelCase.caseName(), Integer.toString(seed), figure, value));
      fits.add(fit);
    }
    return fits;
  }

  private void print(ModelCase modelCase, List<FreshJvm.Outcome> fits) {
    String label = modelCase.label();
    for (Goal goal : modelCase.goals()) {
      print(label, Spread.of(fits, goal.figure()), goal, 4);
      label = "";
    }
    Goal cpu = modelCase.cpuGoal();
    Spread seconds = Spread.of(fits, cpu.figure());
    print(label, seconds, cpu, 2);
    double process = Spread.of(fits, Accuracy.PROCESS_CPU_SECONDS).mean();
    printf("%-40s %-19s %10.2f%n", "", Accuracy.PROCESS_CPU_SECONDS, process);
    printf("%-40s %-19s %10.2f%n", "", "cpu_ratio", seconds.mean() / cpu.reference());
    if (options.showsDetails()) {
      printDetails(fits);
    }
    addMarkdown(modelCase, fits);
  }

  private void print(String label, Spread spread, Goal goal, int decimals) {
    boolean met = goal.isMetBy(spread.mean());
    allMet &= met;
    printf(
        LINE,
        label,
        goal.figure(),
        decimal(spread.mean(), decimals),
        decimal(spread.lowest(), decimals),
        decimal(spread.highest(), decimals),
        decimal(goal.reference(), decimals),
        (goal.isUpperBound() ? "<= " : ">= ") + decimal(goal.bound(), decimals),
        met ? "yes" : "NO");
  }

  /** Means of all other figures, and the pairs of the first seed. */
  private static void printDetails(List<FreshJvm.Outcome> fits) {
    for (String name : fits.getFirst().lines().keySet()) {
      if (name.contains("error_")) {
        printf("    %-32s %10.4f%n", name, Spread.of(fits, name).mean());
      }
    }
    printf("    pairs: %s%n", fits.getFirst().lines().get("pairs"));
  }

  /** A row per goal, with the seconds in the first of each case. */
  private void addMarkdown(ModelCase modelCase, List<FreshJvm.Outcome> fits) {
    double reference = modelCase.cpuGoal().reference();
    double seconds = Spread.of(fits, Accuracy.FIT_CPU_SECONDS).mean();
    String cpu =
        String.format(Locale.ROOT, "%.1f | %.2f | %.2f", reference, seconds, seconds / reference);
    String label = modelCase.label();
    for (Goal goal : modelCase.goals()) {
      Spread spread = Spread.of(fits, goal.figure());
      markdown.append(
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

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static void printf(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
    System.out.flush();
  }
}
