package org.limpid.reference.synergy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limpid.reference.synergy.RoundEvent.Arrival;
import org.limpid.reference.synergy.RoundEvent.LeaseEnd;
import org.limpid.reference.synergy.RoundEvent.RoundStart;

class EventHeapTest {
  private final EventHeap heap = new EventHeap();

  /** What Python's heapq does with twelve equal keys. */
  @Test
  void equalEventsComeAsPythonsHeapGivesThem() {
    for (int i = 0; i < 12; i++) {
      heap.push(new LeaseEnd(300, job(i)));
    }
    List<Integer> popped = new ArrayList<>();
    while (!heap.isEmpty()) {
      popped.add(((LeaseEnd) heap.pop()).job().job().id());
    }
    assertEquals(List.of(0, 2, 6, 11, 10, 9, 8, 5, 7, 4, 1, 3), popped);
  }

  @Test
  void arrivalsComeBeforeLeasesAndRoundsOfTheSameTime() {
    RoundEvent round = new RoundStart(300);
    RoundEvent lease = new LeaseEnd(300, job(0));
    RoundEvent arrival = new Arrival(300, job(1));
    RoundEvent earlier = new RoundStart(299.5);
    List.of(round, lease, arrival, earlier).forEach(heap::push);
    assertEquals(
        List.of(earlier, arrival, lease, round),
        List.of(heap.pop(), heap.pop(), heap.pop(), heap.pop()));
  }

  private static JobState job(int id) {
    return new JobState(
        new SynergyJob(id, SynergyModel.LSTM.profile(), 0, 1, 1), SynergyCluster.OF_128_GPUS);
  }
}
