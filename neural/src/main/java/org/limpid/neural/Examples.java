package org.limpid.neural;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.limpid.experiment.chain.ChainLesson;

/**
 * What a network is trained on, in the order of time.
 *
 * @param size how many there are, from 1
 * @param window of an example: states x numbers
 * @param hours that it ought to predict for it
 */
record Examples(int size, IntFunction<double[][]> window, IntToDoubleFunction hours) {
  Examples {
    Objects.requireNonNull(window, "window");
    Objects.requireNonNull(hours, "hours");
    if (size < 1) {
      throw new IllegalArgumentException("expected an example or more, found " + size);
    }
  }

  /** The gaps of lessons, in the order of their windows. */
  static Examples of(List<ChainLesson> lessons) {
    List<ChainLesson> sorted =
        lessons.stream().sorted(Comparator.comparingInt(ChainLesson::window)).toList();
    return new Examples(
        sorted.size(), i -> sorted.get(i).sight().window(), i -> sorted.get(i).gapHours());
  }

  /** SHA-256 of windows and hours, as doubles with the highest byte first, in their order. */
  String hash() {
    MessageDigest digest = sha256();
    for (int example = 0; example < size; example++) {
      for (double[] state : window.apply(example)) {
        digest.update(bytes(state));
      }
      digest.update(bytes(hours.applyAsDouble(example)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] bytes(double... numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
    bytes.asDoubleBuffer().put(numbers);
    return bytes.array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
