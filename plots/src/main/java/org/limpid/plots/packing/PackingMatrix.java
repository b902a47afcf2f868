package org.limpid.plots.packing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.limpid.analyzer.PackingModels.PairMatrix;
import org.limpid.data.PairSpeeds;
import org.limpid.data.Profiles;
import org.limpid.data.Workload;
import org.limpid.models.JudgedModel;
import org.limpid.plots.chart.Drawing;
import org.limpid.plots.chart.Tiles;
import org.limpid.plots.figure.Exhibit;
import org.limpid.plots.figure.Figure;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.PlotInputs;
import org.limpid.plots.figure.Size;
import org.limpid.plots.observation.UnseenPairs;
import org.limpid.results.table.Numbers;

/**
 * How fast each workload runs beside each other on the same GPUs: measured, and predicted where
 * there is a model of pairs.
 */
public final class PackingMatrix implements Exhibit {
  private static final double LEAST_HEIGHT = 84;
  private static final double NAME_MILLIMETRES = 2.9;

  @Override
  public About about() {
    return About.figure(
        "packing-matrix",
        "speeds of workloads beside each other, measured and with --models predicted",
        Chapter.DATA);
  }

  @Override
  public Made make(PlotInputs inputs, FigureOptions options) {
    Profiles profiles = inputs.data().profiles();
    Optional<UnseenPairs> unseen =
        inputs.modelFolder().flatMap(models -> UnseenPairs.of(models, profiles));
    PairMatrix matrix = unseen.map(UnseenPairs::matrix).orElseGet(() -> measured(profiles));
    if (matrix.workloads().isEmpty()) {
      return new Made.Nothing("the data set has no profiles of workloads");
    }
    boolean isMeasured = known(matrix.measured()).findAny().isPresent();
    boolean isPredicted = known(matrix.predicted()).findAny().isPresent();
    return isMeasured || isPredicted
        ? Made.of(figure(matrix, isMeasured, isPredicted, source(unseen)))
        : new Made.Nothing("no pairs of workloads were measured, and no model predicts them");
  }

  /** Says of the measured pairs how they were predicted, as a sentence after a blank. */
  private static String source(Optional<UnseenPairs> unseen) {
    return unseen
        .filter(pairs -> pairs.heldOut() > 0)
        .map(pairs ->
            " %s of the measured pairs were predicted %s."
                .formatted(Numbers.whole(pairs.heldOut()), JudgedModel.PAIR_SPEED.source()))
        .orElse("");
  }

  private static PairMatrix measured(Profiles profiles) {
    List<Workload> workloads =
        profiles.singles().stream().map(single -> single.profile().workload()).toList();
    return new PairMatrix(
        workloads, PairSpeeds.measured(workloads, profiles.pairs()), PairSpeeds.EMPTY);
  }

  private static DoubleStream known(PairSpeeds speeds) {
    int count = speeds.workloads().size();
    return IntStream.range(0, count * count)
        .mapToDouble(i -> speeds.rate(i / count, i % count))
        .filter(rate -> !Double.isNaN(rate));
  }

  private Figure figure(PairMatrix matrix, boolean isMeasured, boolean isPredicted, String source) {
    PairSpeeds leading = isMeasured ? matrix.measured() : matrix.predicted();
    WorkloadOrder order = WorkloadOrder.of(matrix.workloads(), leading);
    double low =
        DoubleStream.concat(known(matrix.measured()), known(matrix.predicted())).min().orElse(0);
    double high =
        DoubleStream.concat(known(matrix.measured()), known(matrix.predicted())).max().orElse(1);
    double height = Math.max(LEAST_HEIGHT, 18 + NAME_MILLIMETRES * order.groups().size());
    List<Drawing> maps = new ArrayList<>();
    if (isMeasured) {
      maps.add(new SpeedMap("Measured", order, matrix.measured(), low, high).drawing());
    }
    if (isPredicted) {
      maps.add(new SpeedMap("Predicted", order, matrix.predicted(), low, high).drawing());
    }
    String sentence = sentence(matrix, leading, isMeasured);
    return new Figure(
        name(),
        "Speeds of workloads beside each other",
        sentence
            + source
            + " Workloads are grouped by model; those that are slowed most come last. Grey is not"
            + " known.",
        "Heat maps of %d by %d workloads. %s"
            .formatted(matrix.workloads().size(), matrix.workloads().size(), sentence),
        maps.size() == 1 ? Size.column(height) : Size.page(height),
        new Tiles(maps, maps.size(), ""));
  }

  private static String sentence(PairMatrix matrix, PairSpeeds speeds, boolean isMeasured) {
    double[] rates = known(speeds).toArray();
    double mean = DoubleStream.of(rates).average().orElse(1);
    double least = DoubleStream.of(rates).min().orElse(1);
    int count = matrix.workloads().size();
    String first =
        "Beside another one a workload runs at %s of its speed on average, at least at %s"
            .formatted(Numbers.percent(mean), Numbers.percent(least));
    return isMeasured
        ? "%s; %s of %s pairs were measured."
            .formatted(first, Numbers.whole(rates.length), Numbers.whole((long) count * count))
        : first + "; all of it is predicted.";
  }
}
