package org.limpid.plots.report;

import java.util.List;
import java.util.Objects;

/**
 * A part of a report.
 *
 * @param name in addresses within the report
 * @param heading a few words
 * @param sentences what its numbers say
 * @param items figures and tables in their order
 */
public record Section(String name, String heading, List<String> sentences, List<Item> items) {
  public Section {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(heading, "heading");
    sentences = List.copyOf(sentences);
    items = List.copyOf(items);
  }
}
