package org.limpid.plots.report;

import org.limpid.plots.jobs.JobData;
import org.limpid.results.table.Numbers;

/** The part of a page where one picks a job; {@code jobs.js} fills it from the data in it. */
final class JobPickerPart {
  private JobPickerPart() {}

  static String html(JobData data) {
    return HtmlReport.resource("jobs.html")
        .replace("{cap}", cap(data))
        .replace("{data}", data.json());
  }

  private static String cap(JobData data) {
    String total = Numbers.whole(data.total());
    return data.shown() == data.total()
        ? "All %s jobs of the run are here.".formatted(total)
        : "This page shows the %s jobs that waited longest, under any policy, of %s."
            .formatted(Numbers.whole(data.shown()), total);
  }
}
