package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.reference.ReferenceSimulator;
import org.limpid.reference.run.ReferenceSimulators;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "policies",
    description = "List the scheduling policies and what each needs.",
    footer = {"%nExample:", "  limpid policies"})
final class PoliciesCommand extends CommandInSession {
  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  /** A policy as JSON shows it. */
  record Entry(String name, String description, List<String> needs) {
    static Entry of(Policy policy) {
      return new Entry(
          policy.name(),
          policy.about().summary(),
          policy.needs().stream()
              .sorted()
              .map(need -> need.name().toLowerCase(Locale.ROOT))
              .toList());
    }

    static Entry of(ReferenceSimulator simulator) {
      return new Entry(simulator.name(), simulator.about().summary(), withReference(simulator));
    }
  }

  @Override
  public void run() {
    List<Policy> all = Policies.standard().all();
    List<ReferenceSimulator> others =
        ReferenceSimulators.standard().all().stream()
            .filter(simulator -> Policies.standard().named(simulator.name()).isEmpty())
            .toList();
    if (json) {
      session()
          .json(
              Stream.concat(all.stream().map(Entry::of), others.stream().map(Entry::of)).toList());
    } else {
      int width =
          Stream.concat(
                  all.stream().map(Policy::name), others.stream().map(ReferenceSimulator::name))
              .mapToInt(String::length)
              .max()
              .orElse(0);
      all.forEach(policy ->
          session().listed(policy.name(), width, policy.about().summary(), needs(policy)));
      others.forEach(simulator ->
          session().listed(simulator.name(), width, simulator.about().summary(), needs(simulator)));
    }
  }

  private static String needs(ReferenceSimulator simulator) {
    return " (needs " + String.join(", ", withReference(simulator)) + ")";
  }

  /** Without that option nobody runs it. */
  private static List<String> withReference(ReferenceSimulator simulator) {
    List<String> needs = new ArrayList<>(simulator.about().needs());
    needs.addFirst("--reference");
    return List.copyOf(needs);
  }

  private static String needs(Policy policy) {
    String needs =
        policy.needs().stream().sorted().map(Need::toString).collect(Collectors.joining(", "));
    return needs.isEmpty() ? "" : " (needs " + needs + ")";
  }
}
