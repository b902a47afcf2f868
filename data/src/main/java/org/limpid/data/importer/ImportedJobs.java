package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.limpid.data.Trace;
import org.limpid.data.io.JobSink;

/** The jobs of a foreign file, with their lines, and a count of the rows left out. */
final class ImportedJobs implements JobSink {
  private final List<Numbered> jobs = new ArrayList<>();
  private final Map<String, Long> leftOut = new LinkedHashMap<>();

  private record Numbered(long line, Trace.Job job) {}

  @Override
  public void accept(long line, Trace.Job job) {
    jobs.add(new Numbered(line, job));
  }

  /** Counts a row that is left out; false, so that a filter can return it. */
  boolean leaveOut(String reason) {
    leftOut.merge(reason, 1L, Long::sum);
    return false;
  }

  Map<String, Long> leftOut() {
    return leftOut;
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }

  /** The first submission, in the seconds of the jobs. */
  long firstSubmitSeconds() {
    return jobs.stream().mapToLong(each -> each.job().submitSeconds()).min().orElse(0);
  }

  /** Hands over the jobs by time of submission; ties keep the order of the file. */
  void sendSorted(UnaryOperator<Trace.Job> change, JobSink sink) {
    jobs.stream()
        .sorted(Comparator.comparingLong(each -> each.job().submitSeconds()))
        .forEachOrdered(each -> sink.accept(each.line(), change.apply(each.job())));
  }
}
