package org.limpid.bench.models;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Predictions of an EBM as large as those of the throughput: 25 features of 253 bins and 10 pairs
 * of 61 x 61. An operation is one term of one row; {@code -prof gc} shows that none allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class ModelBenchmark {
  private static final int ROWS = 1000;
  private static final int FEATURES = 25;
  private static final int PAIRS = 10;
  private static final int OPERATIONS = ROWS * (FEATURES + PAIRS);
  private static final int CUTS = 252;
  private static final int PAIR_CUTS = 60;

  /** {@code identity} for numbers, {@code logit} for two classes, {@code softmax} for three. */
  @Param({"identity", "logit", "softmax"})
  public String link;

  private final SplittableRandom random = new SplittableRandom(1);
  private EbmModel model;
  private double[][] values;
  private RowReader reader;
  private Row row;
  private double[] outputs;

  /** Makes the model, of random scores, and the rows. */
  @Setup
  public void make() {
    model = model();
    values = new double[ROWS][FEATURES];
    for (double[] each : values) {
      Arrays.setAll(each, feature -> random.nextDouble());
    }
    reader = new RowReader(model.features(), table());
    row = model.newRow();
    outputs = new double[model.task().outputCount()];
  }

  /** Sets the features of a row one by one and predicts. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public double predictSingleRows() {
    double sum = 0;
    for (double[] each : values) {
      for (int feature = 0; feature < FEATURES; feature++) {
        row.set(feature, each[feature]);
      }
      model.predict(row, outputs);
      sum += outputs[0];
    }
    return sum;
  }

  /** Reads rows of a table and predicts. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public double predictTable() {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      reader.read(i, row);
      model.predict(row, outputs);
      sum += outputs[0];
    }
    return sum;
  }

  private Table table() {
    List<NumericColumn> columns = new ArrayList<>();
    for (int j = 0; j < FEATURES; j++) {
      int feature = j;
      columns.add(NumericColumn.generate("x" + j, ROWS, i -> values[i][feature]));
    }
    return Table.of("generated", 0, columns);
  }

  private EbmModel model() {
    LinkFunction chosen = LinkFunction.valueOf(link.toUpperCase(Locale.ROOT));
    int scoreCount = chosen == LinkFunction.SOFTMAX ? 3 : 1;
    List<EbmFeature> features = IntStream.range(0, FEATURES).mapToObj(this::feature).toList();
    return new EbmModel(
        task(chosen),
        chosen,
        Optional.empty(),
        features,
        terms(scoreCount),
        new double[scoreCount],
        new double[0][],
        new double[0],
        new Provenance("benchmark", "", ROWS, "y", Map.of(), 1, List.of()));
  }

  private static Task task(LinkFunction link) {
    return switch (link) {
      case LOGIT -> new Task.Classification(List.of("no", "yes"));
      case SOFTMAX -> new Task.Classification(List.of("a", "b", "c"));
      case IDENTITY, LOG, LOG1P -> new Task.Regression();
    };
  }

  private EbmFeature feature(int index) {
    List<Bins> bins = List.of(bins(CUTS), bins(PAIR_CUTS));
    FeatureSummary summary = new FeatureSummary(0, 1, ROWS, new double[0], new double[0]);
    return new EbmFeature(new Feature.Numeric("x" + index), bins, summary);
  }

  /** Cuts at random places, so that searching them cannot be guessed. */
  private Bins bins(int cutCount) {
    return new CutBins(random.doubles(cutCount).sorted().toArray());
  }

  private List<Term> terms(int scoreCount) {
    List<Term> terms = new ArrayList<>();
    for (int feature = 0; feature < FEATURES; feature++) {
      terms.add(term(CUTS + 3, scoreCount, feature));
    }
    for (int feature = 0; feature < PAIRS; feature++) {
      terms.add(term((PAIR_CUTS + 3) * (PAIR_CUTS + 3), scoreCount, feature, feature + 1));
    }
    return terms;
  }

  private Term term(int cellCount, int scoreCount, int... features) {
    double[] scores = random.doubles((long) cellCount * scoreCount, -1, 1).toArray();
    return new Term(features, scores, new double[0], new double[0][], new double[cellCount]);
  }
}
