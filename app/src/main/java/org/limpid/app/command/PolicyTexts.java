package org.limpid.app.command;

import java.util.List;
import java.util.ListResourceBundle;
import java.util.Locale;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.Policies;

/**
 * What help texts say of policies: {@code ${bundle:subject}} is what studies are about, {@code
 * ${bundle:subject-name}} its name on the command line, {@code ${bundle:subject-label}} the same in
 * capitals, {@code ${bundle:compared}} a list of names with what it is compared with, and {@code
 * ${bundle:tuned}} how many settings are tuned.
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
    return new Object[][] {
      {"subject", policies.about(subject).words()},
      {"subject-name", subject},
      {"subject-label", subject.toUpperCase(Locale.ROOT)},
      {"tuned", tuned < NUMBERS.size() ? NUMBERS.get(tuned) : Integer.toString(tuned)},
      {"compared", String.join(", ", compared.subList(0, last)) + " and " + compared.get(last)},
    };
  }
}
