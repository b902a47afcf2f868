package org.limpid.analyzer.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.limpid.analyzer.given.GivenProfiles.pair;
import static org.limpid.analyzer.given.GivenProfiles.profile;
import static org.limpid.analyzer.given.GivenProfiles.single;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limpid.analyzer.score.Scorers;
import org.limpid.data.PairProfile;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.DataException;
import org.limpid.interpret.ebm.EbmModel;

class PairSpeedModelTest {
  private static final PairSpeedTrainer TRAINER = new PairSpeedTrainer(1);

  /** Twelve workloads of 8 to 96 %. */
  private static final List<WorkloadProfile> SINGLES =
      IntStream.rangeClosed(1, 12).mapToObj(i -> profile("M" + i, 1, 8 * i)).toList();

  /** All pairs; each runs at 1 up to 100 % together, above at 100 / sum. */
  private static List<PairProfile> pairs() {
    List<PairProfile> pairs = new ArrayList<>();
    for (int i = 0; i < SINGLES.size(); i++) {
      for (int j = i; j < SINGLES.size(); j++) {
        double sum = SINGLES.get(i).gpuUtilPercent() + SINGLES.get(j).gpuUtilPercent();
        double rate = Math.min(1, 100 / sum);
        pairs.add(pair(SINGLES.get(i).workload(), SINGLES.get(j).workload(), rate, rate));
      }
    }
    return pairs;
  }

  @Test
  void capacityThatIsDividedIsLearnt() {
    PairSpeedModel model = TRAINER.train(SINGLES, pairs());
    assertEquals(1, model.rate(profile("new", 1, 20), profile("new", 2, 30)), 0.05);
    assertEquals(100 / 170.0, model.rate(profile("new", 1, 85), profile("new", 2, 85)), 0.05);
  }

  @Test
  void moreDemandNeverMakesARateHigher() {
    PairSpeedModel model = TRAINER.train(SINGLES, pairs());
    WorkloadProfile half = profile("new", 1, 50);
    for (int percent = 1; percent <= 100; percent++) {
      WorkloadProfile less = profile("new", 2, percent - 1);
      WorkloadProfile more = profile("new", 2, percent);
      assertTrue(model.rate(half, more) <= model.rate(half, less), "other at " + percent);
      assertTrue(model.rate(more, half) <= model.rate(less, half), "own at " + percent);
    }
  }

  @Test
  void tableHoldsTheRateOfTheRowNextToTheColumn() {
    PairSpeedModel model = TRAINER.train(SINGLES, pairs());
    PairSpeeds speeds = model.speeds(SINGLES);
    for (int own = 0; own < SINGLES.size(); own++) {
      for (int other = 0; other < SINGLES.size(); other++) {
        assertEquals(model.rate(SINGLES.get(own), SINGLES.get(other)), speeds.rate(own, other));
      }
    }
  }

  /**
   * All rates of the training are 0.01 and 0.02, and so are the predicted ones but for the floor.
   */
  @Test
  void ratesAreNeverBelowTheLowest() {
    List<PairProfile> slow =
        pairs().stream().map(pair -> pair(pair.first(), pair.second(), 0.01, 0.02)).toList();
    PairSpeedModel model = TRAINER.train(SINGLES, slow);
    assertEquals(PairSpeedModel.LOWEST_RATE, model.rate(SINGLES.get(0), SINGLES.get(1)));
  }

  @Test
  void everyPairGivesARatePerWorkload() {
    PairProfile pair = pair(SINGLES.get(0).workload(), SINGLES.get(1).workload(), 0.9, 0.7);
    assertEquals(
        List.of(
            new PairRate(SINGLES.get(0), SINGLES.get(1), 0.9),
            new PairRate(SINGLES.get(1), SINGLES.get(0), 0.7)),
        PairRate.of(SINGLES, List.of(pair)));
  }

  /** Of nine pairs one names a workload that was not measured alone. */
  @Test
  void tooFewPairsAreRefused() {
    List<PairProfile> few = new ArrayList<>(pairs().subList(0, 9));
    few.add(pair(SINGLES.get(0).workload(), profile("unknown", 1, 1).workload(), 1, 1));
    DataException failure = assertThrows(DataException.class, () -> TRAINER.train(SINGLES, few));
    assertTrue(failure.getMessage().contains("found 9"), failure.getMessage());
  }

  @Test
  void modelsOfOtherThingsAreRefused() {
    Profiles sample =
        new Profiles(
            IntStream.range(0, 30).mapToObj(i -> single("M" + i, 1, 3 * i, i / 10)).toList(),
            List.of());
    EbmModel scores = (EbmModel) Scorers.ordinal(1).train(sample).model();
    DataException failure = assertThrows(DataException.class, () -> new PairSpeedModel(scores));
    assertTrue(failure.getMessage().contains("share_score"), failure.getMessage());
  }

  /**
   * Held out, M1 and M12 have the rates 1 and 100 / sum. A model of the capacity is near them; the
   * mean of the training is not.
   */
  @Test
  void modelIsBetterThanTheBaselinesOnUnseenModels() {
    PairSpeedEvaluation evaluation =
        PairSpeedEvaluation.leaveOneModelOut(TRAINER, SINGLES, pairs());
    assertEquals(
        List.of("EBM", "mean of training", "rate 1"),
        evaluation.rows().stream().map(PairSpeedEvaluation.Row::method).toList());
    PairSpeedEvaluation.Row model = evaluation.rows().get(0);
    assertEquals(2 * pairs().size(), model.rateCount());
    assertTrue(model.meanAbsoluteError() < 0.05, model.toString());
    assertTrue(model.r2() > 0.8, model.toString());
    for (PairSpeedEvaluation.Row baseline : evaluation.rows().subList(1, 3)) {
      assertTrue(baseline.meanAbsoluteError() > 0.1, baseline.toString());
    }
  }

  /** Rates 1 have the error of their distance from 1: mean of 1 - rate. */
  @Test
  void rateOneIsJudgedByTheDistanceFromOne() {
    double expected =
        pairs().stream().mapToDouble(pair -> 1 - pair.firstRate()).average().orElseThrow();
    PairSpeedEvaluation.Row row =
        PairSpeedEvaluation.leaveOneModelOut(TRAINER, SINGLES, pairs()).rows().get(2);
    assertEquals(expected, row.meanAbsoluteError(), 1e-12);
    assertTrue(Double.isNaN(row.spearman()));
  }

  @Test
  void nothingIsJudgedWithTooFewPairs() {
    assertEquals(
        List.of(),
        PairSpeedEvaluation.leaveOneModelOut(TRAINER, SINGLES, pairs().subList(0, 5)).rows());
  }
}
