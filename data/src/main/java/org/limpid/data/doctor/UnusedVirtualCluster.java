package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;
import org.limpid.data.VirtualCluster;

/** Virtual clusters to which nobody submits. */
final class UnusedVirtualCluster extends Check {
  UnusedVirtualCluster() {
    super(
        "unused-virtual-cluster",
        Severity.LOW,
        "Their nodes are idle all the time and lower the share of GPUs in use.");
  }

  @Override
  Cure cure() {
    return Cure.ELSEWHERE;
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    List<String> used = subject.trace().virtualClusterNames();
    List<String> unused =
        subject.reader().cluster().virtualClusters().stream()
            .map(VirtualCluster::name)
            .filter(name -> !used.contains(name))
            .toList();
    return unused.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                unused.size(),
                "No job is submitted to %s.".formatted(String.join(", ", unused)),
                sampled(
                    subject,
                    "--clusters " + Subject.word(String.join(",", used)),
                    "It leaves these virtual clusters out.")));
  }
}
