package org.limpid.data.derive;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.limpid.data.Estimates;
import org.limpid.data.JobAttribute;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.data.io.DatasetWriter;
import org.limpid.data.io.JobsOutput;

/**
 * A data set that is made from another one. What is not named here is that of the other one; files
 * have the usual names, and a job whose predecessor is not here follows none. Immutable, as long as
 * nobody changes {@code rows}.
 *
 * @param title says what was changed
 * @param profiler null: none
 * @param rows rows of the jobs of the other one, in the order of their submission here
 * @param job the job that is made of a row
 * @param keepsLoad whether series and forecast of the load are still right
 * @param scaling curves that the jobs have got, or none; null: they have those that they had
 * @param added what jobs may have got of which the other data set tells nothing
 */
public record DerivedDataset(
    String name,
    String title,
    DatasetDescription.Time time,
    List<VirtualCluster> virtualClusters,
    ProfilerDescription profiler,
    int[] rows,
    IntFunction<Trace.Job> job,
    boolean keepsLoad,
    ScalingCurves scaling,
    Set<JobAttribute> added) {

  /** Jobs that have the scaling curves that they had. */
  public DerivedDataset(
      String name,
      String title,
      DatasetDescription.Time time,
      List<VirtualCluster> virtualClusters,
      ProfilerDescription profiler,
      int[] rows,
      IntFunction<Trace.Job> job,
      boolean keepsLoad) {
    this(name, title, time, virtualClusters, profiler, rows, job, keepsLoad, null, Set.of());
  }

  /**
   * Writes it.
   *
   * @param source the other one
   * @param overwrite whether an older data set may be replaced
   * @throws org.limpid.files.DataException if the source can't be read or this can't be written
   */
  public void write(DatasetReader source, Path out, boolean overwrite) {
    DatasetDescription description = description(source.description());
    try (DatasetWriter writer = DatasetWriter.create(out, description, overwrite)) {
      writer.virtualClusters(virtualClusters);
      writeJobs(source.trace(), writer);
      description.estimates().keySet().forEach(each -> writeEstimates(source, each, writer));
      writeLoad(source, description, writer);
      if (description.profiles() != null) {
        writer.profiles(source.profiles());
      }
      if (description.scaling() != null) {
        writer.scaling(scaling == null ? source.scaling() : scaling);
      }
      if (description.sensitivity() != null) {
        writer.sensitivity(source.sensitivity());
      }
      writer.commit();
    }
  }

  private DatasetDescription description(DatasetDescription other) {
    boolean grouped = virtualClusters.stream().anyMatch(each -> !each.groups().isEmpty());
    DatasetDescription.Cluster cluster = other.cluster();
    return new DatasetDescription(
        name,
        title,
        time,
        new DatasetDescription.Cluster(
            "virtual_clusters.csv",
            cluster.gpusPerNode(),
            cluster.cpusPerNode(),
            cluster.gpuMemoryMib(),
            grouped ? Optional.of("node_groups.csv") : Optional.empty()),
        DatasetDescription.usualJobs(),
        keepsLoad ? throughput(other.throughput()) : null,
        estimates(other.estimates().keySet()),
        profiles(other.profiles()),
        profiler,
        hasScaling(other) ? "scaling.csv" : null,
        other.sensitivity() == null ? null : "sensitivity.json");
  }

  private boolean hasScaling(DatasetDescription other) {
    return scaling == null ? other.scaling() != null : !scaling.isEmpty();
  }

  private static DatasetDescription.Throughput throughput(DatasetDescription.Throughput other) {
    return other == null
        ? null
        : new DatasetDescription.Throughput(
            other.series().map(_ -> "throughput.csv"), other.forecast().map(_ -> "forecast.csv"));
  }

  private static DatasetDescription.ProfileFiles profiles(DatasetDescription.ProfileFiles other) {
    return other == null
        ? null
        : new DatasetDescription.ProfileFiles(
            "profiles_single.csv", other.colocated().map(_ -> "profiles_colocated.csv"));
  }

  private static Map<String, String> estimates(Set<String> names) {
    Map<String, String> files = new LinkedHashMap<>();
    names.forEach(each -> files.put(each, "estimates_%d.csv".formatted(files.size() + 1)));
    return files;
  }

  private void writeJobs(Trace trace, DatasetWriter writer) {
    boolean withWorkloads =
        Arrays.stream(rows).anyMatch(row -> trace.workloadIndex(row) != Trace.NO_WORKLOAD);
    Set<JobAttribute> attributes = trace.optional().present();
    attributes.addAll(added);
    BitSet kept = kept();
    try (JobsOutput jobs = writer.jobs(withWorkloads, attributes)) {
      for (int row : rows) {
        Trace.Job made = job.apply(row);
        jobs.write(isCut(trace, row, kept) ? alone(made) : made);
      }
    }
  }

  private BitSet kept() {
    BitSet kept = new BitSet();
    Arrays.stream(rows).forEach(kept::set);
    return kept;
  }

  /** Jobs that followed one that is not here, and now follow none. */
  long cutLinks(Trace trace) {
    BitSet kept = kept();
    return Arrays.stream(rows).filter(row -> isCut(trace, row, kept)).count();
  }

  private static boolean isCut(Trace trace, int row, BitSet kept) {
    int predecessor = trace.optional().predecessorRow(row);
    return predecessor >= 0 && !kept.get(predecessor);
  }

  private static Trace.Job alone(Trace.Job job) {
    return job.with(job.attributes().with(JobAttribute.PREDECESSOR, null));
  }

  private void writeEstimates(DatasetReader source, String estimates, DatasetWriter writer) {
    Estimates known = source.estimates(estimates, source.trace());
    try (CsvOutput csv = writer.beginEstimates(estimates)) {
      for (int row : rows) {
        if (known.has(row)) {
          csv.field(job.apply(row).id()).field(known.seconds(row)).endRow();
        }
      }
    }
  }

  private static void writeLoad(
      DatasetReader source, DatasetDescription description, DatasetWriter writer) {
    if (description.throughput() != null) {
      description
          .throughput()
          .series()
          .ifPresent(_ -> writer.series(source.throughput().orElseThrow()));
      description.throughput().forecast().ifPresent(_ -> writer.forecast(source.forecast()));
    }
  }
}
