package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.limpid.app.simulate.SimulationReport;
import org.limpid.app.simulate.SimulationRequest;
import org.limpid.app.simulate.SimulationService;
import org.limpid.app.simulate.SystemSettings;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.io.DatasetReader;
import org.limpid.simulation.policy.Semantics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code limpid reproduce}. */
@Command(
    name = "reproduce",
    description = {
      "Compare Lucid with its baselines, with and without backfill, and an ideal bound.",
      "Without --data on a month of jobs that Limpid generates."
    },
    footer = {"%nExamples:", "  limpid reproduce", "  limpid reproduce --data venus --reference"})
final class ReproduceCommand implements Callable<Integer> {
  private static final List<String> BESIDES_THE_PAPER =
      List.of("fifo-backfill", "sjf-backfill", "qssf-backfill", "ideal");

  private final Session session;

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set to use; by default one is generated into OUT/data.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description =
          "Folder for data and results (${DEFAULT-VALUE}); those of an earlier run are replaced.")
  private Path out = Path.of("out", "reproduce");

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Number of jobs to generate (" + GeneratorOptions.DEFAULT_JOBS + ").")
  private Long jobs;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the jobs to generate (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Threads to use; results don't depend on it. By default one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--reference",
      description = "Behave exactly like the published artifact of Lucid: mend nothing.")
  private boolean reference;

  @Option(names = "--json", description = "Print all figures of the summary as JSON.")
  private boolean json;

  ReproduceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path used = data == null ? generated() : given();
    SimulationReport report = SimulationService.run(request(used), session.reporter(json));
    if (json) {
      session.result(report.toJson());
    } else {
      session.result(report.toText());
      session.notice("The data set is in %s, the results are in %s.".formatted(used, report.out()));
    }
    return ExitCode.SUCCESS;
  }

  private Path generated() {
    Path folder = out.resolve("data");
    Generation.run(options(), folder, true, session.reporter(json));
    return folder;
  }

  private GeneratorOptions options() {
    GeneratorOptions defaults = GeneratorOptions.defaults().withSeed(seed);
    try {
      return jobs == null ? defaults : defaults.withJobs(jobs);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private Path given() {
    if (jobs != null) {
      throw new ParameterException(
          spec.commandLine(), "--jobs is for generated data and does not go with --data");
    }
    return data;
  }

  private SimulationRequest request(Path used) {
    return SimulationRequest.builder(used, policies(), out.resolve("results"))
        .overwriting()
        .semantics(reference ? Semantics.reference() : Semantics.standard())
        .settings(settings(used))
        .threads(threads)
        .commandLine(session.commandLine())
        .build();
  }

  /** A cluster that is too small to spare nodes has no profiler; Lucid then does without. */
  private SystemSettings settings(Path used) {
    if (DatasetReader.open(used).profiler().isPresent()) {
      return SystemSettings.NONE;
    }
    session.notice("The data set describes no profiler, so Lucid runs without one.");
    return SystemSettings.NONE.withProfilerNodes(0);
  }

  private static List<String> policies() {
    return Stream.concat(PolicyNames.OF_THE_PAPER.stream(), BESIDES_THE_PAPER.stream()).toList();
  }
}
