package org.limpid.models.tool;

import java.nio.file.Path;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.edit.Purification;
import org.limpid.interpret.json.ModelJson;

/** Moves main effects out of the pairs of an explainable boosting machine. */
public final class ModelPurifying {
  private ModelPurifying() {}

  /**
   * Carries out a request.
   *
   * @return the model and what was moved out of each pair
   * @throws org.limpid.files.DataException if a file cannot be read or written
   */
  public static Purification run(Path file, OutputFile out) {
    out.check(file);
    EbmModel model = ModelEdit.readEbm(file, "purification");
    Purification purified = Purification.of(model);
    out.write(stream -> ModelJson.write(purified.model(), stream));
    return purified;
  }
}
