package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairSpeedsTest {
  private static final Workload LSTM = new Workload("LSTM", "data", 32, false);
  private static final Workload VGG = new Workload("VGG", "data", 32, false);
  private static final Workload BERT = new Workload("BERT", "data", 32, true);

  private static PairProfile pair(Workload first, Workload second, double a, double b) {
    return new PairProfile(first, second, a, b, 80, 40, 9000);
  }

  @Test
  void rowIsTheOwnWorkloadAndColumnTheOther() {
    PairSpeeds speeds = new PairSpeeds(List.of(LSTM, VGG), new double[][] {{.5, .6}, {.7, .8}});
    assertEquals(.6, speeds.rate(LSTM, VGG));
    assertEquals(.7, speeds.rate(VGG, LSTM));
    assertEquals(.6, speeds.rate(0, 1));
  }

  @Test
  void unknownWorkloadsHaveNoRate() {
    PairSpeeds speeds = new PairSpeeds(List.of(LSTM), new double[][] {{.5}});
    assertEquals(Double.NaN, speeds.rate(LSTM, VGG));
    assertEquals(Double.NaN, speeds.rate(VGG, LSTM));
    assertEquals(Double.NaN, PairSpeeds.EMPTY.rate(LSTM, LSTM));
  }

  /** Next to itself: the mean of 0.6 and 1. BERT was not measured. */
  @Test
  void measuredRatesFillBothOrders() {
    PairSpeeds speeds =
        PairSpeeds.measured(
            List.of(LSTM, VGG, BERT), List.of(pair(LSTM, VGG, .9, .7), pair(VGG, VGG, .6, 1)));
    double none = Double.NaN;
    double[][] expected = {{none, .9, none}, {.7, .8, none}, {none, none, none}};
    assertEquals(new PairSpeeds(List.of(LSTM, VGG, BERT), expected), speeds);
  }

  @Test
  void changesOfTheArrayDoNotReachTheSpeeds() {
    double[][] rates = {{.5}};
    PairSpeeds speeds = new PairSpeeds(List.of(LSTM), rates);
    rates[0][0] = 1;
    assertEquals(.5, speeds.rate(LSTM, LSTM));
    assertNotEquals(new PairSpeeds(List.of(LSTM), rates), speeds);
  }

  @Test
  void wrongShapesRatesAndRepetitionsAreRefused() {
    List<Workload> two = List.of(LSTM, VGG);
    List<Workload> same = List.of(LSTM, LSTM);
    double[][] square = {{1, 1}, {1, 1}};
    for (double[][] wrong :
        new double[][][] {
          {{1, 1}}, {{1, 1}, {1}}, {{1, 0}, {1, 1}}, {{1, -1}, {1, 1}}, {{1, 1}, {1, 1 / 0.0}}
        }) {
      assertThrows(IllegalArgumentException.class, () -> new PairSpeeds(two, wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> new PairSpeeds(same, square));
  }
}
