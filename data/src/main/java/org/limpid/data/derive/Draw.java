package org.limpid.data.derive;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.data.Trace;
import org.limpid.data.generate.RandomStream;
import org.limpid.data.io.DatasetReader;

/**
 * Decides which jobs are in a sample. Whether one is depends on its name and the seed only, so that
 * a smaller share is a part of a larger one.
 */
final class Draw {
  private final Trace trace;
  private final SampleRequest request;
  private final Set<String> clusters;
  private final long from;
  private final long to;

  Draw(DatasetReader source, SampleRequest request) {
    trace = source.trace();
    this.request = request;
    clusters =
        new HashSet<>(
            request.clusters().isEmpty() ? trace.virtualClusterNames() : request.clusters());
    from = seconds(source, request.from()).orElse(Long.MIN_VALUE);
    to = seconds(source, request.to()).orElse(Long.MAX_VALUE);
  }

  static Optional<Long> seconds(DatasetReader source, Optional<LocalDateTime> time) {
    long origin = source.origin().toEpochSecond(ZoneOffset.UTC);
    return time.map(each -> each.toEpochSecond(ZoneOffset.UTC) - origin);
  }

  /** Whether a job is of the time and the virtual clusters that are wanted. */
  boolean isInReach(int row) {
    long submit = trace.submitSeconds(row);
    return submit >= from && submit < to && clusters.contains(trace.virtualCluster(row));
  }

  boolean isDrawn(int row) {
    long bits = RandomStream.mix(RandomStream.mix(request.seed(), unit(row)));
    return RandomStream.unit(bits) < request.share();
  }

  private String unit(int row) {
    return switch (request.unit()) {
      case USERS -> trace.user(row);
      case JOBS ->
          trace.optional().has(JobAttribute.JOB_GROUP, row)
              ? trace.optional().text(JobAttribute.JOB_GROUP, row)
              : trace.jobId(row).toString();
    };
  }
}
