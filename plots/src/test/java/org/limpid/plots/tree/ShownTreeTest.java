package org.limpid.plots.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.limpid.plots.SampleModels;

final class ShownTreeTest {
  /** Three leaves at 0, 1, 2; the inner split above 1 and 2 at 1.5, the root above 0 and 1.5. */
  @Test
  void splitsStandAboveTheMiddleOfTheirChildren() {
    ShownTree shown = ShownTree.of(SampleModels.tree(), 12);

    assertEquals(3, shown.ends());
    assertEquals(2, shown.depth());
    assertEquals(0.75, shown.nodes().getFirst().place());
    assertEquals(0, shown.nodes().get(1).place());
    assertEquals(1.5, shown.nodes().get(2).place());
    assertEquals(2, shown.nodes().get(4).place());
  }

  @Test
  void whatDoesNotFitIsCounted() {
    ShownTree shown = ShownTree.of(SampleModels.tree(), 2);

    assertEquals(2, shown.ends());
    assertEquals(1, shown.depth());
    assertEquals(0, shown.nodes().get(1).hiddenLeaves(), "a leaf hides nothing");
    assertEquals(2, shown.nodes().get(2).hiddenLeaves());
  }
}
