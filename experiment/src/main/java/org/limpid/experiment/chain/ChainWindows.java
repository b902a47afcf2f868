package org.limpid.experiment.chain;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.limpid.experiment.simulate.SimulationData;
import org.limpid.files.Reporter;
import org.limpid.reference.mirage.BatchLog;
import org.limpid.reference.mirage.ChainWindow;
import org.limpid.results.SubmissionSpan;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Parallel;

/** The windows of a request, which exist one by one while they are worked on. */
final class ChainWindows {
  /** Windows whose results are kept at the same time, per thread. */
  private static final int AT_ONCE = 8;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private final ChainRequest request;
  private final LocalDateTime origin;
  private final BatchLog log;
  private final long first;
  private final SimulationData data;

  private ChainWindows(ChainRequest request, SimulationData data) {
    this.request = request;
    this.data = data;
    origin = data.reader().origin();
    first = data.second("--from", request.from());
    log = BatchLog.of(data.trace(), data.cluster());
    requireNodes();
    requireJobs(data);
  }

  /**
   * Reads a data set.
   *
   * @throws org.limpid.files.DataException if a file can't be read
   * @throws InputProblem if its jobs can't run on a batch cluster, a chain is larger than that, or
   *     no job is submitted in the first or in the last window
   */
  static ChainWindows read(ChainRequest request) {
    return new ChainWindows(
        request, SimulationData.read(request.data(), SubmissionSpan.EVERYTHING));
  }

  private void requireNodes() {
    if (request.nodes() > log.settings().nodes()) {
      throw new InputProblem(
          "A job of the chain has %d nodes: expected at most the %d of the cluster. Maybe give fewer with --nodes."
              .formatted(request.nodes(), log.settings().nodes()));
    }
  }

  private void requireJobs(SimulationData data) {
    long earliest = log.jobs().getFirst().submitSecond();
    long latest = log.jobs().getLast().submitSecond();
    for (int index : List.of(0, request.windows() - 1)) {
      long begin = start(index);
      if (begin + ChainWindow.LENGTH_SECONDS < earliest || begin > latest) {
        throw new InputProblem(
            "No job is submitted in the five days of window %d from %s on: the submissions are from %s to %s. Maybe choose another --from, or fewer --windows."
                .formatted(index, data.text(begin), data.text(earliest), data.text(latest)));
      }
    }
  }

  private long start(int index) {
    return first + index * ChainWindow.INTERVAL_SECONDS;
  }

  /** The time of second 0. */
  LocalDateTime origin() {
    return origin;
  }

  /**
   * The second of a time that was given with an option.
   *
   * @throws InputProblem if it is none
   */
  long second(String option, String text) {
    return data.second(option, text);
  }

  /** A second as the log writes it. */
  String text(long second) {
    return origin.plusSeconds(second).format(TIME);
  }

  /**
   * Works on all windows.
   *
   * @param work independent of other windows
   * @param taker of the results, in the order of the windows
   */
  <T> void forEach(Function<ChainWindow, T> work, BiConsumer<Integer, T> taker, Reporter reporter) {
    int batch = AT_ONCE * request.threads();
    reporter.begin("Simulating windows", request.windows());
    for (int begin = 0; begin < request.windows(); begin += batch) {
      int end = Math.min(begin + batch, request.windows());
      List<T> results =
          Parallel.map(
              IntStream.range(begin, end).boxed().toList(),
              index -> work.apply(new ChainWindow(log, start(index), request.nodes())),
              request.threads());
      for (int i = 0; i < results.size(); i++) {
        taker.accept(begin + i, results.get(i));
      }
      reporter.advance(results.size());
    }
    reporter.end();
  }
}
