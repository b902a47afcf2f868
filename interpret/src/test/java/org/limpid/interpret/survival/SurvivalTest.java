package org.limpid.interpret.survival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;
import org.limpid.files.DataException;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.given.GivenModels;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;

/** Durations of which not every end was seen. */
final class SurvivalTest {
  private static final int ROWS = 4000;

  private static EbmParameters quick(EbmParameters parameters) {
    return parameters.with(
        Map.of(
            "outer_bags", "2",
            "learning_rate", "0.1",
            "smoothing_rounds", "20",
            "max_rounds", "150",
            "interactions", "0"));
  }

  private static SurvivalModel train(TrainingSet data, boolean... ended) {
    EbmTrainer trainer = new EbmTrainer(quick(EbmParameters.classification()), 1);
    return new SurvivalTrainer(trainer, SurvivalTrainer.PERIODS)
        .train(data, ended, "ended", TrainingMonitor.SILENT);
  }

  private static TrainingSet durations(double[] x, double... durations) {
    return TrainingSet.of(
        Table.of(NumericColumn.of("x", x)), new Target.Numbers("time", durations));
  }

  /**
   * Ends at 2 and 4; the others went on at 1 and 4. Periods end at 2 and 4. What went on at 1 was
   * seen for half of the first period; 4 is the end of the second one, seen to its end.
   */
  @Test
  void everyPeriodThatWasSeenIsARow() {
    boolean[] ended = {true, true, false, false};
    TrainingSet rows =
        PeriodRows.of(
            durations(new double[] {7, 8, 9, 6}, 2, 4, 1, 4), ended, "ended", new Periods(2, 4));
    assertEquals(List.of("x", "time"), rows.inputs().names());
    assertArrayEquals(
        new double[] {7, 8, 8, 9, 6, 6}, ((NumericColumn) rows.inputs().column("x")).toArray());
    assertArrayEquals(
        new double[] {0, 0, 2, 0, 0, 2}, ((NumericColumn) rows.inputs().column("time")).toArray());
    assertArrayEquals(new int[] {1, 0, 1, 0, 0, 0}, ((Target.Classes) rows.target()).codes());
    assertArrayEquals(new double[] {1, 1, 1, 0.5, 1, 1}, rows.weightsOrOnes());
  }

  @Test
  void periodsEndWithEqualSharesOfTheEnds() {
    assertEquals(new Periods(2, 4, 9), Periods.ofEqualEnds(new double[] {9, 1, 2, 3, 4, 7}, 3));
    assertEquals(new Periods(1, 5), Periods.ofEqualEnds(new double[] {5, 1, 0, 1, 1}, 20));
    Periods periods = new Periods(2, 4);
    assertEquals(0, periods.of(0));
    assertEquals(0, periods.of(2));
    assertEquals(1, periods.of(2.5));
    assertEquals(2, periods.of(4.1));
    assertEquals(0.25, periods.share(1, 2.5));
    for (double[] edges : new double[][] {{}, {0, 1}, {2, 2}, {1, Double.NaN}}) {
      assertThrows(IllegalArgumentException.class, () -> new Periods(edges));
    }
    assertThrows(IllegalArgumentException.class, () -> Periods.ofEqualEnds(new double[] {0}, 2));
  }

  /** The hazard is 1/2 in the first period and 3/4, log odds log 3, in the second one. */
  private static SurvivalModel halfThenThreeQuarters() {
    EbmFeature time =
        new EbmFeature(
            new Feature.Numeric("time"),
            List.of(new CutBins(1)),
            new FeatureSummary(0, 2, 2, new double[0], new double[0]));
    double[] scores = {0, 0, Math.log(3), 0};
    Term term =
        new Term(new int[] {0}, scores, new double[0], new double[0][], new double[] {0, 4, 2, 0});
    EbmModel hazards =
        new EbmModel(
            new Task.Classification(PeriodClasses.NAMES),
            LinkFunction.LOGIT,
            Optional.empty(),
            List.of(time),
            List.of(term),
            new double[] {0},
            new double[0][],
            new double[0],
            GivenModels.PROVENANCE);
    return new SurvivalModel(hazards, "time", new Periods(2, 4));
  }

