package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.experiment.adaptation.ClusterGrowthStudy;
import org.limpid.plots.adaptation.TradeReport;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "cluster",
    description = {
      "Simulate trainings in a cluster that get time beyond what they asked for, and may grow their"
          + " networks in it: accuracy against completion times and GPU-hours.",
      "Without --trainings and --epochs on trainings that Limpid makes up."
    },
    footer = {
      "%nExamples:",
      "  limpid adapt cluster --out growth-in-cluster",
      "  limpid adapt cluster --trainings growth/trainings.csv --epochs growth/epochs.csv --load"
          + " 0.6 --out growth-at-60"
    })
final class AdaptClusterCommand extends CommandInSession {
  @Option(
      names = "--trainings",
      paramLabel = "FILE",
      description = "Recorded trainings: a CSV file, all sequences of actions of each scenario.")
  private Optional<Path> trainings;

  @Option(
      names = "--epochs",
      paramLabel = "FILE",
      description = "Their epochs: a CSV file, perhaps gzipped.")
  private Optional<Path> epochs;

  @Option(
      names = "--policy",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "POLICY",
      description = "Policies without preemption (fifo,sjf).")
  private List<String> policies = List.of("fifo", "sjf");

  @Option(
      names = "--nodes",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Nodes of 4 GPUs (${DEFAULT-VALUE}).")
  private int nodes = 2;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Jobs of one GPU each (${DEFAULT-VALUE}).")
  private int jobs = 1000;

  @Option(
      names = "--load",
      paramLabel = "X",
      description = "GPU time asked for over that of the cluster (${DEFAULT-VALUE}).")
  private double load = 0.45;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = WholeNumber.FromZero.class,
      description = "Seed of all draws (${DEFAULT-VALUE}).")
  private int seed = 1;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder to make, with figure and report (${DEFAULT-VALUE}).")
  private Path out = Path.of("out", "adapt-cluster");

  @Option(names = "--overwrite", description = "Replace that of an earlier study.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(names = "--json", description = "Print all outcomes as JSON.")
  private boolean json;

  @Override
  public void run() {
    require(trainings.isPresent() == epochs.isPresent(), "--trainings and --epochs go together");
    require(load > 0 && Double.isFinite(load), "expected a --load above 0, found " + load);
    ClusterGrowthStudy.Request request =
        new ClusterGrowthStudy.Request(
            trainings.map(table -> new ClusterGrowthStudy.Tables(table, epochs.orElseThrow())),
            chosen(),
            nodes,
            jobs,
            load,
            seed,
            threads.value());
    ClusterGrowthStudy.Result result =
        ClusterGrowthStudy.run(
            request,
            out,
            overwrite,
            (study, folder) -> TradeReport.write(study, folder, session().commandLine()));
    print(
        json,
        () -> Json.text(result.toJson()),
        List.of(),
        result::toText,
        "The figure and the report are in %s.".formatted(out));
  }

  private List<Policy> chosen() {
    List<Policy> chosen = new ArrayList<>();
    for (String name : policies) {
      chosen.add(
          Policies.standard()
              .named(name)
              .orElseThrow(() ->
                  wrong(
                      "expected policies such as fifo and sjf, found '%s'".formatted(name), null)));
    }
    return chosen;
  }
}
