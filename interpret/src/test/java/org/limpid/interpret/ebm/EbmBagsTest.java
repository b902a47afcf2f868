package org.limpid.interpret.ebm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.limpid.interpret.ebm.EbmSets.mixedSet;
import static org.limpid.interpret.ebm.EbmSets.quickRegression;
import static org.limpid.interpret.ebm.EbmSets.train;

import org.junit.jupiter.api.Test;
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
}
