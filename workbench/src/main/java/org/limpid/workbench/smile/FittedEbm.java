package org.limpid.workbench.smile;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmParameters;
import org.limpid.interpret.ebm.EbmTrainer;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Target;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.workbench.shapley.EbmShapley;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.ValueVector;

/**
 * An EBM that was trained from a formula, all its terms written out, and a data frame; the schema
 * is that of the columns it predicts from.
 */
record FittedEbm(Formula formula, StructType schema, EbmModel model, EbmShapley shapley) {

  /** Trains; the target is read from the response of the formula. */
  static FittedEbm fit(
      Formula formula,
      DataFrame data,
      EbmParameters parameters,
      Function<ValueVector, Target> target) {
    Formula expanded = formula.expand(data.schema());
    DataFrame inputs = expanded.x(data);
    TrainingSet training =
        TrainingSet.of(SmileTables.table(inputs), target.apply(expanded.y(data)));
    EbmModel model = new EbmTrainer(parameters).train(training);
    return new FittedEbm(expanded, inputs.schema(), model, new EbmShapley(model));
  }

  Row row(Tuple tuple) {
    return SmileTables.row(formula.x(tuple), model.newRow());
  }

  double[] shap(Tuple tuple) {
    return shapley.values(row(tuple));
  }

  /** Parameters of an EBM in Smile's way: properties whose names have a prefix. */
  static final class EbmProperties {
    static final String PREFIX = "limpid.ebm.";

    private EbmProperties() {}

    /** Changes parameters by those properties that have the prefix. */
    static EbmParameters change(EbmParameters standard, Properties properties) {
      Map<String, String> changes = new TreeMap<>();
      for (String name : properties.stringPropertyNames()) {
        if (name.startsWith(PREFIX)) {
          changes.put(name.substring(PREFIX.length()), properties.getProperty(name));
        }
      }
      return standard.with(changes);
    }
  }
}
