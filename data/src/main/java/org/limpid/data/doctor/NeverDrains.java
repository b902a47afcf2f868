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
    List<String> names = new ArrayList<>();
    for (int index = 0; index < loads.length; index++) {
      if (isEndless(subject, loads[index], lastIdle[index])) {
        names.add(
            "%s since %s"
                .formatted(
                    subject.trace().virtualClusterNames().get(index),
                    subject.time(lastIdle[index])));
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
                mended(
                    subject,
                    "It gives them the fewest nodes with which the queue drains. Fewer jobs are"
                        + " the other way: limpid data sample --share.")));
  }

  private static boolean isEndless(Subject subject, double load, long lastIdle) {
    return load > 0 && load <= 1 && lastIdle < Loads.half(subject);
  }

  @Override
  void mend(Subject subject, Mending mending) {
    double[] loads = Loads.of(subject);
    long[] lastIdle = Loads.lastIdleSeconds(subject);
    Loads.giveEnough(subject, mending, index -> isEndless(subject, loads[index], lastIdle[index]));
  }
}
