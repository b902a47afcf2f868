package org.limpid.interpret.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Constants: a message {@code TensorProto} without its name, rows x columns or a list. */
final class Tensors {
  private static final int DIMENSION = 1;
  private static final int DATA_TYPE = 2;
  private static final int RAW_DATA = 9;

  private Tensors() {}

  /** Numbers, row by row. */
  static ProtoMessage numbers(int columns, double... values) {
    ByteBuffer bytes = littleEndian(Double.BYTES * values.length);
    bytes.asDoubleBuffer().put(values);
    return tensor(ElementType.DOUBLE, bytes, values.length / columns, columns);
  }

  /** Whole numbers in a list. */
  static ProtoMessage wholeNumbers(long... values) {
    ByteBuffer bytes = littleEndian(Long.BYTES * values.length);
    bytes.asLongBuffer().put(values);
    return tensor(ElementType.INT64, bytes, values.length);
  }

  /** Truths in a list. */
  static ProtoMessage truths(boolean... values) {
    ByteBuffer bytes = littleEndian(values.length);
    for (boolean value : values) {
      bytes.put((byte) (value ? 1 : 0));
    }
    return tensor(ElementType.BOOL, bytes, values.length);
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ProtoMessage tensor(ElementType type, ByteBuffer bytes, int... shape) {
    ProtoMessage tensor = new ProtoMessage();
    for (int size : shape) {
      tensor.number(DIMENSION, size);
    }
    return tensor.number(DATA_TYPE, type.number()).bytes(RAW_DATA, bytes.array());
  }
}
