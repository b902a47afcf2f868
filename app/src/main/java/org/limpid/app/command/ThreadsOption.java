package org.limpid.app.command;

import picocli.CommandLine.Option;

/** The option of commands whose work is divided among threads. */
final class ThreadsOption {
  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = WholeNumber.FromOne.class,
      description = "Threads to use; results don't depend on it. By default one per processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  int value() {
    return threads;
  }
}
