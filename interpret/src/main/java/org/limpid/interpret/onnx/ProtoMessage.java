package org.limpid.interpret.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A message of Protocol Buffers: its fields, by their numbers, in the order in which they are
 * added.
 *
 * <p>Source: <a href="https://protobuf.dev/programming-guides/encoding/">Encoding</a>.
 */
final class ProtoMessage {
  private static final int VARINT = 0;
  private static final int LENGTH_DELIMITED = 2;
  private static final int BITS = 7;
  private static final int MORE = 1 << BITS;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  ProtoMessage number(int field, long value) {
    key(field, VARINT);
    varint(value);
    return this;
  }

  ProtoMessage bytes(int field, byte[] value) {
    key(field, LENGTH_DELIMITED);
    varint(value.length);
    bytes.writeBytes(value);
    return this;
  }

  ProtoMessage text(int field, String value) {
    return bytes(field, value.getBytes(StandardCharsets.UTF_8));
  }

  ProtoMessage texts(int field, List<String> values) {
    values.forEach(value -> text(field, value));
    return this;
  }

  ProtoMessage message(int field, ProtoMessage value) {
    return bytes(field, value.toBytes());
  }

  ProtoMessage messages(int field, List<ProtoMessage> values) {
    values.forEach(value -> message(field, value));
    return this;
  }

  byte[] toBytes() {
    return bytes.toByteArray();
  }

  private void key(int field, int wireType) {
    varint((long) field << 3 | wireType);
  }

  /** Seven bits a byte, the lowest first. */
  private void varint(long value) {
    long rest = value;
    while (rest < 0 || rest >= MORE) {
      bytes.write((int) (rest & MORE - 1) | MORE);
      rest >>>= BITS;
    }
    bytes.write((int) rest);
  }
}
