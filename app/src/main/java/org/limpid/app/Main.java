package org.limpid.app;

/** Entry point of the {@code limpid} command. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("limpid " + Version.current());
  }
}
