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

  /** What it finds; empty if all is well. */
  abstract Optional<Symptom> look(Subject subject);

  /** Notes what mends it, where that can be known. */
  void mend(Subject subject, Mending mending) {
    // Most oddities need a decision that data can't make.
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
                seen.remedy()));
  }
}
