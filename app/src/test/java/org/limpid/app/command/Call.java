package org.limpid.app.command;

import org.limpid.app.terminal.FakeTerminal;

/** One call of the program: what it printed and its exit code. */
record Call(int exitCode, String out, String err) {
  static Call of(String... arguments) {
    return on(new FakeTerminal(), arguments);
  }

  static Call on(FakeTerminal terminal, String... arguments) {
    int exitCode = Limpid.execute(terminal, arguments);
    return new Call(exitCode, terminal.outText(), terminal.errText());
  }
}
