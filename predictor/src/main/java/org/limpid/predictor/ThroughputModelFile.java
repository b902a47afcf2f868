package org.limpid.predictor;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.tree.TreeModel;
import org.limpid.predictor.ThroughputModel.TrainingNote;
import org.limpid.predictor.feature.LoadFeatures;

/**
 * Models of the load as files: those of {@link ModelJson}, so that everything that explains models
 * reads them, with the {@link TrainingNote} among the parameters of their provenance.
 */
public final class ThroughputModelFile {
  private static final String CONFIGURATION = "throughput_configuration";
  private static final String FEATURES = "throughput_features";
  private static final String FROM = "trained_from";
  private static final String UNTIL = "trained_until";
  private static final String HALF_LIFE = "half_life_days";

  private ThroughputModelFile() {}

  /**
   * Writes a model to a file that is there in full or not at all.
   *
   * @throws DataException if the file cannot be written
   * @throws IllegalArgumentException if models of its class cannot be stored
   */
  public static void write(ThroughputModel model, Path file) {
    Model stamped = withProvenance(model.model(), stamp(model));
    AtomicFiles.write(file, out -> ModelJson.write(stamped, out));
  }

  private static Provenance stamp(ThroughputModel model) {
    TrainingNote note = model.note();
    Provenance before = model.model().provenance();
    Map<String, String> parameters = new LinkedHashMap<>(before.parameters());
    parameters.put(CONFIGURATION, note.configuration());
    parameters.put(FEATURES, note.features().name());
    parameters.put(FROM, note.trainedFrom().toString());
    parameters.put(UNTIL, note.trainedUntil().toString());
    parameters.put(HALF_LIFE, Double.toString(note.halfLifeDays()));
    return new Provenance(
        before.trainer(),
        before.dataHash(),
        before.rowCount(),
        note.target().column(),
        parameters,
        before.seed(),
        before.edits(),
        before.reading(),
        before.rows());
  }

  private static Model withProvenance(Model model, Provenance provenance) {
    return switch (model) {
      case EbmModel ebm -> ebm.with(ebm.terms(), ebm.intercept(), ebm.bagIntercepts(), provenance);
      case TreeModel tree -> new TreeModel(tree.task(), tree.features(), tree.nodes(), provenance);
      case LinearModel linear ->
          new LinearModel(
              linear.task(), linear.features(), linear.terms(), linear.intercept(), provenance);
      default ->
          throw new IllegalArgumentException(
              "expected an EBM, a tree or a linear model, found " + model.provenance().trainer());
    };
  }

  /**
   * Reads a model.
   *
   * @throws DataException if the file cannot be read or holds no model of the load
   */
  public static ThroughputModel read(Path file) {
    Model model = ModelJson.read(file);
    TrainingNote note = note(file, model.provenance());
    List<String> found = model.features().stream().map(Feature::name).toList();
    if (!note.features().featureNames().containsAll(found)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected features of the set '%s'".formatted(note.features().name()),
              "Maybe another version of Limpid trained the model: train it again."));
    }
    return new ThroughputModel(model, note);
  }

  private static TrainingNote note(Path file, Provenance provenance) {
    Map<String, String> parameters = provenance.parameters();
    try {
      return new TrainingNote(
          require(file, parameters, CONFIGURATION),
          LoadTarget.ofColumn(provenance.target()).orElseThrow(() -> noModelOfTheLoad(file)),
          LoadFeatures.named(require(file, parameters, FEATURES)),
          LocalDateTime.parse(require(file, parameters, FROM)),
          LocalDateTime.parse(require(file, parameters, UNTIL)),
          Double.parseDouble(require(file, parameters, HALF_LIFE)));
    } catch (DateTimeException | NumberFormatException e) {
      DataException failure = noModelOfTheLoad(file);
      failure.initCause(e);
      throw failure;
    }
  }

  private static String require(Path file, Map<String, String> parameters, String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw noModelOfTheLoad(file);
    }
    return value;
  }

  private static DataException noModelOfTheLoad(Path file) {
    return new DataException(
        Problem.ofFile(
            file,
            "expected a model of the load, with %s, %s, %s, %s and %s among its parameters"
                .formatted(CONFIGURATION, FEATURES, FROM, UNTIL, HALF_LIFE),
            "Maybe it is a model of something else."));
  }
}
