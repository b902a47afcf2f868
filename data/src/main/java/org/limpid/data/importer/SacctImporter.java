package org.limpid.data.importer;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonValue.JsonObject;

/**
 * Makes a data set from what Slurm's {@code sacct} prints with {@code --parsable2} or {@code
 * --json}. Partitions become virtual clusters. {@link SacctJobs} says what becomes of a job, and
 * what is left out.
 */
final class SacctImporter {
  private static final ImportOption<Long> GPUS_PER_NODE =
      ImportOption.of(
          "gpus-per-node",
          "N",
          Long.class,
          "GPUs of each node (the most that a job had on each of its nodes).");
  private static final ImportOption<SacctJobs.CpuJobs> CPU_JOBS =
      ImportOption.choice(
          "cpu-jobs",
          "RULE",
          SacctJobs.CpuJobs.class,
          SacctJobs.CpuJobs.byName(),
          "What becomes of jobs without GPUs: leave-out, or whole-nodes, as if they had all GPUs of"
              + " their nodes.",
          "Default: leave-out.");

  static final TraceImporter IMPORTER =
      new TraceImporter(
          "sacct",
          "Import jobs of a Slurm cluster as sacct prints them; partitions become virtual"
              + " clusters.",
          "Output of sacct --parsable2 (with a header line) or sacct --json.",
          "sacct.txt --nodes gpu=16,long=4 --out slurm",
          List.of(GPUS_PER_NODE, ChosenNodes.NODES, CPU_JOBS, ImportRun.SEED),
          request -> new SacctImporter(request).run());

  /** Of each of these one is needed. */
  private static final List<List<String>> NEEDED =
      List.of(
          List.of("JobID", "JobIDRaw"),
          List.of("Submit"),
          List.of("Start"),
          List.of("End"),
          List.of("AllocTRES", "ReqTRES"));

  private static final String COMMAND =
      "Maybe sacct -aXP -o JobID,User,Partition,QOS,State,Submit,Eligible,Start,End,ElapsedRaw,"
          + "TimelimitRaw,NNodes,NCPUS,ReqTRES,AllocTRES,NodeList,Priority,Restarts.";

  private final LogImport log;
  private final SacctJobs jobs;
  private final Optional<Integer> gpusPerNode;
  private List<String> header;

  private SacctImporter(ImportRequest request) {
    log = new LogImport(request);
    gpusPerNode = log.gpusPerNode(GPUS_PER_NODE);
    jobs = new SacctJobs(log, request.get(CPU_JOBS).orElse(SacctJobs.CpuJobs.LEAVE_OUT));
  }

  private ImportReport run() {
    if (isJson()) {
      JsonFile.forEach(log.file(), "jobs", this::read);
    } else {
      TextLines.read(log.file(), log.run().problems(), this::read);
    }
    int gpus = gpusPerNode.orElseGet(jobs::gpusOfNode);
    jobs.take(gpus);
    if (gpusPerNode.isEmpty()) {
      log.run()
          .notes()
          .add("Nodes have %d GPUs, the most that a job had on each of its nodes.".formatted(gpus));
    }
    return log.finish(gpus, true, Optional.empty(), AssignmentRule.GROUP);
  }

  private boolean isJson() {
    try (Reader text = InputFiles.openText(log.file())) {
      int first = text.read();
      while (first >= 0 && Character.isWhitespace(first)) {
        first = text.read();
      }
      return first == '{';
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(log.file(), e));
    }
  }

  private void read(JsonObject job) {
    jobs.read(log.row(job.place().line(), SacctJson.fields(job)));
  }

  private void read(long line, String text) {
    List<String> values = List.of(text.strip().split("\\|", -1));
    if (header == null) {
      header = values;
      requireColumns(line);
    } else {
      log.row(line, header, values).ifPresent(jobs::read);
    }
  }

  private void requireColumns(long line) {
    List<String> missing =
        NEEDED.stream()
            .filter(each -> each.stream().noneMatch(header::contains))
            .map(each -> String.join(" or ", each))
            .toList();
    if (!missing.isEmpty()) {
      throw new DataException(
          new Problem(
              log.file().toString(),
              line,
              "",
              "",
              "expected a header line of sacct with | between its columns; it lacks "
                  + String.join(", ", missing),
              COMMAND));
    }
  }
}
