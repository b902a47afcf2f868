package org.limpid.simulation.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Steps several participants together in the order of time. Those with events in the same second
 * end jobs first, then accept arrivals, then schedule, each time in the order in which they were
 * named. What becomes of a partition does not depend on the others.
 */
public final class Lockstep {
  private static final Comparator<Turn> BY_TIME =
      Comparator.comparingLong(Turn::second).thenComparingInt(Turn::place);

  private final List<? extends Participant> participants;
  private final PriorityQueue<Turn> turns = new PriorityQueue<>(BY_TIME);

  private record Turn(long second, int place) {}

  private Lockstep(List<? extends Participant> participants) {
    this.participants = participants;
  }

  /**
   * Runs all of them to the end.
   *
   * @throws StuckException when jobs are left that can never start
   */
  public static void run(List<? extends Participant> participants) {
    Lockstep lockstep = new Lockstep(participants);
    for (int place = 0; place < participants.size(); place++) {
      lockstep.queue(place);
    }
    while (!lockstep.turns.isEmpty()) {
      lockstep.step();
    }
    participants.forEach(Participant::finish);
  }

  private void step() {
    List<Turn> due = due();
    due.forEach(turn -> participants.get(turn.place()).endJobs(turn.second()));
    due.forEach(turn -> participants.get(turn.place()).acceptJobs());
    due.forEach(turn -> participants.get(turn.place()).schedule());
    due.forEach(turn -> queue(turn.place()));
  }

  private List<Turn> due() {
    List<Turn> due = new ArrayList<>();
    long second = turns.element().second();
    while (!turns.isEmpty() && turns.element().second() == second) {
      due.add(turns.remove());
    }
    return due;
  }

  private void queue(int place) {
    long second = participants.get(place).nextSecond();
    if (second != Partition.NEVER) {
      turns.add(new Turn(second, place));
    }
  }
}
