package org.limpid.files;

import java.io.IOException;

/** Does something that may fail with an {@link IOException}. */
@FunctionalInterface
interface IoRunnable {
  /** Does it. */
  void run() throws IOException;
}
