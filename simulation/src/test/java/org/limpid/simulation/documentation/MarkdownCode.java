package org.limpid.simulation.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java files that a Markdown page contains as fenced blocks. */
final class MarkdownCode {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);$");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");

  /**
   * One Java file.
   *
   * @param className full name of its class
   * @param code its text
   */
  record Source(String className, String code) {
    /** Writes the file where a compiler expects it. */
    Path writeTo(Path folder) {
      Path file = folder.resolve(className.replace('.', '/') + ".java");
      try {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, code);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private MarkdownCode() {}

  /** The Java files of a page in their order. */
  static List<Source> of(String page) {
    return BLOCK.matcher(page).results().map(MarkdownCode::source).toList();
  }

  private static Source source(MatchResult block) {
    String code = block.group(1);
    return new Source(first(PACKAGE, code) + "." + first(CLASS, code), code);
  }

  private static String first(Pattern pattern, String code) {
    Matcher matcher = pattern.matcher(code);
    if (!matcher.find()) {
      throw new AssertionError("nothing like " + pattern + " in\n" + code);
    }
    return matcher.group(1);
  }
}
