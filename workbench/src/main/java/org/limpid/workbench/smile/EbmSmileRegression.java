package org.limpid.workbench.smile;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.Properties;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.model.Target;
import org.limpid.workbench.smile.FittedEbm.EbmProperties;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.feature.importance.SHAP;
import smile.regression.DataFrameRegression;

/**
 * An EBM that predicts numbers, as a regression of Smile: trained from a formula and a data frame,
 * and fit for Smile's cross-validation and Shapley values. Columns on a nominal or ordinal scale,
 * texts and truth values are nominal features; nulls are missing values. Immutable.
 *
 * <p>Not serialisable: what {@link #model()} returns is to be written as JSON instead.
 */
public final class EbmSmileRegression implements DataFrameRegression, SHAP<Tuple> {
  private static final long serialVersionUID = 1L;

  /** For those of Smile's methods that take a trainer and properties. */
  public static final Trainer<EbmSmileRegression> TRAINER = EbmSmileRegression::fit;

  private final transient FittedEbm ebm;

  private EbmSmileRegression(FittedEbm ebm) {
    this.ebm = ebm;
  }

  /** Trains with the defaults of regressions. */
  public static EbmSmileRegression fit(Formula formula, DataFrame data) {
    return fit(formula, data, EbmParameters.regression());
  }

  /** Trains with the defaults but for properties such as {@code limpid.ebm.outer_bags}. */
  public static EbmSmileRegression fit(Formula formula, DataFrame data, Properties properties) {
    return fit(formula, data, EbmProperties.change(EbmParameters.regression(), properties));
  }

  /**
   * Trains. Throws a {@code DataException} if nothing can be learnt from the data, and an {@code
   * IllegalArgumentException} if a property is unknown.
   */
  public static EbmSmileRegression fit(Formula formula, DataFrame data, EbmParameters parameters) {
    return new EbmSmileRegression(
        FittedEbm.fit(
            formula,
            data,
            parameters,
            response -> new Target.Numbers(response.name(), response.toDoubleArray())));
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
  public double predict(Tuple tuple) {
    return ebm.model().predict(ebm.row(tuple));
  }

  /**
   * Exact Shapley values of one prediction, before the link: one per column of {@link #schema()}.
   * They add up to the score less the average score.
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
