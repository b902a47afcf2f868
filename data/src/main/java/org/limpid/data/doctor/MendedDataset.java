package org.limpid.data.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.derive.DerivedDataset;
import org.limpid.data.io.DatasetDescription;
import org.limpid.data.io.DatasetReader;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Words;

/** Makes a data set without what checks have found. Not safe for several threads. */
final class MendedDataset {
  private final Subject subject;
  private final DatasetReader source;
  private final Mending mending = new Mending();
  private final List<String> notes = new ArrayList<>();

  MendedDataset(Subject subject) {
    this.subject = subject;
    source = subject.reader();
  }

  /** Notes what mends a finding, if there is one. */
  void cure(Check check) {
    Optional<Symptom> symptom = check.look(subject);
    symptom.ifPresent(seen -> {
      check.mend(subject, mending);
      notes.add("%s: %s".formatted(check.name(), seen.message()));
    });
    if (symptom.isEmpty() && check.cure() == Cure.GUESS) {
      notes.add(check.name() + ": not found.");
    }
  }

  /**
   * Writes it.
   *
   * @return what is different, a sentence each
   */
  List<String> write(Path out, boolean overwrite) {
    IntFunction<Trace.Job> jobs = mending.jobs(subject);
    int[] rows = rows(jobs);
    boolean keepsLoad = rows.length == subject.size() && !mending.changesJobs();
    DatasetDescription whole = source.description();
    new DerivedDataset(
            whole.name() + "-fixed",
            whole.title() + " (mended by limpid data doctor)",
            new DatasetDescription.Time(
                whole.time().origin().plusHours(mending.originHours()),
                whole.time().startSeconds()),
            source.cluster().virtualClusters().stream().map(this::mended).toList(),
            source.profiler().orElse(null),
            rows,
            jobs,
            keepsLoad,
            mending.scaling(),
            mending.added())
        .write(source, out, overwrite);
    if (!keepsLoad && whole.throughput() != null) {
      notes.add(
          "Series and forecast of the load are those of the jobs as they were, and are left out.");
    }
    if (rows.length < subject.size()) {
      notes.add(
          "Left out: %s of %,d."
              .formatted(Words.count(subject.size() - rows.length, "job"), subject.size()));
    }
    return notes;
  }

  /** Rows that stay, in the order of their submission as it is now. */
  private int[] rows(IntFunction<Trace.Job> jobs) {
    int[] rows = IntStream.range(0, subject.size()).filter(mending::keeps).toArray();
    if (rows.length == 0) {
      throw new DataException(
          Problem.ofFile(
              source.folder(),
              "expected jobs that are not odd, found none of %s"
                  .formatted(Words.count(subject.size(), "job")),
              "Maybe leave this finding as it is."));
    }
    return mending.changesJobs() ? sorted(rows, jobs) : rows;
  }

  private int[] sorted(int[] rows, IntFunction<Trace.Job> jobs) {
    long[] submits = new long[subject.size()];
    for (int row : rows) {
      submits[row] = jobs.apply(row).submitSeconds();
    }
    return IntStream.of(rows)
        .boxed()
        .sorted(Comparator.comparingLong(row -> submits[row]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private VirtualCluster mended(VirtualCluster cluster) {
    int before = source.cluster().gpuCount(cluster);
    int gpus = mending.gpusOf(cluster.name()).orElse(before);
    VirtualCluster mended =
        gpus <= before ? cluster : cluster.withGpus(gpus, source.cluster().gpusPerNode());
    if (mended.nodeCount() != cluster.nodeCount()) {
      notes.add(
          "%s has %s in place of %,d."
              .formatted(
                  cluster.name(), Words.count(mended.nodeCount(), "node"), cluster.nodeCount()));
    }
    return mended;
  }
}
