package org.limpid.plots;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;
import org.limpid.models.ModelFolder;
import org.limpid.plots.figure.FigureOptions;
import org.limpid.plots.figure.ModelChoice;
import org.limpid.plots.figure.PlotInputs;

/** Small models whose numbers can be worked out by hand. */
public final class SampleModels {
  private static final int BAGS = 2;

  private SampleModels() {}

  /** Where a model of some target comes from. */
  public static Provenance provenance(String target) {
    return new Provenance("test", "", 12, target, Map.of(), 0, List.of());
  }

  /** A number with cuts at 6 and 18, of 0 to 24. */
  private static EbmFeature hour() {
    return new EbmFeature(
        new Feature.Numeric("hour"),
        List.of(new CutBins(6, 18)),
        new FeatureSummary(0, 24, 24, new double[] {0, 12, 24}, new double[] {4, 6}));
  }

  private static EbmFeature day() {
    return new EbmFeature(
        new Feature.Nominal("day", List.of("fri", "mon")),
        List.of(new CategoryBins(2)),
        FeatureSummary.categorical(2));
  }

  /**
   * A regression of waits with intercept 10 and three terms. In every score the first of two bags
   * is lower by 0.25 and the second higher by 0.25, so all deviations are 0.25.
   *
   * <p>hour: missing 0.5 (2 rows), below 6: -1 (3), 6 to 18: 2 (4), from 18 on: -1 (3), unseen 0.
   * day: missing 0, fri 1 (6), mon -1 (6), unseen 0. hour and day: 0.1 for hours of 18 and more on
   * Mondays (3 rows), 0 elsewhere.
   */
  public static EbmModel waits() {
    double[] pair = new double[20];
    pair[3 * 4 + 2] = 0.1;
    double[] pairWeights = new double[20];
    pairWeights[3 * 4 + 2] = 3;
    pairWeights[2 * 4 + 1] = 9;
    return ebm(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        List.of(hour(), day()),
        List.of(
            term(new int[] {0}, new double[] {0.5, -1, 2, -1, 0}, new double[] {2, 3, 4, 3, 0}),
            term(new int[] {1}, new double[] {0, 1, -1, 0}, new double[] {0, 6, 6, 0}),
            term(new int[] {0, 1}, pair, pairWeights)),
        new double[] {10},
        "wait");
  }

  /** A classification into three classes by the hour. */
  public static EbmModel classes() {
    double[] scores = {0, 0, 0, 1, 0, -1, 0, 1, -1, -1, 0, 1, 0, 0, 0};
    return ebm(
        new Task.Classification(List.of("0", "1", "2")),
        LinkFunction.SOFTMAX,
        List.of(hour()),
        List.of(term(new int[] {0}, scores, new double[] {0, 4, 4, 4, 0})),
        new double[] {0, 0.5, 0},
        "size_class");
  }

  /** A model of one feature that was the same in all rows, so that it has one bin. */
  public static EbmModel constant() {
    EbmFeature same =
        new EbmFeature(
            new Feature.Numeric("same"),
            List.of(new CutBins()),
            new FeatureSummary(7, 7, 1, new double[] {7, 7}, new double[] {5}));
    return ebm(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        List.of(same),
        List.of(term(new int[] {0}, new double[] {0, 0, 0}, new double[] {0, 5, 0})),
        new double[] {3},
        "wait");
  }

  /** A model without any term. */
  public static EbmModel empty() {
    return ebm(
        new Task.Regression(),
        LinkFunction.IDENTITY,
        List.of(hour()),
        List.of(),
        new double[] {3},
        "wait");
  }

  /** A tree that asks twice: hour at most 6, else day is fri. */
  public static TreeModel tree() {
    Feature hour = new Feature.Numeric("hour");
    Feature day = new Feature.Nominal("day", List.of("fri", "mon"));
    List<TreeNode> nodes =
        List.of(
            new TreeNode.Split(shares(12, 0.5, 0.5), 0, new Condition.Threshold(6), true, 1, 2),
            new TreeNode.Leaf(shares(4, 1, 0)),
            new TreeNode.Split(
                shares(8, 0.25, 0.75),
                1,
                new Condition.Categories(new boolean[] {true, false}),
                false,
                3,
                4),
            new TreeNode.Leaf(shares(2, 1, 0)),
            new TreeNode.Leaf(shares(6, 0, 1)));
    Task task = new Task.Classification(List.of("long", "short"));
    return new TreeModel(task, List.of(hour, day), nodes, provenance("wait"));
  }

  /** A tree that is a single leaf. */
  public static TreeModel leaf() {
    NodeSummary summary = new NodeSummary(3, 3, 0, new double[] {4});
    return new TreeModel(
        new Task.Regression(),
        List.of(new Feature.Numeric("hour")),
        List.of(new TreeNode.Leaf(summary)),
        provenance("wait"));
  }

  private static NodeSummary shares(int rows, double... shares) {
    double impurity = 1 - Arrays.stream(shares).map(share -> share * share).sum();
    return new NodeSummary(rows, rows, impurity, shares);
  }

  private static Term term(int[] features, double[] scores, double[] weights) {
    double[][] bags = new double[BAGS][scores.length];
    for (int i = 0; i < scores.length; i++) {
      bags[0][i] = scores[i] - 0.25;
      bags[1][i] = scores[i] + 0.25;
    }
    double[] deviations = new double[scores.length];
    Arrays.fill(deviations, 0.25);
    return new Term(features, scores, deviations, bags, weights);
  }

  private static EbmModel ebm(
      Task task,
      LinkFunction link,
      List<EbmFeature> features,
      List<Term> terms,
      double[] intercept,
      String target) {
    double[][] bagIntercepts =
        IntStream.range(0, BAGS).mapToObj(_ -> intercept).toArray(double[][]::new);
    return new EbmModel(
        task,
        link,
        Optional.empty(),
        features,
        terms,
        intercept,
        bagIntercepts,
        new double[] {1, 1},
        provenance(target));
  }

  /** Writes a model into a folder, and opens it as {@code limpid plot --models FILE} does. */
  public static ModelFolder file(Path folder, String name, Model model) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(name + ".json");
    try (OutputStream out = Files.newOutputStream(file)) {
      ModelJson.write(model, out);
    }
    return ModelFolder.open(file);
  }

  /** PlotInputs that are only models, the first of which is shown and all of which are compared. */
  public static PlotInputs inputs(ModelFolder first, ModelFolder... others) {
    return new PlotInputs(
        Optional.empty(),
        Optional.of(first),
        Optional.empty(),
        List.of(others),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a table of three rows: hour, day and wait. */
  public static PlotInputs withTable(PlotInputs inputs, Path folder) throws IOException {
    Path csv = folder.resolve("rows.csv");
    Files.writeString(csv, "hour,day,wait\n12,fri,14\n3,mon,8\n,fri,11\n");
    return new PlotInputs(
        inputs.runFolder(),
        inputs.modelFolder(),
        inputs.dataset(),
        inputs.otherModels(),
        Optional.of(csv),
        inputs.comparisonFolder());
  }

  static FigureOptions options(ModelChoice choice) {
    return new FigureOptions(
        List.of(), Optional.empty(), Optional.empty(), Optional.empty(), choice);
  }
}
