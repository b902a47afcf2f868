package org.limpid.simulation.given;

import java.util.List;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;

/** Workloads of tests. */
public final class Workloads {
  private Workloads() {}

  /** A workload of a model on some data. */
  public static Workload of(String model) {
    return new Workload(model, "data", 32, false);
  }

  /** 50 % of the GPU and so much memory. */
  public static WorkloadProfile profile(String model, double memoryMib) {
    return new WorkloadProfile(of(model), 100, 50, 25, memoryMib);
  }

  /** The workload with its share score. */
  public static Profiles.SingleProfile single(WorkloadProfile profile, int shareScore) {
    return new Profiles.SingleProfile(profile, shareScore);
  }

  /** Two workloads on the same GPUs: 80 % of the GPU, 9000 MiB. */
  public static PairProfile pair(String first, String second, double firstRate, double secondRate) {
    return new PairProfile(of(first), of(second), firstRate, secondRate, 80, 40, 9000);
  }

  /** Light workloads, and their pairs. */
  public static Profiles light(List<WorkloadProfile> profiles, PairProfile... pairs) {
    return new Profiles(
        profiles.stream().map(profile -> single(profile, 0)).toList(), List.of(pairs));
  }
}
