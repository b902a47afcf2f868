package org.limpid.interpret.model;

/** A model of another library that knows how large it is. */
public interface Sized {
  /** Bytes that the model takes when it is saved as its library saves it. */
  long byteCount();
}
