package org.limpid.reference.synergy;

import java.util.Set;
import org.limpid.data.ResourceProfile;

/**
 * A job as it comes in.
 *
 * @param id its number, which results name it by
 * @param profile the model that it trains
 * @param arrivalSeconds when it comes in, seconds, fractions allowed
 * @param iterations how many it has to do in all
 * @param gpus how many it runs on, one of {@link #GPU_COUNTS}
 */
public record SynergyJob(
    int id, ResourceProfile profile, double arrivalSeconds, long iterations, int gpus) {
  /** The artifact has profiles of these only. */
  public static final Set<Integer> GPU_COUNTS = Set.of(1, 2, 4, 8, 16);

  public SynergyJob {
    if (!GPU_COUNTS.contains(gpus)) {
      throw new IllegalArgumentException(
          "expected 1, 2, 4, 8 or 16 GPUs, found %d of job %d".formatted(gpus, id));
    }
  }
}
