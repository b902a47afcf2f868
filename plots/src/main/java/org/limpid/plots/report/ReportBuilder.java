package org.limpid.plots.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.FigureSource;
import org.limpid.plots.figure.Inputs;
import org.limpid.plots.figure.Need;
import org.limpid.plots.figure.TableSource;
import org.limpid.plots.jobs.JobData;
import org.limpid.plots.jobs.JobStories;
import org.limpid.plots.paper.Summaries;
import org.limpid.plots.waits.WaitSentences;
import org.limpid.results.RunDescription;
import org.limpid.results.table.Numbers;
import org.limpid.results.table.Table;

/** Puts figures and tables into the sections of a report, by what they are made from. */
public final class ReportBuilder {
  private final Inputs inputs;
  private final FigureOptions options;
  private final Map<Part, List<Item>> items = new EnumMap<>(Part.class);
  private JobStories stories = JobStories.NONE;

  /** The sections, in their order. */
  private enum Part {
    POLICIES("policies", "The policies compared"),
    WAITS("waits", "Why did jobs wait?"),
    CLUSTER("cluster", "The cluster"),
    MODELS("models", "The models"),
    COMPARISON("comparison", "Readable models and black boxes"),
    DATA("data", "The data");

    private final String id;
    private final String heading;

    Part(String id, String heading) {
      this.id = "section-" + id;
      this.heading = heading;
    }
  }

  /**
   * An empty report.
   *
   * @param inputs what figures and tables were made from
   * @param options what they show
   */
  public ReportBuilder(Inputs inputs, FigureOptions options) {
    this.inputs = inputs;
    this.options = options;
  }

  /** Adds a figure of a kind. */
  public ReportBuilder add(FigureSource kind, Figure figure, List<Link> links) {
    return add(
        part(kind.needs(), kind.inPaper().isPresent()),
        new Item.Picture(figure, kind.inPaper(), links));
  }

  /** Adds a table of a kind. */
  public ReportBuilder add(TableSource kind, Table table, List<Link> links) {
    return add(part(kind.needs(), true), new Item.Tabulation(table, links));
  }

  /** Tells the stories of jobs with what these know, where the page lets one pick a job. */
  public ReportBuilder with(JobStories told) {
    stories = told;
    return this;
  }

  private ReportBuilder add(Part part, Item item) {
    items.computeIfAbsent(part, _ -> new ArrayList<>()).add(item);
    return this;
  }

  private static Part part(Set<Need> needs, boolean ofPaper) {
    if (needs.contains(Need.COMPARISON)) {
      return Part.COMPARISON;
    }
    if (needs.contains(Need.WAITS)) {
      return Part.WAITS;
    }
    if (needs.contains(Need.MODELS)) {
      return Part.MODELS;
    }
    if (needs.contains(Need.RUN)) {
      return ofPaper ? Part.POLICIES : Part.CLUSTER;
    }
    return Part.DATA;
  }

  /**
   * The report.
   *
   * @param command the words of the command that makes it
   * @param files what it was made from
   * @throws IllegalArgumentException if nothing was added
   * @throws org.limpid.files.DataException if the jobs of the run can't be read
   */
  public Report build(String command, String version, List<Link> files) {
    if (items.containsKey(Part.WAITS)) {
      add(Part.WAITS, new Item.JobPicker(JobData.of(inputs.run(), stories)));
      items.get(Part.WAITS).sort(Comparator.comparingInt(ReportBuilder::rank));
    }
    List<Section> sections = new ArrayList<>();
    items.forEach(
        (part, own) -> sections.add(new Section(part.id, part.heading, sentences(part), own)));
    return new Report(title(), sections, facts(command, version), files);
  }

  /** Where tables are long, they come last. */
  private static int rank(Item item) {
    return switch (item) {
      case Item.Picture _ -> 0;
      case Item.JobPicker _ -> 1;
      case Item.Tabulation _ -> 2;
    };
  }

  private String title() {
    return inputs
        .runFolder()
        .map(run -> "Limpid on " + run.description().dataset())
        .orElse("Limpid");
  }

  private List<String> sentences(Part part) {
    if (inputs.runFolder().isEmpty()) {
      return List.of();
    }
    return switch (part) {
      case POLICIES -> Story.of(Summaries.chosen(inputs, options));
      case WAITS -> WaitSentences.of(inputs, options, PolicyWords::of);
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
