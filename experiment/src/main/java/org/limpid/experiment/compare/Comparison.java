package org.limpid.experiment.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.files.Version;
import org.limpid.results.RunFolder;
import org.limpid.simulation.run.Parallel;
import tools.jackson.databind.json.JsonMapper;

/** Compares learners on the three models of a data set, each fit on one thread. */
public final class Comparison {
  /** How the folder of a comparison is marked. */
  public static final String KIND = "comparison";

  private final Request request;
  private final Reporter reporter;
  private final DatasetReader data;
  private final List<String> notices = new ArrayList<>();

  private Comparison(Request request, Reporter reporter) {
    this.request = request;
    this.reporter = reporter;
    data = DatasetReader.open(request.data());
  }

  /**
   * Carries out a request. A model that the data set is too small for is left out, and the result
   * says so. Either all results are written in the end, or none.
   *
   * @throws DataException if the data set can't be read, no model can be learnt from it, or the
   *     results can't be written
   */
  public static ComparisonReport run(Request request, Reporter reporter) {
    if (request.out().isEmpty()) {
      return new Comparison(request, reporter).compare();
    }
    try (AtomicFolder folder = AtomicFolder.begin(request.out().get(), KIND, request.overwrite())) {
      Comparison service = new Comparison(request, reporter);
      ComparisonReport report = service.compare();
      service.write(report, folder.path());
      folder.commit();
      return report;
    }
  }

  private ComparisonReport compare() {
    if (!Learner.hasOtherLibraries()) {
      notices.add(
          "Only Limpid's own readable models take part: the black boxes are not on the class path,"
              + " where the launcher ./limpid puts them.");
    }
    // Here, as what can't be read later on is only left out.
    data.profiles();
    data.throughput();
    DatasetNotices.of(data, data.trace()).forEach(reporter::notice);
    List<Entry> entries = entries();
    reporter.begin("Comparing learners", entries.size());
    List<LearnerResult> results = new ArrayList<>(results(entries));
    reporter.end();
    String name = data.description().name();
    results.addAll(ReferenceResults.of(name, List.copyOf(results)));
    return new ComparisonReport(name, results, notices);
  }

  /** Small fits come first and warm up the code that the long ones run. */
  private List<LearnerResult> results(List<Entry> entries) {
    return Parallel.map(entries, this::run, request.threads()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<LearnerResult> run(Entry entry) {
    List<LearnerResult> results = entry.run();
    reporter.advance(1);
    return results;
  }

  private List<Entry> entries() {
    reporter.begin("Preparing contests", request.models().size());
    List<Entry> entries = new ArrayList<>();
    for (ComparedModel model : request.models()) {
      try {
        entries.addAll(entries(model));
      } catch (DataException e) {
        notices.add("The model %s was left out: %s".formatted(model.label(), e.getMessage()));
      }
      reporter.advance(1);
    }
    reporter.end();
    if (entries.isEmpty()) {
      throw new DataException(
          Problem.ofFile(request.data(), "nothing can be compared", String.join("\n", notices)));
    }
    return entries;
  }

  private List<Entry> entries(ComparedModel model) {
    return switch (model) {
      case THROUGHPUT -> ThroughputContests.of(data, notices);
      case PACKING -> PackingContests.of(data.profiles());
      case WORKLOAD -> new WorkloadContests(data.trace(), data.origin()).entries();
    };
  }

  private void write(ComparisonReport report, Path folder) {
    ComparisonFolder.write(folder, report.results());
    write(folder.resolve("table7.md"), report.markdown());
    write(
        folder.resolve(RunFolder.RUN),
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(record()));
  }

  private static void write(Path file, String text) {
    AtomicFiles.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Map<String, Object> record() {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("name", data.description().name());
    source.put("folder", data.folder().toString());
    source.put("sha256", data.contentHash());
    source.put("jobs", data.trace().size());
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("models", request.models().stream().map(ComparedModel::label).toList());
    options.put("threads", request.threads());
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("format", "limpid-run/1");
    record.put("version", Version.current());
    record.put("command", request.commandLine());
    record.put("data", source);
    record.put("options", options);
    return record;
  }

  /**
   * What to compare.
   *
   * @param data folder of the data set
   * @param out folder for the results; empty: nothing is written
   * @param overwrite whether older results may be replaced
   * @param models which models, in the order of the table
   * @param threads fits at the same time, each on a thread of its own; results don't depend on it
   * @param commandLine the words of the command, for {@code run.json}
   */
  public record Request(
      Path data,
      Optional<Path> out,
      boolean overwrite,
      List<ComparedModel> models,
      int threads,
      List<String> commandLine) {
    public Request {
      Objects.requireNonNull(data, "data");
      Objects.requireNonNull(out, "out");
      models = List.copyOf(models);
      commandLine = List.copyOf(commandLine);
    }
  }
}
