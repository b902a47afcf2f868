package org.limpid.simulation.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.policy.Semantics.Mend;

class SemanticsTest {
  @Test
  void referenceMendsNothing() {
    assertEquals(Set.of(), Semantics.reference().mends());
  }

  @Test
  void standardMendsAllAccidents() {
    assertEquals(
        EnumSet.complementOf(EnumSet.of(Mend.PROFILED_WORK_COUNTS)), Semantics.standard().mends());
  }

  @Test
  void oneMendIsSwitchedWithoutTheOthers() {
    Semantics semantics = Semantics.reference().with(Mend.LOANS_KEPT, true);
    assertTrue(semantics.has(Mend.LOANS_KEPT));
    assertFalse(semantics.has(Mend.EXACT_SECONDS));
    assertEquals(Semantics.reference(), semantics.with(Mend.LOANS_KEPT, false));
  }

  @Test
  void labelsDiffer() {
    Set<String> labels = Arrays.stream(Mend.values()).map(Mend::label).collect(Collectors.toSet());
    assertEquals(Mend.values().length, labels.size());
  }
}
