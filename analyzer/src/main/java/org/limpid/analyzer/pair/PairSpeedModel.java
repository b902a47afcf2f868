package org.limpid.analyzer.pair;

import java.util.List;
import java.util.Objects;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;

/**
 * Predicts how fast a workload runs next to another on the same GPUs, relative to running alone.
 * Immutable and safe for several threads.
 */
public final class PairSpeedModel {
  /** No predicted rate is lower: a rate must be positive, and the lowest of Venus is 0.444. */
  public static final double LOWEST_RATE = 0.1;

  private final EbmModel ebm;

  /**
   * @param ebm a regression of rates
   * @throws DataException if it was trained on other features
   */
  public PairSpeedModel(EbmModel ebm) {
    this.ebm = Objects.requireNonNull(ebm, "ebm");
    List<String> features = ebm.features().stream().map(Feature::name).toList();
    if (!(ebm.task() instanceof Task.Regression) || !PairFeature.columns().containsAll(features)) {
      throw new DataException(
          Problem.of(
              ebm.provenance().trainer(),
              "expected a regression on %s, found one of %s on %s"
                  .formatted(PairFeature.columns(), ebm.provenance().target(), features),
              "Maybe it is a model of something else."));
    }
  }

  /** The model behind it, to be explained or saved. */
  public EbmModel ebm() {
    return ebm;
  }

  /** Rate of a workload next to another, at least {@link #LOWEST_RATE}. */
  public double rate(WorkloadProfile own, WorkloadProfile other) {
    Row row = ebm.newRow();
    for (PairFeature feature : PairFeature.values()) {
      row.set(feature.column(), feature.of(own, other));
    }
    return Math.max(LOWEST_RATE, ebm.predict(row));
  }

  /** Rates of each workload next to each. */
  public PairSpeeds speeds(List<WorkloadProfile> profiles) {
    List<Workload> workloads = profiles.stream().map(WorkloadProfile::workload).toList();
    double[][] rates = new double[profiles.size()][profiles.size()];
    for (int own = 0; own < rates.length; own++) {
      for (int other = 0; other < rates.length; other++) {
        rates[own][other] = rate(profiles.get(own), profiles.get(other));
      }
    }
    return new PairSpeeds(workloads, rates);
  }
}
