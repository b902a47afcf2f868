package org.limpid.app.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.stream.Stream;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * What help texts say of policies: {@code ${bundle:subject}} is what studies are about, {@code
 * ${bundle:subject-name}} its name on the command line, {@code ${bundle:compared}} a list of names
 * with what it is compared with, {@code ${bundle:tuned}} how many settings are tuned, {@code
 * ${bundle:estimate-names}} the names of estimates in data sets, and {@code
 * ${bundle:own-estimates}} which policies have estimates of their own.
 */
final class PolicyTexts extends ListResourceBundle {
  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

  @Override
  protected Object[][] getContents() {
    Policies policies = Policies.standard();
    String subject = policies.named(Role.SUBJECT).getFirst();
    List<String> compared = policies.compared(Discipline.STRICT);
    int last = compared.size() - 1;
    int tuned = policies.tuned().size();
    List<String> own =
        policies.all().stream()
            .flatMap(policy -> policy.about().ownEstimates().stream())
            .distinct()
            .toList();
    return new Object[][] {
      {"subject", policies.about(subject).words()},
      {"subject-name", subject},
      {"tuned", tuned < NUMBERS.size() ? NUMBERS.get(tuned) : Integer.toString(tuned)},
      {"estimate-names", Stream.concat(Stream.of(subject), own.stream()).collect(joining("|"))},
      {
        "own-estimates",
        own.stream()
            .map(name -> name + " for " + name.toUpperCase(Locale.ROOT))
            .collect(joining(", "))
      },
      {"compared", String.join(", ", compared.subList(0, last)) + " and " + compared.get(last)},
    };
  }
}
