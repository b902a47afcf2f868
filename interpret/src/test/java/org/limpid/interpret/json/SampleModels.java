package org.limpid.interpret.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.FeatureSummary;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.lookup.LookupCell;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.Condition;
import org.limpid.interpret.tree.NodeSummary;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.interpret.tree.TreeNode;

/** Made-up models of every kind, task and link, with rows to predict for. */
public final class SampleModels {
  public static final Task REGRESSION = new Task.Regression();
  public static final Task BINARY = new Task.Classification(List.of("no", "yes"));
  public static final Task MULTICLASS =
      new Task.Classification(List.of("red", "gr\"een", "<blue>"));
  public static final List<Task> TASKS = List.of(REGRESSION, BINARY, MULTICLASS);

  private static final double[] CUTS = {-2.5, -1e-300, 0.1, 1.0 / 3, 4, 1e17};
  private static final double[] COARSE_CUTS = {-0.5, 2};

  private SampleModels() {}

  /** Names that are hard on writers of text, XML and Java. */
  public static List<Feature> features() {
    return List.of(
        new Feature.Numeric("load"),
        new Feature.Nominal("class", List.of("a", "b & c", "\\u000a\"x", "\ud83d\ude00 <é>")),
        new Feature.Numeric("a b"),
        new Feature.Ordinal("size", List.of("small", "medium", "large")),
        new Feature.Numeric("constant"));
  }

  /** A linear model of one nominal feature with these categories. */
  public static LinearModel withCategories(String... categories) {
    List<LinearTerm> terms = new ArrayList<>();
    for (int code = 0; code < categories.length; code++) {
      terms.add(new LinearTerm(0, OptionalInt.of(code), 0.5, 0.5, new double[] {code + 1}));
    }
    Feature feature = new Feature.Nominal("odd", List.of(categories));
    return new LinearModel(REGRESSION, List.of(feature), terms, new double[] {0.5}, provenance());
  }

