package org.limpid.data.convert;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.table.TableColumn;
import org.limpid.files.table.TableFormat;
import org.limpid.files.table.TableRows;

/**
 * The jobs of a data set with the columns of {@code docs/data-format.md}. Times are dates, so that
 * the table needs no origin, and can be imported again.
 */
final class JobTable {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final DatasetReader source;
  private final Trace trace;
  private final boolean hasNumbers;
  private final boolean hasWorkloads;
  private final List<JobAttribute> attributes;

  JobTable(DatasetReader source) {
    this.source = source;
    trace = source.trace();
    hasNumbers = IntStream.range(0, trace.size()).allMatch(row -> trace.jobId(row).isNumber());
    hasWorkloads = !trace.workloadProfiles().isEmpty();
    attributes = List.copyOf(trace.optional().present());
  }

  void write(TableFormat format, Path out, boolean overwrite) {
    format.write(
        out,
        overwrite,
        columns(),
        rows -> {
          for (int row = 0; row < trace.size(); row++) {
            write(trace.job(row), rows);
          }
        });
  }

  private List<TableColumn> columns() {
    List<TableColumn> columns = new ArrayList<>();
    columns.add(id("job_id"));
    columns.add(TableColumn.ofTexts("user"));
    columns.add(TableColumn.ofTexts("vc"));
    columns.add(TableColumn.ofTexts("jobname"));
    columns.add(TableColumn.ofLongs("gpu_num"));
    columns.add(TableColumn.ofLongs("cpu_num"));
    columns.add(TableColumn.ofTexts("state"));
    columns.add(TableColumn.ofTexts("submit_time"));
    columns.add(TableColumn.ofLongs("duration"));
    if (hasWorkloads) {
      columns.addAll(workload());
    }
    attributes.forEach(each -> columns.add(column(each)));
    return columns;
  }

  private TableColumn id(String name) {
    return hasNumbers ? TableColumn.ofLongs(name) : TableColumn.ofTexts(name);
  }

  private static List<TableColumn> workload() {
    return List.of(
        TableColumn.ofTexts("dataset"),
        TableColumn.ofTexts("model"),
        TableColumn.ofLongs("batchsize"),
        TableColumn.ofLongs("amp"),
        TableColumn.ofDoubles("speed"),
        TableColumn.ofDoubles("gpu_util"),
        TableColumn.ofDoubles("gmem_util"),
        TableColumn.ofDoubles("gmem"));
  }

  private TableColumn column(JobAttribute attribute) {
    return switch (attribute.kind()) {
      case NUMBER, FLAG -> TableColumn.ofLongs(attribute.columnName());
      case TEXT, TIME -> TableColumn.ofTexts(attribute.columnName());
      case JOB -> id(attribute.columnName());
    };
  }

  private void write(Trace.Job job, TableRows rows) {
    id(job.id(), rows);
    rows.value(job.user()).value(job.virtualCluster()).value(job.name());
    rows.value(job.gpuCount()).value(job.cpuCount()).value(job.state());
    rows.value(time(job.submitSeconds())).value(job.durationSeconds());
    if (hasWorkloads) {
      workload(job.profile(), rows);
    }
    for (JobAttribute each : attributes) {
      attribute(each, job, rows);
    }
    rows.endRow();
  }

  private void id(JobId id, TableRows rows) {
    if (hasNumbers) {
      rows.value(id.number());
    } else {
      rows.value(id.toString());
    }
  }

  private String time(long seconds) {
    return TIME.format(source.origin().plusSeconds(seconds));
  }

  private static void workload(WorkloadProfile profile, TableRows rows) {
    if (profile == null) {
      workload().forEach(_ -> rows.missing());
    } else {
      rows.value(profile.workload().dataset()).value(profile.workload().model());
      rows.value((long) profile.workload().batchSize());
      rows.value(profile.workload().mixedPrecision() ? 1L : 0L);
      rows.value(profile.speed()).value(profile.gpuUtilPercent());
      rows.value(profile.memoryUtilPercent()).value(profile.memoryMib());
    }
  }

  private void attribute(JobAttribute attribute, Trace.Job job, TableRows rows) {
    if (!job.attributes().has(attribute)) {
      rows.missing();
      return;
    }
    switch (attribute.kind()) {
      case NUMBER, FLAG -> rows.value(job.attributes().number(attribute));
      case TEXT -> rows.value(job.attributes().text(attribute));
      case TIME -> rows.value(time(job.attributes().number(attribute)));
      case JOB -> id((JobId) job.attributes().values().get(attribute), rows);
    }
  }
}
