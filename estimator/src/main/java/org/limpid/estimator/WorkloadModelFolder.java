package org.limpid.estimator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.limpid.files.AtomicFiles;
import org.limpid.files.AtomicFolder;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;

/**
 * A workload estimate on disk: a folder with {@code model.json}, which is a model of {@link
 * ModelJson} with its provenance and can be explained like any other, and {@code estimator.json},
 * which holds what else is needed to use it.
 */
public final class WorkloadModelFolder {
  /** What the member {@code format} of {@code estimator.json} says. */
  public static final String FORMAT = "limpid-workload-estimate";

  /** Version of the format. */
  public static final int VERSION = 2;

  private static final String KIND = "workload estimate";
  private static final String MODEL = "model.json";
  private static final String ESTIMATOR = "estimator.json";

  private WorkloadModelFolder() {}

  /**
   * Writes a model; an older one there is replaced as a whole.
   *
   * @throws DataException if something else is there, or it cannot be written
   * @throws IllegalArgumentException if {@link ModelJson} has no format for such models
   */
  public static void write(JobDurationModel model, Path folder) {
    try (AtomicFolder target = AtomicFolder.begin(folder, KIND, true)) {
      AtomicFiles.write(target.path().resolve(MODEL), out -> ModelJson.write(model.model(), out));
      AtomicFiles.write(
          target.path().resolve(ESTIMATOR), out -> writeParts(model, new JsonOutput(out)));
      target.commit();
    }
  }

  private static void writeParts(JobDurationModel model, JsonOutput json) throws IOException {
    json.beginObject()
        .text("format", FORMAT)
        .wholeNumber("version", VERSION)
        .text("features", model.features().setName())
        .text("scale", model.scale().scaleName())
        .number("longestSeconds", model.longestSeconds())
        .wholeNumber("firstSubmission", model.firstSubmission())
        .wholeNumber("lastSubmission", model.lastSubmission());
    if (model.calibration().isPresent()) {
      json.numbers("calibrationInputs", model.calibration().get().inputs())
          .numbers("calibrationOutputs", model.calibration().get().outputs());
    }
    json.texts("leftOut", model.leftOut()).endObject().finish();
  }

  /**
   * Reads a model.
   *
   * @throws DataException if there is none, or its parts do not fit; all problems of a file at once
   */
  public static JobDurationModel read(Path folder) {
    Path file = folder.resolve(ESTIMATOR);
    Function<Model, JobDurationModel> parts = JsonSection.read(file, WorkloadModelFolder::parts);
    Path modelFile = folder.resolve(MODEL);
    Model model = ModelJson.read(modelFile);
    Problems problems = new Problems();
    check(model, modelFile, problems);
    problems.throwIfAny();
    try {
      return parts.apply(model);
    } catch (IllegalArgumentException e) {
      DataException failure =
          new DataException(
              Problem.ofFile(
                  file,
                  "the parts of the model do not fit: " + e.getMessage(),
                  "Maybe the file was changed by hand."));
      failure.initCause(e);
      throw failure;
    }
  }

  private static void check(Model model, Path file, Problems problems) {
    if (!(model.task() instanceof Task.Regression)) {
      problems.add(file, "expected a model that predicts a number", "Maybe it is another model.");
    }
    List<String> known = JobFeatures.allNames();
    for (Feature feature : model.features()) {
      if (!(feature instanceof Feature.Numeric) || !known.contains(feature.name())) {
        problems.add(
            new Problem(
                file.toString(),
                0,
                "",
                feature.name(),
                "expected a feature of workload estimates",
                ClosestName.hint(feature.name(), known)));
      }
    }
  }

  /** What {@code estimator.json} makes of a model. */
  private static Function<Model, JobDurationModel> parts(JsonSection section) {
    section.oneOf("format", List.of(FORMAT));
    section.wholeNumber("version", VERSION, VERSION);
    List<String> sets = Arrays.stream(FeatureSet.values()).map(FeatureSet::setName).toList();
    List<String> scales =
        Arrays.stream(DurationScale.values()).map(DurationScale::scaleName).toList();
    String features = section.oneOf("features", sets);
    DurationScale scale =
        DurationScale.named(section.oneOf("scale", scales)).orElse(DurationScale.LOGARITHM);
    double longest = section.number("longestSeconds");
    long first = section.wholeNumber("firstSubmission", Long.MIN_VALUE, Long.MAX_VALUE);
    long last = section.wholeNumber("lastSubmission", Long.MIN_VALUE, Long.MAX_VALUE);
    double[] inputs = scale.isCalibrated() ? section.numbers("calibrationInputs") : null;
    double[] outputs = scale.isCalibrated() ? section.numbers("calibrationOutputs") : null;
    List<String> leftOut = section.texts("leftOut");
    return model ->
        new JobDurationModel(
            model,
            scale,
            scale.isCalibrated()
                ? Optional.of(new MonotoneCalibration(inputs, outputs))
                : Optional.empty(),
            FeatureSet.named(features).orElseThrow(),
            longest,
            first,
            last,
            leftOut);
  }
}