  public static Provenance provenance() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("outer_bags", "3");
    parameters.put("exclude", "");
    parameters.put("objective", "tweedie_deviance:variance_power=1.5");
    return new Provenance(
        "Limpid EBM 0.1.0", "0".repeat(64), 1234, "tar\"get", parameters, -7, List.of("none", ""));
  }

  /** An EBM of the usual link, with single features, pairs and a triple. */
  public static EbmModel ebm(Task task) {
    LinkFunction link =
        switch (task) {
          case Task.Regression _ -> LinkFunction.IDENTITY;
          case Task.Classification classes ->
              classes.isBinary() ? LinkFunction.LOGIT : LinkFunction.SOFTMAX;
        };
    return ebm(task, link, Optional.empty(), true);
  }

  public static EbmModel ebm(
      Task task, LinkFunction link, Optional<ResponseRange> clip, boolean withBags) {
    Random random = new Random(7);
    int bags = withBags ? 3 : 0;
    int scores = link == LinkFunction.SOFTMAX ? task.outputCount() : 1;
    List<EbmFeature> features = features().stream().map(SampleModels::binned).toList();
    List<Term> terms = new ArrayList<>();
    for (int[] term :
        new int[][] {{0}, {1}, {2}, {3}, {4}, {0, 1}, {0, 2}, {1, 3}, {3, 4}, {0, 1, 3}}) {
      terms.add(term(random, features, term, scores, bags));
    }
    double[][] bagIntercepts = new double[bags][];
    Arrays.setAll(bagIntercepts, i -> numbers(random, scores));
    return new EbmModel(
        task,
        link,
        clip,
        features,
        terms,
        numbers(random, scores),
        bagIntercepts,
        Arrays.copyOf(new double[] {10, 12.5, 9}, bags),
        provenance());
  }

  private static EbmFeature binned(Feature feature) {
    return switch (feature) {
      case Feature.Numeric n when n.name().equals("constant") ->
          new EbmFeature(
              n, List.of(new CutBins()), new FeatureSummary(5, 5, 1, new double[0], new double[0]));
      case Feature.Numeric numeric ->
          new EbmFeature(
              numeric,
              List.of(new CutBins(CUTS), new CutBins(COARSE_CUTS)),
              new FeatureSummary(
                  -3, 5, 9, new double[] {-3, -1, 1, 3, 5}, new double[] {1.5, 0, 7, 0.1}));
      case Feature.Categorical categorical ->
          new EbmFeature(
              categorical,
              Collections.nCopies(2, new CategoryBins(categorical.categories().size())),
              FeatureSummary.categorical(categorical.categories().size()));
    };
  }

  private static Term term(
      Random random, List<EbmFeature> features, int[] term, int scoreCount, int bags) {
    int cells =
        IntStream.of(term)
            .map(i -> features.get(i).bins(term.length).count())
            .reduce(1, Math::multiplyExact);
    double[][] bagScores = new double[bags][];
    Arrays.setAll(bagScores, i -> numbers(random, cells * scoreCount));
    double[] deviations = bags == 0 ? new double[0] : numbers(random, cells * scoreCount);
    double[] scores = numbers(random, cells * scoreCount);
    scores[0] = -0.0;
    return new Term(term, scores, deviations, bagScores, numbers(random, cells));
  }

  private static double[] numbers(Random random, int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> random.nextInt(10) == 0 ? random.nextInt(3) : odd(random));
    return numbers;
  }

  private static double odd(Random random) {
    return random.nextGaussian() * (random.nextInt(20) == 0 ? 1e-12 : 0.7);
  }

  /** A tree with a numeric and two categorical splits. */
  public static TreeModel tree(Task task) {
    Random random = new Random(11);
    Condition some =
        new Condition.Categories(
            task.equals(BINARY)
                ? new boolean[] {true, false, true, false}
                : new boolean[] {false, true, false, true});
    Condition small = new Condition.Categories(new boolean[] {true, false, false});
    Condition low = new Condition.Threshold(1.0 / 3);
    List<TreeNode> nodes =
        List.of(
            new TreeNode.Split(summary(random, task), 0, low, false, 1, 6),
            new TreeNode.Split(summary(random, task), 1, some, true, 2, 3),
            new TreeNode.Leaf(summary(random, task)),
            new TreeNode.Split(summary(random, task), 3, small, false, 4, 5),
            new TreeNode.Leaf(summary(random, task)),
            new TreeNode.Leaf(summary(random, task)),
            new TreeNode.Split(summary(random, task), 2, new Condition.Threshold(-0.5), true, 7, 8),
            new TreeNode.Leaf(summary(random, task)),
            new TreeNode.Leaf(summary(random, task)));
    return new TreeModel(task, features(), nodes, provenance());
  }

  private static NodeSummary summary(Random random, Task task) {
    double[] outputs = new double[task.outputCount()];
    Arrays.setAll(outputs, i -> random.nextDouble());
    double total = Arrays.stream(outputs).sum();
    Arrays.setAll(outputs, i -> outputs.length == 1 ? outputs[i] : outputs[i] / total);
    return new NodeSummary(random.nextInt(99), random.nextDouble(), 0.25, outputs);
  }

  /** A linear model with a coefficient for each number and category. */
  public static LinearModel linear(Task task) {
    Random random = new Random(13);
    int scores = task.outputCount() > 2 ? task.outputCount() : 1;
    List<LinearTerm> terms = new ArrayList<>();
    for (int i = 0; i < features().size() - 1; i++) {
      int categories =
          features().get(i) instanceof Feature.Categorical c ? c.categories().size() : 0;
      for (int code = categories == 0 ? -1 : 0; code < categories; code++) {
        OptionalInt category = code < 0 ? OptionalInt.empty() : OptionalInt.of(code);
        terms.add(new LinearTerm(i, category, 0.2 + code, 0.5, numbers(random, scores)));
      }
    }
    return new LinearModel(task, features(), terms, numbers(random, scores), provenance());
  }

  /** A table by two keys, a nominal and a numeric one. */
  public static LookupModel lookup(Task task) {
    Random random = new Random(17);
    List<Feature> keys = List.of(features().get(1), features().get(0));
    List<List<LookupCell>> levels =
        List.of(
            List.of(cell(random, task)),
            List.of(cell(random, task, 0), cell(random, task, 2), cell(random, task, Double.NaN)),
            List.of(
                cell(random, task, 0, -1.5),
                cell(random, task, 0, 2),
                cell(random, task, 2, Double.NaN),
                cell(random, task, Double.NaN, 0.1)));
    return new LookupModel(task, keys, levels, provenance());
  }

  private static LookupCell cell(Random random, Task task, double... keys) {
    return new LookupCell(keys, 3, 3.5, summary(random, task).outputs());
  }

  /** One model of every kind for every task. */
  public static List<Model> all() {
    List<Model> models = new ArrayList<>();
    for (Task task : TASKS) {
      models.addAll(List.of(ebm(task), tree(task), linear(task), lookup(task)));
    }
    models.add(ebm(BINARY, LinkFunction.SOFTMAX, Optional.empty(), false));
    models.add(ebm(REGRESSION, LinkFunction.LOG, Optional.empty(), true));
    models.add(ebm(REGRESSION, LinkFunction.LOG1P, Optional.of(new ResponseRange(-0.2, 5)), true));
    models.add(withOffset(ebm(REGRESSION, LinkFunction.LOG, Optional.empty(), true)));
    models.add(withOffset(ebm(BINARY)));
    return models;
  }

  /** The model with one feature more, whose value it adds to the score. */
  public static EbmModel withOffset(EbmModel model) {
    List<EbmFeature> features = new ArrayList<>(model.binnedFeatures());
    features.add(
        new EbmFeature(
            new Feature.Numeric("former score"),
            List.of(new CutBins()),
            new FeatureSummary(-9, 9, 7, new double[0], new double[0])));
    return new EbmModel(
            model.task(),
            model.link(),
            model.clip(),
            features,
            model.terms(),
            model.intercept(),
            model.bagIntercepts(),
            model.bagWeights(),
            model.provenance())
        .withOffset(Optional.of("former score"));
  }

  /** Rows with numbers at, beside and far from cuts, all categories, missing and unseen values. */
  public static List<Row> rows(Model model, int count) {
    Random random = new Random(19);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Row row = model.newRow();
      for (int position = 0; position < model.features().size(); position++) {
        Feature feature = model.features().get(position);
        boolean added = model.offset().filter(feature.name()::equals).isPresent();
        row.setEncoded(position, added ? random.nextGaussian() : value(random, feature));
      }
      rows.add(row);
    }
    return rows;
  }

  private static double value(Random random, Feature feature) {
    if (random.nextInt(8) == 0) {
      return Double.NaN;
    }
    if (feature instanceof Feature.Categorical categorical) {
      return random.nextInt(categorical.categories().size() + 1) - 1.0;
    }
    double cut = CUTS[random.nextInt(CUTS.length)];
    return switch (random.nextInt(5)) {
      case 0 -> cut;
      case 1 -> Math.nextDown(cut);
      case 2 -> COARSE_CUTS[random.nextInt(2)];
      case 3 -> random.nextInt(9) - 4;
      default -> random.nextGaussian() * 3;
    };
  }
}
