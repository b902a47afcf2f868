package org.limpid.plots.cluster;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.files.Words;
import org.limpid.plots.graphics.Surface.Tooltip;
import org.limpid.results.JobTable;
import org.limpid.results.RunDescription;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;
import org.limpid.simulation.waiting.WaitCause;

/** What jobs of a run are and why they waited, in words. Immutable. */
record JobWords(Map<Integer, Tooltip> tooltips) {
  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

  static JobWords of(RunFolder run, String policy, List<GanttBlocks.Block> blocks) {
    List<String> ids = run.jobIds();
    Map<Integer, Tooltip> tooltips = new HashMap<>();
    for (GanttBlocks.Block block : blocks) {
      tooltips.computeIfAbsent(
          block.row(),
          row -> new Tooltip(policy + "/" + ids.get(row), words(run, policy, ids.get(row), row)));
    }
    return new JobWords(tooltips);
  }

  Tooltip tooltip(int row) {
    return tooltips.get(row);
  }

  private static String words(RunFolder run, String policy, String id, int row) {
    JobTable jobs = run.allJobs(policy);
    int gpus = jobs.gpuCount(row);
    String end = moment(run.description(), jobs.endSeconds(row));
    return "Job %s of %s, %d GPU%s. Submitted %s, %s; %s."
        .formatted(
            id,
            jobs.users().name(row),
            gpus,
            gpus == 1 ? "" : "s",
            moment(run.description(), jobs.submitSeconds(row)),
            wait(run, policy, row),
            jobs.isRejected(row)
                ? "turned away at " + end
                : "ran from %s to %s"
                    .formatted(moment(run.description(), jobs.startSeconds(row)), end));
  }

  /** How long it waited and, if the run says so, what for, the longest first. */
  private static String wait(RunFolder run, String policy, int row) {
    long queue = run.allJobs(policy).queueSeconds(row);
    if (queue == 0) {
      return "did not wait";
    }
    String length = "waited " + Words.roughly(queue);
    if (!run.policiesWithWaits().contains(policy)) {
      return length;
    }
    WaitTable waits = run.allWaits(policy);
    List<WaitCause> causes = new ArrayList<>(List.of(WaitCause.values()));
    causes.removeIf(cause -> waits.seconds(row, cause) == 0);
    causes.sort(Comparator.comparingLong(cause -> -waits.seconds(row, cause)));
    List<String> parts =
        causes.stream()
            .map(
                cause -> "%s %s".formatted(Words.roughly(waits.seconds(row, cause)), cause.words()))
            .toList();
    return "%s (%s)".formatted(length, String.join(", ", parts));
  }

  private static String moment(RunDescription run, long second) {
    return run.origin()
        .map(origin -> DATE_TIME.format(origin.plusSeconds(second)))
        .orElseGet(
            () -> Words.roughly(second - run.startSeconds()) + " after the start of the run");
  }
}
