package org.limpid.plots.report;

import java.util.Objects;

/**
 * A file beside a report.
 *
 * @param label what it is, in a word or two
 * @param address relative to the report, as web pages write it
 */
public record Link(String label, String address) {
  public Link {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(address, "address");
  }
}
