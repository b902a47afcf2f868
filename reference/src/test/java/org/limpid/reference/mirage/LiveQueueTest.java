package org.limpid.reference.mirage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.reference.mirage.LiveQueue.Running;
import org.limpid.reference.mirage.LiveQueue.Waiting;

final class LiveQueueTest {
  private static final long HOUR = 3600;
  private static final long DAY = 24 * HOUR;

  /**
   * Four nodes: one is held for 4 h, three for 10 h. A job of four nodes and 10 h waits: it gets 10
   * h to 20 h. A successor of one node and two days can't stay on the node that is free from 4 h
   * on, as that is reserved from 10 h on: it gets 20 h.
   */
  @Test
  void aMomentByHand() {
    LiveQueue queue =
        new LiveQueue(
            4,
            List.of(new Running(1, 4 * HOUR), new Running(3, 10 * HOUR)),
            List.of(new Waiting(4, 10 * HOUR, 2 * HOUR)));
    assertEquals(
        new ChainMoment(7, 4 * HOUR, 1, 1, 4, 40 * HOUR, 2 * HOUR, 120, 0, 20 * HOUR),
        queue.moment(7, 4 * HOUR, 1, 2 * DAY, 120));
  }

  /** Nothing waits and a node is free: it would start at once. A limit that is over frees now. */
  @Test
  void aFreeNodeIsPlannedAtOnce() {
    LiveQueue queue = new LiveQueue(2, List.of(new Running(1, 0)), List.of());
    assertEquals(
        new ChainMoment(0, HOUR, 2, 0, 0, 0, 0, 0, 1, 0), queue.moment(0, HOUR, 2, DAY, 0));
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new LiveQueue(2, List.of(new Running(3, 0)), List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new LiveQueue(2, List.of(), List.of(new Waiting(3, 1, 0))));
  }
}
