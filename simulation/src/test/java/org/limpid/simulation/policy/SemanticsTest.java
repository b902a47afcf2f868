package org.limpid.simulation.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.limpid.simulation.policy.Semantics.Fix;

class SemanticsTest {
  @Test
  void referenceMendsNothing() {
    assertEquals(Set.of(), Semantics.reference().fixes());
  }

  @Test
  void standardMendsAllAccidents() {
    assertEquals(
        EnumSet.complementOf(EnumSet.of(Fix.PROFILED_WORK_COUNTS)), Semantics.standard().fixes());
  }

  @Test
  void oneMendIsSwitchedWithoutTheOthers() {
    Semantics semantics = Semantics.reference().with(Fix.LOANS_KEPT, true);
    assertTrue(semantics.has(Fix.LOANS_KEPT));
    assertFalse(semantics.has(Fix.EXACT_SECONDS));
    assertEquals(Semantics.reference(), semantics.with(Fix.LOANS_KEPT, false));
  }

  @Test
  void labelsDiffer() {
    Set<String> labels = Arrays.stream(Fix.values()).map(Fix::label).collect(Collectors.toSet());
    assertEquals(Fix.values().length, labels.size());
  }
}
