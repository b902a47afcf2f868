package org.limpid.app.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
  }

  @Override
  public void run() {
    List<Policy> all = Policies.standard().all();
    if (json) {
      session().json(all.stream().map(Entry::of).toList());
    } else {
      int width = all.stream().mapToInt(policy -> policy.name().length()).max().orElse(0);
      all.forEach(policy ->
          session().listed(policy.name(), width, policy.about().summary(), needs(policy)));
    }
  }

  private static String needs(Policy policy) {
    String needs =
        policy.needs().stream().sorted().map(Need::toString).collect(Collectors.joining(", "));
    return needs.isEmpty() ? "" : " (needs " + needs + ")";
  }
}
