package org.limpid.interpret.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.interpret.ebm.EbmModel;

/**
 * Explainable boosting machines in the JSON format, version 1.0, of the Python library interpret.
 *
 * <p>Its {@code to_json} writes the files that are read here, with any level of detail. What is
 * kept and what is not is told in {@code docs/model-format.md}.
 */
public final class InterpretJson {
  static final String VERSION = "1.0";

  private InterpretJson() {}

  /**
   * Reads a file, plain or gzipped. Throws a {@code DataException} if it is not of this format, or
   * has what Limpid's EBMs lack; all problems at once.
   */
  public static EbmModel read(Path file) {
    return new InterpretReader(file.toString()).read(JsonFile.read(file));
  }

  /**
   * Reads a stream, which stays open and is called so in messages; throws as {@link #read(Path)}.
   */
  public static EbmModel read(InputStream stream, String name) {
    return new InterpretReader(name).read(JsonFile.read(stream, name));
  }

  /**
   * Writes a model; the stream is flushed and stays open. Beside interpret's members stands {@code
   * limpid}, which holds the provenance and which interpret does not look at. Throws a {@code
   * DataException} if the format cannot hold the model: with the link log1p or a clipped response,
   * interpret would predict something else.
   */
  public static void write(EbmModel model, OutputStream out) throws IOException {
    new InterpretWriter(model).write(new JsonOutput(out));
  }
}
