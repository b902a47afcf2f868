package org.limpid.interpret.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.interpret.json.ModelCodec.Header;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;

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
      List.of(EbmCodec.CODEC, TreeCodec.CODEC, LinearCodec.CODEC, LookupCodec.CODEC);

  private ModelJson() {}

  /**
   * Writes a model; the stream is flushed and stays open. Throws an {@code
   * IllegalArgumentException} if models of this class have no format.
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
    codec.writer().write(codec.type().cast(model), out);
    out.endObject().finish();
  }

  /**
   * Reads a model from a file, plain or gzipped. Throws a {@code DataException} if there is no
   * model of this format in it; all problems at once.
   */
  public static Model read(Path file) {
    return read(JsonFile.read(file), file.toString());
  }

  /**
   * Reads a model from a stream, which stays open and is called so in messages; throws as {@link
   * #read(Path)}.
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
      model = codec.reader().read(root, HeaderJson.read(root, problems));
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
              Problem.of(
                  name,
                  "the parts of the model do not fit each other: " + e.getMessage(),
                  "Maybe the file was changed by hand."));
      failure.initCause(e);
      throw failure;
    }
  }

  /** The members that all kinds of models share: provenance and task. */
  private static final class HeaderJson {
    private static final String REGRESSION = "regression";
    private static final String CLASSIFICATION = "classification";
    private static final List<String> STAND_IN = List.of("0", "1");

    private HeaderJson() {}

    static void write(Model model, JsonOutput out) throws IOException {
      out.beginObject("provenance");
      ProvenanceJson.write(model.provenance(), out);
      out.endObject();
      switch (model.task()) {
        case Task.Regression _ -> out.text("task", REGRESSION);
        case Task.Classification classification ->
            out.text("task", CLASSIFICATION).texts("classes", classification.classes());
      }
    }

    static Header read(JsonSection root, Problems problems) {
      Provenance provenance;
      try (JsonSection section = root.section("provenance")) {
        provenance = ProvenanceJson.read(section);
      }
      return new Header(task(root), provenance, problems);
    }

    private static Task task(JsonSection root) {
      String type = root.oneOf("task", List.of(REGRESSION, CLASSIFICATION));
      return type.equals(REGRESSION) ? new Task.Regression() : classification(root);
    }

    private static Task classification(JsonSection root) {
      List<String> classes = root.texts("classes");
      boolean valid = classes.size() >= 2 && new HashSet<>(classes).size() == classes.size();
      if (!valid && root.has("classes")) {
        root.problem("classes", "expected two or more different classes", "");
      }
      return new Task.Classification(valid ? classes : STAND_IN);
    }
  }
}
