package org.limpid.experiment.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.data.io.DatasetReader;
import org.limpid.estimator.DurationForm;
import org.limpid.estimator.DurationKind;
import org.limpid.estimator.FeatureSet;
import org.limpid.models.ModelFolder;
import org.limpid.models.ModelsOrigin;
import org.limpid.models.TrainedModels;

/** A folder of models in which nothing was trained, so that all is learnt during a run. */
public final class NoModelsYet {
  private NoModelsYet() {}

  /** Writes the folder for runs of a data set, with large models. */
  public static Path write(Path folder, Path data) {
    return write(folder, data, DurationForm.LARGE);
  }

  /** Writes the folder for runs of a data set. */
  public static Path write(Path folder, Path data, DurationForm form) {
    DatasetReader reader = DatasetReader.open(data);
    ModelsOrigin origin =
        new ModelsOrigin(
            "nothing", reader.contentHash(), reader.origin(), 0, "1", List.of("limpid"));
    TrainedModels none =
        new TrainedModels(
            origin,
            Optional.empty(),
            Optional.empty(),
            Double.NaN,
            Optional.empty(),
            new DurationKind(FeatureSet.WITHOUT_PROFILE, form),
            List.of());
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    ModelFolder.write(none, folder);
    return folder;
  }
}
