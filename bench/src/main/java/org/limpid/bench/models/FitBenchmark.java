package org.limpid.bench.models;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameter;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.Table;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Fits of an EBM as large as those of durations: 15,000 rows, 60 features of few values, of many,
 * and of mostly one. Weights of 1 tell the model nothing: they show what weights cost.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class FitBenchmark {
  private static final int ROWS = 15_000;
  private static final int FEATURES = 60;

  @Param({"rmse", "mae", "poisson_deviance", "gamma_deviance", "tweedie_deviance"})
  public String objective;

  @Param({"none", "ones"})
  public String weights;

  private TrainingSet data;
  private EbmTrainer trainer;

  @Setup
  public void make() {
    SplittableRandom random = new SplittableRandom(1);
    NumericColumn[] columns = new NumericColumn[FEATURES];
    Arrays.setAll(
        columns, i -> NumericColumn.generate("x" + i, ROWS, _ -> value(i, random.nextDouble())));
    double[] targets = random.doubles(ROWS).toArray();
    for (int row = 0; row < ROWS; row++) {
      for (int i = 0; i < FEATURES; i++) {
        targets[row] += Math.sin((i + 1) * columns[i].value(row)) / (i + 1);
      }
      targets[row] = objective.endsWith("deviance") ? Math.exp(targets[row]) : targets[row];
    }
    TrainingSet plain = TrainingSet.of(Table.of(columns), new Target.Numbers("y", targets));
    data =
        weights.equals("ones")
            ? plain.withWeights(IntStream.range(0, ROWS).mapToDouble(_ -> 1).toArray())
            : plain;
    trainer =
        new EbmTrainer(
            EbmParameters.regression()
                .with(EbmParameter.OBJECTIVE, objective)
                .with(EbmParameter.MAX_BINS, 64)
                .with(EbmParameter.INTERACTIONS, 0)
                .with(EbmParameter.OUTER_BAGS, 1)
                .with(EbmParameter.LEARNING_RATE, 0.2),
            1);
  }

  private static double value(int feature, double uniform) {
    return switch (feature % 3) {
      case 0 -> Math.floor(-1.5 * Math.log(1 - uniform));
      case 1 -> uniform;
      default -> uniform < 0.6 ? 0 : uniform;
    };
  }

  @Benchmark
  public EbmModel fit() {
    return trainer.train(data);
  }
}
