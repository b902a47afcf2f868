package org.limpid.simulation.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All divisions of one node among the jobs that run on it alone which are worth a thought: none
 * takes as much as another one and brings no higher sum of speeds. They come from those of one job
 * less, by adding each of its choices to each of them, so with J jobs of O choices and at most S
 * divisions that takes J x O x S steps; for a node of 24 CPUs S is some hundreds. Immutable.
 */
final class NodeDivisions {
  private static final Comparator<Division> FASTEST_FIRST =
      Comparator.comparingLong(Division::speed).reversed(); // stable: then by cost

  /** Those of a node without jobs. It needs the order above. */
  static final NodeDivisions OF_NOBODY =
      new NodeDivisions(List.of(new Division(0, Supply.NONE, null, null)));

  private final List<Division> byCost;
  private final List<Division> fastestFirst;
  private final Supply most;

  /**
   * One of them.
   *
   * @param speed sum of all speeds, billionths
   * @param used by all jobs together
   * @param before the division without the last job; null: there are no jobs
   * @param last what the last job has; null: there are no jobs
   */
  record Division(long speed, Supply used, Division before, SupplyChoice last) {
    /** By CPUs, then memory, then speed downwards. In one piece, as it is called most of all. */
    private int compareCost(Division other) {
      int byCpus = Long.compare(used.cpuMillis(), other.used.cpuMillis());
      if (byCpus != 0) {
        return byCpus;
      }
      int byMemory = Long.compare(used.memoryMib(), other.used.memoryMib());
      return byMemory != 0 ? byMemory : Long.compare(other.speed, speed);
    }

    /** What each job has, in the order in which the jobs were added. */
    List<SupplyChoice> choices() {
      List<SupplyChoice> choices = new ArrayList<>();
      for (Division at = this; at.last != null; at = at.before) {
        choices.add(at.last);
      }
      return choices.reversed();
    }
  }

  private NodeDivisions(List<Division> byCost) {
    this.byCost = byCost;
    fastestFirst = byCost.stream().sorted(FASTEST_FIRST).toList();
    most = byCost.stream().map(Division::used).reduce(Supply.NONE, Supply::atLeast);
  }

  /**
   * Those with one more job. The divisions with the same choice come in the order of their cost, so
   * that there is little left to sort.
   *
   * @param choices of that job, which is on this node alone
   * @param node all that there is
   */
  NodeDivisions with(SupplyChoices choices, Supply node) {
    List<Division> divisions = new ArrayList<>(choices.all().size() * byCost.size());
    for (SupplyChoice choice : choices.all()) {
      for (Division before : byCost) {
        Supply used = before.used().plus(choice.onNode(0));
        if (used.fitsIn(node)) {
          divisions.add(new Division(before.speed() + choice.speed(), used, before, choice));
        }
      }
    }
    divisions.sort(Division::compareCost);
    return new NodeDivisions(worthAThought(divisions));
  }

  /** By CPUs upwards, keeps the highest sum for each amount of memory that has come so far. */
  private static List<Division> worthAThought(List<Division> divisions) {
    List<Division> kept = new ArrayList<>();
    TreeMap<Long, Long> speedByMemory = new TreeMap<>();
    for (Division division : divisions) {
      long memory = division.used().memoryMib();
      Map.Entry<Long, Long> rival = speedByMemory.floorEntry(memory);
      if (rival == null || rival.getValue() < division.speed()) {
        kept.add(division);
        speedByMemory.tailMap(memory, true).values().removeIf(speed -> speed <= division.speed());
        speedByMemory.put(memory, division.speed());
      }
    }
    return kept;
  }

  /** The most that any takes of CPUs, and the most of memory. */
  Supply most() {
    return most;
  }

  /** The best one that takes no more than this; null: there is none. */
  Division best(Supply room) {
    for (Division division : fastestFirst) {
      if (division.used().fitsIn(room)) {
        return division;
      }
    }
    return null;
  }
}
