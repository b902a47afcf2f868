package org.limpid.data.io;

import java.util.List;
import java.util.stream.Stream;
import org.limpid.data.JobAttribute;

/**
 * The columns of the Lucid artifact. The eight columns of the workload are all there or all
 * missing; a job in which they are all empty has no known workload.
 */
public final class LucidJobFormat {
  /**
   * The format as data sets have it: no other columns, every row a job, perhaps with {@link
   * JobAttribute}s; only rows that lack a time, a duration or a number of GPUs are left out.
   */
  static final JobFormat FORMAT =
      JobFormat.of(
          "lucid", schema().perhapsWith(List.of(JobAttribute.values())), RowFaults::missing);

  /** The format as the artifact may ship it, with other columns, which are ignored. */
  public static final JobFormat OF_ARTIFACT =
      JobFormat.of("lucid", schema().ignoringOthers(), RowFaults::of);

  private LucidJobFormat() {}

  private static CsvSchema schema() {
    return CsvSchema.of(
            TraceColumn.NEEDED,
            Stream.concat(Stream.of(TraceColumn.JOBNAME), TraceColumn.WORKLOAD.stream()).toList())
        .allowingIndex()
        .allOrNone(TraceColumn.WORKLOAD);
  }
}
