package org.limpid.results.export;

/** Formats for other programs; {@code docs/export.md} describes them field by field. */
public enum ExportFormat {
  /** An event per line, each an object of JSON. */
  JSONL("jsonl"),
  /** The same events as a table. */
  CSV("csv"),
  /** Jobs on GPUs over time, for Perfetto and {@code chrome://tracing}. */
  CHROME_TRACE("chrome-trace"),
  /** The cluster over time and sums of waits, for Prometheus. */
  OPENMETRICS("openmetrics");

  private final String label;

  ExportFormat(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }
}
