package org.limpid.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.evaluate.HeldOut;

final class JudgedModelTest {
  /** Off by 3 and 4: the mean of the squares is 12.5. */
  @Test
  void errorIsThatOfItsOwnRows() {
    HeldOut pairs =
        new HeldOut(
            JudgedModel.PAIR_SPEED.modelName(),
            List.of(new HeldOut.Row("a", 1, 4, 0), new HeldOut.Row("b", 5, 1, 0)));
    HeldOut others =
        new HeldOut(JudgedModel.DURATION.modelName(), List.of(new HeldOut.Row("c", 0, 100, 0)));
    assertEquals(Math.sqrt(12.5), JudgedModel.PAIR_SPEED.error(List.of(others, pairs)), 1e-12);
    assertEquals(Double.NaN, JudgedModel.PAIR_SPEED.error(List.of(others)));
  }
}
