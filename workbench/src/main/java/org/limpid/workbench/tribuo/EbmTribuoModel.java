package org.limpid.workbench.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Row;
import org.limpid.workbench.shapley.EbmShapley;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.Prediction;
import org.tribuo.provenance.ModelProvenance;

/**
 * An EBM as a model of Tribuo. Its explanations name terms: a feature, or two joined by {@code " &
 * "}. With two labels there is one score, towards the second; that of the first is its negative.
 *
 * <p>Not serialisable: what {@link #model()} returns is to be written as JSON instead.
 */
public final class EbmTribuoModel<T extends Output<T>> extends Model<T> {
  private static final long serialVersionUID = 1L;
  private static final Comparator<Pair<String, Double>> LARGEST_FIRST =
      Comparator.comparingDouble(pair -> -Math.abs(pair.getB()));

  private final transient EbmModel model;
  private final transient ExampleReader reader;
  private final transient Outputs<T> outputs;
  private final transient EbmShapley shapley;

  EbmTribuoModel(
      String name,
      ModelProvenance provenance,
      ImmutableFeatureMap featureMap,
      ImmutableOutputInfo<T> outputInfo,
      EbmModel model,
      ExampleReader reader,
      Outputs<T> outputs) {
    super(name, provenance, featureMap, outputInfo, outputs.areProbabilities());
    this.model = model;
    this.reader = reader;
    this.outputs = outputs;
    shapley = new EbmShapley(model);
  }

  public EbmModel model() {
    return model;
  }

  /** Predicts; features that training did not see are passed over. */
  @Override
  public Prediction<T> predict(Example<T> example) {
    Row row = model.newRow();
    int used = reader.read(example, row);
    double[] predicted = new double[model.task().outputCount()];
    model.predict(row, predicted);
    return outputs.prediction(predicted, used, example);
  }

  /**
   * So many of the most important terms for each output, all if negative, by their mean absolute
   * score in the training data.
   */
  @Override
  public Map<String, List<Pair<String, Double>>> getTopFeatures(int count) {
    Map<String, List<Pair<String, Double>>> top = new LinkedHashMap<>();
    for (int i = 0; i < outputs.names().size(); i++) {
      List<Pair<String, Double>> terms = new ArrayList<>();
      for (Term term : model.terms()) {
        terms.add(new Pair<>(model.name(term), importance(term, scoreOf(i))));
      }
      terms.sort(LARGEST_FIRST);
      int kept = count < 0 ? terms.size() : Math.min(count, terms.size());
      top.put(outputs.names().get(i), List.copyOf(terms.subList(0, kept)));
    }
    return top;
  }

  /** The score that an output has; two labels share one. */
  private int scoreOf(int output) {
    return model.scoreCount() == 1 ? 0 : output;
  }

  /** Of two labels that share a score, that of the first is its negative. */
  private int sign(int output) {
    return model.scoreCount() == 1 && outputs.names().size() == 2 && output == 0 ? -1 : 1;
  }

  private static double importance(Term term, int score) {
    double sum = 0;
    double total = 0;
    for (int cell = 0; cell < term.cellCount(); cell++) {
      sum += term.binWeight(cell) * Math.abs(term.score(cell, score));
      total += term.binWeight(cell);
    }
    return total > 0 ? sum / total : 0;
  }

  /**
   * The scores of the terms for one example, largest first, and the intercept as {@link
   * Model#BIAS_FEATURE}: together they are the prediction before the link.
   */
  @Override
  public Optional<Excuse<T>> getExcuse(Example<T> example) {
    Row row = model.newRow();
    reader.read(example, row);
    Map<String, List<Pair<String, Double>>> reasons = new LinkedHashMap<>();
    for (int i = 0; i < outputs.names().size(); i++) {
      reasons.put(outputs.names().get(i), scores(row, scoreOf(i), sign(i)));
    }
    return Optional.of(new Excuse<>(example, predict(example), reasons));
  }

  private List<Pair<String, Double>> scores(Row row, int score, int sign) {
    List<Pair<String, Double>> scores = new ArrayList<>();
    scores.add(new Pair<>(BIAS_FEATURE, sign * model.intercept()[score]));
    for (int t = 0; t < model.terms().size(); t++) {
      Term term = model.terms().get(t);
      scores.add(new Pair<>(model.name(term), sign * term.score(model.cell(t, row), score)));
    }
    scores.sort(LARGEST_FIRST);
    return scores;
  }

  /**
   * Exact Shapley values of the features for one example, largest first, and the average score of
   * the training data as {@link Model#BIAS_FEATURE}: together they are the prediction before the
   * link. The score of a pair is shared between its two features.
   */
  public Excuse<T> shapley(Example<T> example) {
    Row row = model.newRow();
    reader.read(example, row);
    double[] values = shapley.values(row);
    double[] sums = new double[model.scoreCount()];
    model.score(row, sums);
    Map<String, List<Pair<String, Double>>> reasons = new LinkedHashMap<>();
    for (int i = 0; i < outputs.names().size(); i++) {
      reasons.put(outputs.names().get(i), shares(values, sums, scoreOf(i), sign(i)));
    }
    return new Excuse<>(example, predict(example), reasons);
  }

  private List<Pair<String, Double>> shares(double[] values, double[] sums, int score, int sign) {
    List<Pair<String, Double>> shares = new ArrayList<>();
    double rest = sums[score];
    for (int feature = 0; feature < model.features().size(); feature++) {
      double value = values[feature * sums.length + score];
      shares.add(new Pair<>(model.features().get(feature).name(), sign * value));
      rest -= value;
    }
    shares.add(new Pair<>(BIAS_FEATURE, sign * rest));
    shares.sort(LARGEST_FIRST);
    return shares;
  }

  @Override
  protected Model<T> copy(String newName, ModelProvenance newProvenance) {
    return new EbmTribuoModel<>(
        newName, newProvenance, featureIDMap, outputIDInfo, model, reader, outputs);
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException("an EBM is written as JSON. Maybe write model() instead.");
  }
}
