package org.limpid.plots.figure;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a kind of figure or table says of itself. Lists, completion and reports know it from here.
 *
 * @param name on the command line: {@code jct-cdf}
 * @param description what it shows, in a few words that begin with a small letter
 * @param chapter where reports show it
 * @param needs what it is made from, at least one input
 * @param inPaper where the paper has it: {@code Figure 8}
 */
public record About(
    Type type,
    String name,
    String description,
    Chapter chapter,
    Set<InputKind> needs,
    Optional<String> inPaper) {
  /** Figure or table. */
  public enum Type {
    FIGURE,
    TABLE
  }

  public About {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(chapter, "chapter");
    needs = Set.copyOf(needs);
    Objects.requireNonNull(inPaper, "inPaper");
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
