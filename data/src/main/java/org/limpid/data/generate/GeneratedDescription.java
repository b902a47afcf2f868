package org.limpid.data.generate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerChoice;
import org.limpid.data.io.DatasetDescription;

/** What {@code dataset.json} says of a generated data set. */
final class GeneratedDescription {
  static final String LUCID = "lucid";
  static final String QSSF = "qssf";

  private static final long SECONDS_PER_DAY = 86_400;

  private GeneratedDescription() {}

  static DatasetDescription of(
      GeneratorOptions options, LocalDate origin, ClusterDescription cluster) {
    Map<String, String> estimates = new LinkedHashMap<>();
    estimates.put(LUCID, "estimate_lucid.csv");
    estimates.put(QSSF, "estimate_qssf.csv");
    return new DatasetDescription(
        "generated-" + options.jobs() + "-jobs-seed-" + options.seed(),
        String.format(
            Locale.ROOT,
            "Synthetic trace: %d jobs in %d days, seed %d",
            options.jobs(),
            options.days(),
            options.seed()),
        new DatasetDescription.Time(origin.atStartOfDay(), options.historyDays() * SECONDS_PER_DAY),
        new DatasetDescription.Cluster(
            "virtual_clusters.csv",
            cluster.gpusPerNode(),
            cluster.cpusPerNode(),
            cluster.gpuMemoryMib()),
        new DatasetDescription.Jobs("jobs.csv.gz", "lucid"),
        new DatasetDescription.Throughput(
            Optional.of("throughput.csv"), Optional.of("forecast.csv")),
        estimates,
        new DatasetDescription.ProfileFiles(
            "profiles_single.csv", Optional.of("profiles_colocated.csv")),
        // No job needs a whole virtual cluster, see ClusterModel.maxGpuCount.
        ProfilerChoice.of(cluster, name -> 0).orElse(null));
  }
}
