package org.limpid.plots.explain;

import java.util.Locale;

/** Names of files of figures of models. */
final class ModelNames {
  private ModelNames() {}

  /** The kind of the figure, and what it shows, in small letters, digits and hyphens. */
  static String file(String kind, String shown) {
    String plain =
        shown.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? kind : kind + "-" + plain;
  }
}
