package org.limpid.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Collectors;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** Runs Java like a shell, within this process; what fails, fails the test. */
public final class Snippets implements AutoCloseable {
  private final JShell shell = JShell.builder().executionEngine("local").build();

  /** Sees the class path of the tests. */
  public Snippets() {
    shell.addToClasspath(System.getProperty("java.class.path"));
  }

  /** Runs some lines; returns the value of the last one as text. */
  public String run(String lines) {
    String rest = lines;
    String value = "";
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      value = evaluated(next.source());
      rest = next.remaining();
    }
    return value;
  }

  private String evaluated(String source) {
    String value = "";
    for (SnippetEvent event : shell.eval(source)) {
      String problems =
          shell
              .diagnostics(event.snippet())
              .map(problem -> problem.getMessage(null))
              .collect(Collectors.joining("; "));
      assertEquals(Status.VALID, event.status(), () -> source + ": " + problems);
      assertNull(event.exception(), source);
      value = event.value() == null ? value : event.value();
    }
    return value;
  }

  @Override
  public void close() {
    shell.close();
  }
}
