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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.adaptation.SharedFiles;
import org.limpid.adaptation.network.Network;
import org.limpid.files.DataException;

final class VocabularyTest {
  @TempDir private Path folder;

  private Path floats(float... numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return Files.write(folder.resolve("embeddings"), bytes.array());
  }

  private Path json(String text) throws IOException {
    return Files.writeString(folder.resolve("vocabulary.json"), text);
  }

  private static void refused(String message, Runnable reading) {
    DataException failure = assertThrows(DataException.class, reading::run);
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
  }

  @Test
  void rowsOfEmbeddings() throws IOException {
    float[] numbers = new float[32];
    numbers[16] = 0.5f;
    numbers[31] = -2;
    Embeddings embeddings = Embeddings.read(floats(numbers));
    assertEquals(2, embeddings.rows());
    assertEquals(.5, embeddings.row(1)[0]);
    assertEquals(-2, embeddings.row(1)[15]);
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    Path tooFew = floats(new float[17]);
    refused("found 17 numbers", () -> Embeddings.read(tooFew));
    Path infinite = floats(1, 2, Float.POSITIVE_INFINITY);
    refused("at byte 8", () -> Embeddings.read(infinite));
    Path cut = Files.write(folder.resolve("cut"), new byte[63]);
    refused("found 63 bytes", () -> Embeddings.read(cut));
    refused("no such file", () -> Embeddings.read(folder.resolve("nothing")));
  }

  @Test
  void identifiersNeedARow() throws IOException {
    Embeddings embeddings = Embeddings.read(floats(new float[32]));
    Path vocabulary = json("{\"ReLU()\": 1, \"Other()\": 2}");
    refused("Other()", () -> Vocabulary.read(vocabulary, embeddings));
  }

  @Test
  void layersMustBeKnown() throws IOException {
    Embeddings embeddings = Embeddings.read(floats(new float[32]));
    Vocabulary vocabulary = Vocabulary.read(json("{\"ReLU()\": 1}"), embeddings);
    refused("expected the layer 'Conv2d(3, 32,", () -> vocabulary.identifiers(Network.CONV_NET_2));
  }

  /** Network 3 shares identifiers with layers that no network has, as the artifact made it. */
  @Test
  void identifiersOfThePublishedNetworks() {
    Vocabulary vocabulary = SharedFiles.vocabulary();
    assertArrayEquals(
        new int[] {1, 2, 3, 5, 4, 2, 3, 6, 7, 3}, vocabulary.identifiers(Network.CONV_NET_2));
    assertArrayEquals(
        new int[] {1, 2, 3, 5, 4, 2, 3, 8, 2, 3, 6, 7, 3},
        vocabulary.identifiers(Network.CONV_NET_2.deepened(1)));
    assertArrayEquals(
        new int[] {9, 10, 3, 11, 2, 3, 6, 7, 3}, vocabulary.identifiers(Network.CONV_NET_3));
  }
}
