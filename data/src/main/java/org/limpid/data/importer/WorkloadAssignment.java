package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.generate.RandomStream;

/**
 * Gives jobs a workload from a profile table. What a job gets depends on the seed and on itself
 * alone, not on other jobs or their order. Immutable.
 */
final class WorkloadAssignment {
  private static final long SECONDS_PER_HOUR = 3600;

  /** Longest job of the small models, and of the middle ones: the rule of the Lucid artifact. */
  private static final long SHORT_SECONDS = 3 * SECONDS_PER_HOUR;

  private static final long MIDDLE_SECONDS = 10 * SECONDS_PER_HOUR;
  private static final Set<String> MIDDLE_MODELS = Set.of("DCGAN", "LSTM", "Transformer");
  private static final Set<String> LARGE_MODELS = Set.of("BERT", "MobileNetV3", "ResNet50");

  private final AssignmentRule rule;
  private final long seed;
  private final List<List<WorkloadProfile>> all;
  private final List<List<WorkloadProfile>> small;
  private final List<List<WorkloadProfile>> middle;
  private final List<List<WorkloadProfile>> large;

  /**
   * Prepares the draws.
   *
   * @throws IllegalArgumentException if the table has no workload that the rule may give
   */
  WorkloadAssignment(AssignmentRule rule, Profiles profiles, long seed) {
    this.rule = rule;
    this.seed = seed;
    Map<String, List<WorkloadProfile>> byModel = new LinkedHashMap<>();
    for (SingleProfile single : profiles.singles()) {
      WorkloadProfile profile = single.profile();
      byModel.computeIfAbsent(profile.workload().model(), _ -> new ArrayList<>()).add(profile);
    }
    all = List.copyOf(byModel.values());
    middle = of(byModel, MIDDLE_MODELS);
    large = of(byModel, LARGE_MODELS);
    byModel.keySet().removeAll(MIDDLE_MODELS);
    byModel.keySet().removeAll(LARGE_MODELS);
    small = List.copyOf(byModel.values());
    requireChoice(profiles);
  }

  private static List<List<WorkloadProfile>> of(
      Map<String, List<WorkloadProfile>> byModel, Set<String> models) {
    return byModel.entrySet().stream()
        .filter(entry -> models.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void requireChoice(Profiles profiles) {
    boolean missing =
        rule == AssignmentRule.ARTIFACT
            ? small.isEmpty() || middle.isEmpty() || large.isEmpty()
            : all.isEmpty();
    if (missing) {
      throw new IllegalArgumentException(
          "the profile table with %d workloads has none for a class of jobs. Maybe it is empty, or its models are not those of the Lucid artifact."
              .formatted(profiles.singles().size()));
    }
  }

  Trace.Job assign(Trace.Job job) {
    return job.with(draw(choice(job), key(job)));
  }

  private List<List<WorkloadProfile>> choice(Trace.Job job) {
    if (rule != AssignmentRule.ARTIFACT) {
      return all;
    }
    return job.durationSeconds() <= SHORT_SECONDS
        ? small
        : job.durationSeconds() <= MIDDLE_SECONDS ? middle : large;
  }

  private long key(Trace.Job job) {
    if (rule != AssignmentRule.GROUP) {
      return job.id().isNumber()
          ? RandomStream.mix(seed ^ RandomStream.mix(job.id().number()))
          : RandomStream.mix(seed, job.id().text());
    }
    return RandomStream.mix(
        RandomStream.mix(RandomStream.mix(seed, job.user()) ^ job.gpuCount()) ^ job.cpuCount());
  }

  private static WorkloadProfile draw(List<List<WorkloadProfile>> models, long key) {
    List<WorkloadProfile> variants = models.get(Math.floorMod(key, models.size()));
    return variants.get(Math.floorMod(RandomStream.mix(key), variants.size()));
  }
}
