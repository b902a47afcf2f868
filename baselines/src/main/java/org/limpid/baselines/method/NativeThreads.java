package org.limpid.baselines.method;

import org.limpid.interpret.parameter.Parameter;

/** The parameter that says how many threads a native library uses. */
public final class NativeThreads {
  private NativeThreads() {}

  /** The parameter, called {@code threads}. */
  public static Parameter parameter() {
    return Parameter.whole(
        "threads",
        1,
        1024,
        1,
        "Threads of the native library; with one the model does not depend on the machine");
  }
}
