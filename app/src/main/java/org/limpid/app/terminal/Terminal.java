package org.limpid.app.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** What a command talks to: two streams of text and what is known of their other ends. */
public interface Terminal {
  /** Width where none can be found out, in characters. */
  int DEFAULT_WIDTH = 80;

  /** Takes results. */
  PrintWriter out();

  /** Takes everything else: progress, notices, errors. */
  PrintWriter err();

  /** Whether a person looks at {@link #out()}. */
  boolean isOutInteractive();

  /** Whether a person looks at {@link #err()}. */
  boolean isErrInteractive();

  /** Characters that fit into a line; may take some milliseconds to find out. */
  int width();

  /**
   * How wide text is to be: as the variable {@code COLUMNS} says, else {@link #width()}. Lines that
   * are drawn again and again must fit into the latter.
   */
  default int columns() {
    return environment("COLUMNS")
        .filter(text -> text.matches("[1-9][0-9]{0,4}"))
        .map(Integer::valueOf)
        .orElseGet(this::width);
  }

  /** An environment variable; empty text counts as none. */
  Optional<String> environment(String name);

  /** Why {@link #out()} could not be written, if it could not. */
  Optional<IOException> outFailure();

  /** Has something done when the program is stopped from outside, e.g. by Ctrl-C. */
  void atInterrupt(Runnable action);

  /** Whether the program is being stopped from outside. */
  boolean isStopping();
}
