package org.limpid.explain.story;

import org.limpid.files.Words;

/** What a job had of CPUs and memory, and what it cost that it did not have more, as sentences. */
final class SupplyText {
  private SupplyText() {}

  static String of(StoryEvent.Supplied it) {
    return it.isFull() ? full(it) : less(it);
  }

  private static String full(StoryEvent.Supplied it) {
    return "It has all CPUs and memory that it wants, %s and %s%s."
        .formatted(
            number(it.cpus()),
            gb(it.memoryGb()),
            it.speed() > 1
                ? ", and runs %s times as fast as with its fair share".formatted(number(it.speed()))
                : "");
  }

  private static String less(StoryEvent.Supplied it) {
    String demoted =
        it.by()
            .map(job -> "Demoted to its fair share for job %s: it has".formatted(job.inWords()))
            .orElse("It has its fair share:");
    return "%s %s of the %s CPUs and %s of the %s that it wants.%s"
        .formatted(
            demoted,
            number(it.cpus()),
            number(it.wantedCpus()),
            number(it.memoryGb()),
            gb(it.wantedMemoryGb()),
            cost(it));
  }

  private static String cost(StoryEvent.Supplied it) {
    if (it.speed() >= it.wantedSpeed()) {
      return " That costs it nothing.";
    }
    return " With all of it, it would run %s times as fast; in %s that cost it %s s."
        .formatted(
            number(it.wantedSpeed() / it.speed()),
            Words.roughly(it.seconds()),
            Words.number(Math.round(it.lostSeconds())));
  }

  private static String gb(double memoryGb) {
    return number(memoryGb) + " GB";
  }

  /** At most two decimals. */
  private static String number(double value) {
    double rounded = Math.rint(value * 100) / 100;
    return Words.number(rounded, decimals(rounded));
  }

  private static int decimals(double value) {
    if (value == Math.rint(value)) {
      return 0;
    }
    return value * 10 == Math.rint(value * 10) ? 1 : 2;
  }
}
