package org.limpid.app.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.googlejavaformat.java.Main;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file reads as google-java-format writes it. With {@code -Dlimpid.format=write} the
 * test rewrites the files instead of complaining.
 */
final class SourceFormatTest {

  private static final String HOW_TO_FIX =
      "To format them: mvn verify -pl app -am -Dlimpid.format=write -Dtest=SourceFormatTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  @Test
  void everyJavaFileIsFormatted() throws Exception {
    List<Path> files = Reactor.javaFiles();
    assertFalse(files.isEmpty(), "no Java files found under " + Reactor.root());

    boolean write = "write".equals(System.getProperty("limpid.format"));
    String unformatted = format(write ? "--replace" : "--dry-run", files);

    assertEquals("", unformatted, () -> "not formatted:\n" + unformatted + HOW_TO_FIX);
  }

  /** Returns what the formatter prints: with {@code --dry-run} the files that it would change. */
  private static String format(String mode, List<Path> files) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(mode));
    files.forEach(file -> arguments.add(file.toString()));
    StringWriter output = new StringWriter();
    PrintWriter printer = new PrintWriter(output, true);
    new Main(printer, printer, InputStream.nullInputStream())
        .format(arguments.toArray(String[]::new));
    return output.toString();
  }
}
