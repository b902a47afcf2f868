package org.limpid.experiment.synergy;

import java.util.List;
import org.limpid.reference.synergy.CompletionTimes;
import org.limpid.reference.synergy.FinishedJob;

/**
 * What came of a run.
 *
 * @param hours from arrival to end of each job that counts, ascending
 * @param times mean and tail of these
 */
record SynergyRun(SynergyPoint point, double[] hours, CompletionTimes times) {
  static SynergyRun of(SynergyPoint point) {
    List<FinishedJob> finished = point.load().run(point.cluster(), point.policy());
    double[] hours = finished.stream().mapToDouble(FinishedJob::completionHours).sorted().toArray();
    return new SynergyRun(point, hours, CompletionTimes.of(finished));
  }
}
