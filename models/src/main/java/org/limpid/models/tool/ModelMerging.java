package org.limpid.models.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.edit.ModelMerge;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.survival.SurvivalModel;

/** Makes one explainable boosting machine of several. */
public final class ModelMerging {
  private ModelMerging() {}

  /**
   * Carries out a request.
   *
   * @return what was done, as a sentence
   * @throws DataException if a file cannot be read or written, or the models do not predict the
   *     same from the same
   */
  public static String run(Request request) {
    request.out().check(request.models().toArray(Path[]::new));
    List<EbmModel> models = request.models().stream().map(ModelMerging::read).toList();
    EbmModel merged = merged(models, request);
    request.out().write(out -> ModelJson.write(merged, out));
    return merged.provenance().edits().getLast();
  }

  /** Hazards of different periods can't be averaged. */
  private static EbmModel read(Path file) {
    EbmModel model = ModelEdit.readEbm(file, "a merge");
    if (SurvivalModel.of(model).isPresent()) {
      throw SurvivalTraining.unfit(file, "a merge");
    }
    return model;
  }

  private static EbmModel merged(List<EbmModel> models, Request request) {
    try {
      return request.weights().isEmpty()
          ? ModelMerge.of(models)
          : ModelMerge.of(
              models, request.weights().stream().mapToDouble(Double::doubleValue).toArray());
    } catch (DataException e) {
      DataException named =
          new DataException(e.problems().stream().map(inFiles(request.models())).toList());
      named.initCause(e);
      throw named;
    }
  }

  /** The merge knows models by their numbers. */
  private static UnaryOperator<Problem> inFiles(List<Path> files) {
    return problem -> {
      String file =
          IntStream.range(0, files.size())
              .filter(i -> problem.file().equals("model " + (i + 1)))
              .mapToObj(i -> files.get(i).toString())
              .findFirst()
              .orElse(problem.file());
      return new Problem(
          file,
          problem.line(),
          problem.column(),
          problem.value(),
          problem.message(),
          problem.hint());
    };
  }

  /**
   * What to merge.
   *
   * @param models files of two models or more
   * @param weights how much each counts; empty: by the rows that it was trained on
   * @param out where the merged model goes
   */
  public record Request(List<Path> models, List<Double> weights, OutputFile out) {
    public Request {
      models = List.copyOf(models);
      weights = List.copyOf(weights);
      Objects.requireNonNull(out, "out");
    }
  }
}
