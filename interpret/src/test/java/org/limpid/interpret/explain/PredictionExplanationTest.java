package org.limpid.interpret.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.given.RandomModels;
import org.limpid.interpret.model.Row;

final class PredictionExplanationTest {
  private final EbmModel model = GivenModels.wait10();
  private final Row afternoon = model.newRow().set("hour", 13).set("user", "b");

  /** 10 + 1 - 0.5 + 3 = 13.5; the bags predict 9 + 0.75 - 0.5 + 2.5 = 11.75 and 15.25. */
  @Test
  void contributionsCarryNamesValuesAndDeviations() {
    PredictionExplanation explanation = PredictionExplanation.of(model, afternoon);
    assertEquals(
        List.of(
            new Contribution("hour", "13", List.of(1.0), List.of(0.25)),
            new Contribution("user", "b", List.of(-0.5), List.of(0.0)),
            new Contribution("hour & user", "13 & b", List.of(3.0), List.of(0.5))),
        explanation.contributions());
    assertEquals(List.of(13.5), explanation.scores());
    assertEquals("wait: 13.5 +- 1.75", explanation.outputs().getFirst().toString());
    assertEquals("hour = 13: +1 +- 0.25", explanation.contributions().getFirst().toString());
  }

  @Test
  void missingAndUnseenValuesAreNamed() {
    Row row = model.newRow().set("user", "c");
    PredictionExplanation explanation = PredictionExplanation.of(model, row);
    assertEquals("missing", explanation.contribution("hour").orElseThrow().value());
    assertEquals("unseen", explanation.contribution("user").orElseThrow().value());
    assertEquals(List.of(10.5), explanation.scores());
  }

  @Test
  void topSumsTheRest() {
    List<Contribution> top = PredictionExplanation.of(model, afternoon).top(1);
    assertEquals(List.of("hour & user", "2 other terms"), names(top));
    assertEquals(List.of(0.5), top.getLast().scores());
    assertEquals(3, PredictionExplanation.of(model, afternoon).top(7).size());
  }

  private static List<String> names(List<Contribution> contributions) {
    return contributions.stream().map(Contribution::term).toList();
  }

  @Test
  void textSumsUp() {
    PredictionExplanation explanation = PredictionExplanation.of(model, afternoon).withActual("14");
    assertEquals(
        """
        predicted wait: 13.5 +- 1.75; actual: 14
        term           value    wait   +-
        intercept                +10    -
        hour & user    13 & b     +3  0.5
        2 other terms           +0.5    -
        sum                    +13.5    -
        """,
        explanation.summarize(1));
    assertEquals(Optional.of("14"), explanation.actual());
  }

  @Test
  void contributionsSumExactlyToTheScoreOfTheModel() {
    int checked = 0;
    for (long seed = 0; seed < 60; seed++) {
      EbmModel random = RandomModels.of(seed);
      PredictionExplainer explainer = new PredictionExplainer(random);
      for (Row row : RandomModels.rows(random, seed)) {
        PredictionExplanation explanation = explainer.explain(row);
        double[] expected = RandomModels.scores(random, row);
        assertEquals(Arrays.stream(expected).boxed().toList(), explanation.scores());
        checked += explanation.contributions().size();
      }
    }
    assertTrue(checked > 50_000, "contributions: " + checked);
  }

  @Test
  void outputsAreThePredictionsOfTheModel() {
    for (long seed = 0; seed < 30; seed++) {
      EbmModel random = RandomModels.of(seed);
      Row row = RandomModels.rows(random, seed).getFirst();
      double[] outputs = new double[random.task().outputCount()];
      random.predict(row, outputs);
      List<PredictionExplanation.Output> found = PredictionExplanation.of(random, row).outputs();
      for (int k = 0; k < outputs.length; k++) {
        assertEquals(outputs[k], found.get(k).measure().value());
        assertEquals(!random.knowsBags(), Double.isNaN(found.get(k).measure().deviation()));
      }
    }
  }

  @Test
  void differencesOfTermsAreTold() {
    Row night = model.newRow().set("user", "c");
    PredictionDifference difference =
        PredictionExplanation.of(model, afternoon).diff(PredictionExplanation.of(model, night));
    assertEquals(List.of(-3.0), difference.scores());
    assertEquals(
        """
        term           before  after      wait
        intercept                            0
        hour & user    13 & b  missing & unseen  -3
        2 other terms                        0
        sum                                 -3
        """
            .replaceAll(" +", " "),
        difference.summarize(1).replaceAll(" +", " "));
  }

  @Test
  void differencesOfTermsSumToTheDifferenceOfScores() {
    for (long seed = 0; seed < 40; seed++) {
      EbmModel first = RandomModels.of(seed);
      EbmModel second = RandomModels.of(seed, 1);
      Row a = RandomModels.rows(first, 1).getFirst();
      Row b = RandomModels.rows(second, 2).getFirst();
      PredictionDifference difference =
          PredictionExplanation.of(first, a).diff(PredictionExplanation.of(second, b));
      for (int k = 0; k < first.scoreCount(); k++) {
        int index = k;
        double expected = RandomModels.scores(second, b)[k] - RandomModels.scores(first, a)[k];
        double sum =
            difference.intercept().get(k)
                + difference.terms().stream().mapToDouble(t -> t.scores().get(index)).sum();
        assertEquals(expected, sum, 1e-12);
        assertEquals(expected, difference.scores().get(k));
      }
    }
  }

  @Test
  void explanationsOfOtherTargetsCannotBeCompared() {
    PredictionExplanation explanation = PredictionExplanation.of(model, afternoon);
    PredictionExplanation other =
        new PredictionExplanation(
            List.of("other"), List.of(1.0), List.of(), List.of(), Optional.empty());
    assertThrows(IllegalArgumentException.class, () -> explanation.diff(other));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PredictionExplanation(
                List.of("a", "b"), List.of(1.0), List.of(), List.of(), Optional.empty()));
  }
}
