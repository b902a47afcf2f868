package org.limpid.data.io;

/** NUL bytes in texts of tables and logs: they end a text for many programs. */
public final class NulBytes {
  /** What is wrong. */
  public static final String MESSAGE = "expected text without NUL bytes";

  /** Why that may be. */
  public static final String HINT = "Maybe the file is damaged.";

  private NulBytes() {}

  /** Whether there is one in a text. */
  public static boolean areIn(String text) {
    return text.indexOf('\0') >= 0;
  }
}
