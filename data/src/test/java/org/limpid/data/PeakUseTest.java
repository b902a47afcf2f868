package org.limpid.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PeakUseTest {
  /** 2 GPUs from 0 to 10, 3 from 5 to 10, 4 from 10 to 20: never more than 5 at once. */
  @Test
  void jobsThatFollowEachOtherDontOverlap() {
    PeakUse use = new PeakUse();
    use.add(10, 10, 4);
    use.add(0, 10, 2);
    use.add(5, 5, 3);
    assertEquals(5, use.gpus());
  }

  @Test
  void noJobsHoldNothing() {
    assertEquals(0, new PeakUse().gpus());
  }
}
