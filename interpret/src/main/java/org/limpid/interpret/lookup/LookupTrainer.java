package org.limpid.interpret.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowOrder;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.Table;

/**
 * Makes tables of means, medians or class shares by keys. Immutable.
 *
 * <p>Every value of a key column is a key of its own, numbers and missing values as well. Rows of
 * weight 0 take no part. A target that is the same in all rows is allowed.
 */
public final class LookupTrainer implements Trainer<LookupModel> {
  public static final Parameter KEYS =
      Parameter.columns("keys", "Key columns, the most important first: a; b. None: all columns");

  public static final Parameter STATISTIC =
      Parameter.choice(
          "statistic", List.of("mean", "median"), "What a cell holds of its rows' numbers");

  public static final Parameter MIN_SAMPLES =
      Parameter.whole(
          "min_samples", 1, 1_000_000_000, 1, "Fewest rows of a cell; others use fewer keys");

  private final ParameterValues parameters;

  public LookupTrainer() {
    this(defaults());
  }

  public LookupTrainer(ParameterValues parameters) {
    this.parameters = parameters;
  }

  public static ParameterValues defaults() {
    return ParameterValues.defaults(KEYS, STATISTIC, MIN_SAMPLES);
  }

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public LookupModel train(TrainingSet data, TrainingMonitor monitor) {
    Table keyed = keyed(data);
    check(data, keyed);
    List<Feature> features =
        FeatureFinder.features(data).stream()
            .filter(feature -> keyed.find(feature.name()).isPresent())
            .sorted(Comparator.comparing(f -> keyed.names().indexOf(f.name())))
            .toList();
    return new LookupModel(
        data.target().task(),
        features,
        levels(data, RowReader.columns(features, keyed), monitor),
        Provenance.of("lookup", data, parameters.toMap(), 0).lookingAt(keyed, data.target()));
  }

  private Table keyed(TrainingSet data) {
    List<String> names = parameters.columns(KEYS);
    Problems problems = new Problems();
    for (String name : names) {
      try {
        data.inputs().column(name);
      } catch (DataException e) {
        problems.addAll(e);
      }
    }
    problems.throwIfAny();
    return names.isEmpty() ? data.inputs() : data.inputs().select(names);
  }

  private void check(TrainingSet data, Table keyed) {
    TrainingChecks checks = TrainingChecks.of(data).withoutOffset().rows(1, "").target();
    if (keyed.columns().isEmpty()) {
      checks.columns();
    }
    for (Column column : keyed.columns()) {
      checks.column(column);
    }
    if (isMedian() && data.target() instanceof Target.Classes) {
      checks.add(
          Problem.ofColumn(
              data.inputs().source(),
              data.target().name(),
              "expected numbers to take the median of, found classes",
              "Maybe statistic=mean was meant, which gives the shares of the classes."));
    }
    checks.throwIfAny();
  }

  private boolean isMedian() {
    return parameters.text(STATISTIC).equals("median");
  }

  /** Sorted by all keys, the rows of every cell stand together, however many keys it has. */
  private List<List<LookupCell>> levels(
      TrainingSet data, double[][] keys, TrainingMonitor monitor) {
    monitor.begin("filling cells", keys.length + 1L);
    CellMaker maker = new CellMaker(data, isMedian());
    for (double[] column : keys) {
      Arrays.setAll(column, row -> LookupModel.canonical(column[row]));
    }
    int[] rows = sorted(maker.countingRows(), keys);
    List<List<LookupCell>> levels = new ArrayList<>();
    for (int keyCount = 0; keyCount <= keys.length; keyCount++) {
      levels.add(cells(rows, Arrays.copyOf(keys, keyCount), maker));
      monitor.advance(1);
    }
    return levels;
  }

  private static int[] sorted(IntStream rows, double[][] keys) {
    return RowOrder.sorted(rows, (a, b) -> compare(keys, a, b));
  }

  private static int compare(double[][] keys, int a, int b) {
    int order = 0;
    for (int i = 0; i < keys.length && order == 0; i++) {
      order = Double.compare(keys[i][a], keys[i][b]);
    }
    return order;
  }

  private List<LookupCell> cells(int[] rows, double[][] keys, CellMaker maker) {
    int fewest = keys.length == 0 ? 1 : parameters.whole(MIN_SAMPLES);
    List<LookupCell> cells = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= rows.length; to++) {
      if (to == rows.length || compare(keys, rows[from], rows[to]) != 0) {
        if (to - from >= fewest) {
          int first = rows[from];
          double[] own = Arrays.stream(keys).mapToDouble(column -> column[first]).toArray();
          cells.add(maker.cell(own, Arrays.copyOfRange(rows, from, to)));
        }
        from = to;
      }
    }
    return cells;
  }

  private static final class CellMaker {
    private final Target target;
    private final double[] weights;
    private final boolean median;

    CellMaker(TrainingSet data, boolean median) {
      this.target = data.target();
      this.median = median;
      weights = data.weightsOrOnes();
    }

    IntStream countingRows() {
      return IntStream.range(0, weights.length).filter(row -> weights[row] > 0);
    }

    LookupCell cell(double[] keys, int[] rows) {
      double weight = Arrays.stream(rows).mapToDouble(row -> weights[row]).sum();
      double[] outputs =
          switch (target) {
            case Target.Numbers numbers ->
                new double[] {
                  median
                      ? median(numbers.values(), rows, weight)
                      : mean(numbers.values(), rows, weight)
                };
            case Target.Classes classes -> shares(classes, rows, weight);
          };
      return new LookupCell(keys, rows.length, weight, outputs);
    }

    private double mean(double[] values, int[] rows, double weight) {
      return Arrays.stream(rows).mapToDouble(row -> weights[row] * values[row]).sum() / weight;
    }

    /**
     * The value at which half of the weight is reached; the mean of it and the next where it is
     * reached exactly. Without weights this is the usual median.
     */
    private double median(double[] values, int[] rows, double weight) {
      int[] sorted = RowOrder.by(Arrays.stream(rows), row -> values[row]);
      double reached = 0;
      int i = -1;
      while (2 * reached < weight && i < sorted.length - 1) {
        reached += weights[sorted[++i]];
      }
      boolean exactly = 2 * reached == weight && i + 1 < sorted.length;
      double value = values[sorted[i]];
      return exactly ? value / 2 + values[sorted[i + 1]] / 2 : value;
    }

    private double[] shares(Target.Classes classes, int[] rows, double weight) {
      double[] shares = new double[classes.classes().size()];
      for (int row : rows) {
        shares[classes.codes()[row]] += weights[row];
      }
      for (int k = 0; k < shares.length; k++) {
        shares[k] /= weight;
      }
      return shares;
    }
  }
}
