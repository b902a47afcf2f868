package org.limpid.adaptation.policy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.limpid.files.DataException;
import org.limpid.files.InputFiles;
import org.limpid.files.Problem;

/**
 * Reads and writes files of 32-bit floating-point numbers one after another, the lowest byte first.
 */
final class FloatFile {
  private static final int MOST_BYTES = 1 << 26;

  private FloatFile() {}

  /**
   * All numbers of a file.
   *
   * @throws DataException if it can't be read, is cut within a number, or holds one that isn't
   *     finite
   */
  static double[] read(Path file) {
    byte[] bytes = bytes(file);
    if (bytes.length == 0 || bytes.length % Float.BYTES != 0) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected numbers of 4 bytes each, found %,d bytes".formatted(bytes.length),
              "Maybe the file was cut, or is of another kind."));
    }
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    double[] numbers = new double[floats.remaining()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = finite(file, floats.get(i), i);
    }
    return numbers;
  }

  /** Writes numbers, each as the nearest one of 32 bits. */
  static void write(OutputStream out, double[] numbers) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      bytes.putFloat((float) number);
    }
    out.write(bytes.array());
  }

  private static byte[] bytes(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new DataException(
            Problem.ofFile(
                file,
                "expected at most %,d bytes".formatted(MOST_BYTES),
                "Maybe this is another file."));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new DataException(InputFiles.explain(file, e));
    }
  }

  private static double finite(Path file, float number, int index) {
    if (!Float.isFinite(number)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected finite numbers, found another one at byte %,d".formatted(4L * index),
              "Maybe the file has the highest byte first, or is of another kind."));
    }
    return number;
  }
}
