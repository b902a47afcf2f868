package org.limpid.adaptation.policy;

import java.nio.file.Path;
import java.util.Arrays;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/** What the policy sees of a layer: {@value #WIDTH} numbers for each identifier. Never trained. */
public final class Embeddings {
  /** Numbers per identifier. */
  public static final int WIDTH = 16;

  private final double[] numbers;

  private Embeddings(double[] numbers) {
    this.numbers = numbers;
  }

  /**
   * Reads the table: rows of {@value #WIDTH} little-endian 32-bit floating-point numbers.
   *
   * @throws DataException if the file can't be read or is no such table
   */
  public static Embeddings read(Path file) {
    double[] numbers = FloatFile.read(file);
    if (numbers.length % WIDTH != 0) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected rows of %d numbers, found %,d numbers".formatted(WIDTH, numbers.length),
              "Maybe the file was cut, or is of another kind."));
    }
    return new Embeddings(numbers);
  }

  /** How many identifiers there are. */
  public int rows() {
    return numbers.length / WIDTH;
  }

  /** The numbers of an identifier, a copy. */
  public double[] row(int identifier) {
    return Arrays.copyOfRange(numbers, identifier * WIDTH, (identifier + 1) * WIDTH);
  }

  /** All numbers, row by row; not a copy. */
  double[] numbers() {
    return numbers;
  }

  /** Whether a shorter or longer table has the same numbers where both have some. */
  boolean beginsLike(double[] table) {
    int shared = Math.min(table.length, numbers.length);
    return Arrays.equals(numbers, 0, shared, table, 0, shared);
  }
}
