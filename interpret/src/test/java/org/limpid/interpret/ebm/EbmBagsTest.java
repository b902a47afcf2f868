package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.interpret.ebm.EbmSets.mixedSet;
import static org.limpid.interpret.ebm.EbmSets.quickClassification;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.train;
import static org.limpid.interpret.ebm.EbmSets.uniform;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Averages and deviations over the bags of a trained model. */
class EbmBagsTest {
  @Test
  void theModelOfOneBagIsTheBagAndDoesNotVary() {
    EbmModel model =
        train(
            mixedSet(300, 1),
            quickRegression()
                .with(EbmParameter.OUTER_BAGS, 1)
                .with(EbmParameter.INTERACTIONS, 2)
                .with(EbmParameter.LEARNING_RATE, 0.07));
    for (Term term : model.terms()) {
      assertArrayEquals(term.bagScores()[0], term.scores());
      assertArrayEquals(new double[term.scores().length], term.deviations());
    }
  }

  /** A column of one value: every bag gives it the score 0, whatever the weights of the bags. */
  @Test
  void scoresOnWhichAllBagsAgreeDoNotVary() {
    Table table =
        Table.of(
            NumericColumn.generate("x", 200, _ -> 7), NumericColumn.generate("z", 200, row -> row));
    EbmModel model = train(EbmSets.regression(table, row -> row % 7), quickRegression());
    Term term = model.requireTerm("x");
    assertArrayEquals(new double[3], term.deviations());
    assertEquals(0, term.score(1));
  }

  /** Bags share nothing, so that it does not matter which thread boosts which, or when. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anyNumberOfThreadsGivesTheSameScoresOfManyClasses(boolean weighted) {
    TrainingSet plain = fourClasses(400);
    TrainingSet data = weighted ? plain.withWeights(uniform(400, 9)) : plain;
    EbmParameters parameters =
        quickClassification().with(EbmParameter.OUTER_BAGS, 5).with(EbmParameter.INTERACTIONS, 2);
    EbmModel one = new EbmTrainer(parameters, 1).train(data);
    EbmModel many = new EbmTrainer(parameters, 4).train(data);
    assertEquals(6, one.terms().size());
    assertArrayEquals(one.intercept(), many.intercept());
    for (int term = 0; term < one.terms().size(); term++) {
      assertArrayEquals(one.terms().get(term).bagScores(), many.terms().get(term).bagScores());
    }
  }

  /** As large as weights may be; what matters of them is how they compare. */
  @Test
  void hugeWeightsCountLikeOthers() {
    TrainingSet data = fourClasses(300);
    double[] weights = uniform(300, 9);
    double[] huge = Arrays.stream(weights).map(weight -> 1e30 * weight).toArray();
    double[] usual = scores(data.withWeights(weights));
    double[] found = scores(data.withWeights(huge));
    for (int i = 0; i < usual.length; i++) {
      assertEquals(usual[i], found[i], 0.3 + 0.1 * Math.abs(usual[i]));
    }
  }

  private static double[] scores(TrainingSet data) {
    EbmModel model = train(data, quickClassification().with(EbmParameter.MIN_HESSIAN, 0));
    return model.requireTerm("a").scores();
  }

  private static TrainingSet fourClasses(int size) {
    TrainingSet numbers = mixedSet(size, 7);
    double[] targets = EbmSets.targets(numbers);
    int[] codes = Arrays.stream(targets).mapToInt(y -> Math.clamp((int) y, 0, 3)).toArray();
    List<String> names = List.of("a", "b", "c", "d");
    return TrainingSet.of(numbers.inputs(), new Target.Classes("y", codes, names));
  }
}
