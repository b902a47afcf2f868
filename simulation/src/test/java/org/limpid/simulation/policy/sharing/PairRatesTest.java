package org.limpid.simulation.policy.sharing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.data.PairProfile;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Trace;
import org.limpid.simulation.given.Given;
import org.limpid.simulation.given.Workloads;

class PairRatesTest {
  private static final int LSTM = 0;
  private static final int VGG = 1;
  private static final int BERT = 2;

  private static final Trace TRACE =
      Given.nodes(1)
          .job(0, 1, 1, 1, Workloads.profile("LSTM", 1000))
          .job(0, 1, 1, 1, Workloads.profile("VGG", 1000))
          .job(0, 1, 1, 1, Workloads.profile("BERT", 1000))
          .inputs()
          .trace();

  private static PairRates measured(PairProfile... pairs) {
    return new PairRates(
        TRACE,
        Workloads.light(TRACE.workloadProfiles(), pairs),
        PairSpeeds.EMPTY,
        PairRates.Source.MEASURED);
  }

  /** VGG next to LSTM runs at 0.8, LSTM next to VGG at 0.6; all other rates are not known. */
  private static PairRates predicted(PairProfile... pairs) {
    PairSpeeds speeds =
        new PairSpeeds(
            List.of(Workloads.of("VGG"), Workloads.of("LSTM"), Workloads.of("BERT")),
            new double[][] {
              {Double.NaN, 0.8, Double.NaN}, {0.6, Double.NaN, Double.NaN}, {0.5, 0.5, 0.5}
            });
    return new PairRates(
        TRACE, Workloads.light(TRACE.workloadProfiles(), pairs), speeds, PairRates.Source.MEASURED);
  }

  private static void assertRates(
      double newcomer, double partner, PairRates rates, int joining, int present) {
    assertEquals(new PairRates.Rates(newcomer, partner), rates.of(joining, present));
  }

  @Test
  void newcomerHasTheFirstColumnsAndPartnerTheSecond() {
    assertRates(0.9, 0.7, measured(Workloads.pair("LSTM", "VGG", 0.9, 0.7)), LSTM, VGG);
  }

  @Test
  void pairMeasuredTheOtherWayRoundIsReversed() {
    assertRates(0.7, 0.9, measured(Workloads.pair("LSTM", "VGG", 0.9, 0.7)), VGG, LSTM);
  }

  @Test
  void pairMeasuredBothWaysIsNotReversed() {
    PairRates rates =
        measured(Workloads.pair("LSTM", "VGG", 0.9, 0.7), Workloads.pair("VGG", "LSTM", 0.6, 0.5));
    assertRates(0.9, 0.7, rates, LSTM, VGG);
    assertRates(0.6, 0.5, rates, VGG, LSTM);
  }

  @Test
  void workloadWithItselfIsNotSymmetric() {
    assertRates(0.8, 1.1, measured(Workloads.pair("VGG", "VGG", 0.8, 1.1)), VGG, VGG);
  }

  @Test
  void pairsOutsideTheTableKeepTheirSpeed() {
    assertRates(1, 1, measured(Workloads.pair("LSTM", "VGG", 0.9, 0.7)), VGG, VGG);
  }

  @Test
  void someModelsKeepTheirSpeedWhateverTheTableSays() {
    PairRates rates =
        measured(Workloads.pair("BERT", "VGG", 0.9, 0.7), Workloads.pair("BERT", "BERT", 0.9, 0.7));
    assertRates(1, 1, rates, BERT, VGG);
    assertRates(1, 1, rates, VGG, BERT);
    assertRates(1, 1, rates, BERT, BERT);
  }

  @Test
  void firstOfRepeatedRowsCounts() {
    List<PairProfile> rows =
        List.of(Workloads.pair("LSTM", "VGG", 0.9, 0.7), Workloads.pair("LSTM", "VGG", 0.1, 0.2));
    assertRates(0.9, 0.7, measured(rows.toArray(PairProfile[]::new)), LSTM, VGG);
  }

  @Test
  void predictedRatesAreThoseOfTheOwnWorkloadNextToTheOther() {
    assertRates(0.8, 0.6, predicted(), VGG, LSTM);
    assertRates(0.6, 0.8, predicted(), LSTM, VGG);
  }

  @Test
  void measuredRatesGoBeforePredictedOnesInBothOrders() {
    PairRates rates = predicted(Workloads.pair("LSTM", "VGG", 0.9, 0.7));
    assertRates(0.9, 0.7, rates, LSTM, VGG);
    assertRates(0.7, 0.9, rates, VGG, LSTM);
  }

  @Test
  void ratesThatAreNotPredictedAreOne() {
    assertRates(1, 1, predicted(), VGG, VGG);
    assertRates(1, 0.5, predicted(), VGG, BERT);
  }

  @Test
  void measuredPairsThatTheArtifactLeavesAtOneAreNotPredicted() {
    assertRates(1, 1, predicted(Workloads.pair("VGG", "BERT", 0.9, 0.7)), BERT, VGG);
    assertRates(0.5, 0.5, predicted(), BERT, BERT);
  }

  /** Predicted 0.8 and 0.6, for which predictions were off by 0.25; BERT has nothing to be told. */
  @Test
  void cautiousRatesAreTheTableElsePredictionsLessTheirError() {
    PairSpeeds speeds =
        new PairSpeeds(
            List.of(Workloads.of("VGG"), Workloads.of("LSTM")),
            new double[][] {{Double.NaN, 0.8}, {0.3, Double.NaN}});
    PairRates known = cautious(speeds.withError(0.25), Workloads.pair("BERT", "BERT", 1.1, 0.7));
    assertRates(1.1, 0.7, known, BERT, BERT);
    assertRates(0.8 - 0.25, 0.1, known, VGG, LSTM);
    assertRates(0.85, 0.85, known, VGG, VGG);
    assertRates(0.8, 0.3, cautious(speeds), VGG, LSTM);
    assertRates(0.85, 0.85, cautious(speeds.withError(0.1)), LSTM, BERT);
  }

  private static PairRates cautious(PairSpeeds predicted, PairProfile... pairs) {
    return new PairRates(
            TRACE,
            Workloads.light(TRACE.workloadProfiles(), pairs),
            predicted,
            PairRates.Source.MEASURED)
        .from(PairRates.Source.CAUTIOUS);
  }
}
