package org.limpid.interpret.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.limpid.interpret.table.Column;
import org.limpid.interpret.table.NumericColumn;
import org.limpid.interpret.table.TextColumn;

/**
 * SHA-256 of a training set: its columns in their order, then target, weights and the name of the
 * offset. Texts count as UTF-8 with their length, numbers as the eight bytes of the double,
 * big-endian.
 */
public final class DataHash {
  private static final int BUFFER_BYTES = 1 << 13;

  private final MessageDigest digest = sha256();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  private DataHash() {}

  /** The hash, as 64 hexadecimal digits. */
  public static String of(TrainingSet data) {
    DataHash hash = new DataHash();
    data.inputs().columns().forEach(hash::add);
    hash.add(data.target());
    data.weights().ifPresent(hash::add);
    data.offset().ifPresent(hash::add);
    return hash.finish();
  }

  private void add(Column column) {
    add(column.name());
    switch (column) {
      case NumericColumn numbers -> {
        for (int row = 0; row < numbers.size(); row++) {
          add(numbers.value(row));
        }
      }
      case TextColumn texts -> {
        for (int row = 0; row < texts.size(); row++) {
          add(texts.text(row));
        }
      }
    }
  }

  private void add(Target target) {
    add(target.name());
    switch (target) {
      case Target.Numbers numbers -> add(numbers.values());
      case Target.Classes classes -> {
        for (int code : classes.codes()) {
          add(classes.classes().get(code));
        }
      }
    }
  }

  private void add(double[] values) {
    for (double value : values) {
      add(value);
    }
  }

  private void add(double value) {
    reserve(Double.BYTES).putDouble(value);
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reserve(Integer.BYTES).putInt(bytes.length);
    flush();
    digest.update(bytes);
  }

  private ByteBuffer reserve(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private String finish() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
