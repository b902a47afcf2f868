package org.limpid.plots.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.files.Words;
import org.limpid.plots.accuracy.TableSentences;
import org.limpid.plots.cluster.PolicyChoice;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Chapter;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.jobs.JobData;
import org.limpid.plots.jobs.JobStory;
import org.limpid.plots.jobs.TimeData;
import org.limpid.plots.waits.WaitSentences;
import org.limpid.results.ClusterField;
import org.limpid.results.JobTable;
import org.limpid.results.RunDescription;
import org.limpid.results.RunFolder;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.PageTable;

/** Puts figures and tables into the sections of a report, by what they are made from. */
public final class ReportBuilder {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final PlotInputs inputs;
  private final FigureOptions options;
  private final Map<Chapter, List<Item>> items = new EnumMap<>(Chapter.class);
  private int figures;
  private JobStory.Teller stories = JobStory.Teller.NONE;

  public ReportBuilder(PlotInputs inputs, FigureOptions options) {
    this.inputs = inputs;
    this.options = options;
  }

  public ReportBuilder add(Exhibit kind, Figure figure, List<Report.Link> links) {
    // The paper of Lucid has no tables of others.
    Optional<String> inPaper = isOfTable() ? Optional.empty() : kind.about().inPaper();
    return add(kind.about().chapter(), new Item.Picture(0, figure, inPaper, links));
  }

  public ReportBuilder add(Exhibit kind, PageTable table, List<Report.Link> links) {
    return add(kind.about().chapter(), new Item.Tabulation(table, links));
  }

  /** Tells the stories of jobs with what these know, where the page lets one pick a job. */
  public ReportBuilder with(JobStory.Teller told) {
    stories = told;
    return this;
  }

  private ReportBuilder add(Chapter chapter, Item item) {
    items.computeIfAbsent(chapter, _ -> new ArrayList<>()).add(item);
    return this;
  }

  /**
   * The report.
   *
   * @param command the words of the command that makes it
   * @param files what it was made from
   * @throws IllegalArgumentException if nothing was added
   * @throws org.limpid.files.DataException if the jobs of the run can't be read
   */
  public Report build(String command, String version, List<Report.Link> files) {
    List<Report.Section> sections = new ArrayList<>();
    inputs.runFolder().ifPresent(_ -> sections.add(glance()));
    if (items.containsKey(Chapter.WAITS)) {
      add(Chapter.WAITS, new Item.JobPicker(JobData.of(inputs.run(), stories)));
      items.get(Chapter.WAITS).sort(Comparator.comparingInt(ReportBuilder::rank));
    }
    if (isOfTable()) {
      items.values().forEach(own -> own.sort(Comparator.comparingInt(ReportBuilder::rank)));
    }
    items.forEach((chapter, own) ->
        sections.add(
            new Report.Section(
                part(chapter), id(chapter), chapter.heading(), sentences(chapter), numbered(own))));
    return new Report(title(), about(), sections, facts(command, version), files);
  }

  /** The figures get their numbers. */
  private List<Item> numbered(List<Item> own) {
    List<Item> numbered = new ArrayList<>();
    for (Item item : own) {
      numbered.add(
          item instanceof Item.Picture(_, Figure figure, Optional<String> inPaper, var links)
              ? new Item.Picture(++figures, figure, inPaper, links)
              : item);
    }
    return numbered;
  }

  private static Report.Part part(Chapter chapter) {
    return switch (chapter) {
      case POLICIES, WAITS, CLUSTER -> Report.Part.RUN;
      case MODELS, COMPARISON, DATA -> Report.Part.MODELS;
    };
  }

  /** Whether it is about models and the rows of a CSV file. */
  private boolean isOfTable() {
    return inputs.runFolder().isEmpty() && inputs.table().isPresent();
  }

  /** What one wants to know first. */
  private Report.Section glance() {
    return new Report.Section(
        Report.Part.RUN,
        "section-glance",
        "At a glance",
        GlanceSentences.of(inputs, options),
        items.containsKey(Chapter.WAITS)
            ? List.of(new Item.TimeLines(TimeData.of(inputs.run())))
            : List.of());
  }

