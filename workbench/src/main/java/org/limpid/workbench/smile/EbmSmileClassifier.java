package org.limpid.workbench.smile;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.model.Target;
import org.limpid.workbench.smile.FittedEbm.EbmProperties;
import smile.classification.AbstractClassifier;
import smile.classification.ClassLabels;
import smile.classification.DataFrameClassifier;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.measure.CategoricalMeasure;
import smile.data.type.StructType;
import smile.data.vector.ValueVector;
import smile.feature.importance.SHAP;
import smile.math.MathEx;

/**
 * An EBM that predicts classes, as a classifier of Smile: trained from a formula and a data frame,
 * and fit for Smile's cross-validation and Shapley values. Classes are whole numbers, perhaps on a
 * nominal scale; Smile's own metrics want them from 0 on. Columns on a nominal or ordinal scale,
 * texts and truth values are nominal features; nulls are missing values. Immutable.
 *
 * <p>Not serialisable: what {@link #model()} returns is to be written as JSON instead.
 */
public final class EbmSmileClassifier extends AbstractClassifier<Tuple>
    implements DataFrameClassifier, SHAP<Tuple> {
  private static final long serialVersionUID = 1L;

  /** For those of Smile's methods that take a trainer and properties. */
  public static final DataFrameClassifier.Trainer<EbmSmileClassifier> TRAINER =
      EbmSmileClassifier::fit;

  private final transient FittedEbm ebm;

  private EbmSmileClassifier(ClassLabels labels, FittedEbm ebm) {
    super(labels.classes);
    this.ebm = ebm;
  }

  /** Trains with the defaults of classifications. */
  public static EbmSmileClassifier fit(Formula formula, DataFrame data) {
    return fit(formula, data, EbmParameters.classification());
  }

  /** Trains with the defaults but for properties such as {@code limpid.ebm.outer_bags}. */
  public static EbmSmileClassifier fit(Formula formula, DataFrame data, Properties properties) {
    return fit(formula, data, EbmProperties.change(EbmParameters.classification(), properties));
  }

  /**
   * Trains. Throws a {@code DataException} if nothing can be learnt from the data, and an {@code
   * IllegalArgumentException} if a property is unknown.
   */
  public static EbmSmileClassifier fit(Formula formula, DataFrame data, EbmParameters parameters) {
    ClassLabels labels = ClassLabels.fit(formula.y(data).toIntArray());
    return new EbmSmileClassifier(
        labels,
        FittedEbm.fit(
            formula,
            data,
            parameters,
            response -> new Target.Classes(response.name(), labels.y, names(response, labels))));
  }

  private static List<String> names(ValueVector response, ClassLabels labels) {
    return Arrays.stream(labels.classes.values)
        .mapToObj(label ->
            response.measure() instanceof CategoricalMeasure scale
                ? scale.level(label)
                : Integer.toString(label))
        .toList();
  }

  public EbmModel model() {
    return ebm.model();
  }

  @Override
  public Formula formula() {
    return ebm.formula();
  }

  @Override
  public StructType schema() {
    return ebm.schema();
  }

  @Override
  public boolean isSoft() {
    return true;
  }

  @Override
  public int predict(Tuple tuple) {
    return predict(tuple, new double[numClasses()]);
  }

  @Override
  public int predict(Tuple tuple, double[] posteriori) {
    ebm.model().predict(ebm.row(tuple), posteriori);
    return classes.valueOf(MathEx.whichMax(posteriori));
  }

  /**
   * Exact Shapley values of one prediction, before the link. With two classes one per column of
   * {@link #schema()}, towards the second class; with more one per column and class, the class
   * running fastest. They add up to the scores less the average scores.
   */
  @Override
  public double[] shap(Tuple tuple) {
    return ebm.shap(tuple);
  }

  /** Mean absolute Shapley values over the rows of a data frame. */
  public double[] shap(DataFrame data) {
    return shap(data.stream().map(Tuple.class::cast));
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException("an EBM is written as JSON. Maybe write model() instead.");
  }
}
