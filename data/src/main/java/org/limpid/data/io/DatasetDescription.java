package org.limpid.data.io;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.ProfilerDescription;
import org.limpid.files.DataException;

/**
 * What {@code dataset.json} says. File names are relative to its folder.
 *
 * @param name short name, e.g. {@code venus-2020-09}
 * @param title one line on what it is
 * @param throughput series and forecast of the load; null when there are none
 * @param estimates files with estimated durations by name, in the order of the description
 * @param profiles measurements of workloads; null when there are none
 * @param profiler the profiling partition; null when there is none
 * @param scaling CSV file with the scaling curves of jobs; null when there are none
 * @param sensitivity JSON file with what models gain by CPUs and memory; null when there is none
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DatasetDescription(
    String name,
    String title,
    Time time,
    Cluster cluster,
    Jobs jobs,
    Throughput throughput,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> estimates,
    ProfileFiles profiles,
    ProfilerDescription profiler,
    String scaling,
    String sensitivity) {
  /** Name of the file that describes a data set. */
  public static final String FILE_NAME = "dataset.json";

  /** The only version of the format. */
  public static final String FORMAT = "limpid-dataset/1";

  public DatasetDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(jobs, "jobs");
    estimates = Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
  }

  /** The description of a data set without tables of what GPUs, CPUs and memory bring. */
  public DatasetDescription(
      String name,
      String title,
      Time time,
      Cluster cluster,
      Jobs jobs,
      Throughput throughput,
      Map<String, String> estimates,
      ProfileFiles profiles,
      ProfilerDescription profiler) {
    this(name, title, time, cluster, jobs, throughput, estimates, profiles, profiler, null, null);
  }

  /**
   * The description of a data set whose files have the usual names and whose jobs have workloads.
   *
   * @param throughput null: none
   * @param profiler null: none
   */
  public static DatasetDescription withUsualFiles(
      String name,
      String title,
      Time time,
      ClusterDescription cluster,
      Throughput throughput,
      Map<String, String> estimates,
      ProfilerDescription profiler) {
    return new DatasetDescription(
        name,
        title,
        time,
        new Cluster(
            "virtual_clusters.csv",
            cluster.gpusPerNode(),
            cluster.cpusPerNode(),
            cluster.gpuMemoryMib(),
            cluster.virtualClusters().stream().allMatch(vc -> vc.groups().isEmpty())
                ? Optional.empty()
                : Optional.of("node_groups.csv")),
        usualJobs(),
        throughput,
        estimates,
        new ProfileFiles("profiles_single.csv", Optional.of("profiles_colocated.csv")),
        profiler);
  }

  /** The same with scaling curves in a file of the usual name. */
  public DatasetDescription withScaling() {
    return with("scaling.csv", sensitivity);
  }

  /** The same with what models gain by CPUs and memory, in a file of the usual name. */
  public DatasetDescription withSensitivity() {
    return with(scaling, "sensitivity.json");
  }

  private DatasetDescription with(String curves, String gains) {
    return new DatasetDescription(
        name, title, time, cluster, jobs, throughput, estimates, profiles, profiler, curves, gains);
  }

  /** The same for jobs without workloads. */
  public DatasetDescription withoutProfiles() {
    return new DatasetDescription(
        name,
        title,
        time,
        cluster,
        jobs,
        throughput,
        estimates,
        null,
        profiler,
        scaling,
        sensitivity);
  }

  /** The format in which data sets are written, in a file of the usual name. */
  public static Jobs usualJobs() {
    return new Jobs("jobs.csv.gz", LucidJobFormat.FORMAT.name());
  }

  /**
   * Reads a description.
   *
   * @throws DataException with all problems found in the file
   */
  public static DatasetDescription read(Path file) {
    return DescriptionReader.read(file);
  }

  /** Names of all files of the data set but the description, in a fixed order. */
  public List<String> fileNames() {
    List<String> names = new ArrayList<>(List.of(cluster.virtualClusters(), jobs.file()));
    cluster.nodeGroups().ifPresent(names::add);
    if (throughput != null) {
      throughput.series().ifPresent(names::add);
      throughput.forecast().ifPresent(names::add);
    }
    names.addAll(estimates.values());
    if (profiles != null) {
      names.add(profiles.single());
      profiles.colocated().ifPresent(names::add);
    }
    if (scaling != null) {
      names.add(scaling);
    }
    if (sensitivity != null) {
      names.add(sensitivity);
    }
    return names;
  }

  /**
   * How times are counted.
   *
   * @param origin second 0, wall clock of the cluster without a time zone
   * @param startSeconds when a simulation starts, seconds since the origin; not after the first
   *     submission
   */
  public record Time(LocalDateTime origin, long startSeconds) {}

  /**
   * The machines.
   *
   * @param virtualClusters CSV file with the virtual clusters and their nodes
   * @param cpusPerNode logical processors of a node, 0 if unknown
   * @param nodeGroups CSV file with the groups of nodes of virtual clusters that have others
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Cluster(
      String virtualClusters,
      int gpusPerNode,
      int cpusPerNode,
      int gpuMemoryMib,
      Optional<String> nodeGroups) {
    /** Nodes that are all alike. */
    public Cluster(String virtualClusters, int gpusPerNode, int cpusPerNode, int gpuMemoryMib) {
      this(virtualClusters, gpusPerNode, cpusPerNode, gpuMemoryMib, Optional.empty());
    }
  }

  /**
   * The trace.
   *
   * @param file CSV file, plain or gzipped
   * @param format name of its format, {@code lucid} or {@code helios}
   */
  public record Jobs(String file, String format) {}

  /**
   * The load over time.
   *
   * @param series CSV file with what was submitted, started and ended per slot of 10 minutes
   * @param forecast CSV file with what is expected per slot
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Throughput(Optional<String> series, Optional<String> forecast) {}

  /** Measurements of workloads. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ProfileFiles(String single, Optional<String> colocated) {}
}