  private static String id(Chapter chapter) {
    return "section-" + chapter.name().toLowerCase(Locale.ROOT);
  }

  /** Where tables are long, they come last. */
  private static int rank(Item item) {
    return switch (item) {
      case Item.Picture _ -> 0;
      case Item.JobPicker _, Item.TimeLines _ -> 1;
      case Item.Tabulation _ -> 2;
    };
  }

  private String title() {
    return inputs
        .runFolder()
        .map(run -> run.description().dataset())
        .or(() -> inputs.table().map(file -> file.getFileName().toString()))
        .map("Limpid on "::concat)
        .orElse("Limpid");
  }

  private List<String> sentences(Chapter chapter) {
    if (inputs.runFolder().isEmpty()) {
      return isOfTable() ? TableSentences.of(inputs) : List.of();
    }
    return switch (chapter) {
      case POLICIES -> PolicySentences.of(options.summariesOf(inputs.run()));
      case WAITS -> WaitSentences.of(inputs, options);
      case MODELS -> inputs.run().description().predictions();
      default -> List.of();
    };
  }

  private List<Report.Fact> about() {
    List<Report.Fact> about = new ArrayList<>();
    inputs.runFolder().ifPresent(run -> about(run, about));
    return about;
  }

  private void about(RunFolder run, List<Report.Fact> about) {
    RunDescription description = run.description();
    List<String> policies = options.policiesOf(run);
    JobTable jobs = run.allJobs(policies.getFirst());
    about.add(
        new Report.Fact(
            "Data set",
            "%s, %s jobs".formatted(description.dataset(), Numbers.whole(description.jobCount()))));
    if (jobs.size() > 0) {
      about.add(new Report.Fact("Submitted", submitted(description, jobs)));
    }
    about.add(new Report.Fact("Cluster", cluster(run, jobs)));
    about.add(new Report.Fact("Policies", String.join(", ", policies)));
    about.add(new Report.Fact("Run", String.join(" ", description.command())));
    about.add(new Report.Fact("Seed", Long.toString(description.seed())));
  }

  /** The time of the data: the same run gives the same report whenever it is made. */
  private static String submitted(RunDescription run, JobTable jobs) {
    long first = IntStream.range(0, jobs.size()).mapToLong(jobs::submitSeconds).min().orElseThrow();
    long last = jobs.lastSubmission();
    return run.origin()
        .map(origin ->
            "%s to %s"
                .formatted(
                    DATE.format(origin.plusSeconds(first)), DATE.format(origin.plusSeconds(last))))
        .orElseGet(() -> "within " + Words.roughly(last - first));
  }

  private static String cluster(RunFolder run, JobTable jobs) {
    String virtualClusters = Words.count(jobs.virtualClusterNames().size(), "virtual cluster");
    double gpus =
        PolicyChoice.onCluster(run.policies()).stream()
            .filter(run::hasCluster)
            .flatMapToDouble(policy -> Arrays.stream(run.cluster(policy).column(ClusterField.GPUS)))
            .max()
            .orElse(0);
    return gpus > 0
        ? "%s, %s".formatted(virtualClusters, Words.count(Math.round(gpus), "GPU"))
        : virtualClusters;
  }

  private List<Report.Fact> facts(String command, String version) {
    List<Report.Fact> facts = new ArrayList<>();
    facts.add(new Report.Fact("Report", command));
    facts.add(new Report.Fact("Version", "Limpid " + version));
    inputs.runFolder().ifPresent(run -> of(run.description(), facts));
    return facts;
  }

  private static void of(RunDescription run, List<Report.Fact> facts) {
    facts.add(new Report.Fact("Run with", "Limpid " + run.version()));
    run.notices().forEach(notice -> facts.add(new Report.Fact("Notice", notice)));
    facts.add(new Report.Fact("Data hash", "SHA-256 " + run.dataHash()));
    facts.add(
        new Report.Fact(
            "Dates",
            "are those of the data set. The report bears none of its own: the same run gives the"
                + " same bytes."));
  }
}
