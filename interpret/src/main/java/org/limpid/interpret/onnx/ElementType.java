package org.limpid.interpret.onnx;

/** What a tensor holds, with its number in the format. */
enum ElementType {
  INT64(7),
  STRING(8),
  BOOL(9),
  DOUBLE(11);

  private final int number;

  ElementType(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
