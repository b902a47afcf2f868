package org.limpid.app.simulate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.data.ClusterDescription;
import org.limpid.data.Estimates;
import org.limpid.data.Forecast;
import org.limpid.data.ProfilerDescription;
import org.limpid.data.Profiles;
import org.limpid.data.Trace;
import org.limpid.data.io.DatasetReader;
import org.limpid.simulation.run.InputProblem;

/**
 * A data set, or the jobs of it that were submitted in a span of time. The jobs are read at once,
 * all else when it is first asked for. Safe for several threads.
 */
public final class SimulationData {
  private final DatasetReader reader;
  private final Trace trace;
  private final long startSecond;
  private final Map<String, Estimates> estimates = new HashMap<>();

  private SimulationData(DatasetReader reader, Trace trace, long startSecond) {
    this.reader = reader;
    this.trace = trace;
    this.startSecond = startSecond;
  }

  /**
   * Reads a data set.
   *
   * @param folder with {@code dataset.json}
   * @param span which submissions are taken
   * @throws org.limpid.files.DataException if a file can't be read
   * @throws InputProblem if no job is submitted in that span
   */
  public static SimulationData read(Path folder, Span span) {
    DatasetReader reader = DatasetReader.open(folder);
    TimeRange range = TimeRange.of(span, reader.origin(), reader.startSeconds());
    Trace all = reader.trace();
    Trace taken = range.isEverything() ? all : all.between(range.from(), range.to());
    if (taken.size() == 0) {
      throw new InputProblem(
          "No job is submitted %s. The first one is at %s, the last one at %s."
              .formatted(
                  range.text(span),
                  TimeRange.text(all.submitSeconds(0), reader.origin()),
                  TimeRange.text(all.submitSeconds(all.size() - 1), reader.origin())));
    }
    return new SimulationData(reader, taken, range.start());
  }

  /** The jobs of this data that were submitted at {@code from <= t < to}. */
  public SimulationData between(long from, long to) {
    return new SimulationData(reader, trace.between(from, to), Math.max(from, startSecond));
  }

  /** Where it is read from. */
  public DatasetReader reader() {
    return reader;
  }

  /** The jobs. */
  public Trace trace() {
    return trace;
  }

  /** The machines. */
  public synchronized ClusterDescription cluster() {
    return reader.cluster();
  }

  /** First second of a run. */
  public long startSecond() {
    return startSecond;
  }

  /** The profiling partition, if the data set describes one. */
  public Optional<ProfilerDescription> profiler() {
    return reader.profiler();
  }

  synchronized Forecast forecast() {
    return reader.forecast();
  }

  synchronized Profiles profiles() {
    return reader.profiles();
  }

  List<String> estimateNames() {
    return reader.estimateNames();
  }

  /** Estimates by their name in the data set, or from a CSV file. */
  synchronized Estimates estimates(String nameOrFile) {
    return estimates.computeIfAbsent(nameOrFile, name -> reader.estimates(name, trace));
  }
}
