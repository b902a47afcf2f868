package org.limpid.data.generate;

import java.util.ArrayList;
import java.util.List;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.ShareScores;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/**
 * A parametric model of deep-learning workloads on a GPU of {@value #GPU_MEMORY_MIB} MiB: what they
 * show alone ({@link ModelFamily}) and in pairs ({@link PairModel}).
 *
 * <p>Share scores follow from the pairs by {@link ShareScores}, with rates rounded as in the table.
 * Nothing here is measured; see {@code docs/generator.md}. All methods are pure and thread-safe.
 */
public final class WorkloadModel {
  /** Memory of the modelled GPU, MiB. A pair is in the table if it needs less. */
  public static final int GPU_MEMORY_MIB = 24_576;

  /** Seed of the noise in the fixed table. */
  private static final long DEFAULT_SEED = 1;

  private WorkloadModel() {}

  /** The fixed table: the same in every run. */
  public static Profiles profiles() {
    return profiles(DEFAULT_SEED);
  }

  /**
   * A table with its own measurement noise in the pairs; single profiles do not depend on it.
   *
   * @param seed of the noise
   */
  public static Profiles profiles(long seed) {
    List<Candidate> candidates = candidates();
    List<PairProfile> pairs = pairs(candidates, new PairModel(stream(seed)));
    ShareScores scores = new ShareScores(pairs);
    return new Profiles(
        candidates.stream().map(Candidate::profile).map(scores::label).toList(), pairs);
  }

  /** All workloads with their popularity; the popularities of a family are spread evenly. */
  static List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (ModelFamily family : ModelFamily.ALL) {
      int modes = family.mixedPrecision() ? 2 : 1;
      double popularity = family.popularity() / (family.batchSizes().size() * modes);
      for (int batchSize : family.batchSizes()) {
        for (int mode = 0; mode < modes; mode++) {
          WorkloadProfile profile = profile(family, batchSize, mode == 1);
          candidates.add(new Candidate(profile, family.latencySensitivity(), popularity));
        }
      }
    }
    return candidates;
  }

  private static RandomStream stream(long seed) {
    return new RandomStream(seed, RandomStream.Purpose.PAIRS);
  }

  private static WorkloadProfile profile(ModelFamily family, int batchSize, boolean amp) {
    return new WorkloadProfile(
        new Workload(family.name(), family.dataset(), batchSize, amp),
        PairModel.rounded(family.samplesPerSecond(batchSize, amp), 1_000),
        PairModel.rounded(family.gpuUtilPercent(batchSize, amp), 1_000),
        PairModel.rounded(family.memoryUtilPercent(batchSize, amp), 1_000),
        PairModel.rounded(family.memoryMib(batchSize, amp), 1));
  }

  /** Every unordered pair that fits, a workload with itself included. */
  private static List<PairProfile> pairs(List<Candidate> candidates, PairModel model) {
    List<PairProfile> pairs = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate a = candidates.get(i);
      for (Candidate b : candidates.subList(i, candidates.size())) {
        if (a.profile().memoryMib() + b.profile().memoryMib() < GPU_MEMORY_MIB) {
          pairs.add(
              model.measure(
                  a.profile(), a.latencySensitivity(), b.profile(), b.latencySensitivity()));
        }
      }
    }
    return pairs;
  }

  /**
   * A workload that tasks may have.
   *
   * @param latencySensitivity see {@link ModelFamily}
   * @param popularity relative share of the tasks
   */
  record Candidate(WorkloadProfile profile, double latencySensitivity, double popularity) {}
}
