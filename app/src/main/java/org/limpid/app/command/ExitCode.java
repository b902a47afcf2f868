package org.limpid.app.command;

/** What the program tells the shell. */
final class ExitCode {
  /** All went well. */
  static final int SUCCESS = 0;

  /** A fault of Limpid or of its surroundings, not of what it was asked. */
  static final int INTERNAL_FAULT = 1;

  /** Wrong options or wrong input; the message says what to change. */
  static final int BAD_INPUT = 2;

  /** There is no space left for what is to be written. */
  static final int DISK_FULL = 3;

  /** Stopped by Ctrl-C: 128 and the number of the signal, as shells count. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
