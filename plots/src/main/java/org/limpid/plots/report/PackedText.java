package org.limpid.plots.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;

/** Text as web pages carry it when it is long: deflated, in base 64. */
final class PackedText {
  private static final int BUFFER = 1 << 16;

  private PackedText() {}

  /** The text in characters that may stand in any element; {@code report.js} unpacks it. */
  static String of(String text) {
    return Base64.getEncoder().encodeToString(deflated(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] deflated(byte[] bytes) {
    byte[] packed = new byte[BUFFER];
    int size = 0;
    try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
      deflater.setInput(bytes);
      deflater.finish();
      while (!deflater.finished()) {
        packed = size == packed.length ? Arrays.copyOf(packed, 2 * size) : packed;
        size += deflater.deflate(packed, size, packed.length - size);
      }
    }
    return Arrays.copyOf(packed, size);
  }
}
