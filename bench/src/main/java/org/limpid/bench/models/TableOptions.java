package org.limpid.bench.models;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What {@link ModelTable} is asked for.
 *
 * @param cases rows of the table
 * @param seedCount fits per row
 * @param csv where every figure of every fit is written
 * @param showsDetails whether errors of single shapes and the pairs are printed
 * @param asMarkdown whether the table is printed once more, as the documentation shows it
 * @param yardstickSeconds CPU seconds of the yardstick on this machine
 * @param changes parameters in place of those of the case, as {@code name=value}; the goals then
 *     mean little
 */
record TableOptions(
    List<ModelCase> cases,
    int seedCount,
    Optional<Path> csv,
    boolean showsDetails,
    boolean asMarkdown,
    OptionalDouble yardstickSeconds,
    List<String> changes) {
  /** CPU seconds of the yardstick on the machine of the reference figures. */
  static final double REFERENCE_YARDSTICK_SECONDS = 20.1;

  private static final int USUAL_SEED_COUNT = 5;
  private static final String USAGE =
      """
      bench/models [--cases NAME,...] [--seeds N] [--csv FILE] [--details] [--markdown] [--yardstick] [NAME=VALUE ...]
        --cases      rows of the table, with commas between; all by default:
                     %s
        --seeds      fits per row, 5 by default
        --csv        every figure of every fit
        --details    errors of single shapes and the chosen pairs
        --markdown   the table once more at the end, in Markdown
        --yardstick  first times scikit-learn's random forest, where python3 has it
        NAME=VALUE   other parameters, to try them out
      bench/models memory [--rows N] [--columns N] [--threads N]
      bench/models threads [N ...]
      bench/models others [--rows N] [SET ...]
      """;

  /** The options, or nothing after a message that says what was wrong. */
  static Optional<TableOptions> parse(String... arguments) {
    try {
      return Optional.of(parsed(List.of(arguments)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      System.err.println("bench/models: " + e.getMessage());
      System.err.print(usage());
      return Optional.empty();
    }
  }

  static String usage() {
    return USAGE.formatted(String.join(", ", ModelCase.names()));
  }

  private static TableOptions parsed(List<String> arguments) {
    List<ModelCase> cases = List.of(ModelCase.values());
    int seedCount = USUAL_SEED_COUNT;
    Optional<Path> csv = Optional.empty();
    boolean showsDetails = false;
    boolean asMarkdown = false;
    OptionalDouble yardstickSeconds = OptionalDouble.empty();
    List<String> changes = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      switch (arguments.get(i)) {
        case "--cases" -> cases = cases(arguments.get(++i));
        case "--seeds" -> seedCount = Integer.parseInt(arguments.get(++i));
        case "--csv" -> csv = Optional.of(Path.of(arguments.get(++i)));
        case "--details" -> showsDetails = true;
        case "--markdown" -> asMarkdown = true;
        case "--yardstick-seconds" ->
            yardstickSeconds = OptionalDouble.of(Double.parseDouble(arguments.get(++i)));
        default -> changes.add(change(arguments.get(i)));
      }
    }
    return new TableOptions(
        cases, seedCount, csv, showsDetails, asMarkdown, yardstickSeconds, changes);
  }

  private static List<ModelCase> cases(String names) {
    return List.of(names.split(",")).stream()
        .map(name ->
            ModelCase.named(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no case " + name)))
        .toList();
  }

  private static String change(String argument) {
    if (argument.startsWith("-") || !argument.contains("=")) {
      throw new IllegalArgumentException("unknown option " + argument);
    }
    return argument;
  }
}
