package org.limpid.data.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.limpid.data.ClusterDescription;
import org.limpid.data.PairProfile;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.Workload;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;

/** Checks a whole data set: every file, and what one file says about another. */
public final class DatasetCheck {
  private final Problems problems = new Problems();

  private DatasetCheck() {}

  /** All problems of a data set; empty if it is fit for use. */
  public static List<Problem> check(Path folder) {
    DatasetCheck check = new DatasetCheck();
    DatasetReader reader = check.attempt(() -> DatasetReader.open(folder));
    if (reader != null) {
      check.checkFiles(reader);
    }
    return check.problems.list();
  }

  /** Parts that cannot be read are left out of the checks of the others. */
  private void checkFiles(DatasetReader reader) {
    ClusterDescription cluster = attempt(reader::cluster);
    Profiles profiles = attempt(reader::profiles);
    Set<Workload> profiled =
        reader.description().profiles() == null || profiles == null
            ? null
            : reader.profiledWorkloads();
    Trace trace = attempt(() -> reader.readTrace(cluster, profiled));
    attempt(reader::forecast);
    attempt(reader::throughput);
    Trace jobs = trace == null ? new Trace.Builder().build() : trace;
    reader.estimateNames().forEach(name -> attempt(() -> reader.estimates(name, jobs)));
    checkPairs(reader, profiles, profiled);
    if (cluster != null) {
      reader.profiler().ifPresent(profiler -> checkProfiler(reader, profiler, cluster));
    }
  }

  private void checkPairs(DatasetReader reader, Profiles profiles, Set<Workload> profiled) {
    if (profiled == null || profiles.pairs().isEmpty()) {
      return;
    }
    Path file = reader.folder().resolve(reader.description().profiles().colocated().orElseThrow());
    profiles.pairs().stream()
        .mapMulti((PairProfile pair, Consumer<Workload> each) -> {
          each.accept(pair.first());
          each.accept(pair.second());
        })
        .filter(workload -> !profiled.contains(workload))
        .distinct()
        .forEach(workload ->
            problems.add(
                new Problem(
                    file.toString(),
                    0,
                    "",
                    workload.toString(),
                    "expected workloads of the table of single profiles",
                    "Maybe a row is missing there.")));
  }

  private void checkProfiler(
      DatasetReader reader, ProfilerDescription profiler, ClusterDescription cluster) {
    Set<String> names =
        cluster.virtualClusters().stream().map(VirtualCluster::name).collect(Collectors.toSet());
    profiler.takenFrom().forEach(name -> requireKnown(reader, "profiler.takenFrom", name, names));
    if (profiler.lender() != null) {
      requireKnown(reader, "profiler.lender", profiler.lender(), names);
    }
  }

  private void requireKnown(DatasetReader reader, String key, String name, Set<String> names) {
    if (!names.contains(name)) {
      problems.add(
          new Problem(
              reader.folder().resolve(DatasetDescription.FILE_NAME).toString(),
              0,
              key,
              name,
              "expected a virtual cluster of the cluster",
              ClosestName.hint(name, names.stream().sorted().toList())));
    }
  }

  /** The value, or null when it cannot be had; its problems are noted. */
  private <T> T attempt(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (DataException e) {
      problems.addAll(e);
      return null;
    }
  }
}