  /** S(2) = 1/2 and S(4) = 1/8; S(1) = sqrt(1/2); a quarter is left after a half of [2, 4]. */
  @Test
  void curvesAreProductsAndFallExponentiallyWithinPeriods() {
    SurvivalModel model = halfThenThreeQuarters();
    double[] curve = model.curve(model.hazards().newRow());
    assertArrayEquals(new double[] {0.5, 0.125}, curve, 1e-12);
    assertEquals(1, model.beyond(0, curve), 1e-12);
    assertEquals(Math.sqrt(0.5), model.beyond(1, curve), 1e-12);
    assertEquals(0.25, model.beyond(3, curve), 1e-12);
    assertEquals(0.125, model.beyond(4, curve), 1e-12);
    assertTrue(Double.isNaN(model.beyond(4.5, curve)));
    assertEquals(2, model.quantile(0.5, curve), 1e-12);
    assertEquals(3, model.quantile(0.75, curve), 1e-12);
    assertEquals(0, model.quantile(0, curve), 1e-12);
    assertTrue(Double.isNaN(model.quantile(0.9, curve)));
    assertThrows(IllegalArgumentException.class, () -> model.quantile(1.5, curve));
    double ofFirst = 2 * 0.5 / Math.log(2);
    double ofSecond = 2 * 0.375 / Math.log(4);
    assertEquals(ofFirst + ofSecond, model.mean(curve), 1e-12);
    assertEquals(4, model.mean(1, 1), 1e-12);
    assertEquals(0, model.mean(0, 0), 1e-2);
  }

  @Test
  void quantilesAndCurvesAreInverse() {
    SurvivalModel model = halfThenThreeQuarters();
    double[] curve = model.curve(model.hazards().newRow());
    for (double share = 0; share <= 0.875; share += 0.025) {
      assertEquals(1 - share, model.beyond(model.quantile(share, curve), curve), 1e-12);
    }
  }

  /** Durations drawn from x and a uniform number, seen until a uniform time up to a latest one. */
  private record Drawn(double[] x, double[] seen, boolean[] ended) {
    static Drawn of(ToDoubleBiFunction<Double, Double> duration, double latest) {
      SplittableRandom random = new SplittableRandom(11);
      double[] x = new double[ROWS];
      double[] seen = new double[ROWS];
      boolean[] ended = new boolean[ROWS];
      for (int i = 0; i < ROWS; i++) {
        x[i] = random.nextInt(2);
        double whole = duration.applyAsDouble(x[i], random.nextDouble());
        double until = random.nextDouble(latest);
        seen[i] = Math.min(whole, until);
        ended[i] = whole <= until;
      }
      return new Drawn(x, seen, ended);
    }

    TrainingSet set() {
      return durations(x, seen);
    }

    SurvivalModel train() {
      return SurvivalTest.train(set(), ended);
    }
  }

  private static double[] curve(SurvivalModel model, double x) {
    return model.curve(model.hazards().newRow().set("x", x));
  }

  /** The rate is 0.1 or 0.3: S(t) = e^(-rate t), and a share q has ended at -log(1 - q) / rate. */
  @Test
  void constantHazardsAreFoundInSpiteOfCensoring() {
    Drawn drawn = Drawn.of((x, u) -> -Math.log(u) / (0.1 + 0.2 * x), 15);
    SurvivalModel model = drawn.train();
    for (double x : new double[] {0, 1}) {
      double rate = 0.1 + 0.2 * x;
      double[] curve = curve(model, x);
      for (double time : new double[] {1, 3, 6, 9}) {
        assertEquals(Math.exp(-rate * time), model.beyond(time, curve), 0.04);
      }
      assertEquals(Math.log(2) / rate, model.quantile(0.5, curve), 0.1 * Math.log(2) / rate);
      assertEquals(-Math.log(0.75) / rate, model.quantile(0.25, curve), 0.4);
    }
  }

  /** Half of the rows with x = 0 were last seen while they went on: their mean is far too short. */
  @Test
  void aPlainRegressionIsBiasedByCensoring() {
    Drawn drawn = Drawn.of((x, u) -> -Math.log(u) / (0.1 + 0.2 * x), 15);
    EbmParameters median = quick(EbmParameters.regression()).with(Map.of("objective", "mae"));
    EbmModel plain = new EbmTrainer(median, 1).train(drawn.set());
    SurvivalModel model = drawn.train();
    double truth = Math.log(2) / 0.1;
    double biased = plain.predict(plain.newRow().set("x", 0));
    assertTrue(biased < 0.7 * truth, "plain median: " + biased);
    assertEquals(truth, model.quantile(0.5, curve(model, 0)), 0.1 * truth);
  }

