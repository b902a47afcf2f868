package org.limpid.adaptation.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limpid.adaptation.policy.PolicyLayout.Tensor;
import org.limpid.files.DataException;

final class WeightsFileTest {
  private static final PolicyLayout LAYOUT = new PolicyLayout();

  @TempDir private Path folder;
  private Path weights;
  private Embeddings embeddings;

  /** The weight of index i is i / 4, and every embedding 1 / 2. */
  @BeforeEach
  void writeWeights() throws IOException {
    float[] numbers = new float[LAYOUT.size() + Embeddings.WIDTH];
    for (int i = 0; i < LAYOUT.size(); i++) {
      numbers[i] = i / 4f;
    }
    float[] table = new float[Embeddings.WIDTH];
    Arrays.fill(table, .5f);
    System.arraycopy(table, 0, numbers, LAYOUT.size(), table.length);
    weights = write("weights", numbers);
    embeddings = Embeddings.read(write("embeddings", table));
  }

  private Path write(String name, float... numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return Files.write(folder.resolve(name), bytes.array());
  }

  private static String manifest(String form) {
    String table =
        form.formatted("encoder.embedder.weight", "[1, 16]", (long) Float.BYTES * LAYOUT.size());
    return LAYOUT.tensors().stream()
        .map(tensor -> entry(form, tensor))
        .collect(Collectors.joining(",\n", "[", ",\n" + table + "]"));
  }

  private static String entry(String form, Tensor tensor) {
    return form.formatted(tensor.name(), tensor.shape(), (long) Float.BYTES * tensor.offset());
  }

  private double[] read(String manifest) throws IOException {
    Path file = Files.writeString(folder.resolve("manifest.json"), manifest);
    return WeightsFile.read(weights, file, LAYOUT, embeddings);
  }

  @Test
  void thePublishedPolicyHasSoManyWeights() {
    assertEquals(54_980, LAYOUT.size());
  }

  @Test
  void bothFormsOfManifests() throws IOException {
    double[] read = read(manifest("{\"name\": \"%s\", \"shape\": %s, \"offset\": %d}"));
    assertEquals(54_979 / 4.0, read[54_979]);
    assertArrayEquals(read, read(manifest("[\"%s\", %s, %d]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [200, 16]        | [200, 17]       | expected the shape [200, 16]
          [200, 16]        | "many"          | shape
          linear1.weight   | linear1.wait    | Maybe 'decider.linear1.weight' was meant
          linear1.weight   | linear1.wait    | expected a tensor 'decider.linear1.weight'
          linear1.weight   | linear2.weight  | once
          linear3.bias", [4], 219904 | linear3.bias", [4], 219905  | at byte 219,905
          linear3.bias", [4], 219904 | linear3.bias", [4], 9219904 | at byte 9,219,904
          [1, 16], 219920  | [1, 16], 0      | file of embeddings
          ["decider.linear3.bias", [4], 219904], | 7, | as an object, or an array
          """)
  void badManifestsAreNamed(String old, String replacement, String message) {
    String good = manifest("[\"%s\", %s, %d]");
    assertTrue(good.contains(old));
    DataException failure =
        assertThrows(DataException.class, () -> read(good.replace(old, replacement)));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
  }

  @Test
  void otherJsonIsRefused() {
    for (String text : new String[] {"", "{}", "[1, 2]", "7", "[]"}) {
      DataException failure = assertThrows(DataException.class, () -> read(text));
      assertTrue(failure.getMessage().contains("manifest.json"), failure.getMessage());
    }
  }
}
