package org.limpid.plots.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A report, before it becomes a page. Immutable.
 *
 * @param sections at least one; all names of sections, figures and tables differ
 * @param facts how it came about
 * @param files what it was made from
 */
public record Report(String title, List<Section> sections, List<Fact> facts, List<Link> files) {
  public Report {
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

  /** A line on how the report came about. */
  public record Fact(String label, String value) {}

  /** A part of a report with what its numbers say; its name is for addresses. */
  public record Section(String name, String heading, List<String> sentences, List<Item> items) {
    public Section {
      sentences = List.copyOf(sentences);
      items = List.copyOf(items);
    }
  }

  /** A file beside a report, addressed relative to it. */
  public record Link(String label, String address) {}
}
