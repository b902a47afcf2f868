package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;

/**
 * Makes a data set from a log of Mirage (SC 2023): a table with blanks between its fields, a row
 * per ended job of a batch cluster that gives away whole nodes. A first line with a mere number and
 * the line of dashes are skipped; a row with a second number behind the user, as the published log
 * has one, is read without it. Jobs of 0 s are kept: a batch cluster gives them nodes, too. Of
 * several rows with the same number the last one counts.
 */
final class MirageImporter {
  /** Nodes of Lonestar6, where the published log is from, have three A100. */
  private static final int USUAL_GPUS_PER_NODE = 3;

  private static final ImportOption<Long> GPUS_PER_NODE =
      ImportOption.of(
          "gpus-per-node",
          "N",
          Long.class,
          "GPUs of each node; the log counts whole nodes (%d, as Lonestar6 has)."
              .formatted(USUAL_GPUS_PER_NODE));

  /** What becomes of jobs that ran for 0 s. */
  enum ZeroSeconds {
    KEPT,
    LEFT_OUT
  }

  private static final ImportOption<ZeroSeconds> ZERO_SECONDS =
      ImportOption.choice(
          "zero-seconds",
          "RULE",
          ZeroSeconds.class,
          new TreeMap<>(Map.of("keep", ZeroSeconds.KEPT, "leave-out", ZeroSeconds.LEFT_OUT)),
          "What becomes of jobs that ran for 0 s: keep, as a batch cluster gives them nodes, too,"
              + " so that they run for 1 s; or leave-out.",
          "Default: keep.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "mirage",
          "Import a log of Mirage: jobs on whole nodes, with their real starts.",
          "The log, such as filtered-ls6.log.gz.",
          "filtered-ls6.log.gz --nodes 88 --out ls6",
          List.of(GPUS_PER_NODE, ChosenNodes.NODES, ZERO_SECONDS, ImportRun.SEED),
          request -> new MirageImporter(request).run());

  private static final List<String> COLUMNS =
      List.of(
          "JobID",
          "JobName",
          "UID",
          "Start",
          "Submit",
          "End",
          "Priority",
          "TimelimitR",
          "ExitCode",
          "NNodes");
  private static final int BEHIND_USER = 3;
  private static final int MINUTE = 60;
  private static final String DASHES = "[-\\s]+";

  private final LogImport log;
  private final int gpusPerNode;
  private final ZeroSeconds zeroSeconds;
  private final Map<String, TextRow> rows = new LinkedHashMap<>();
  private List<String> header;

  private MirageImporter(ImportRequest request) {
    log = new LogImport(request);
    gpusPerNode = log.gpusPerNode(GPUS_PER_NODE).orElse(USUAL_GPUS_PER_NODE);
    zeroSeconds = request.get(ZERO_SECONDS).orElse(ZeroSeconds.KEPT);
  }

  private ImportReport run() {
    TextLines.read(log.file(), log.run().problems(), this::read);
    rows.values().forEach(this::take);
    log.run()
        .notes()
        .add(
            "The log counts whole nodes: a job has all %d GPUs of each of its nodes."
                .formatted(gpusPerNode));
    return log.finish(gpusPerNode, false, Optional.empty(), AssignmentRule.GROUP);
  }

  private void read(long line, String text) {
    List<String> fields = List.of(text.strip().split("\\s+"));
    if (header == null) {
      boolean isCount = fields.size() == 1 && fields.getFirst().matches("\\d+");
      header = isCount ? null : header(line, fields);
    } else if (!text.matches(DASHES)) {
      row(line, fields).ifPresent(this::keep);
    }
  }

  private List<String> header(long line, List<String> fields) {
    List<String> missing = COLUMNS.stream().filter(each -> !fields.contains(each)).toList();
    if (!missing.isEmpty()) {
      log.row(line, Map.of())
          .problem(
              missing.getFirst(),
              "expected a line with the columns " + String.join(" ", COLUMNS),
              "Maybe it is another table: 'limpid data import csv' reads most.");
      log.run().problems().throwIfAny();
    }
    return fields;
  }

  private Optional<TextRow> row(long line, List<String> found) {
    List<String> fields = new ArrayList<>(found);
    if (fields.size() == header.size() + 1 && fields.get(BEHIND_USER).matches("\\d+")) {
      fields.remove(BEHIND_USER);
      log.filled()
          .count("%,d {row has|rows have} a second number behind the user, which is skipped.");
    }
    return log.row(line, header, fields);
  }

  private void keep(TextRow row) {
    if (rows.put(row.text("JobID"), row) != null) {
      log.filled().count("%,d {row has|rows have} the id of a later one, which counts.");
    }
  }

  private void take(TextRow row) {
    OptionalLong submit = log.times().seconds(row, "Submit");
    OptionalLong start = log.times().seconds(row, "Start");
    OptionalLong end = log.times().seconds(row, "End");
    String missing = LogImport.missing(submit, start, end);
    if (!log.run().jobs().isKept(missing)) {
      return;
    }
    double nodes = row.neededNumber("NNodes");
    double seconds = seconds(end.getAsLong() - start.getAsLong());
    Optional<JobId> id = JobId.parse(row.text("JobID"));
    if (id.isEmpty()) {
      row.problem("JobID", "expected a number or a text", "");
    } else if (log.run().jobs().isKept(LogImport.misfit(nodes, seconds))) {
      JobAttributes known =
          ObservedTimes.add(JobAttributes.NONE, submit.getAsLong(), start, end, log.filled());
      log.take(row, id.get(), told(row, nodes, submit.getAsLong(), seconds), known(row, known));
    }
  }

  /** No job of a data set runs for 0 s. The real end stays what it was. */
  private double seconds(long logged) {
    if (logged != 0 || zeroSeconds == ZeroSeconds.LEFT_OUT) {
      return logged;
    }
    log.filled().count("%,d {job|jobs} ran for 0 s: here {it runs|they run} for 1 s.");
    return 1;
  }

  private LogImport.Told told(TextRow row, double nodes, long submit, double seconds) {
    return new LogImport.Told(
        row.text("UID"),
        log.onlyVirtualCluster(),
        row.text("JobName"),
        nodes * gpusPerNode,
        0,
        row.text("ExitCode").equals("0:0") ? "COMPLETED" : "FAILED",
        submit,
        seconds);
  }

  private static JobAttributes known(TextRow row, JobAttributes times) {
    JobAttributes known =
        times
            .with(JobAttribute.WHOLE_NODES, 1)
            .with(JobAttribute.NODE_NUM, (long) row.neededNumber("NNodes"));
    known = LogImport.with(known, JobAttribute.PRIORITY, row.number("Priority"));
    OptionalDouble minutes = row.number("TimelimitR");
    return minutes.isPresent()
        ? LogImport.with(
            known, JobAttribute.TIME_LIMIT, OptionalDouble.of(minutes.getAsDouble() * MINUTE))
        : known;
  }
}
