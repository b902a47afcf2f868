package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.limpid.data.Trace;

/**
 * By hand: jobs of 3 GPUs for 40 s from second 0, of 2 for 50 s from second 20, of 1 for 9 s from
 * second 79. Until the last submission 3 GPUs are in use for 20 s, 5 for 20 s, 2 for 30 s, none for
 * 9 s, and 1 in second 79.
 */
class UsedGpusTest {
  private final UsedGpus used = new UsedGpus();

  private void add(int gpus, long submit, long duration) {
    used.add(new Trace.Job(1, "ann", "blue", "", gpus, 0, "", submit, duration, null));
  }

  private void addThree() {
    add(3, 0, 40);
    add(2, 20, 50);
    add(1, 79, 9);
  }

  /** Of 80 s, 9 need no GPU, 10 at most one, 40 at most two, 60 at most three. */
  @Test
  void enoughForAShareOfTheTime() {
    addThree();
    assertEquals(3, used.nodes(1, 0.5));
    assertEquals(3, used.nodes(1, 0.75));
    assertEquals(5, used.nodes(1, 0.751));
    assertEquals(5, used.nodes(1, 1));
    assertEquals(5, used.peak());
  }

  @Test
  void nodesAreWhole() {
    addThree();
    assertEquals(2, used.nodes(2, 0.75));
    assertEquals(3, used.nodes(2, 1));
  }

  /** Two GPUs would do for half of the time, but not for the job of three. */
  @Test
  void theLargestJobFits() {
    addThree();
    assertEquals(3, used.nodes(1, 0.1));
    assertEquals(3, used.fewestNodes(1));
  }

  /** Eight jobs of one GPU run for 60 of 101 s: 480 / 101 GPUs on the mean. */
  @Test
  void theMeanUseFits() {
    for (int i = 0; i < 8; i++) {
      add(1, 0, 60);
    }
    add(1, 100, 1);
    assertEquals(5, used.nodes(1, 0.1));
    assertEquals(8, used.nodes(1, 0.75));
  }

  /** Who ends in a second makes room for who starts in it. */
  @Test
  void endsComeBeforeStarts() {
    add(4, 0, 10);
    add(4, 10, 10);
    assertEquals(4, used.peak());
  }

  @Test
  void oneJobNeedsItsGpus() {
    add(4, 7, 1_000_000);
    assertEquals(1, used.nodes(8, 0.75));
    assertEquals(4, used.nodes(1, 0.75));
  }
}
