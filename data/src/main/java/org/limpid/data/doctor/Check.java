package org.limpid.data.doctor;

import java.util.Optional;

/**
 * Looks for one kind of oddity. To add one: a class, a line in {@link Checks} and a row in {@code
 * docs/doctor.md}. Immutable.
 */
abstract class Check {
  private final String name;
  private final Severity severity;
  private final String effect;

  /**
   * A check.
   *
   * @param name stable name of its finding, lower case with hyphens
   * @param effect what the oddity does to a simulation, a sentence
   */
  Check(String name, Severity severity, String effect) {
    this.name = name;
    this.severity = severity;
    this.effect = effect;
  }

  final String name() {
    return name;
  }

  /** Who mends it; by default the doctor when asked, as most needs a guess. */
  Cure cure() {
    return Cure.GUESS;
  }

  /** What it finds; empty if all is well. */
  abstract Optional<Symptom> look(Subject subject);

  /** Notes what mends it; called only where it is found and is not cured elsewhere. */
  void mend(Subject subject, Mending mending) {
    throw new IllegalStateException(name + " is mended by another command");
  }

  /**
   * The command that does what {@link #mend} notes.
   *
   * @param change what that is, a sentence
   */
  final Remedy mended(Subject subject, String change) {
    return new Remedy(
        cure() == Cure.FIX
            ? subject.command("doctor", "--fix", "fixed")
            : subject.command("doctor", "--guess " + name, name),
        change);
  }

  /**
   * The command that takes a part of the data set.
   *
   * @param change which part that is, a sentence
   */
  final Remedy sampled(Subject subject, String options, String change) {
    return new Remedy(subject.command("sample", options, name), change);
  }

  final Optional<Finding> finding(Subject subject) {
    return look(subject)
        .map(seen ->
            new Finding(
                name,
                severity,
                subject.file(),
                subject.lines(seen.rows()),
                seen.count(),
                seen.message(),
                effect,
                seen.remedy().command(),
                seen.remedy().change()));
  }
}
