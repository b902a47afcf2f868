package org.limpid.simulation.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/**
 * The largest sum of speeds on nodes that jobs tie together, as they are on several of them: by
 * dynamic programming over these jobs, one after the other. What came before counts only by the
 * room that it leaves on nodes where later ones are, too; what the jobs on one node make of its
 * room is known from {@link NodeDivisions}. The result is exact unless there are too many different
 * rooms: no more are followed than can be in {@value #MOST_STEPS} steps, those with the largest
 * sums. For one use.
 */
final class TiedJobsProgram {
  /** Choices that are tried; they take some milliseconds. */
  static final int MOST_STEPS = 5000;

  private static final Comparator<State> LARGEST_FIRST =
      Comparator.comparingLong(State::speed).reversed();

  private final List<TyingJob> jobs;
  private final List<NodeDivisions> nodes;

  /** Of each node, if all tying jobs take as little as they can. */
  private final List<Supply> wholeRoom;

  /** Of each node, what the jobs that come and those on it alone can make use of at most. */
  private final List<Supply> usefulRoom;

  private final int mostStates;

  /**
   * Choices of the jobs so far.
   *
   * @param speed theirs, and of the jobs on one node with the room that is left, billionths
   * @param room what is left of nodes on which there are jobs before and after
   * @param before the same without the last job; null: there is none yet
   * @param last what that job has
   */
  private record State(long speed, Map<Integer, Supply> room, State before, SupplyChoice last) {}

  /**
   * A program.
   *
   * @param jobs in the order in which they are gone through
   * @param nodes divisions of each node among the other jobs
   * @param room of each node, for tying and other jobs
   */
  TiedJobsProgram(List<TyingJob> jobs, List<NodeDivisions> nodes, List<Supply> room) {
    this.jobs = jobs;
    this.nodes = nodes;
    wholeRoom = new ArrayList<>(room);
    usefulRoom = new ArrayList<>(nodes.stream().map(NodeDivisions::most).toList());
    for (TyingJob job : jobs) {
      change(wholeRoom, job, job.choices().least(), Supply::minus);
      change(usefulRoom, job, job.choices().span(), Supply::plus);
    }
    int choices = jobs.stream().mapToInt(job -> job.choices().all().size()).sum();
    mostStates = MOST_STEPS / Math.max(1, choices);
  }

  private static void change(
      List<Supply> room, TyingJob job, List<Supply> by, BinaryOperator<Supply> change) {
    for (int i = 0; i < by.size(); i++) {
      int node = job.nodes().get(i);
      room.set(node, change.apply(room.get(node), by.get(i)));
    }
  }

  /**
   * The choice of each job.
   *
   * @param atLeast the sum that is to be reached, billionths
   * @return null: none was found that reaches it
   */
  List<SupplyChoice> solve(long atLeast) {
    long later = jobs.stream().mapToLong(job -> job.choices().fastest()).sum();
    List<State> states = first();
    for (int index = 0; index < jobs.size(); index++) {
      later -= jobs.get(index).choices().fastest();
      states = next(states, index, atLeast - later);
    }
    return states.stream()
        .filter(state -> state.speed() >= atLeast)
        .min(LARGEST_FIRST)
        .map(TiedJobsProgram::choices)
        .orElse(null);
  }

  private List<State> first() {
    long speed = 0;
    for (int node = 0; node < nodes.size(); node++) {
      NodeDivisions.Division division = nodes.get(node).best(wholeRoom.get(node));
      if (division == null) {
        return List.of();
      }
      speed += division.speed();
    }
    return List.of(new State(speed, Map.of(), null, null));
  }

  /** All choices of one more job, the best for each room. */
  private List<State> next(List<State> states, int index, long atLeast) {
    TyingJob job = jobs.get(index);
    Set<Integer> open = nodesBehind(index);
    change(usefulRoom, job, job.choices().span(), Supply::minus);
    Map<Map<Integer, Supply>, State> byRoom = new LinkedHashMap<>();
    for (State before : states) {
      long elsewhere = before.speed() - localSpeed(job, before, job.choices().least());
      for (SupplyChoice choice : job.choices().all()) {
        long local = localSpeed(job, before, choice.byNode());
        long speed = elsewhere + choice.speed() + local;
        if (local >= 0 && speed >= atLeast) {
          State state = new State(speed, room(job, before, choice, open), before, choice);
          byRoom.merge(
              state.room(), state, (one, other) -> one.speed() >= other.speed() ? one : other);
        }
      }
    }
    return byRoom.values().stream().sorted(LARGEST_FIRST).limit(mostStates).toList();
  }

  private Set<Integer> nodesBehind(int index) {
    Set<Integer> behind = new HashSet<>();
    jobs.subList(index + 1, jobs.size()).forEach(job -> behind.addAll(job.nodes()));
    return behind;
  }

  /** What the jobs on its nodes alone reach if it has so much; below 0: that does not go. */
  private long localSpeed(TyingJob job, State before, List<Supply> byNode) {
    long speed = 0;
    for (int i = 0; i < byNode.size(); i++) {
      int node = job.nodes().get(i);
      NodeDivisions.Division division = nodes.get(node).best(left(job, i, before, byNode.get(i)));
      if (division == null) {
        return -1;
      }
      speed += division.speed();
    }
    return speed;
  }

  private Supply left(TyingJob job, int index, State before, Supply taken) {
    int node = job.nodes().get(index);
    return before
        .room()
        .getOrDefault(node, wholeRoom.get(node))
        .plus(job.choices().least().get(index))
        .minus(taken);
  }

  private Map<Integer, Supply> room(
      TyingJob job, State before, SupplyChoice choice, Set<Integer> open) {
    Map<Integer, Supply> room = new HashMap<>(before.room());
    for (int i = 0; i < job.nodes().size(); i++) {
      int node = job.nodes().get(i);
      Supply left = left(job, i, before, choice.onNode(i));
      room.put(node, left.atMost(usefulRoom.get(node)));
    }
    room.keySet().retainAll(open);
    return room;
  }

  private static List<SupplyChoice> choices(State last) {
    List<SupplyChoice> choices = new ArrayList<>();
    for (State at = last; at.last() != null; at = at.before()) {
      choices.add(at.last());
    }
    return choices.reversed();
  }
}
