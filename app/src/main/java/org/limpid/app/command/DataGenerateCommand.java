package org.limpid.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.data.generate.ElasticOptions;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.files.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "generate",
    customSynopsis = "limpid data generate --out=DIR [OPTIONS]",
    description = "Make a synthetic data set; same options and seed, same bytes.",
    footer = {
      "%nExamples:",
      "  limpid data generate --out my-data",
      "  limpid data generate --out small --jobs 1000 --days 3 --clusters a=4,b=2",
      "  limpid data generate --out promised --elastic --best-effort 0.2",
      "  limpid data generate --out starved --resources"
    })
final class DataGenerateCommand extends CommandInSession {
  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to make.")
  private Path out;

  @Option(names = "--jobs", paramLabel = "N", description = "Number of jobs (${DEFAULT-VALUE}).")
  private long jobs = GeneratorOptions.DEFAULT_JOBS;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "Days in which they are submitted (${DEFAULT-VALUE}).")
  private int days = GeneratorOptions.DEFAULT_DAYS;

  @Option(
      names = "--history-days",
      paramLabel = "H",
      description = "Days before them, known to estimates and forecasts (${DEFAULT-VALUE}).")
  private int historyDays = GeneratorOptions.DEFAULT_HISTORY_DAYS;

  @Option(
      names = "--users",
      paramLabel = "U",
      description = "Number of users; by default in proportion to the jobs per day.")
  private int users;

  @Option(
      names = "--load",
      paramLabel = "L",
      description =
          "GPU time that the jobs ask for, relative to what there is: about so much"
              + " (${DEFAULT-VALUE}).")
  private double load = GeneratorOptions.DEFAULT_LOAD;

  @Option(
      names = "--clusters",
      paramLabel = "NAME=NODES,...|COUNT",
      description = {
        "Virtual clusters with their nodes of 8 GPUs, or their number, which share the default"
            + " number of nodes evenly.",
        "By default as many, of unequal sizes, as the jobs per day need."
      })
  private String clusters;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Another seed, other jobs (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--elastic",
      description = "Give the jobs deadlines, iterations and scaling curves, too.")
  private boolean elastic;

  @Mixin private DeadlineOptions deadlines;

  @Option(
      names = "--resources",
      description = "Tell the memory of nodes, and what the jobs gain by CPUs and memory, too.")
  private boolean resources;

  @Option(names = "--overwrite", description = "Replace an older data set.")
  private boolean overwrite;

  @Override
  public void run() {
    GeneratorOptions options = options();
    Generation.run(options, elastic(), resources, out, overwrite, session().reporter());
    session().notice("Generated %s in %s.".formatted(Words.count(options.jobs(), "job"), out));
  }

  private Optional<ElasticOptions> elastic() {
    require(elastic || !deadlines.areGiven(), "deadlines are those of --elastic: add it");
    try {
      return elastic ? Optional.of(deadlines.of(seed)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  private GeneratorOptions options() {
    try {
      GeneratorOptions sized =
          new GeneratorOptions(jobs, days, historyDays, List.of(), users, load, seed);
      return clusters == null
          ? sized
          : sized.withVirtualClusters(VirtualClusterList.parse(clusters, sized));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }
}
