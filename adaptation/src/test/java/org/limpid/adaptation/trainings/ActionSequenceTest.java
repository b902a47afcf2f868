package org.limpid.adaptation.trainings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class ActionSequenceTest {
  /** 2 x 16 + 1 x 4 + 3 = 39. */
  @Test
  void sequencesAreNumberedInLexicographicOrder() {
    ActionSequence sequence = ActionSequence.of(2, 1, 3);
    assertEquals(39, sequence.index());
    assertEquals("2 1 3", sequence.toString());
    assertEquals(1, sequence.action(1));
    assertEquals("0 0 1", ActionSequence.all().get(1).toString());
    assertEquals("3 3 3", ActionSequence.NOTHING.toString());
    assertThrows(IllegalArgumentException.class, () -> new ActionSequence(64));
  }

  @Test
  void whatFollowsAPrefixIsZeros() {
    ActionSequence sequence = ActionSequence.of(2, 1, 3);
    assertEquals("0 0 0", sequence.prefix(0).toString());
    assertEquals("2 0 0", sequence.prefix(1).toString());
    assertEquals("2 1 0", sequence.prefix(2).toString());
    assertEquals(sequence, sequence.prefix(3));
    assertEquals("2 0 3", sequence.with(1, 0).toString());
  }
}
