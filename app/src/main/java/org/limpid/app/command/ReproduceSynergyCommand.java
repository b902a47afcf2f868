package org.limpid.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limpid.data.importer.SynergyPhilly;
import org.limpid.experiment.synergy.SynergyFigure;
import org.limpid.experiment.synergy.SynergyHeadline;
import org.limpid.experiment.synergy.SynergyInput;
import org.limpid.experiment.synergy.SynergyStudy;
import org.limpid.plots.synergy.SynergyReport;
import org.limpid.reference.synergy.SynergyLoad;
import org.limpid.reference.synergy.SynergyPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "synergy",
    description = {
      "Make the figures of Synergy (OSDI 2022) again, on jobs drawn as its artifact draws them:"
          + " what jobs gain if CPUs and memory go where they help.",
      "With --headline print the three figures of its README, or the same of another load: mean and"
          + " tail of the time from arrival to end."
    },
    footer = {
      "%nExamples:",
      "  limpid reproduce synergy --figure 8 --out figure-8",
      "  limpid reproduce synergy --headline",
      "  limpid reproduce synergy --headline --policy synergy-las-fair --jobs-per-hour 5"
    })
final class ReproduceSynergyCommand extends CommandInSession {
  @Option(names = "--headline", description = "Only print mean, p99 and p99.9 of one run.")
  private boolean headline;

  @Option(
      names = "--figure",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "FIGURE",
      converter = Figures.class,
      completionCandidates = Figures.class,
      description = "Which figures of the paper: ${COMPLETION-CANDIDATES}. Default: all.")
  private List<SynergyFigure> figures = List.of(SynergyFigure.values());

  @Option(
      names = "--philly",
      paramLabel = "PATH",
      description =
          "Philly's job log, or a folder or archive with cluster_job_log: figures 1, 6 and 7 take"
              + " from it what the artifact takes.")
  private Optional<Path> philly;

  @Option(
      names = "--out",
      paramLabel = "OUT",
      description = "Folder to make, with figures and report (${DEFAULT-VALUE}).")
  private Path out = Path.of("out", "synergy");

  @Option(names = "--overwrite", description = "Replace that of an earlier study.")
  private boolean overwrite;

  @Mixin private SharedOptions.Threads threads;

  @Option(
      names = "--policy",
      paramLabel = "POLICY",
      converter = Policies.class,
      completionCandidates = Policies.class,
      description =
          "With --headline: another policy (synergy-fifo-tune): ${COMPLETION-CANDIDATES}.")
  private SynergyPolicy policy = SynergyHeadline.POLICY;

  @Option(
      names = "--consolidate",
      description = "With --headline: put a job on one server where it can be.")
  private boolean consolidates;

  @Option(
      names = "--jobs-per-hour",
      paramLabel = "X",
      description = "With --headline: jobs that come in per hour (${DEFAULT-VALUE}).")
  private double jobsPerHour = SynergyLoad.HEADLINE.jobsPerHour();

  @Option(
      names = "--multi-gpu",
      description = "With --headline: jobs of 1, 2, 4 or 8 GPUs, not of one each.")
  private boolean multiGpu;

  @Option(
      names = "--split",
      split = CommaList.SEPARATOR,
      splitSynopsisLabel = ",",
      paramLabel = "PERCENT",
      converter = WholeNumber.FromZero.class,
      description = "Percentages of image, language and speech models (20,70,10).")
  private List<Integer> split = new ArrayList<>();

  @Option(
      names = "--servers",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "With --headline: servers of 8 GPUs, 24 CPUs and 500 GB (${DEFAULT-VALUE}).")
  private int servers = 16;

  @Option(
      names = "--seed",
      paramLabel = "S",
      converter = WholeNumber.FromZero.class,
      description = "Seed of all draws (${DEFAULT-VALUE}).")
  private int seed = (int) SynergyLoad.HEADLINE.seed();

  @Option(
      names = "--first-job",
      paramLabel = "ID",
      converter = WholeNumber.FromZero.class,
      description = "Number of the first job that counts (${DEFAULT-VALUE}).")
  private int first = SynergyLoad.HEADLINE.firstMeasured();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Jobs that count (${DEFAULT-VALUE}).")
  private int jobs = SynergyLoad.HEADLINE.measured();

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  @Override
  public void run() {
    if (headline) {
      require(!isGiven("--figure") && !isGiven("--out"), "--headline writes no figures");
      require(philly.isEmpty(), "--philly is for figures; the headline needs no log");
      printHeadline();
    } else {
      for (String option : List.of("--policy", "--consolidate", "--jobs-per-hour", "--multi-gpu")) {
        require(!isGiven(option), option + " goes with --headline");
      }
      require(!isGiven("--servers"), "--servers goes with --headline");
      makeFigures();
    }
  }

  private boolean isGiven(String option) {
    return spec().commandLine().getParseResult().hasMatchedOption(option);
  }

  private void makeFigures() {
    SynergyStudy.Result result =
        SynergyStudy.run(
            new SynergyStudy.Request(out, overwrite, figures, input(), threads.value()),
            (study, folder) -> SynergyReport.write(study, folder, session().commandLine()),
            session().reporter(json));
    if (json) {
      session().json(result.toJson());
    } else {
      session().result(result.toText());
      session().notice("The figures and the report are in %s.".formatted(out));
    }
  }

  private SynergyInput input() {
    SynergyLoad base = load();
    return philly
        .map(path -> SynergyInput.of(base, SynergyPhilly.read(path)))
        .orElseGet(() -> SynergyInput.drawn(base));
  }

  private void printHeadline() {
    SynergyPolicy chosen = new SynergyPolicy(policy.order(), policy.allocation(), consolidates);
    SynergyHeadline result = SynergyHeadline.run(load(), chosen, servers);
    if (json) {
      session().json(result.toJson());
    } else {
      session().result(result.toText());
    }
  }

  private SynergyLoad load() {
    try {
      return new SynergyLoad(
          jobsPerHour,
          multiGpu ? SynergyLoad.Sizes.DRAWN : SynergyLoad.Sizes.ONE_GPU,
          split.isEmpty() ? SynergyLoad.HEADLINE.percentages() : split,
          seed,
          first,
          jobs);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage(), e);
    }
  }

  /** Figures by their place in the paper. */
  static final class Figures extends Choice<SynergyFigure> {
    Figures() {
      super(() -> index(List.of(SynergyFigure.values()), SynergyFigure::place));
    }
  }

  /** Policies by name. */
  static final class Policies extends Choice<SynergyPolicy> {
    Policies() {
      super(() -> index(SynergyHeadline.policies(), SynergyPolicy::name));
    }
  }
}
