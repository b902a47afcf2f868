package org.limpid.models.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.explain.FeatureAxis;
import org.limpid.interpret.explain.TermExplanation;
import org.limpid.interpret.explain.TermExplanation.Cell;

final class ShapeLinesTest {

  /** A shape with cuts 1, 2, 3, ...; missing and unseen values have neither weight nor score. */
  private static TermExplanation shape(
      int bins, IntToDoubleFunction score, IntToDoubleFunction weight) {
    List<Double> cuts = IntStream.range(1, bins).mapToObj(cut -> (double) cut).toList();
    FeatureAxis axis = new FeatureAxis.Numeric("x", cuts, 0, bins, List.of(), List.of());
    List<Cell> cells = new ArrayList<>();
    for (int bin = 0; bin < bins + 2; bin++) {
      boolean regular = bin > 0 && bin <= bins;
      cells.add(
          new Cell(
              List.of(axis.labels().get(bin)),
              List.of(regular ? score.applyAsDouble(bin) : 0.0),
              List.of(),
              regular ? weight.applyAsDouble(bin) : 0));
    }
    return new TermExplanation("x", List.of(axis), List.of("y"), cells);
  }

  @Test
  void fewBinsAreALineEach() {
    List<ShapeLines.Line> lines = ShapeLines.of(shape(3, bin -> bin, bin -> 10 * bin));
    assertEquals(
        List.of("below 1", "from 1 to 2", "from 2"),
        lines.stream().map(ShapeLines.Line::label).toList());
    assertEquals(
        List.of(1.0, 2.0, 3.0), lines.stream().map(line -> line.scores().getFirst()).toList());
    assertEquals(List.of(10.0, 20.0, 30.0), lines.stream().map(ShapeLines.Line::weight).toList());
  }

  /** 60 bins of equal weight become 30 pairs: scores 1 and 2 have the mean 1.5, and so on. */
  @Test
  void manyBinsArePooledByWeight() {
    List<ShapeLines.Line> lines = ShapeLines.of(shape(60, bin -> bin, bin -> 5));
    assertEquals(30, lines.size());
    for (int i = 0; i < 30; i++) {
      assertEquals(2 * i + 1.5, lines.get(i).scores().getFirst(), 1e-12);
      assertEquals(10, lines.get(i).weight());
    }
    assertEquals("from 2 to 4", lines.get(1).label());
  }

  /** Weights 1 and 3 of scores 0 and 4 give 3; all weight is in the first two of 40 bins. */
  @Test
  void meansAreWeighted() {
    List<ShapeLines.Line> lines =
        ShapeLines.of(shape(40, bin -> bin == 2 ? 4 : 0, bin -> bin == 1 ? 1 : bin == 2 ? 3 : 0));
    double sum = lines.stream().mapToDouble(l -> l.weight() * l.scores().getFirst()).sum();
    assertEquals(4 * 3, sum, 1e-12);
    assertTrue(lines.size() <= 3, lines.toString());
  }

  @Test
  void binsWithoutAnyWeightArePooledByNumber() {
    List<ShapeLines.Line> lines = ShapeLines.of(shape(90, bin -> bin, bin -> 0));
    assertEquals(30, lines.size());
    assertEquals(2, lines.getFirst().scores().getFirst(), 1e-12);
  }

  @Test
  void barsShowSizeAndSign() {
    ExplanationText.Bars bars = new ExplanationText.Bars(10);
    assertEquals("#".repeat(12) + " ".repeat(12), bars.unsigned(5));
    assertEquals(" ".repeat(15) + "|" + "#".repeat(15), bars.signed(10));
    assertEquals("#".repeat(15) + "|" + " ".repeat(15), bars.signed(-10));
    assertEquals(" ".repeat(15) + "|" + " ".repeat(15), new ExplanationText.Bars(0).signed(0));
  }
}
