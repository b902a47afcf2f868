package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredPairsTest {
  private static final Workload LSTM = new Workload("LSTM", "data", 32, false);
  private static final Workload VGG = new Workload("VGG", "data", 32, false);

  private static PairProfile pair(Workload first, Workload second, double firstRate) {
    return new PairProfile(first, second, firstRate, 0.5, 80, 40, 9000);
  }

  @Test
  void pairIsFoundInBothOrders() {
    MeasuredPairs pairs = new MeasuredPairs(List.of(pair(LSTM, VGG, 0.9)));
    assertEquals(pair(LSTM, VGG, 0.9), pairs.find(LSTM, VGG));
    assertEquals(new PairProfile(VGG, LSTM, 0.5, 0.9, 80, 40, 9000), pairs.find(VGG, LSTM));
  }

  @Test
  void pairMeasuredBothWaysIsNotTurnedRound() {
    MeasuredPairs pairs = new MeasuredPairs(List.of(pair(LSTM, VGG, 0.9), pair(VGG, LSTM, 0.8)));
    assertEquals(pair(VGG, LSTM, 0.8), pairs.find(VGG, LSTM));
  }

  @Test
  void workloadWithItselfKeepsItsOrder() {
    assertEquals(
        pair(VGG, VGG, 0.9), new MeasuredPairs(List.of(pair(VGG, VGG, 0.9))).find(VGG, VGG));
  }

  @Test
  void firstOfRepeatedRowsCounts() {
    MeasuredPairs pairs = new MeasuredPairs(List.of(pair(LSTM, VGG, 0.9), pair(LSTM, VGG, 0.1)));
    assertEquals(0.9, pairs.find(LSTM, VGG).firstRate());
    assertEquals(0.9, pairs.find(VGG, LSTM).secondRate());
  }

  @Test
  void otherPairsAreUnknown() {
    assertNull(new MeasuredPairs(List.of(pair(LSTM, VGG, 0.9))).find(VGG, VGG));
  }
}
