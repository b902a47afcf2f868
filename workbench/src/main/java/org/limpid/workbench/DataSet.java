package org.limpid.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetReader;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A data set as tables. Columns are called and meant as in its files ({@code docs/data-format.md}):
 * times are seconds, moments count from the origin. Every call makes a table of its own. What is
 * missing or wrong in the files is a {@code DataException}. Not safe for several threads.
 */
public final class DataSet {
  private final DatasetReader reader;

  private DataSet(DatasetReader reader) {
    this.reader = reader;
  }

  /** Opens a folder with {@code dataset.json}. */
  public static DataSet open(Path folder) {
    return new DataSet(DatasetReader.open(folder));
  }

  /** Opens a folder with {@code dataset.json}. */
  public static DataSet open(String folder) {
    return open(Path.of(folder));
  }

  /** The data set of a reader. */
  public static DataSet of(DatasetReader reader) {
    return new DataSet(reader);
  }

  /** The reader of the data set, for what no table tells. */
  public DatasetReader reader() {
    return reader;
  }

  /**
   * The jobs, in the order of the trace. Columns: {@code job_id}, {@code user}, {@code vc}, {@code
   * jobname}, {@code gpu_num}, {@code cpu_num}, {@code state}; {@code submit_time}, {@code
   * duration} (s); {@code workload}, such as {@code ResNet50/ImageNet/64}, and what a GPU shows
   * while it runs alone: {@code speed} (samples per second), {@code gpu_util}, {@code gmem_util}
   * (percent), {@code gmem} (MiB), missing where the workload is not known.
   */
  public Table jobs() {
    Trace trace = reader.trace();
    int size = trace.size();
    return Table.create(
        "jobs",
        TableColumns.texts("job_id", size, row -> trace.jobId(row).toString()),
        TableColumns.texts("user", size, trace::user),
        TableColumns.texts("vc", size, trace::virtualCluster),
        TableColumns.texts("jobname", size, trace::jobName),
        TableColumns.counts("gpu_num", size, trace::gpuCount),
        TableColumns.counts("cpu_num", size, trace::cpuCount),
        TableColumns.texts("state", size, trace::state),
        TableColumns.whole("submit_time", size, trace::submitSeconds),
        TableColumns.whole("duration", size, trace::durationSeconds),
        workloads(trace),
        TableColumns.decimals("speed", size, row -> known(trace, row, WorkloadProfile::speed)),
        TableColumns.decimals(
            "gpu_util", size, row -> known(trace, row, WorkloadProfile::gpuUtilPercent)),
        TableColumns.decimals(
            "gmem_util", size, row -> known(trace, row, WorkloadProfile::memoryUtilPercent)),
        TableColumns.decimals("gmem", size, row -> known(trace, row, WorkloadProfile::memoryMib)));
  }

  private static StringColumn workloads(Trace trace) {
    return TableColumns.texts(
        "workload",
        trace.size(),
        row ->
            trace.workloadIndex(row) == Trace.NO_WORKLOAD
                ? ""
                : trace.workloadProfile(row).workload().toString());
  }

  private static double known(Trace trace, int row, ToDoubleFunction<WorkloadProfile> value) {
    return trace.workloadIndex(row) == Trace.NO_WORKLOAD
        ? Double.NaN
        : value.applyAsDouble(trace.workloadProfile(row));
  }

  /** The virtual clusters. Columns: {@code vc}, {@code num} (nodes). */
  public Table virtualClusters() {
    List<VirtualCluster> all = reader.cluster().virtualClusters();
    return Table.create(
        "virtual clusters",
        TableColumns.texts("vc", all.size(), row -> all.get(row).name()),
        TableColumns.counts("num", all.size(), row -> all.get(row).nodeCount()));
  }
}
