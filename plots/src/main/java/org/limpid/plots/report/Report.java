package org.limpid.plots.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A report, before it becomes a page. Immutable.
 *
 * @param sections at least one; all names of sections, figures and tables differ
 * @param about what it is about, which comes first
 * @param facts how it came about, which comes last
 * @param files what it was made from
 */
public record Report(
    String title, List<Fact> about, List<Section> sections, List<Fact> facts, List<Link> files) {
  public Report {
    about = List.copyOf(about);
    sections = List.copyOf(sections);
    facts = List.copyOf(facts);
    files = List.copyOf(files);
    if (sections.isEmpty()) {
      throw new IllegalArgumentException("expected at least one section");
    }
    Set<String> names = new HashSet<>();
    for (Section section : sections) {
      requireNew(section.name(), names);
      section.items().forEach(item -> requireNew(item.name(), names));
    }
  }

  private static void requireNew(String name, Set<String> names) {
    if (!names.add(name)) {
      throw new IllegalArgumentException(
          "expected different names, found '%s' twice".formatted(name));
    }
  }

  /** The sections of one part, in their order; none if it has none. */
  List<Section> sections(Part part) {
    return sections.stream().filter(section -> section.part() == part).toList();
  }

  /** Whether it has both parts, the second one on a page of its own. */
  public boolean isInParts() {
    return Stream.of(Part.values()).noneMatch(part -> sections(part).isEmpty());
  }

  /** What belongs together on one web page. */
  public enum Part {
    RUN,
    MODELS
  }

  /** A line on what the report is about or how it came about. */
  public record Fact(String label, String value) {}

  /** A part of a report with what its numbers say; its name is for addresses. */
  public record Section(
      Part part, String name, String heading, List<String> sentences, List<Item> items) {
    public Section {
      sentences = List.copyOf(sentences);
      items = List.copyOf(items);
    }
  }

  /** A file beside a report, addressed relative to it. */
  public record Link(String label, String address) {}
}
