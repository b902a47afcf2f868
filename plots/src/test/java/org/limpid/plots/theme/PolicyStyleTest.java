package org.limpid.plots.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PolicyStyleTest {
  private static final List<String> POLICIES =
      List.of("fifo", "sjf", "srtf", "qssf", "tiresias", "lucid", "limpid", "ideal");

  @Test
  void strictPoliciesDifferInColourAndInGrey() {
    for (Theme theme : Theme.all()) {
      Set<Color> colors = new HashSet<>();
      Set<List<Object>> patterns = new HashSet<>();
      for (String policy : POLICIES) {
        SeriesStyle style = theme.policy(policy);
        colors.add(style.color());
        patterns.add(List.of(style.dash(), style.marker(), style.width()));
      }
      assertEquals(POLICIES.size(), colors.size(), theme.name());
      assertEquals(POLICIES.size(), patterns.size(), theme.name());
    }
  }

  @Test
  void patternsAreTheSameInAllThemes() {
    for (String policy : List.of("lucid", "fifo-backfill", "qssf-easy", "my-own")) {
      for (Theme theme : Theme.all()) {
        SeriesStyle paper = Theme.PAPER.policy(policy);
        SeriesStyle other = theme.policy(policy);
        assertEquals(paper.dash(), other.dash(), policy);
        assertEquals(paper.marker(), other.marker(), policy);
        assertEquals(paper.hatch(), other.hatch(), policy);
      }
    }
  }

  @Test
  void variantsResembleTheirPolicy() {
    SeriesStyle base = Theme.PAPER.policy("qssf");
    SeriesStyle backfill = Theme.PAPER.policy("qssf-backfill");
    SeriesStyle easy = Theme.PAPER.policy("qssf-easy");
    assertEquals(base.marker(), backfill.marker());
    assertEquals(3, Set.of(base.color(), backfill.color(), easy.color()).size());
    assertNotEquals(base.dash(), easy.dash());
  }

  /** Relative luminance and contrast as WCAG 2 defines them; 3 is what it asks of graphics. */
  @Test
  void policiesStandOutFromTheBackground() {
    List<String> policies = List.of("fifo", "srtf", "qssf", "tiresias", "lucid", "limpid", "ideal");
    for (Theme theme : Theme.all()) {
      for (String policy : policies) {
        double contrast = contrast(theme.policy(policy).color(), theme.background());
        assertTrue(contrast >= 3, theme.name() + " " + policy + " " + contrast);
      }
    }
  }

  private static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
