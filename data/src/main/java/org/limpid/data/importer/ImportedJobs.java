package org.limpid.data.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.limpid.data.Trace;
import org.limpid.data.io.JobSink;
import org.limpid.data.io.LeftOutRows;
import org.limpid.files.Problems;

/** The jobs of a foreign file, with their lines, and a count of the rows left out. */
final class ImportedJobs implements JobSink {
  private final List<Numbered> jobs = new ArrayList<>();
  private final LeftOutRows leftOut = new LeftOutRows();

  private record Numbered(long line, Trace.Job job) {}

  @Override
  public void accept(long line, Trace.Job job) {
    jobs.add(new Numbered(line, job));
  }

  @Override
  public void leaveOut(String reason) {
    leftOut.add(reason);
  }

  /**
   * Counts a row that is left out.
   *
   * @param reason why; null: it is not left out
   * @return whether it stays, so that a filter can return it
   */
  boolean isKept(String reason) {
    if (reason != null) {
      leftOut.add(reason);
    }
    return reason == null;
  }

  /** Leaves out, and counts, the jobs for which a reason is given and not null. */
  void leaveOutJobs(Function<Trace.Job, String> reason) {
    jobs.removeIf(each -> !isKept(reason.apply(each.job())));
  }

  /** Changes jobs; their order stays. */
  void change(UnaryOperator<Trace.Job> change) {
    jobs.replaceAll(each -> new Numbered(each.line(), change.apply(each.job())));
  }

  Map<String, Long> leftOut() {
    return leftOut.counts();
  }

  /** The rows left out, by reason, for people. */
  String leftOutText() {
    return leftOut.text();
  }

  /** Notes a problem where hardly any row of the file was fit for use. */
  void refuseMost(Path file, Problems problems) {
    leftOut.refuseMost(file, jobs.size(), problems);
  }

  /** The jobs in the order of the file. */
  Stream<Trace.Job> all() {
    return jobs.stream().map(Numbered::job);
  }

  boolean isEmpty() {
    return jobs.isEmpty();
  }

  long firstSubmitSeconds() {
    return jobs.stream().mapToLong(each -> each.job().submitSeconds()).min().orElse(0);
  }

  long lastSubmitSeconds() {
    return jobs.stream().mapToLong(each -> each.job().submitSeconds()).max().orElse(0);
  }

  /** Hands over the jobs by time of submission; ties keep the order of the file. */
  void sendSorted(UnaryOperator<Trace.Job> change, JobSink sink) {
    jobs.stream()
        .sorted(Comparator.comparingLong(each -> each.job().submitSeconds()))
        .forEachOrdered(each -> sink.accept(each.line(), change.apply(each.job())));
  }
}