  /** With a hazard that rises with time (Weibull, shape 3), the shape of the time rises. */
  @Test
  void theShapeOfTheDurationIsTheHazard() {
    Drawn drawn = Drawn.of((x, u) -> (5 + 3 * x) * Math.cbrt(-Math.log(u)), 12);
    SurvivalModel model = drawn.train();
    EbmModel hazards = model.hazards();
    double[] outputs = new double[2];
    double[] perTime = new double[model.periods().count()];
    Row row = hazards.newRow().set("x", 0);
    for (int i = 0; i < perTime.length; i++) {
      hazards.predict(row.set("time", model.periods().start(i)), outputs);
      perTime[i] = -Math.log(outputs[0]) / (model.periods().end(i) - model.periods().start(i));
    }
    assertTrue(perTime[8] > 2 * perTime[1], Arrays.toString(perTime));
    double median = 5 * Math.cbrt(Math.log(2));
    assertEquals(median, model.quantile(0.5, curve(model, 0)), 0.1 * median);
    assertTrue(model.quantile(0.5, curve(model, 1)) > 1.3 * median);
  }

  /** Rows with the rate 0.3 end first in three of four pairs with the rate 0.1. */
  @Test
  void curvesAreJudgedByWhatHappened() {
    Drawn drawn = Drawn.of((x, u) -> -Math.log(u) / (0.1 + 0.2 * x), 15);
    SurvivalModel model = drawn.train();
    Table table =
        Table.of(NumericColumn.of("x", drawn.x()), NumericColumn.of("time", drawn.seen()));
    SurvivalEvaluation judged =
        SurvivalEvaluation.of(model, table, drawn.seen(), drawn.ended(), List.of(2.0, 5.0, 1e9));
    assertEquals(ROWS, judged.rowCount());
    assertTrue(judged.concordance() > 0.6 && judged.concordance() < 0.7, judged.toString());
    assertTrue(judged.integratedBrier() < 0.95 * judged.brierWithoutModel(), judged.toString());
    assertEquals(
        List.of(2.0, 5.0),
        judged.calibration().stream().map(SurvivalEvaluation.Horizon::time).toList());
    for (SurvivalEvaluation.Horizon horizon : judged.calibration()) {
      for (SurvivalEvaluation.Group group : horizon.groups()) {
        assertEquals(ROWS / 5, group.rowCount());
        assertEquals(group.observed(), group.meanPredicted(), 0.06, judged.toString());
      }
    }
  }

  @Test
  void theFileOfTheHazardsIsThatOfTheModel() throws IOException {
    Drawn drawn = Drawn.of((x, u) -> -Math.log(u) / (0.1 + 0.2 * x), 15);
    SurvivalModel model = drawn.train();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelJson.write(model.hazards(), out);
    SurvivalModel read =
        SurvivalModel.of(ModelJson.read(new ByteArrayInputStream(out.toByteArray()), "m"))
            .orElseThrow();
    assertEquals(model.periods(), read.periods());
    assertEquals("time", read.duration());
    assertEquals(List.of(new Feature.Numeric("x")), read.features());
    assertArrayEquals(curve(model, 1), curve(read, 1));
    assertEquals(ROWS, read.hazards().provenance().rowCount());
    assertEquals(Optional.empty(), SurvivalModel.of(GivenModels.wait10()));
  }

  @Test
  void whatIsNoDurationIsRefused() {
    boolean[] ended = {true, false};
    DataException negative =
        assertThrows(
            DataException.class, () -> train(durations(new double[] {1, 2}, 3, -1), ended));
    assertTrue(negative.getMessage().contains("row 1: time: expected a duration of 0 or more"));
    DataException none =
        assertThrows(
            DataException.class, () -> train(durations(new double[] {1, 2}, 3, 4), false, false));
    assertTrue(none.getMessage().contains("expected a duration above 0 that has ended"));
    assertThrows(
        IllegalArgumentException.class, () -> train(durations(new double[] {1, 2}, 3, 4), true));
  }
}
