package org.limpid.plots.graphics;

import java.awt.Graphics2D;
import java.util.Objects;

/**
 * Says what a part of a picture is. Formats that can be asked, such as SVG, keep it.
 *
 * @param key of the thing, the same for all parts of it
 * @param words what it is, a sentence or two
 */
public record Mark(String key, String words) {
  public Mark {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(words, "words");
  }

  /** Paints a part of a picture with this mark. */
  public void around(Graphics2D g, Runnable painting) {
    if (g instanceof SurfaceGraphics surface) {
      surface.marked(this, painting);
    } else {
      painting.run();
    }
  }
}
