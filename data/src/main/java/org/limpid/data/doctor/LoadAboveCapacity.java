package org.limpid.data.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Virtual clusters that are asked for more than they have. */
final class LoadAboveCapacity extends Check {
  LoadAboveCapacity() {
    super(
        "load-above-capacity",
        Severity.HIGH,
        "Their queues grow until the trace ends, so that mean waits tell how long the trace is and"
            + " not how good a policy is.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    double[] loads = Loads.of(subject);
    List<String> above = new ArrayList<>();
    for (int index = 0; index < loads.length; index++) {
      if (loads[index] > 1) {
        above.add(
            "%s %.2f".formatted(subject.trace().virtualClusterNames().get(index), loads[index]));
      }
    }
    return above.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                above.size(),
                "Jobs ask for more GPU time than there is: load %s."
                    .formatted(String.join(", ", above)),
                mended(
                    subject,
                    "It gives them the fewest nodes with which the queue drains. Fewer jobs are"
                        + " the other way: limpid data sample --share.")));
  }

  @Override
  void mend(Subject subject, Mending mending) {
    double[] loads = Loads.of(subject);
    Loads.giveEnough(subject, mending, index -> loads[index] > 1);
  }
}
