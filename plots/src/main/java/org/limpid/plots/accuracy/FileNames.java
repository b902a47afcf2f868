package org.limpid.plots.accuracy;

import java.util.Locale;

/** Names of files of figures of models. */
final class FileNames {
  private FileNames() {}

  /** The kind of the figure and the model, in small letters, digits and hyphens. */
  static String of(String kind, String model) {
    String plain =
        model.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return plain.isEmpty() ? kind : kind + "-" + plain;
  }
}
