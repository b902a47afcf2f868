package org.limpid.explain.story;

import java.util.Locale;
import org.limpid.files.Words;
import org.limpid.simulation.policy.HostResources;

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
    return "%s %s of the %s CPUs and %s of the %s that it wants.%s"
        .formatted(
            it.rule() == HostResources.OPT ? whyNotBest(it) : whyNotAll(it),
            number(it.cpus()),
            number(it.wantedCpus()),
            number(it.memoryGb()),
            gb(it.wantedMemoryGb()),
            cost(it));
  }

  private static String whyNotAll(StoryEvent.Supplied it) {
    return it.by()
        .map(job -> "Demoted to its fair share for job %s: it has".formatted(job.inWords()))
        .orElse("It has its fair share:");
  }

  /** Where all speeds together count. */
  private static String whyNotBest(StoryEvent.Supplied it) {
    if (it.speed() >= it.wantedSpeed()) {
      return "It has";
    }
    String others = "others gain as much or more by the rest, so it has";
    return it.by()
        .map(job -> "Slower since job %s started: %s".formatted(job.inWords(), others))
        .orElse(others.substring(0, 1).toUpperCase(Locale.ROOT) + others.substring(1));
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
