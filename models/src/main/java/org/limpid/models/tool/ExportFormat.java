package org.limpid.models.tool;

import java.util.Locale;

/** Formats in which models can be written. */
public enum ExportFormat {
  /** Limpid's own JSON, for example of a model that interpret wrote. */
  JSON,
  /** The JSON of the Python library interpret. */
  INTERPRET,
  /** PMML, the predictive model markup language. */
  PMML,
  /** A Java class that scores and needs nothing but the JDK. */
  JAVA;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
