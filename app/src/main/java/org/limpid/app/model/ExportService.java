package org.limpid.app.model;

import org.limpid.interpret.interop.InterpretJson;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;

/** Writes models for other programs. */
public final class ExportService {
  private ExportService() {}

  /**
   * Carries out a request.
   *
   * @throws org.limpid.files.DataException if a file cannot be read or written, or the format
   *     cannot hold the model
   */
  public static void run(ExportRequest request) {
    request.out().check(request.model());
    switch (request.format()) {
      case JSON -> {
        Model model = ModelFile.read(request.model());
        request.out().write(out -> ModelJson.write(model, out));
      }
      case INTERPRET -> {
        var model = ModelFile.readEbm(request.model(), "this format");
        request.out().write(out -> InterpretJson.write(model, out));
      }
      case PMML, JAVA -> throw new UnsupportedOperationException();
    }
  }
}
