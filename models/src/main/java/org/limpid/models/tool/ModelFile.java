package org.limpid.models.tool;

import java.nio.file.Path;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.interop.ModelReader;
import org.limpid.interpret.model.Model;

/** Reads models. */
final class ModelFile {
  private ModelFile() {}

  /**
   * Reads a model of Limpid, or an EBM that the Python library interpret wrote as JSON.
   *
   * @throws DataException if there is none in the file
   */
  static Model read(Path file) {
    return ModelReader.read(file);
  }

  /**
   * Reads an EBM.
   *
   * @param purpose what it is needed for, e.g. {@code editing}
   * @throws DataException if there is none in the file
   */
  static EbmModel readEbm(Path file, String purpose) {
    if (read(file) instanceof EbmModel ebm) {
      return ebm;
    }
    throw new DataException(
        Problem.ofFile(
            file,
            "expected an explainable boosting machine for " + purpose,
            "Maybe train one with --model ebm."));
  }
}
