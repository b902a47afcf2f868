package org.limpid.experiment.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.limpid.data.io.CsvOutput;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.Reporter;
import org.limpid.reference.mirage.ChainOutcome;
import org.limpid.reference.mirage.ChainSample;
import org.limpid.reference.mirage.ChainSample.FeatureTime;
import org.limpid.reference.mirage.ChainWindow;

/**
 * Samples for models of chains: in each window the second job is submitted at several moments, each
 * time in a simulation of its own.
 */
public final class ChainSamples {
  /** Kind of the folder. */
  private static final String KIND = "chain samples";

  private final Options options;
  private final ChainWindows windows;
  private final CsvOutput samples;
  private final CsvOutput features;
  private long count;

  private ChainSamples(
      Options options, ChainWindows windows, CsvOutput samples, CsvOutput features) {
    this.options = options;
    this.windows = windows;
    this.samples = samples;
    this.features = features;
  }

  /**
   * What is made of the windows.
   *
   * @param probes submissions per window, from 2
   * @param time which states a sample holds
   * @param out folder to make
   * @param overwrite whether it may replace an older one
   */
  public record Options(int probes, FeatureTime time, Path out, boolean overwrite) {
    public Options {
      if (probes < 2) {
        throw new IllegalArgumentException("expected 2 probes or more, found " + probes);
      }
    }
  }

  /** Samples of a window. */
  private record Result(ChainWindow window, List<ChainSample> samples) {}

  /**
   * Makes the samples. Either all files are there in the end, or none.
   *
   * @return how many there are
   * @throws org.limpid.files.DataException if a file can't be read or written
   * @throws org.limpid.simulation.run.InputProblem if the data can't serve
   */
  public static long run(ChainRequest request, Options options, Reporter reporter) {
    try (AtomicFolder folder = AtomicFolder.begin(options.out(), KIND, options.overwrite())) {
      ChainWindows windows = ChainWindows.read(request);
      long[] count = new long[1];
      AtomicFiles.write(
          folder.path().resolve("samples.csv"),
          samples ->
              AtomicFiles.write(
                  folder.path().resolve("features.csv.gz"),
                  features -> count[0] = run(windows, options, samples, features, reporter)));
      folder.commit();
      return count[0];
    }
  }

  private static long run(
      ChainWindows windows,
      Options options,
      OutputStream samples,
      OutputStream features,
      Reporter reporter)
      throws IOException {
    try (OutputStream packed = AtomicFiles.gzip(features);
        CsvOutput ofFeatures = new CsvOutput(packed);
        CsvOutput ofSamples = new CsvOutput(samples)) {
      ChainSamples writing = new ChainSamples(options, windows, ofSamples, ofFeatures);
      writing.headers();
      windows.forEach(
          window ->
              new Result(window, window.samples(window.probes(options.probes()), options.time())),
          writing::write,
          reporter);
      return writing.count;
    }
  }

  private void headers() {
    samples.row(
        "sample",
        "index",
        "window_start",
        "lower",
        "upper",
        "avg_wait_min",
        "queue_len",
        "features",
        "submit_at",
        "pred_start",
        "succ_start",
        "interruption_s");
    features.field("sample").field("step");
    ChainSample.names().forEach(features::field);
    features.endRow();
  }

  private void write(int index, Result result) {
    for (ChainSample sample : result.samples()) {
      write(index, result.window(), sample.outcome());
      for (int step = 0; step < sample.features().length; step++) {
        features.field(count).field(step);
        for (double value : sample.features()[step]) {
          number(value);
        }
        features.endRow();
      }
      count++;
    }
  }

  private void write(int index, ChainWindow window, ChainOutcome outcome) {
    samples
        .field(count)
        .field(index)
        .field(windows.text(window.start()))
        .field(windows.text(window.lower()))
        .field(windows.text(window.upper()))
        .field(window.waitMinutes())
        .field(window.queueLength())
        .field(options.time().label())
        .field(windows.text(outcome.submitSecond()))
        .field(windows.text(outcome.predecessorStart()))
        .field(windows.text(outcome.successorStart()))
        .field(outcome.interruptionSeconds())
        .endRow();
  }

  /** Nearly all features are whole numbers. */
  private void number(double value) {
    if (value == Math.rint(value)) {
      features.field((long) value);
    } else {
      features.field(value);
    }
  }
}
