package org.limpid.reference.mirage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The states of a cluster every ten minutes, of the last 24 h. Mutable. */
final class StateHistory {
  /** {@code sample_time_length}. */
  private static final int INTERVAL_SECONDS = 600;

  /** {@code sample_time_step}: states that are kept. */
  static final int LENGTH = 144;

  private final Deque<ClusterState> states;
  private long next;

  /** Without a state, from a second on. */
  StateHistory(long start) {
    states = new ArrayDeque<>();
    next = start;
  }

  StateHistory(StateHistory other) {
    states = new ArrayDeque<>(other.states);
    next = other.next;
  }

  /** Second of the next state. */
  long next() {
    return next;
  }

  /** Runs all ticks before that of a second and notes the states up to it. */
  void run(BatchSimulator simulator, long second) {
    while (next <= second) {
      simulator.runTo(next);
      states.addLast(simulator.state());
      if (states.size() > LENGTH) {
        states.removeFirst();
      }
      next += INTERVAL_SECONDS;
    }
    simulator.runTo(second);
  }

  /** The states, the last one last. */
  List<ClusterState> states() {
    return List.copyOf(states);
  }
}
