package org.limpid.plots.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Exhibit.Chapter;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.jobs.JobData;
import org.limpid.plots.jobs.JobStory;
import org.limpid.plots.waits.WaitSentences;
import org.limpid.results.RunDescription;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.PageTable;

/** Puts figures and tables into the sections of a report, by what they are made from. */
public final class ReportBuilder {
  private final PlotInputs inputs;
  private final FigureOptions options;
  private final Map<Chapter, List<Item>> items = new EnumMap<>(Chapter.class);
  private JobStory.Teller stories = JobStory.Teller.NONE;

  public ReportBuilder(PlotInputs inputs, FigureOptions options) {
    this.inputs = inputs;
    this.options = options;
  }

  public ReportBuilder add(Exhibit kind, Figure figure, List<Report.Link> links) {
    return add(kind.about().chapter(), new Item.Picture(figure, kind.about().inPaper(), links));
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
    items.forEach((chapter, own) ->
        sections.add(new Report.Section(id(chapter), chapter.heading(), sentences(chapter), own)));
    return new Report(title(), sections, facts(command, version), files);
  }

  /** What one wants to know first. */
  private Report.Section glance() {
    return new Report.Section(
        "section-glance",
        "At a glance",
        GlanceSentences.of(inputs, options),
        items.containsKey(Chapter.WAITS) ? List.of(new Item.TimeLines()) : List.of());
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
        .map(run -> "Limpid on " + run.description().dataset())
        .orElse("Limpid");
  }

  private List<String> sentences(Chapter chapter) {
    if (inputs.runFolder().isEmpty()) {
      return List.of();
    }
    return switch (chapter) {
      case POLICIES -> PolicySentences.of(options.summariesOf(inputs.run()));
      case WAITS -> WaitSentences.of(inputs, options);
      case MODELS -> inputs.run().description().predictions();
      default -> List.of();
    };
  }

  private List<Report.Fact> facts(String command, String version) {
    List<Report.Fact> facts = new ArrayList<>();
    inputs.runFolder().ifPresent(run -> of(run.description(), facts));
    facts.add(new Report.Fact("Report", command));
    facts.add(new Report.Fact("Version", "Limpid " + version));
    return facts;
  }

  private static void of(RunDescription run, List<Report.Fact> facts) {
    facts.add(new Report.Fact("Run", String.join(" ", run.command())));
    facts.add(
        new Report.Fact(
            "Data set", "%s, %s jobs".formatted(run.dataset(), Numbers.whole(run.jobCount()))));
    run.notices().forEach(notice -> facts.add(new Report.Fact("Notice", notice)));
    facts.add(new Report.Fact("Data hash", "SHA-256 " + run.dataHash()));
    facts.add(new Report.Fact("Seed", Long.toString(run.seed())));
    facts.add(new Report.Fact("Run with", "Limpid " + run.version()));
  }
}
