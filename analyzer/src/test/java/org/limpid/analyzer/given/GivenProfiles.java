package org.limpid.analyzer.given;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.limpid.data.PairProfile;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.ProfileTables;
import org.limpid.files.Problems;

/** Profiles for tests. */
public final class GivenProfiles {
  private GivenProfiles() {}

  /** A file of the data that lie beside the checkout; the test is skipped without it. */
  public static Path shared(String name) {
    Path file = Path.of(System.getProperty("limpid.shared", "none"), name);
    Assumptions.assumeTrue(Files.exists(file), () -> "there is no " + file);
    return file;
  }

  /** The published profiles of Venus. */
  public static Profiles venus() {
    Problems problems = new Problems();
    List<SingleProfile> singles =
        ProfileTables.singles(shared("data/venus/profiles_single.csv"), problems);
    List<PairProfile> pairs =
        ProfileTables.pairs(shared("data/venus/profiles_colocated.csv"), problems);
    problems.throwIfAny();
    return new Profiles(singles, pairs);
  }

  /** A workload of a model, told from others of it by the size of its batch. */
  public static Workload workload(String model, int batchSize) {
    return new Workload(model, "data", batchSize, false);
  }

  /** What it shows alone: the memory utilisation is half the GPU utilisation. */
  public static WorkloadProfile profile(String model, int batchSize, double gpuUtilPercent) {
    return new WorkloadProfile(
        workload(model, batchSize), 100, gpuUtilPercent, gpuUtilPercent / 2, 3000);
  }

  /** The same with its score. */
  public static SingleProfile single(
      String model, int batchSize, double gpuUtilPercent, int shareScore) {
    return new SingleProfile(profile(model, batchSize, gpuUtilPercent), shareScore);
  }

  /** A measured pair. */
  public static PairProfile pair(Workload first, Workload second, double rate, double otherRate) {
    return new PairProfile(first, second, rate, otherRate, 80, 40, 9000);
  }
}
