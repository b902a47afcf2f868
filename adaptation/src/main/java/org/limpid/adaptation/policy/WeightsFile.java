package org.limpid.adaptation.policy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.adaptation.policy.PolicyLayout.Tensor;
import org.limpid.files.AtomicFiles;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonArray;
import org.limpid.files.json.JsonValue.JsonObject;

/**
 * Reads and writes the weights of a policy: little-endian 32-bit floating-point numbers, and a
 * manifest in JSON that says where each tensor stands. The manifest is an array of objects with
 * {@code name}, {@code shape} and {@code offset} in bytes, or of arrays of these three.
 */
final class WeightsFile {
  private static final String TABLE = "encoder.embedder.weight";
  private static final List<String> KEYS = List.of("name", "shape", "offset");
  private static final String OTHER_POLICY = "Maybe it is that of another kind of policy.";

  private final Path manifest;
  private final Problems problems = new Problems();
  private final Map<String, Stored> stored = new LinkedHashMap<>();

  /** Where a tensor stands in the file. */
  private record Stored(List<Integer> shape, int offset) {}

  private WeightsFile(Path manifest) {
    this.manifest = manifest;
  }

  /**
   * The weights in the order of a layout. A table of embeddings may stand there, too, if it has the
   * same numbers as the given one.
   *
   * @throws DataException if a file can't be read or isn't one of such a policy
   */
  static double[] read(Path weights, Path manifest, PolicyLayout layout, Embeddings embeddings) {
    return new WeightsFile(manifest).read(weights, layout, embeddings);
  }

  private double[] read(Path weights, PolicyLayout layout, Embeddings embeddings) {
    JsonFile.readArray(manifest).forEach(this::add);
    problems.throwIfAny();
    double[] numbers = FloatFile.read(weights);
    checkTable(weights, numbers, embeddings);
    double[] ordered = new double[layout.size()];
    for (Tensor tensor : layout.tensors()) {
      find(tensor)
          .map(found -> part(weights, numbers, tensor.name(), found))
          .ifPresent(part -> System.arraycopy(part, 0, ordered, tensor.offset(), part.length));
    }
    List<String> known = new ArrayList<>(layout.tensors().stream().map(Tensor::name).toList());
    known.add(TABLE);
    stored.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name ->
            problems.add(
                manifest,
                "expected no tensor '%s'".formatted(name),
                ClosestName.hint(name, known)));
    problems.throwIfAny();
    return ordered;
  }

  /**
   * Writes weights in the order of a layout, and a manifest of objects.
   *
   * @throws DataException if a file can't be written
   */
  static void write(Path weights, Path manifest, PolicyLayout layout, double[] numbers) {
    AtomicFiles.write(weights, out -> FloatFile.write(out, numbers));
    AtomicFiles.write(
        manifest,
        out -> {
          JsonOutput json = new JsonOutput(out).beginArray();
          for (Tensor tensor : layout.tensors()) {
            json.beginLine()
                .text("name", tensor.name())
                .numbers("shape", tensor.shape().stream().mapToDouble(size -> size).toArray())
                .wholeNumber("offset", (long) Float.BYTES * tensor.offset())
                .endObject();
          }
          json.endArray().finish();
        });
  }

  private void add(JsonValue element) {
    Optional<JsonObject> object = asObject(element);
    if (object.isEmpty()) {
      problems.add(
          new Problem(
              manifest.toString(),
              element.place().line(),
              "",
              "",
              "expected a tensor as an object, or an array, of name, shape and offset",
              "Maybe this is another file."));
      return;
    }
    try (JsonSection section = new JsonSection(manifest.toString(), problems, object.get())) {
      String name = section.text("name");
      List<Integer> shape =
          Arrays.stream(section.numbers("shape")).mapToObj(size -> (int) size).toList();
      int offset = (int) section.wholeNumber("offset", 0, Integer.MAX_VALUE);
      if (stored.put(name, new Stored(shape, offset)) != null) {
        section.problem("name", "expected this tensor once", "Maybe delete one of them.");
      }
    }
  }

  private static Optional<JsonObject> asObject(JsonValue element) {
    if (element instanceof JsonObject object) {
      return Optional.of(object);
    }
    if (element instanceof JsonArray(JsonValue.Place place, List<JsonValue> values)
        && values.size() == KEYS.size()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      IntStream.range(0, KEYS.size()).forEach(i -> members.put(KEYS.get(i), values.get(i)));
      return Optional.of(new JsonObject(place, members));
    }
    return Optional.empty();
  }

  private void checkTable(Path weights, double[] numbers, Embeddings embeddings) {
    Stored table = stored.get(TABLE);
    if (table != null && !embeddings.beginsLike(part(weights, numbers, TABLE, table))) {
      problems.add(
          weights,
          "expected the same numbers in %s as in the file of embeddings".formatted(TABLE),
          "Maybe the policy was trained with other embeddings.");
    }
  }

  private Optional<Stored> find(Tensor tensor) {
    Stored found = stored.get(tensor.name());
    if (found == null) {
      problems.add(manifest, "expected a tensor '%s'".formatted(tensor.name()), OTHER_POLICY);
    } else if (!found.shape().equals(tensor.shape())) {
      problems.add(
          manifest,
          "expected the shape %s of '%s', found %s"
              .formatted(tensor.shape(), tensor.name(), found.shape()),
          OTHER_POLICY);
    } else {
      return Optional.of(found);
    }
    return Optional.empty();
  }

  private double[] part(Path weights, double[] numbers, String name, Stored found) {
    long size = found.shape().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    long from = found.offset() / Float.BYTES;
    if (found.offset() % Float.BYTES != 0 || size < 0 || from + size > numbers.length) {
      throw new DataException(
          Problem.ofFile(
              manifest,
              "expected '%s' within the %,d bytes of %s, found %,d numbers at byte %,d"
                  .formatted(
                      name, (long) Float.BYTES * numbers.length, weights, size, found.offset()),
              "Maybe the manifest is of other weights, or the weights were cut."));
    }
    return Arrays.copyOfRange(numbers, (int) from, (int) (from + size));
  }
}
