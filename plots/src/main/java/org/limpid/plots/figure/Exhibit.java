package org.limpid.plots.figure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.results.table.PageTable;

/** A kind of figure or table: makes one or several of an input. Immutable. */
public interface Exhibit {
  /** What it is, where it belongs, and what it is made from. */
  About about();

  /** Name on the command line: {@code jct-cdf}. */
  default String name() {
    return about().name();
  }

  /**
   * The figures or tables, or the reason why this input has none.
   *
   * @param inputs all that it needs is there
   * @throws org.limpid.files.DataException if the input can't be read
   */
  Made make(PlotInputs inputs, FigureOptions options);

  /**
   * What a kind of figure or table says of itself. Lists, completion and reports know it from here.
   *
   * @param name on the command line: {@code jct-cdf}
   * @param description what it shows, in a few words that begin with a small letter
   * @param chapter where reports show it
   * @param needs what it is made from, at least one input
   * @param inPaper where the paper has it: {@code Figure 8}
   */
  record About(
      Type type,
      String name,
      String description,
      Chapter chapter,
      Set<InputKind> needs,
      Optional<String> inPaper) {
    public enum Type {
      FIGURE,
      TABLE
    }

    public About {
      needs = Set.copyOf(needs);
    }

    /** A figure that is made from what its chapter is about. */
    public static About figure(String name, String description, Chapter chapter) {
      return new About(
          Type.FIGURE, name, description, chapter, Set.of(chapter.input()), Optional.empty());
    }

    /** A table that is made from what its chapter is about. */
    public static About table(String name, String description, Chapter chapter) {
      return new About(
          Type.TABLE, name, description, chapter, Set.of(chapter.input()), Optional.empty());
    }

    /** The same for what needs one more input. */
    public About needing(InputKind more) {
      EnumSet<InputKind> all = EnumSet.of(more);
      all.addAll(needs);
      return new About(type, name, description, chapter, all, inPaper);
    }

    /** The same for what the paper has, too. */
    public About inPaper(String place) {
      return new About(type, name, description, chapter, needs, Optional.of(place));
    }
  }

  /** The chapters of a report, in their order. */
  enum Chapter {
    POLICIES("The policies compared", InputKind.RUN),
    WAITS("Why did jobs wait?", InputKind.WAITS),
    CLUSTER("The cluster", InputKind.RUN),
    MODELS("The models", InputKind.MODELS),
    COMPARISON("Readable models and black boxes", InputKind.COMPARISON),
    DATA("The data", InputKind.DATA);

    private final String heading;
    private final InputKind input;

    Chapter(String heading, InputKind input) {
      this.heading = heading;
      this.input = input;
    }

    /** Its title, a few words. */
    public String heading() {
      return heading;
    }

    /** What it is about. */
    public InputKind input() {
      return input;
    }
  }

  /** What a kind of figure or table makes of an input. */
  sealed interface Made {
    /** Figures, at least one, each with a name of its own. */
    record Figures(List<Figure> figures) implements Made {
      public Figures {
        figures = List.copyOf(figures);
        requireNames(figures.stream().map(Figure::name).toList());
      }
    }

    /** Tables, at least one, each with a name of its own. */
    record Tables(List<PageTable> tables) implements Made {
      public Tables {
        tables = List.copyOf(tables);
        requireNames(tables.stream().map(PageTable::name).toList());
      }
    }

    /** Neither, and why, as a clause without a full stop. */
    record Nothing(String reason) implements Made {}

    private static void requireNames(List<String> names) {
      if (names.isEmpty() || names.stream().distinct().count() != names.size()) {
        throw new IllegalArgumentException(
            "expected at least one, each with its own name: " + names);
      }
    }

    static Made of(Figure figure) {
      return new Figures(List.of(figure));
    }

    static Made of(PageTable table) {
      return new Tables(List.of(table));
    }

    /** Some figures, or the reason why there are none. */
    static Made of(List<Figure> figures, String reasonIfNone) {
      return figures.isEmpty() ? new Nothing(reasonIfNone) : new Figures(figures);
    }
  }
}
