package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.experiment.reproduce.Reproduction;
import org.limpid.experiment.reproduce.ReproductionReport;
import org.limpid.experiment.reproduce.ReproductionRequest;
import org.limpid.plots.service.ReportService;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "reproduce",
    description = {
      "Compare ${bundle:subject} with its baselines, with and without backfill, and an ideal"
          + " bound.",
      "Trains its models on the data, runs all policies with what they know in time, and writes a "
          + "report with all figures and tables.",
      "Without --data on a month of jobs that Limpid generates."
    },
    footer = {"%nExamples:", "  limpid reproduce", "  limpid reproduce --data venus --reference"})
final class ReproduceCommand extends CommandInSession {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data set to use; by default one is generated into OUT/data.")
  private Path data;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description =
          "Folder for data, models, results and report (${DEFAULT-VALUE}), none of which may be"
              + " there.")
  private Path out = Path.of("out", "reproduce");

  @Option(names = "--overwrite", description = "Replace those of an earlier run in that folder.")
  private boolean overwrite;

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

  @Mixin private SharedOptions.Threads threads;

  @Option(
      names = "--reference",
      description =
          "Behave exactly like the published artifact of Lucid: fix nothing, train nothing, and"
              + " take the forecast and estimates of the data set.")
  private boolean reference;

  @Option(
      names = "--table7",
      description = "Compare readable models with black boxes, too, which takes minutes.")
  private boolean comparing;

  @Option(names = "--json", description = "Print all figures of the summary as JSON.")
  private boolean json;

  @Override
  public void run() {
    ReproductionRequest request = request();
    GeneratorOptions generation = options();
    request.requireFree(data == null, ReportService.KIND);
    if (data == null) {
      Generation.run(generation, request.data(), overwrite, session().reporter(json));
    }
    ReproductionReport report =
        Reproduction.run(request, ReportService::make, session().reporter(json));
    print(json, report::toJson, report.notices(), report::toText, places(request, report));
  }

  private static String places(ReproductionRequest request, ReproductionReport report) {
    String models = report.models().map("the models are in %s, "::formatted).orElse("");
    return "The data set is in %s, %sthe results are in %s, the report is %s."
        .formatted(
            request.data(), models, request.results(), request.report().resolve("report.html"));
  }

  private ReproductionRequest request() {
    return new ReproductionRequest(
        data == null ? out.resolve("data") : given(),
        out,
        overwrite,
        policies(),
        reference,
        comparing,
        threads.value(),
        session().commandLine());
  }

  private GeneratorOptions options() {
    GeneratorOptions defaults = GeneratorOptions.defaults().withSeed(seed);
    try {
      return jobs == null ? defaults : defaults.withJobs(jobs);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  private Path given() {
    require(jobs == null, "--jobs is for generated data and does not go with --data");
    return data;
  }

  /** What the study compares, what that is compared with also with backfill, and the bounds. */
  private static List<String> policies() {
    Policies all = Policies.standard();
    Set<String> subjects = Set.copyOf(all.named(Role.SUBJECT));
    return Stream.of(
            all.compared(Discipline.STRICT),
            all.compared(Discipline.BACKFILL).stream()
                .filter(name -> !subjects.contains(all.about(name).family()))
                .toList(),
            all.named(Role.BOUND))
        .flatMap(List::stream)
        .toList();
  }
}
