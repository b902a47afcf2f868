package org.limpid.explain.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limpid.simulation.bytes.ByteReader;
import org.limpid.simulation.bytes.ByteWriter;
import org.limpid.simulation.decision.DecisionLog;
import org.limpid.simulation.decision.PartitionLog;
import org.limpid.simulation.decision.ProfiledJobs;

/** A decision log as bytes; see {@code docs/decision-log.md}. */
final class LogCode {
  private static final String FORMAT = "limpid-decisions/1";
  private static final long NEVER = -1;

  private LogCode() {}

  static byte[] write(DecisionLog log) {
    ByteWriter out = new ByteWriter().putText(FORMAT).putBoolean(log.profiling().isPresent());
    log.profiling().ifPresent(profiling -> write(profiling, out));
    out.putUnsigned(log.partitions().size());
    log.partitions().forEach(partition -> write(partition, out));
    return out.toByteArray();
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
   * @throws IllegalStateException if it is something else
   */
  static DecisionLog read(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    String format = in.takeText();
    if (!format.equals(FORMAT)) {
      throw new IllegalStateException("expected " + FORMAT + ", found " + format);
    }
    Optional<ProfiledJobs> profiling =
        in.takeBoolean() ? Optional.of(readProfiling(in)) : Optional.empty();
    int count = atMost(in.left(), in.takeCount());
    List<PartitionLog> partitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      partitions.add(readPartition(in));
    }
    if (!in.isAtEnd()) {
      throw new IllegalStateException(in.left() + " bytes are too many");
    }
    return new DecisionLog(profiling, partitions);
  }

  private static ProfiledJobs readProfiling(ByteReader in) {
    int size = atMost(in.left(), in.takeCount());
    ProfiledJobs jobs =
        new ProfiledJobs(
            new boolean[size], new boolean[size], new long[size], new long[size], new long[size]);
    Arrays.fill(jobs.startSeconds(), NEVER);
    Arrays.fill(jobs.endSeconds(), NEVER);
    for (int row = 0; row < size; row++) {
      jobs.profiled()[row] = in.takeBoolean();
      if (jobs.profiled()[row]) {
        jobs.finished()[row] = in.takeBoolean();
        jobs.startSeconds()[row] = in.takeUnsigned();
        jobs.endSeconds()[row] = jobs.startSeconds()[row] + in.takeUnsigned();
        jobs.queueSeconds()[row] = in.takeUnsigned();
      }
    }
    return jobs;
  }

  private static PartitionLog readPartition(ByteReader in) {
    String name = in.takeText();
    int nodes = in.takeCount();
    int gpusPerNode = in.takeCount();
    String placer = in.takeText();
    int size = atMost(in.left(), in.takeCount());
    int[] rows = new int[size];
    int[] gpuCounts = new int[size];
    int before = 0;
    for (int job = 0; job < size; job++) {
      rows[job] = before + (int) in.takeSigned();
      gpuCounts[job] = in.takeCount();
      before = rows[job];
    }
    return new PartitionLog(
        name, nodes, gpusPerNode, placer, rows, gpuCounts, in.takeCount(), in.takeBytes());
  }

  /** Every element takes a byte or more, so that a broken count can't ask for all memory. */
  private static int atMost(int left, int count) {
    if (count > left) {
      throw new IllegalStateException("expected at most %d, found %d".formatted(left, count));
    }
    return count;
  }
}
