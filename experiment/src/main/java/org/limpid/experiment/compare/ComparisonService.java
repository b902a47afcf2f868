package org.limpid.experiment.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.data.io.DatasetNotices;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Reporter;
import org.limpid.files.Version;
import org.limpid.simulation.run.Parallel;
import tools.jackson.databind.json.JsonMapper;

/** Compares learners on the three models of a data set, each fit on one thread. */
public final class ComparisonService {
  /** How the folder of a comparison is marked. */
  public static final String KIND = "comparison";

  private static final String CSV = "table7.csv";

  private final ComparisonRequest request;
  private final Reporter reporter;
  private final DatasetReader data;
  private final List<String> notices = new ArrayList<>();

  private ComparisonService(ComparisonRequest request, Reporter reporter) {
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
  public static ComparisonReport run(ComparisonRequest request, Reporter reporter) {
    if (request.out().isEmpty()) {
      return new ComparisonService(request, reporter).compare();
    }
    try (AtomicFolder folder = AtomicFolder.begin(request.out().get(), KIND, request.overwrite())) {
      ComparisonService service = new ComparisonService(request, reporter);
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
    List<Standing> standings = standings(entries);
    reporter.end();
    String name = data.description().name();
    return new ComparisonReport(name, standings, ReferenceFigure.of(name, standings), notices);
  }

  /** Small fits come first and warm up the code that the long ones run. */
  private List<Standing> standings(List<Entry> entries) {
    return Parallel.map(entries, this::run, request.threads()).stream()
        .flatMap(List::stream)
        .toList();
  }

  private List<Standing> run(Entry entry) {
    List<Standing> standings = entry.run();
    reporter.advance(1);
    return standings;
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
    AtomicFiles.write(folder.resolve(CSV), report::csv);
    write(folder.resolve("table7.md"), report.markdown());
    write(
        folder.resolve("run.json"),
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
}
