package org.limpid.plots.graphics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.limpid.plots.graphics.Surface.Tooltip;

final class TooltipTest {
  private static final Rectangle2D BOX = new Rectangle2D.Double(0, 0, 1, 1);
  private static final String PATH = "<path d=\"M0 0h1v1h-1z\" fill=\"#000000\"/>\n";

  @Test
  void svgKeepsTooltipsAsGroupsWithTitles() {
    SvgSurface surface = new SvgSurface("id");
    Canvas g = new Canvas(surface);
    g.fill(BOX);
    g.explained(new Tooltip("a/\"1\"", "Job <1> & more"), () -> g.fill(BOX));
    g.fill(BOX);
    assertEquals(
        PATH
            + "<g data-mark=\"a/&quot;1&quot;\"><title>Job &lt;1&gt; &amp; more</title>\n"
            + PATH
            + "</g>\n"
            + PATH,
        surface.elements());
  }

  /** A clip is a group, too: a tooltip in which it changes has a group on either side. */
  @Test
  void groupsOfTooltipsAndClipsAreNested() {
    SvgSurface surface = new SvgSurface("id");
    Canvas g = new Canvas(surface);
    g.explained(
        new Tooltip("k", "w"),
        () -> {
          g.fill(BOX);
          g.clipped(BOX, () -> g.fill(BOX));
        });
    g.fill(BOX);
    String begin = "<g data-mark=\"k\"><title>w</title>\n";
    assertEquals(
        begin
            + PATH
            + "</g>\n<clipPath id=\"id-clip-1\"><path d=\"M0 0h1v1h-1z\"/></clipPath>\n"
            + "<g clip-path=\"url(#id-clip-1)\">\n"
            + begin
            + PATH
            + "</g>\n</g>\n"
            + PATH,
        surface.elements());
  }

  @Test
  void otherSurfacesPaintTheSame() {
    RecordingSurface surface = new RecordingSurface();
    Canvas g = new Canvas(surface);
    g.explained(new Tooltip("k", "w"), () -> g.text("x", new AffineTransform()));
    assertEquals(1, surface.texts().size());
  }
}
