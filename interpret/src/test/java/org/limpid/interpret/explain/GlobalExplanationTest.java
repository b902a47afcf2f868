package org.limpid.interpret.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.model.LinkFunction;

final class GlobalExplanationTest {
  private final GlobalExplanation global = GlobalExplanation.of(GivenModels.wait10());

  /**
   * hour: (1 * 0.5 + 4 * 2 + 3 * 1 + 2 * 3) / 10 = 1.75; the bags, 0.25 lower and higher, have 1.7
   * and 1.8, so that the deviation is 0.05. Its scores span -2 to 3 in all bags.
   */
  @Test
  void importancesAreWeightedMeansOfAbsoluteScores() {
    TermImportance hour = global.terms().getFirst();
    assertEquals(1.75, hour.meanAbsolute().value(), 1e-15);
    assertEquals(0.05, hour.meanAbsolute().deviation(), 1e-15);
    assertEquals(new Measure(5, 0), hour.range());
    assertEquals(List.of(hour.meanAbsolute()), hour.meanAbsoluteByClass());
  }

  /** hour 1.75, hour & user (2 + 2 + 2 + 6) / 10 = 1.2, user 0.5. */
  @Test
  void sortedViewsBeginWithTheMostImportantTerm() {
    List<String> names = global.byMeanAbsolute().stream().map(TermImportance::term).toList();
    assertEquals(List.of("hour", "hour & user", "user"), names);
    assertEquals(List.of("hour", "user", "hour & user"), terms(global.terms()));
  }

  private static List<String> terms(List<TermImportance> importances) {
    return importances.stream().map(TermImportance::term).toList();
  }

  @Test
  void textShowsTheMostImportantTermsAndCountsTheOthers() {
    String expected =
        """
        term         mean |score|      +-  range  +-
        hour                1.75  0.05      5   0
        hour & user         1.2        0      4   0
        and 1 more terms
        """;
    assertEquals(words(expected), words(global.summarize(2)));
    assertEquals(global.summarize(15), global.toString());
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  @Test
  void cellsWithoutTrainingWeightDoNotCount() {
    EbmModel model = GivenModels.wait10();
    Term user = model.requireTerm("user");
    Term odd = user.withScores(new double[] {-9, 0.5, -0.5, 9}, new double[0], new double[0][]);
    EbmModel changed =
        model.with(List.of(odd), model.intercept(), model.bagIntercepts(), GivenModels.PROVENANCE);
    TermImportance importance = GlobalExplanation.of(changed).terms().getFirst();
    assertEquals(1, importance.range().value());
    assertTrue(Double.isNaN(importance.range().deviation()));
  }

  @Test
  void importancesOfClassesAverageToThatOfTheTerm() {
    int checked = 0;
    for (long seed = 0; seed < 60; seed++) {
      EbmModel model = RandomModels.of(seed);
      for (TermImportance importance : GlobalExplanation.of(model).terms()) {
        int classes = model.link() == LinkFunction.SOFTMAX ? 3 : 1;
        assertEquals(classes, importance.rangeByClass().size());
        double mean =
            importance.meanAbsoluteByClass().stream()
                .mapToDouble(Measure::value)
                .average()
                .orElseThrow();
        assertEquals(mean, importance.meanAbsolute().value(), 1e-14);
        checked += classes;
      }
    }
    assertTrue(checked > 300);
  }
}
