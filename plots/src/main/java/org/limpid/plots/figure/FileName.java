package org.limpid.plots.figure;

import java.util.Locale;
import java.util.Set;

/**
 * Names of files that are made from names of models, policies and contests, whatever characters
 * those have: small letters, digits and hyphens, so that no name leads into another folder or means
 * something to a shell, and not too long for a file system.
 */
public final class FileName {
  private static final int LONGEST_PART = 80;

  private FileName() {}

  /** The kind, and what it shows if that has a letter or digit. */
  public static String of(String kind, String shown) {
    String part = part(shown);
    return part.isEmpty() ? kind : kind + "-" + part;
  }

  /** A name as part of the name of a file; may be empty. */
  public static String part(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(LONGEST_PART, plain.length()));
    return cut.replaceAll("^-|-$", "");
  }

  /**
   * The name, or with a number behind it if it is taken, as two names may differ in other
   * characters only.
   *
   * @param taken the names so far; gets the new one
   */
  public static String unique(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + "-" + number;
    }
    return free;
  }
}
