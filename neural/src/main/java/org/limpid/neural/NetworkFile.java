package org.limpid.neural;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limpid.files.BinaryFile;
import org.limpid.files.DataException;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;

/**
 * A network in a file: the length of a head in four bytes, the head ({@link NetworkHead}, JSON in
 * UTF-8), then the weights, four bytes each, the highest first. The same network gives the same
 * bytes.
 */
final class NetworkFile {
  private static final String FORMAT = "limpid-neural/1";

  private final Path path;
  private final BinaryFile file;

  /** The file of a network, which need not be there yet. */
  NetworkFile(Path path) {
    this.path = path;
    file =
        new BinaryFile(
            path,
            FORMAT,
            "this is no network that can be read",
            "Maybe train it again: limpid chain train --learner NAME.");
  }

  /**
   * Writes a policy.
   *
   * @throws DataException if it can't be written
   */
  void write(NeuralPolicy policy) {
    List<float[]> weights = policy.network().weights();
    byte[] head =
        head(new NetworkHead(policy, weights.stream().map(array -> array.length).toList()));
    int floats = weights.stream().mapToInt(array -> array.length).sum();
    ByteBuffer content =
        ByteBuffer.allocate(Integer.BYTES + head.length + Float.BYTES * floats)
            .putInt(head.length)
            .put(head);
    for (float[] array : weights) {
      for (float weight : array) {
        content.putFloat(weight);
      }
    }
    file.write(content.array());
  }

  private static byte[] head(NetworkHead head) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      JsonOutput json = new JsonOutput(bytes);
      head.write(json);
      json.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a policy.
   *
   * @param name of the learner that has to have made it
   * @throws DataException if it can't be read, or holds something else
   */
  NeuralPolicy read(String name) {
    ByteBuffer content = ByteBuffer.wrap(file.read());
    try {
      byte[] head = new byte[content.getInt()];
      content.get(head);
      return read(head, content, name);
    } catch (BufferUnderflowException | NegativeArraySizeException | IllegalArgumentException e) {
      throw file.broken("its parts don't fit together (%s)".formatted(e.getMessage()));
    }
  }

  private NeuralPolicy read(byte[] head, ByteBuffer content, String name) {
    Problems problems = new Problems();
    NetworkHead read;
    try (JsonSection section =
        new JsonSection(
            path.toString(),
            problems,
            JsonFile.read(new ByteArrayInputStream(head), path.toString()))) {
      read = new NetworkHead(section);
    }
    problems.throwIfAny();
    if (!read.learner().equals(name)) {
      throw file.broken("expected one of %s, found one of %s".formatted(name, read.learner()));
    }
    return read.policy(weights(content, read.lengths()));
  }

  private static List<float[]> weights(ByteBuffer content, List<Integer> lengths) {
    List<float[]> weights = new ArrayList<>();
    for (int length : lengths) {
      float[] array = new float[Math.min(length, content.remaining() / Float.BYTES)];
      for (int i = 0; i < array.length; i++) {
        array[i] = content.getFloat();
      }
      weights.add(array);
    }
    if (content.hasRemaining()) {
      throw new IllegalArgumentException(content.remaining() + " bytes are left");
    }
    return weights;
  }
}
