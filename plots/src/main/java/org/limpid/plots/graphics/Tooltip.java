package org.limpid.plots.graphics;

import java.util.Objects;

/**
 * Says what a part of a picture is.
 *
 * @param key of the thing, the same for all parts of it
 * @param words what it is, a sentence or two
 */
public record Tooltip(String key, String words) {
  public Tooltip {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(words, "words");
  }
}
