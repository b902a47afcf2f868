package org.limpid.interpret.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.interpret.model.Model;

/**
 * Models as files: JSON in a format of Limpid's own, described in {@code docs/model-format.md}.
 *
 * <p>Numbers survive bit for bit, and the same model gives the same bytes. What is read is checked
 * completely first.
 */
public final class ModelJson {
  /** What the member {@code format} of every file says. */
  public static final String FORMAT = "limpid-model";

  /** The version of the format that is written; no other one has been there. */
  public static final int VERSION = 1;

  private static final List<ModelCodec<?>> CODECS =
      List.of(new EbmCodec(), new TreeCodec(), new LinearCodec(), new LookupCodec());

  private ModelJson() {}

  /**
   * Writes a model; the stream is flushed and stays open.
   *
   * @throws IllegalArgumentException if models of this class have no format
   */
  public static void write(Model model, OutputStream out) throws IOException {
    for (ModelCodec<?> codec : CODECS) {
      if (codec.type() == model.getClass()) {
        write(codec, model, new JsonOutput(out));
        return;
      }
    }
    throw new IllegalArgumentException("no format for models of " + model.getClass());
  }

  private static <M extends Model> void write(ModelCodec<M> codec, Model model, JsonOutput out)
      throws IOException {
    out.beginObject()
        .text("format", FORMAT)
        .wholeNumber("version", VERSION)
        .text("kind", codec.kind());
    HeaderJson.write(model, out);
    codec.write(codec.type().cast(model), out);
    out.endObject().finish();
  }

  /**
   * Reads a model from a file, plain or gzipped.
   *
   * @throws DataException if there is no model of this format in it; all problems at once
   */
  public static Model read(Path file) {
    return read(JsonFile.read(file), file.toString());
  }

  /**
   * Reads a model from a stream, which stays open.
   *
   * @param name what messages call the stream
   * @throws DataException if there is no model of this format in it; all problems at once
   */
  public static Model read(InputStream stream, String name) {
    return read(JsonFile.read(stream, name), name);
  }

  private static Model read(JsonObject object, String name) {
    Problems problems = new Problems();
    Supplier<? extends Model> model;
    try (JsonSection root = new JsonSection(name, problems, object)) {
      checkFormat(root, problems);
      ModelCodec<?> codec = codec(root);
      problems.throwIfAny();
      model = codec.read(root, HeaderJson.read(root, problems));
    }
    problems.throwIfAny();
    return make(model, name);
  }

  private static void checkFormat(JsonSection root, Problems problems) {
    if (!root.text("format").equals(FORMAT)) {
      String hint =
          root.has("ebm") ? "Maybe it was written by the Python library interpret: import it." : "";
      root.problem("format", "expected a model: the format " + FORMAT, hint);
      problems.throwIfAny();
    }
    long version = root.wholeNumber("version", 1, Integer.MAX_VALUE);
    if (version > VERSION) {
      root.problem(
          "version",
          "expected version %d of the format".formatted(VERSION),
          "Maybe a newer version of Limpid wrote it: use that one, or a newer one still.");
    }
    problems.throwIfAny();
  }

  private static ModelCodec<?> codec(JsonSection root) {
    List<String> kinds = CODECS.stream().map(ModelCodec::kind).toList();
    return CODECS.get(kinds.indexOf(root.oneOf("kind", kinds)));
  }

  /** The checks before should have found everything; the message is for the case they did not. */
  private static Model make(Supplier<? extends Model> model, String name) {
    try {
      return model.get();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      DataException failure =
          new DataException(
              new Problem(
                  name,
                  0,
                  "",
                  "",
                  "the parts of the model do not fit each other: " + e.getMessage(),
                  "Maybe the file was changed by hand."));
      failure.initCause(e);
      throw failure;
    }
  }
}
