package org.limpid.experiment.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.limpid.data.JobAttribute;
import org.limpid.files.Words;

/**
 * What a simulation doesn't do as reality did, as far as the trace tells.
 *
 * @param overtaken jobs that a later one of their size or larger overtook
 * @param held jobs of which it is known until when something held them back
 * @param predecessors jobs that wait for another one
 * @param runningAtStart jobs that were running when the trace began, and that wait in a simulation
 * @param excessGpus GPUs that jobs really held at once beyond those of the data set, by virtual
 *     cluster
 */
public record RealityFacts(
    long overtaken,
    long held,
    long predecessors,
    long runningAtStart,
    Map<String, Long> excessGpus) {
  static RealityFacts of(Reality reality) {
    return new RealityFacts(
        reality.overtakenCount(),
        reality.count(JobAttribute.ELIGIBLE_TIME),
        reality.count(JobAttribute.PREDECESSOR),
        reality.runningAtStart(),
        reality.excess());
  }

  /** One sentence each. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    excessGpus.forEach((name, gpus) ->
        sentences.add(
            "In %s jobs really held %s more at once than the data set has: waits are too long."
                .formatted(name, Words.count(gpus, "GPU"))));
    sentences.add(
        "In reality %s overtaken by a later one of the same size or larger."
            .formatted(overtaken == 1 ? "1 job was" : Words.count(overtaken, "job") + " were"));
    sentences.add(
        held == 0
            ? "How long jobs were held back before they could start is not known."
            : "How long jobs were held back before they could start is known of %s."
                .formatted(Words.count(held, "job")));
    if (predecessors > 0) {
      sentences.add(
          "%s wait for another job to end, in the simulation too."
              .formatted(Words.count(predecessors, "job")));
    }
    sentences.add(
        runningAtStart == 0
            ? "The simulation begins with an empty cluster; --count-from leaves its first days out."
            : "%s running when the trace began; in the simulation they start then."
                .formatted(
                    runningAtStart == 1
                        ? "1 job was"
                        : Words.count(runningAtStart, "job") + " were"));
    return sentences;
  }
}
