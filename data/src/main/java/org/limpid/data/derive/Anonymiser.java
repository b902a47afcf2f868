package org.limpid.data.derive;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.JobId;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.Words;

/**
 * Gives all that could name somebody another name: users, virtual clusters, jobs, groups of jobs
 * and nodes by a key, identifiers of jobs by their place. Everything else stays, so that a
 * simulation has the same results under the new names.
 */
public final class Anonymiser {
  private static final String NODES = "|";

  private final DatasetReader source;
  private final NameKey key;
  private final int shiftDays;
  private final Map<String, Map<String, String>> names = new HashMap<>();

  /**
   * Prepares a data set.
   *
   * @param shiftDays all times are so many days later
   */
  public Anonymiser(DatasetReader source, NameKey key, int shiftDays) {
    this.source = source;
    this.key = key;
    this.shiftDays = shiftDays;
  }

  /**
   * Writes the data set under other names.
   *
   * @throws org.limpid.files.DataException if it can't be read or written
   */
  public void write(Path out, boolean overwrite) {
    Trace trace = source.trace();
    new DerivedDataset(
            "anonymous",
            "%s under other names%s"
                .formatted(Words.count(trace.size(), "job"), shiftDays == 0 ? "" : " and dates"),
            time(source.description().time()),
            source.cluster().virtualClusters().stream().map(this::renamed).toList(),
            source.profiler().map(this::renamed).orElse(null),
            IntStream.range(0, trace.size()).toArray(),
            row -> renamed(trace, row),
            true)
        .write(source, out, overwrite);
  }

  private DatasetDescription.Time time(DatasetDescription.Time time) {
    return new DatasetDescription.Time(time.origin().plusDays(shiftDays), time.startSeconds());
  }

  private VirtualCluster renamed(VirtualCluster cluster) {
    return new VirtualCluster(
        virtualCluster(cluster.name()), cluster.nodeCount(), cluster.groups());
  }

  private ProfilerDescription renamed(ProfilerDescription profiler) {
    return new ProfilerDescription(
        profiler.nodeCount(),
        profiler.timeLimitSeconds(),
        profiler.gpuFactor(),
        profiler.takenFrom().stream().map(this::virtualCluster).toList(),
        Optional.ofNullable(profiler.lender()).map(this::virtualCluster).orElse(null),
        profiler.loanNodes());
  }

  private Trace.Job renamed(Trace trace, int row) {
    Trace.Job job = trace.job(row);
    return new Trace.Job(
        id(row),
        name("user", job.user()),
        virtualCluster(job.virtualCluster()),
        job.name().isEmpty() ? "" : name("job", job.name()),
        job.gpuCount(),
        job.cpuCount(),
        state(job.state()),
        job.submitSeconds(),
        job.durationSeconds(),
        job.profile(),
        renamed(job.attributes(), trace.optional().predecessorRow(row)));
  }

  private static JobId id(int row) {
    return JobId.of(row + 1L);
  }

  /** Slurm says who cancelled a job: {@code CANCELLED by 1001}. */
  private static String state(String state) {
    return state.strip().split("\\s", 2)[0];
  }

  private JobAttributes renamed(JobAttributes attributes, int predecessorRow) {
    JobAttributes renamed = attributes;
    if (predecessorRow >= 0) {
      renamed = renamed.with(JobAttribute.PREDECESSOR, id(predecessorRow));
    }
    if (attributes.has(JobAttribute.JOB_GROUP)) {
      renamed =
          renamed.with(
              JobAttribute.JOB_GROUP, name("group", attributes.text(JobAttribute.JOB_GROUP)));
    }
    if (attributes.has(JobAttribute.NODE_NAMES)) {
      renamed =
          renamed.with(JobAttribute.NODE_NAMES, nodes(attributes.text(JobAttribute.NODE_NAMES)));
    }
    return renamed;
  }

  private String nodes(String texts) {
    return Arrays.stream(texts.split("\\" + NODES))
        .map(node -> name("node", node))
        .collect(Collectors.joining(NODES));
  }

  private String virtualCluster(String name) {
    return name("vc", name);
  }

  private String name(String kind, String name) {
    return names
        .computeIfAbsent(kind, _ -> new HashMap<>())
        .computeIfAbsent(name, _ -> key.name(kind, name));
  }
}
