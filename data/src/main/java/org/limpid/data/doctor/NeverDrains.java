package org.limpid.data.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Virtual clusters whose queue can't get empty again, though they could do all work in the end. */
final class NeverDrains extends Check {
  NeverDrains() {
    super(
        "never-drains",
        Severity.MEDIUM,
        "From then on a queue is never empty under any policy, and what is submitted late decides"
            + " the means.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    double[] loads = Loads.of(subject);
    long[] lastIdle = Loads.lastIdleSeconds(subject);
    long half = subject.lastSubmit() - subject.span() / 2;
    List<String> names = new ArrayList<>();
    long first = Long.MAX_VALUE;
    for (int index = 0; index < loads.length; index++) {
      if (loads[index] > 0 && loads[index] <= 1 && lastIdle[index] < half) {
        names.add(
            "%s since %s"
                .formatted(
                    subject.trace().virtualClusterNames().get(index),
                    subject.time(lastIdle[index])));
        first = Math.min(first, lastIdle[index]);
      }
    }
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                names.size(),
                "Even with every GPU busy there is always work left: %s."
                    .formatted(String.join(", ", names)),
                remedy(subject, first)));
  }

  /** Ends before it begins; where that leaves next to nothing, there are fewer jobs. */
  private static String remedy(Subject subject, long first) {
    boolean isLate = first - subject.firstSubmit() > subject.span() / 4;
    return subject.sample(isLate ? "--to " + subject.time(first) : "--share 0.75 --by jobs");
  }
}
