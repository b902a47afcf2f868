package org.limpid.data.generate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.limpid.data.io.CsvOutput;
import org.limpid.data.io.DatasetWriter;

/** The series of the load and its forecast. */
final class LoadFiles {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final SlotCounts series;
  private final LocalDate origin;

  LoadFiles(SlotCounts series, LocalDate origin) {
    this.series = series;
    this.origin = origin;
  }

  /** All jobs are GPU jobs, and start when they are submitted. */
  void writeSeries(DatasetWriter writer) {
    writer.series(csv -> {
      csv.row(
          "time",
          "submit_job_all",
          "start_job_all",
          "end_job_all",
          "submit_gpu_job",
          "start_gpu_job",
          "end_gpu_job",
          "submit_gpu_num",
          "start_gpu_num",
          "end_gpu_num");
      for (int slot = 0; slot < series.size(); slot++) {
        long jobs = series.submittedJobs()[slot];
        long gpus = series.submittedGpus()[slot];
        long endedJobs = series.endedJobs()[slot];
        csv.field(time(slot));
        fields(csv, jobs, jobs, endedJobs);
        fields(csv, jobs, jobs, endedJobs);
        fields(csv, gpus, gpus, series.endedGpus()[slot]);
        csv.endRow();
      }
    });
  }

  /** Forecasts for all slots from {@code firstSlot}, with one decimal. */
  void writeForecast(DatasetWriter writer, int firstSlot) {
    LoadForecaster jobs = new LoadForecaster(series.submittedJobs(), origin);
    LoadForecaster gpus = new LoadForecaster(series.submittedGpus(), origin);
    writer.forecast(csv -> {
      csv.row("time", "submit_gpu_job", "submit_gpu_num", "pred_gpu_job", "pred_gpu_num");
      for (int slot = firstSlot; slot < series.size(); slot++) {
        csv.field(time(slot));
        csv.field(series.submittedJobs()[slot]).field(series.submittedGpus()[slot]);
        csv.field(jobs.forecast(slot), 1).field(gpus.forecast(slot), 1).endRow();
      }
    });
  }

  private static void fields(CsvOutput csv, long first, long second, long third) {
    csv.field(first).field(second).field(third);
  }

  private String time(int slot) {
    return TIME.format(origin.atStartOfDay().plusSeconds((long) slot * SlotCounts.SLOT_SECONDS));
  }
}
