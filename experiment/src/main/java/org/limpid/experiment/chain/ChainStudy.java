package org.limpid.experiment.chain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.data.io.CsvTable;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.files.Words;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableRows;

/**
 * Compares learners of chains: all learn from the same windows, and say in others when to submit.
 */
public final class ChainStudy {
  /** The table of all windows. */
  public static final String WINDOWS = "windows.csv";

  /** Kind of the folder. */
  private static final String KIND = "comparison of chains";

  private ChainStudy() {}

  /**
   * What is compared.
   *
   * @param training windows to learn from; its nodes are not looked at
   * @param validation windows to judge on; its nodes are not looked at
   * @param nodes sizes of chains, which every model knows, each from 1
   * @param moments submissions per window and size to learn from, from 2
   * @param price of gaps
   * @param learners names of those that learn, one or more
   * @param out folder to make
   * @param overwrite whether it may replace an older one
   */
  public record Request(
      ChainRequest training,
      ChainRequest validation,
      List<Integer> nodes,
      int moments,
      GapPrice price,
      List<String> learners,
      Path out,
      boolean overwrite) {
    public Request {
      Objects.requireNonNull(training, "training");
      Objects.requireNonNull(validation, "validation");
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(out, "out");
      nodes = nodes.stream().distinct().sorted().toList();
      learners = List.copyOf(learners);
      if (nodes.isEmpty() || learners.isEmpty() || moments < 2) {
        throw new IllegalArgumentException(
            "expected sizes, learners and 2 moments or more, found %s, %s and %d"
                .formatted(nodes, learners, moments));
      }
    }
  }

  /**
   * What came of it.
   *
   * @param request what was compared
   * @param reports by size of chains
   */
  public record Result(Request request, List<ValidationReport> reports) {
    public Result {
      Objects.requireNonNull(request, "request");
      reports = List.copyOf(reports);
    }

    /** A table for each size of chains. */
    public String toText() {
      return reports.stream()
          .map(report ->
              "Chains of %s\n%s".formatted(Words.count(report.nodes(), "node"), report.toText()))
          .collect(Collectors.joining("\n"));
    }

    /** The same for programs. */
    public Map<String, Object> toJson() {
      return Map.of("reports", reports.stream().map(ValidationReport::toJson).toList());
    }
  }

  /**
   * Learns and compares. Either all files are there in the end, or none.
   *
   * @param drawing draws the figures into a folder
   * @throws org.limpid.files.DataException if a file can't be read or written, or a module is
   *     missing
   * @throws org.limpid.simulation.run.InputProblem if the data can't serve, or a learner is unknown
   */
  public static Result run(Request request, BiConsumer<Result, Path> drawing, Reporter reporter) {
    List<ChainLearner> learners = LearnerChoice.named(request.learners());
    LibraryLearners.requireLibraries(learners);
    TaughtLessons.requireWindows(request.training().windows());
    try (AtomicFolder folder = AtomicFolder.begin(request.out(), KIND, request.overwrite())) {
      Map<String, ChainPolicy> policies = learn(request, learners, reporter);
      Map<Integer, ChainComparison> comparisons = new LinkedHashMap<>();
      for (int nodes : request.nodes()) {
        ChainWindows windows = ChainWindows.read(request.validation().withNodes(nodes));
        comparisons.put(nodes, ChainComparison.of(windows, policies, reporter));
      }
      write(comparisons, folder.path().resolve(WINDOWS));
      Result result = new Result(request, reports(comparisons, request.price()));
      drawing.accept(result, folder.path());
      folder.commit();
      return result;
    }
  }

  private static Map<String, ChainPolicy> learn(
      Request request, List<ChainLearner> learners, Reporter reporter) {
    ChainRequest training = request.training();
    ChainLessons lessons =
        new ChainLessons(
            TaughtLessons.of(training, request.nodes(), request.moments(), learners, reporter),
            training.windows(),
            request.price(),
            ChainWindows.read(training.withNodes(request.nodes().getLast())).origin(),
            training.threads());
    Map<String, ChainPolicy> policies = new LinkedHashMap<>();
    reporter.begin("Training models", learners.size());
    for (ChainLearner learner : learners) {
      policies.put(learner.name(), learner.learn(lessons));
      reporter.advance(1);
    }
    reporter.end();
    return policies;
  }

  private static List<ValidationReport> reports(
      Map<Integer, ChainComparison> comparisons, GapPrice price) {
    List<ValidationReport> reports = new ArrayList<>();
    comparisons.forEach((nodes, comparison) ->
        reports.add(new ValidationReport(nodes, price, comparison.outcomes())));
    return reports;
  }

  private static void write(Map<Integer, ChainComparison> comparisons, Path file) {
    List<TableColumn> columns =
        Stream.concat(Stream.of(TableColumn.ofLongs("nodes")), ChainComparison.COLUMNS.stream())
            .toList();
    new CsvTable().write(file, false, columns, rows -> write(comparisons, rows));
  }

  private static void write(Map<Integer, ChainComparison> comparisons, TableRows rows) {
    comparisons.forEach(
        (nodes, comparison) -> comparison.write(rows, each -> each.value((long) nodes)));
  }
}
