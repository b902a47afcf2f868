package org.limpid.results.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.limpid.data.io.CsvTexts;
import org.limpid.files.DataException;
import org.limpid.files.IoConsumer;
import org.limpid.files.Problem;
import org.limpid.results.RunFolder;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run for other programs. The same run gives the same bytes. {@code docs/export.md} describes
 * every field.
 */
public final class RunExport {
  /** Stands for every policy of the run. */
  public static final String ALL = "all";

  private final RunFolder run;
  private final ExportFormat format;
  private final CsvTexts texts;
  private final List<String> policies;
  private final List<String> notices;

  /**
   * What to write.
   *
   * @param run folder that {@code limpid simulate} made
   * @param policies of the run; empty: the one that {@link RunFolder#choose} takes
   * @param format for which program
   * @param texts how names stand in CSV
   */
  public record Request(Path run, List<String> policies, ExportFormat format, CsvTexts texts) {
    public Request {
      policies = List.copyOf(policies);
    }
  }

  private RunExport(RunFolder run, Request request, List<String> policies, List<String> notices) {
    this.run = run;
    this.policies = policies;
    this.notices = notices;
    format = request.format();
    texts = request.texts();
  }

  /**
   * Opens the run of a request.
   *
   * @throws DataException if there is none, it lacks a policy, or its decisions are needed and were
   *     not recorded
   */
  public static RunExport of(Request request) {
    RunFolder run = RunFolder.open(request.run());
    RunExport export = request.policies().isEmpty() ? preferred(run, request) : named(run, request);
    if (request.format() != ExportFormat.OPENMETRICS) {
      export.policies.forEach(export::requireDecisions);
    }
    return export;
  }

  private static RunExport preferred(RunFolder run, Request request) {
    RunFolder.Chosen chosen = run.choose(Optional.empty());
    return new RunExport(run, request, List.of(chosen.name()), chosen.notices());
  }

  private static RunExport named(RunFolder run, Request request) {
    List<String> policies =
        request.policies().stream()
            .flatMap(name ->
                name.equals(ALL) ? run.policies().stream() : Stream.of(run.known("--policy", name)))
            .distinct()
            .toList();
    return new RunExport(run, request, policies, List.of());
  }

  private void requireDecisions(String policy) {
    if (!run.hasDecisions(policy)) {
      throw new DataException(
          Problem.ofFile(
              run.folder().resolve(policy),
              "this run recorded no decisions, which the format %s needs".formatted(format.label()),
              "Maybe simulate again with --explain, or choose openmetrics."));
    }
  }

  /** What is to be known of the choice of the policy, a sentence each. */
  public List<String> notices() {
    return notices;
  }

  /**
   * Writes the file; the stream stays open.
   *
   * @throws DataException if a file of the run is wrong
   * @throws IOException if the stream fails
   */
  public void write(OutputStream out) throws IOException {
    try {
      switch (format) {
        case JSONL -> writeLines(out);
        case CSV -> writeTable(out);
        case CHROME_TRACE -> ChromeTrace.write(run, policies, out);
        case OPENMETRICS -> OpenMetrics.write(run, policies, out);
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }

  private void writeLines(OutputStream out) throws IOException {
    JsonGenerator json =
        JsonMapper.shared().writer().withRootValueSeparator("").createGenerator(out);
    forEachEvent(event -> {
      json.writePOJO(event);
      json.writeRaw('\n');
    });
    json.flush();
  }

  private void writeTable(OutputStream out) throws IOException {
    EventTable table = new EventTable(out, texts);
    forEachEvent(table::add);
    table.finish();
  }

  private void forEachEvent(IoConsumer<EventRow> consumer) throws IOException {
    for (String policy : policies) {
      try {
        PolicyRows events = new PolicyRows(run, policy);
        while (events.hasNext()) {
          consumer.accept(events.next());
        }
      } catch (IllegalStateException broken) {
        throw run.brokenDecisions(policy, broken);
      }
    }
  }
}
