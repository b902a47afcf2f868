package org.limpid.interpret.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.explain.TermExplanation.Cell;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;

final class TermExplanationTest {
  private final EbmModel model = GivenModels.wait10();

  @Test
  void numbersAreShownAsIntervals() {
    TermExplanation hour = TermExplanation.of(model, "hour");
    List<String> labels = List.of("missing", "< 6", "[6, 18)", ">= 18", "unseen");
    assertEquals(labels, hour.axes().getFirst().labels());
    assertEquals(new Cell(List.of("[6, 18)"), List.of(1.0), List.of(0.25), 3), hour.cells().get(2));
    FeatureAxis.Numeric axis = assertInstanceOf(FeatureAxis.Numeric.class, hour.axes().getFirst());
    assertEquals(List.of(6.0, 18.0), axis.cuts());
    assertEquals(List.of(3.0, 6.0), axis.densityWeights());
    assertEquals(24, axis.maximum());
  }

  @Test
  void oneBinHoldsAnyNumber() {
    FeatureAxis axis = new FeatureAxis.Numeric("n", List.of(), 0, 1, List.of(), List.of());
    assertEquals(List.of("missing", "any number", "unseen"), axis.labels());
  }

  @Test
  void tableShowsScoresDeviationsAndWeights() {
    String expected =
        """
        user     wait  +-  weight
        missing     0   0       0
        a      0.5   0       5
        b     -0.5   0       5
        unseen      0   0       0
        """;
    String found = TermExplanation.of(model, "user").table();
    assertEquals(List.of(expected.split("\\s+")), List.of(found.split("\\s+")));
  }

  @Test
  void pairsAreGrids() {
    TermExplanation pair = TermExplanation.of(model, "hour & user");
    assertEquals(List.of(">= 12", "b"), pair.cells().get(10).labels());
    assertEquals(List.of(3.0), pair.cells().get(10).scores());
    String[] lines = pair.grid(0).split("\n");
    assertEquals(List.of(">=", "12", "0", "-1", "3", "0"), List.of(lines[3].split("\\s+")));
    assertThrows(IllegalStateException.class, () -> TermExplanation.of(model, "hour").grid(0));
  }

  @Test
  void summaryBeginsWithTheLargestScores() {
    String[] lines = TermExplanation.of(model, "hour & user").summarize(1).split("\n");
    assertTrue(lines[1].startsWith(">= 12  b"), lines[1]);
    assertEquals("and 15 more cells", lines[2]);
  }

  @Test
  void unknownTermsAreAnsweredWithTheClosestOne() {
    DataException failure =
        assertThrows(DataException.class, () -> TermExplanation.of(model, "huor"));
    assertTrue(failure.getMessage().contains("Maybe 'hour' was meant."), failure.getMessage());
  }

  @Test
  void cellsAreThoseOfTheModel() {
    for (long seed = 0; seed < 30; seed++) {
      EbmModel random = RandomModels.of(seed);
      List<TermExplanation> all = TermExplanation.allOf(random);
      for (int t = 0; t < all.size(); t++) {
        var term = random.terms().get(t);
        for (int i = 0; i < term.scores().length; i++) {
          Cell cell = all.get(t).cells().get(i / term.scoreCount());
          assertEquals(term.scores()[i], cell.scores().get(i % term.scoreCount()));
          assertEquals(term.binWeight(i / term.scoreCount()), cell.weight());
        }
      }
    }
  }
}
