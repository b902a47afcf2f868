package org.limpid.app.command;

import org.limpid.app.terminal.SystemTerminal;

/** Entry point of the {@code limpid} command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(Limpid.execute(new SystemTerminal(), arguments));
  }
}
