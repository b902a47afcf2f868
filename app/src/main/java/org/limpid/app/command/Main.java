package org.limpid.app.command;

import java.util.Locale;
import org.limpid.app.terminal.SystemTerminal;

/** Entry point of the {@code limpid} command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    // All texts are English: no decimal commas and no other digits between them.
    Locale.setDefault(Locale.ENGLISH);
    // Figures are painted without a display, also where there is one.
    System.setProperty("java.awt.headless", "true");
    // PDFBox has nothing to say that our messages don't; Java's own log would print it.
    System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
    System.exit(Limpid.execute(new SystemTerminal(), arguments));
  }
}
