package org.limpid.interpret.tree;

import java.util.List;
import java.util.Map;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.FeatureFinder;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.RowReader;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingChecks;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.interpret.parameter.Parameter;
import org.limpid.interpret.parameter.ParameterValues;
import org.limpid.interpret.tree.Criterion.Gini;
import org.limpid.interpret.tree.Criterion.Variance;

/**
 * Trains decision trees (CART): every node is split by the feature and condition that lower the
 * weighted impurity most, squared error for numbers and Gini for classes, and the tree is pruned
 * back by cost and complexity. Immutable.
 *
 * <p>Numbers are cut half way between two neighbouring values, if these differ by more than 1e-8 of
 * their size: less is taken for rounding. Categories are parted into two subsets, those of ordinal
 * features into lower and higher ones. Where rows of a node lack the value, they go to the side
 * where they lower the impurity more, and so do missing values and unseen categories later; where
 * none does, later ones go to the side of more weight. Of equally good cuts one by a feature that
 * was asked further up is preferred, which makes for shorter rules, then the first in the order of
 * features and values. Rows of weight 0 take no part.
 *
 * <p>A node is not split when all its rows have the same target. A target that is the same in all
 * rows gives a tree of one leaf.
 */
public final class TreeTrainer implements Trainer<TreeModel> {
  public static final Parameter MAX_DEPTH =
      Parameter.whole("max_depth", 0, 1_000_000, 0, "Most splits on the way to a leaf; 0: any");

  public static final Parameter MIN_SAMPLES_SPLIT =
      Parameter.whole(
          "min_samples_split", 2, 1_000_000_000, 2, "Fewest rows of a node that is split");

  public static final Parameter MIN_SAMPLES_LEAF =
      Parameter.whole("min_samples_leaf", 1, 1_000_000_000, 1, "Fewest rows of a leaf");

  /** How much impurity a leaf must save to be kept. */
  public static final Parameter CCP_ALPHA =
      Parameter.number(
          "ccp_alpha", 0, 1e300, 0, "Impurity that each leaf must save, or its branch is pruned");

  private final ParameterValues parameters;

  public TreeTrainer() {
    this(defaults());
  }

  public TreeTrainer(ParameterValues parameters) {
    this.parameters = parameters;
  }

  public static ParameterValues defaults() {
    return ParameterValues.defaults(MAX_DEPTH, MIN_SAMPLES_SPLIT, MIN_SAMPLES_LEAF, CCP_ALPHA);
  }

  /** Parameters of a tree that can be read: at most 16 leaves, of five rows or more. */
  public static ParameterValues readable() {
    return defaults().with(Map.of(MAX_DEPTH.name(), "4", MIN_SAMPLES_LEAF.name(), "5"));
  }

  @Override
  public String name() {
    return "tree";
  }

  @Override
  public TreeModel train(TrainingSet data, TrainingMonitor monitor) {
    check(data);
    Draft root = grow(data, monitor);
    new Pruner(root).prune(parameters.number(CCP_ALPHA));
    return new TreeModel(
        data.target().task(),
        FeatureFinder.features(data),
        root.finish(),
        Provenance.of("tree", data, parameters.toMap(), 0));
  }

  /**
   * What pruning the tree of a training set with rising alpha would give: the effective alphas with
   * what is left after each step. The last step leaves the root only. {@code ccp_alpha} does not
   * matter. Throws a {@code DataException} as {@link #train}.
   */
  public List<PruningStep> pruningPath(TrainingSet data) {
    check(data);
    return List.copyOf(
        new Pruner(grow(data, TrainingMonitor.SILENT)).prune(Double.POSITIVE_INFINITY));
  }

  private void check(TrainingSet data) {
    TrainingChecks.of(data).withoutOffset().rows(1, "").columns().target().throwIfAny();
  }

  private Draft grow(TrainingSet data, TrainingMonitor monitor) {
    List<Feature> features = FeatureFinder.features(data);
    TreeGrower.Limits limits =
        new TreeGrower.Limits(
            parameters.whole(MAX_DEPTH),
            parameters.whole(MIN_SAMPLES_SPLIT),
            parameters.whole(MIN_SAMPLES_LEAF));
    return new TreeGrower(
            features, RowReader.columns(features, data.inputs()), criterion(data), limits)
        .grow(monitor);
  }

  private static Criterion criterion(TrainingSet data) {
    double[] weights = data.weightsOrOnes();
    return switch (data.target()) {
      case Target.Numbers numbers -> new Variance(numbers.values(), weights);
      case Target.Classes classes -> new Gini(classes.codes(), classes.classes().size(), weights);
    };
  }

  /**
   * A step of minimal cost-complexity pruning: the effective alpha of the branch that became a
   * leaf, the increase of impurity per leaf that it cost, 0 before any pruning; the total impurity
   * of the leaves after the step, weighted by their share of the training weight; and how many
   * there are.
   */
  public record PruningStep(double alpha, double impurity, int leafCount) {}
}
