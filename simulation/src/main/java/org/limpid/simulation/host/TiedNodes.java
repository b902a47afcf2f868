package org.limpid.simulation.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes that have to be divided together, and the jobs on them. For one use. */
final class TiedNodes {
  private static final Comparator<Member> BY_KIND =
      Comparator.<Member, SupplyKind>comparing(member -> member.choices().kind())
          .thenComparing(member -> member.holding().startOrder());
  private final Supply ofNode;
  private final List<Integer> nodes = new ArrayList<>();
  private final List<Supply> room = new ArrayList<>();

  /** By node, the jobs that have a choice and are on it alone. */
  private final List<List<Member>> local = new ArrayList<>();

  private final Map<Holding, SupplyChoices> tying = new LinkedHashMap<>();
  private final Map<Holding, List<Supply>> parts = new LinkedHashMap<>();

  private record Member(Holding holding, SupplyChoices choices) {}

  /** None yet. */
  TiedNodes(Supply ofNode) {
    this.ofNode = ofNode;
  }

  List<Integer> nodes() {
    return nodes;
  }

  /** Counts a node among them; whether it was not yet. */
  boolean reach(int node) {
    if (nodes.contains(node)) {
      return false;
    }
    nodes.add(node);
    room.add(ofNode);
    local.add(new ArrayList<>());
    return true;
  }

  /** Adds a job on the node that was reached last; a job may come again on another one. */
  void add(Holding holding, SupplyChoices choices, int node) {
    if (!choices.isOpen()) {
      SupplyChoice only = choices.all().getFirst();
      parts.put(holding, only.byNode());
      room.set(room.size() - 1, room.getLast().minus(only.onNode(holding.indexOf(node))));
    } else if (choices.isTying()) {
      tying.put(holding, choices);
    } else {
      local.getLast().add(new Member(holding, choices));
    }
  }

  /** What each job has in the best division. */
  Map<Holding, List<Supply>> best(KnownDivisions known) {
    local.forEach(members -> members.sort(BY_KIND));
    List<NodeDivisions> divisions =
        local.stream()
            .map(members -> known.of(members.stream().map(Member::choices).toList()))
            .toList();
    List<TyingJob> jobs = TyingJob.fewOpenNodes(tyingJobs());
    List<SupplyChoice> chosen = new TiedJobsProgram(jobs, divisions, room).solve(given());
    if (chosen == null) {
      tying.keySet().forEach(holding -> parts.put(holding, holding.given()));
      local.forEach(members ->
          members.forEach(member -> parts.put(member.holding(), member.holding().given())));
    } else {
      takeTying(jobs, chosen);
      for (int node = 0; node < local.size(); node++) {
        takeLocal(local.get(node), divisions.get(node).best(room.get(node)).choices());
      }
    }
    return parts;
  }

  private List<TyingJob> tyingJobs() {
    return tying.entrySet().stream()
        .map(job -> new TyingJob(job.getKey(), places(job.getKey()), job.getValue()))
        .sorted(Comparator.comparingLong(job -> job.holding().startOrder()))
        .toList();
  }

  /** The sum of the speeds of all that have a choice, with what they were given. */
  private long given() {
    return Stream.concat(
            tying.entrySet().stream().map(job -> new Member(job.getKey(), job.getValue())),
            local.stream().flatMap(List::stream))
        .mapToLong(member -> member.choices().speed(member.holding().given()))
        .sum();
  }

  private List<Integer> places(Holding holding) {
    return IntStream.range(0, holding.nodeCount())
        .mapToObj(index -> nodes.indexOf(holding.node(index)))
        .toList();
  }

  private void takeTying(List<TyingJob> jobs, List<SupplyChoice> chosen) {
    for (int i = 0; i < jobs.size(); i++) {
      TyingJob job = jobs.get(i);
      SupplyChoice choice = chosen.get(i);
      parts.put(job.holding(), choice.byNode());
      for (int index = 0; index < job.nodes().size(); index++) {
        int node = job.nodes().get(index);
        room.set(node, room.get(node).minus(choice.onNode(index)));
      }
    }
  }

  /** Of jobs of one kind those that started first have the fastest choices. */
  private void takeLocal(List<Member> members, List<SupplyChoice> chosen) {
    int from = 0;
    while (from < members.size()) {
      int to = from;
      while (to < members.size() && members.get(to).choices() == members.get(from).choices()) {
        to++;
      }
      List<SupplyChoice> fastestFirst =
          chosen.subList(from, to).stream().sorted(SupplyChoice.FASTEST_FIRST).toList();
      for (int i = from; i < to; i++) {
        parts.put(members.get(i).holding(), fastestFirst.get(i - from).byNode());
      }
      from = to;
    }
  }
}
