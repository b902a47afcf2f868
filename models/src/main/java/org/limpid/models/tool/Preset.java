package org.limpid.models.tool;

/** Versions of the Python library interpret whose defaults can be taken. */
public enum Preset {
  /** The one that Limpid follows. */
  CURRENT("0.7.8"),
  /** The one that Lucid used. */
  FIRST("0.2.7");

  private final String label;

  Preset(String label) {
    this.label = label;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }
}
