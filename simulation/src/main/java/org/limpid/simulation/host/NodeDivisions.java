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
  /** Those of a node without jobs. */
  static final NodeDivisions OF_NOBODY =
      new NodeDivisions(List.of(new Division(0, Supply.NONE, null, null)));

  private static final Comparator<Division> BY_COST =
      Comparator.<Division>comparingLong(division -> division.used().cpuMillis())
          .thenComparingLong(division -> division.used().memoryMib());
  private static final Comparator<Division> CHEAPEST_FIRST =
      BY_COST.thenComparing(Comparator.comparingLong(Division::speed).reversed());
  private static final Comparator<Division> FASTEST_FIRST =
      Comparator.comparingLong(Division::speed).reversed().thenComparing(BY_COST);

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
    /** What each job has, in the order in which the jobs were added. */
    List<SupplyChoice> choices() {
      List<SupplyChoice> choices = new ArrayList<>();
      for (Division at = this; at.last != null; at = at.before) {
        choices.add(at.last);
      }
      return choices.reversed();
    }
  }

  private NodeDivisions(List<Division> fastestFirst) {
    this.fastestFirst = fastestFirst;
    most = fastestFirst.stream().map(Division::used).reduce(Supply.NONE, Supply::atLeast);
  }

  /**
   * Those with one more job.
   *
   * @param choices of that job, which is on this node alone
   * @param node all that there is
   */
  NodeDivisions with(SupplyChoices choices, Supply node) {
    List<Division> divisions = new ArrayList<>();
    for (Division before : fastestFirst) {
      for (SupplyChoice choice : choices.all()) {
        Supply used = before.used().plus(choice.onNode(0));
        if (used.fitsIn(node)) {
          divisions.add(new Division(before.speed() + choice.speed(), used, before, choice));
        }
      }
    }
    List<Division> best = worthAThought(divisions);
    best.sort(FASTEST_FIRST);
    return new NodeDivisions(best);
  }

  /** By CPUs upwards, keeps the highest sum for each amount of memory that has come so far. */
  private static List<Division> worthAThought(List<Division> divisions) {
    divisions.sort(CHEAPEST_FIRST);
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
