package org.limpid.data.io;

import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobAttributes;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;

/** Writes jobs one by one in the format {@code lucid}. Not safe for several threads. */
public final class JobsOutput implements AutoCloseable {
  private final Path target;
  private final CsvOutput csv;
  private final boolean withWorkloads;
  private final Set<JobAttribute> attributes;
  private final LocalDateTime origin;

  /**
   * Writes the header.
   *
   * @param target the file as it will be called, for messages
   * @param origin second 0 of all times
   */
  JobsOutput(
      Path target,
      OutputStream out,
      boolean withWorkloads,
      Set<JobAttribute> attributes,
      LocalDateTime origin) {
    this.target = target;
    this.origin = origin;
    csv = new CsvOutput(out);
    this.withWorkloads = withWorkloads;
    this.attributes = attributes;
    for (TraceColumn column : TraceColumn.NEEDED) {
      csv.field(CsvSchema.nameOf(column));
      if (column == TraceColumn.VC) {
        csv.field(CsvSchema.nameOf(TraceColumn.JOBNAME));
      }
    }
    if (withWorkloads) {
      TraceColumn.WORKLOAD.forEach(column -> csv.field(CsvSchema.nameOf(column)));
    }
    attributes.forEach(attribute -> csv.field(attribute.columnName()));
    csv.endRow();
  }

  /**
   * Appends a job; jobs must come in the order of their submission.
   *
   * @throws DataException if it cannot be written
   */
  public void write(Trace.Job job) {
    try {
      append(job);
    } catch (UncheckedIOException e) {
      throw AtomicFiles.cannotWrite(target, e.getCause());
    }
  }

  private void append(Trace.Job job) {
    csv.field(job.id())
        .field(job.user())
        .field(job.virtualCluster())
        .field(job.name())
        .field(job.gpuCount())
        .field(job.cpuCount())
        .field(job.state());
    time(job.submitSeconds());
    csv.field(job.durationSeconds());
    if (withWorkloads) {
      write(job.profile());
    }
    attributes.forEach(attribute -> write(attribute, job.attributes()));
    csv.endRow();
  }

  private void write(JobAttribute attribute, JobAttributes known) {
    if (!known.has(attribute)) {
      csv.emptyField();
    } else if (attribute.kind() == JobAttribute.Kind.TIME) {
      time(known.number(attribute));
    } else {
      csv.field(known.text(attribute));
    }
  }

  /** Seconds since the origin; a date where whoever reads it would take them for Unix time. */
  private void time(long seconds) {
    if (UnixTime.looksLike(seconds, origin).isEmpty()) {
      csv.field(seconds);
    } else {
      csv.field(ThroughputTables.time(origin, seconds));
    }
  }

  private void write(WorkloadProfile profile) {
    if (profile == null) {
      TraceColumn.WORKLOAD.forEach(_ -> csv.emptyField());
    } else {
      csv.field(profile.workload().dataset()).field(profile.workload().model());
      csv.field(profile.workload().batchSize()).field(profile.workload().mixedPrecision() ? 1 : 0);
      csv.field(profile.speed()).field(profile.gpuUtilPercent());
      csv.field(profile.memoryUtilPercent()).field(profile.memoryMib());
    }
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (UncheckedIOException e) {
      throw AtomicFiles.cannotWrite(target, e.getCause());
    }
  }
}
