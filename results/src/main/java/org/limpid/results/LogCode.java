package org.limpid.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.limpid.files.Words;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.event.Event;
import org.limpid.simulation.event.PartitionLog;
import org.limpid.simulation.event.ProfiledJobs;

/**
 * A decision log as bytes: whether the policy profiles, and if so the profiled jobs; then of each
 * virtual cluster name, nodes, GPUs per node, placement rule, jobs (each its row in {@code
 * jobs.csv} less the row before, and its GPUs) and events ({@link
 * org.limpid.simulation.event.EventCode}).
 */
final class LogCode {
  private static final long NEVER = -1;

  /** Far beyond every time that a trace may hold, and far from overflow. */
  private static final long LATEST = 1L << 53;

  private static final int MOST_NODES = 10_000_000;

  private LogCode() {}

  static void write(DecisionLog log, ByteWriter out) {
    out.putBoolean(log.profiling().isPresent());
    log.profiling().ifPresent(profiling -> write(profiling, out));
    out.putUnsigned(log.partitions().size());
    log.partitions().forEach(partition -> write(partition, out));
  }

  private static void write(ProfiledJobs jobs, ByteWriter out) {
    out.putUnsigned(jobs.size());
    for (int row = 0; row < jobs.size(); row++) {
      out.putBoolean(jobs.profiled()[row]);
      if (jobs.profiled()[row]) {
        out.putBoolean(jobs.finished()[row])
            .putUnsigned(jobs.startSeconds()[row])
            .putUnsigned(jobs.endSeconds()[row] - jobs.startSeconds()[row])
            .putUnsigned(jobs.queueSeconds()[row]);
      }
    }
  }

  private static void write(PartitionLog log, ByteWriter out) {
    out.putText(log.virtualCluster())
        .putUnsigned(log.nodeCount())
        .putUnsigned(log.gpusPerNode())
        .putText(log.placer())
        .putUnsigned(log.jobCount());
    int before = 0;
    for (int job = 0; job < log.jobCount(); job++) {
      out.putSigned(log.rows()[job] - before).putUnsigned(log.gpuCounts()[job]);
      before = log.rows()[job];
    }
    out.putUnsigned(log.count()).putBytes(log.bytes());
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param jobs those that the log tells of
   */
  static DecisionLog read(ByteReader in, JobTable jobs) {
    Optional<ProfiledJobs> profiling =
        in.takeBoolean() ? Optional.of(readProfiling(in, jobs.size())) : Optional.empty();
    int count = atMost(in.left(), in.takeCount());
    List<PartitionLog> partitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      partitions.add(readPartition(in, jobs));
    }
    if (!in.isAtEnd()) {
      throw new IllegalStateException(in.left() + " bytes are too many");
    }
    partitions.forEach(LogCode::requireReadable);
    return new DecisionLog(profiling, partitions);
  }

  /** Events are read as they are asked for; whoever asks need not expect broken ones. */
  private static void requireReadable(PartitionLog log) {
    for (Iterator<Event> events = log.iterator(); events.hasNext(); ) {
      events.next();
    }
  }

  private static ProfiledJobs readProfiling(ByteReader in, int size) {
    if (in.takeCount() != size) {
      throw new IllegalStateException("expected %d jobs in the profiler".formatted(size));
    }
    ProfiledJobs jobs =
        new ProfiledJobs(
            new boolean[size], new boolean[size], new long[size], new long[size], new long[size]);
    Arrays.fill(jobs.startSeconds(), NEVER);
    Arrays.fill(jobs.endSeconds(), NEVER);
    for (int row = 0; row < size; row++) {
      jobs.profiled()[row] = in.takeBoolean();
      if (jobs.profiled()[row]) {
        jobs.finished()[row] = in.takeBoolean();
        jobs.startSeconds()[row] = seconds(in);
        jobs.endSeconds()[row] = jobs.startSeconds()[row] + seconds(in);
        jobs.queueSeconds()[row] = seconds(in);
      }
    }
    return jobs;
  }

  private static long seconds(ByteReader in) {
    long seconds = in.takeUnsigned();
    if (seconds < 0 || seconds > LATEST) {
      throw new IllegalStateException("expected seconds, found " + seconds);
    }
    return seconds;
  }

  private static PartitionLog readPartition(ByteReader in, JobTable jobs) {
    String name = in.takeText();
    int nodes = atMost(MOST_NODES, in.takeCount());
    int gpusPerNode = atMost(Long.SIZE, in.takeCount());
    String placer = in.takeText();
    int size = atMost(in.left(), in.takeCount());
    int[] rows = new int[size];
    int[] gpuCounts = new int[size];
    long row = 0;
    for (int job = 0; job < size; job++) {
      row += in.takeSigned();
      gpuCounts[job] = in.takeCount();
      rows[job] = fitting(row, name, gpuCounts[job], jobs);
    }
    return new PartitionLog(
        name, nodes, gpusPerNode, placer, rows, gpuCounts, in.takeCount(), in.takeBytes());
  }

  private static int fitting(long row, String virtualCluster, int gpuCount, JobTable jobs) {
    if (row < 0
        || row >= jobs.size()
        || jobs.gpuCount((int) row) != gpuCount
        || !jobs.virtualCluster((int) row).equals(virtualCluster)) {
      throw new IllegalStateException(
          "job %d of '%s' with %s is not in jobs.csv"
              .formatted(row, virtualCluster, Words.count(gpuCount, "GPU")));
    }
    return (int) row;
  }

  /** Every element takes a byte or more, so that a broken count can't ask for all memory. */
  private static int atMost(int most, int count) {
    if (count > most) {
      throw new IllegalStateException("expected at most %d, found %d".formatted(most, count));
    }
    return count;
  }
}
