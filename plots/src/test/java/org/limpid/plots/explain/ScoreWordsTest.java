package org.limpid.plots.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.estimator.sensitivity.SensitivityTrainer;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.limpid.plots.chart.Scale;
import org.limpid.plots.chart.Scale.Tick;

final class ScoreWordsTest {
  private static final ScoreWords TIMES = new ScoreWords("ln(seconds)", true, true);
  private static final ScoreWords FACTORS = new ScoreWords("ln price", true, false);
  private static final ScoreWords PLAIN = new ScoreWords("s", false, true);

  @Test
  void scoresThatAreLogarithmsAreWrittenAsFactors() {
    assertEquals("× 2", FACTORS.step(Math.log(2)));
    assertEquals("× 0.5", FACTORS.stepWithUnit(-Math.log(2)));
    assertEquals("Factor", FACTORS.axisTitle());
    assertEquals("1,500", FACTORS.total(Math.log(1_500)));
    assertEquals("25 min", TIMES.total(Math.log(1_500)));
  }

  /** Scores of the model of sensitivity are logarithms, too, but not those of times. */
  @Test
  void learntSensitivityIsToldInFactorsOnSpeed() {
    Table inputs = Table.of(NumericColumn.generate("CPUs per GPU", 20, row -> row % 2));
    double[] targets = new double[20];
    Arrays.setAll(targets, row -> row % 2 == 0 ? 0 : Math.log(2));
    Model model =
        new EbmTrainer(EbmParameters.regression(), 1)
            .train(TrainingSet.of(inputs, new Target.Numbers(SensitivityTrainer.TARGET, targets)));
    ScoreWords words = ScoreWords.of(model);
    assertEquals("× 2", words.stepWithUnit(Math.log(2)));
    assertEquals("Stripes: factors below 1.", words.stripes());
    assertFalse(words.isOfTimes());
    assertEquals("speed over fair share", ModelWords.title("some file", model));
  }

  @Test
  void othersAreWrittenAsTheyAre() {
    assertEquals("Stripes: below 0.", PLAIN.stripes());
    assertEquals("+2", PLAIN.step(2));
    assertEquals("−2 s", PLAIN.stepWithUnit(-2));
    assertEquals("1,500", PLAIN.total(1_500));
    assertEquals("Score (s)", PLAIN.axisTitle());
    assertEquals("Score", new ScoreWords("", false, false).axisTitle());
    assertFalse(PLAIN.isOfTimes());
  }

  @Test
  void axesOfFactorsAreMarkedWithRoundOnes() {
    Scale narrow = FACTORS.steps(Math.log(0.75), Math.log(1.45));
    assertEquals(List.of("0.8", "1.0", "1.2", "1.4"), labels(narrow));
    assertEquals(Math.log(1.2), narrow.ticks(4).get(2).value(), 1e-12);
    assertEquals(
        List.of("0.1", "0.2", "0.5", "1", "2", "5", "10"),
        labels(FACTORS.steps(Math.log(0.1) - 1e-9, Math.log(10) + 1e-9)));
  }

  @Test
  void axesOfTimesAreMarkedWithUsualOnes() {
    assertEquals(
        List.of("5 min", "10 min", "20 min", "30 min"),
        labels(TIMES.totals(Math.log(150), Math.log(2_300))));
  }

  private static List<String> labels(Scale scale) {
    return scale.ticks(4).stream().filter(Tick::isLabelled).map(Tick::label).toList();
  }
}
