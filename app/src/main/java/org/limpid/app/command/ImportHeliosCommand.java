package org.limpid.app.command;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limpid.data.Profiles;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.data.importer.AssignmentRule;
import org.limpid.data.importer.HeliosImportOptions;
import org.limpid.data.importer.HeliosImporter;
import org.limpid.data.io.DatasetReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code limpid data import helios}. */
@Command(
    name = "helios",
    customSynopsis = "limpid data import helios PATH --cluster=CLUSTER --out=DIR [OPTIONS]",
    description = "Import a cluster of the Helios traces; its jobs are assigned workloads.",
    footer = {
      "%nExample:",
      "  limpid data import helios ~/HeliosData --cluster Venus --out venus-helios"
    })
final class ImportHeliosCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PATH", description = "Folder of the traces with data/CLUSTER.")
  private Path traces;

  @Option(
      names = "--cluster",
      required = true,
      paramLabel = "CLUSTER",
      description = "Name of the cluster, e.g. Venus.")
  private String cluster;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make.")
  private Path out;

  @Option(
      names = "--workloads",
      paramLabel = "RULE",
      converter = Rules.class,
      completionCandidates = Rules.class,
      defaultValue = "random",
      description = {
        "How jobs get a workload: random draws one per user and size, whatever the duration;"
            + " artifact-rule draws by true duration as the Lucid artifact does, which gives it"
            + " away.",
        "Default: ${DEFAULT-VALUE}."
      })
  private AssignmentRule rule;

  @Option(
      names = "--profiles",
      paramLabel = "DIR",
      description = "Data set whose profiles are used; by default those of the generator.")
  private Path profiles;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed, other workloads (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--from",
      paramLabel = "T",
      converter = WallClock.class,
      description =
          "Leave out jobs submitted before T: 2020-09-01 or 2020-09-01T13:30. The cluster is what"
              + " it was while the jobs that are taken were submitted.")
  private Optional<LocalDateTime> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "T",
      converter = WallClock.class,
      description = "Leave out jobs submitted at T or later.")
  private Optional<LocalDateTime> to = Optional.empty();

  @Option(names = "--overwrite", description = "Replace an older data set.")
  private boolean overwrite;

  ImportHeliosCommand(Session session) {
    this.session = session;
  }

  /** The rules of assignment on the command line. */
  static final class Rules extends Choice<AssignmentRule> {
    @Override
    Map<String, AssignmentRule> byName() {
      Map<String, AssignmentRule> rules = new LinkedHashMap<>();
      rules.put("random", AssignmentRule.GROUP);
      rules.put("artifact-rule", AssignmentRule.ARTIFACT);
      return rules;
    }
  }

  @Override
  public Integer call() {
    Profiles table =
        profiles == null ? WorkloadModel.profiles() : DatasetReader.open(profiles).profiles();
    HeliosImportOptions options =
        HeliosImportOptions.defaults(table).assigning(rule, seed).submitted(from, to);
    session.notice(
        ImportNotice.of(
            HeliosImporter.importFrom(
                traces, cluster, out, overwrite ? options.overwriting() : options)));
    return ExitCode.SUCCESS;
  }
}
