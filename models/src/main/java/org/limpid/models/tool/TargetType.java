package org.limpid.models.tool;

import java.util.Locale;

/** What the target of a training is. */
public enum TargetType {
  /** A number. */
  REGRESSION,
  /** One of several classes. */
  CLASSIFICATION;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
