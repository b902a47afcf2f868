package org.limpid.files;

import java.io.IOException;

/** Does something with a value that may fail with an {@link IOException}. */
@FunctionalInterface
public interface IoConsumer<T> {
  void accept(T value) throws IOException;
}
