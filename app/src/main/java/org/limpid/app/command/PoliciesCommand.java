package org.limpid.app.command;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.run.Policies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** {@code limpid policies}. */
@Command(
    name = "policies",
    description = "List the scheduling policies and what each needs.",
    footer = {"%nExample:", "  limpid policies"})
final class PoliciesCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Print a JSON array.")
  private boolean json;

  PoliciesCommand(Session session) {
    this.session = session;
  }

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
  public Integer call() {
    List<Policy> all = Policies.standard().all();
    if (json) {
      session.json(all.stream().map(Entry::of).toList());
    } else {
      int width = all.stream().mapToInt(policy -> policy.name().length()).max().orElse(0);
      all.forEach(policy -> session.coloured(line(policy, width)));
    }
    return ExitCode.SUCCESS;
  }

  private String line(Policy policy, int width) {
    Ansi colours = session.outColours();
    String padding = " ".repeat(width + 2 - policy.name().length());
    String needs =
        policy.needs().stream().sorted().map(Need::toString).collect(Collectors.joining(", "));
    return colours.string("@|bold " + policy.name() + "|@" + padding)
        + policy.about().summary()
        + (needs.isEmpty() ? "" : colours.string("@|faint  (needs " + needs + ")|@"));
  }
}
