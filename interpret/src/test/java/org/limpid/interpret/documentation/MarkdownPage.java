package org.limpid.interpret.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation. */
final class MarkdownPage {
  private static final Path ROOT = Path.of(System.getProperty("limpid.root"));

  private final String text;

  private MarkdownPage(String text) {
    this.text = text;
  }

  static MarkdownPage read(String name) {
    try {
      return new MarkdownPage(Files.readString(ROOT.resolve("docs").resolve(name)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String text() {
    return text;
  }

  /** The table whose first heading this is: headings, then rows, each as cells without marks. */
  List<List<String>> table(String firstHeading) {
    Pattern table =
        Pattern.compile(
            "(?m)^\\| " + Pattern.quote(firstHeading) + ".*\\n\\|[-:|]+\\n(?:\\|.*\\n)+");
    Matcher matcher = table.matcher(text);
    if (!matcher.find()) {
      throw new AssertionError("there is no table of " + firstHeading);
    }
    return matcher
        .group()
        .lines()
        .filter(line -> !line.startsWith("|-"))
        .map(MarkdownPage::cells)
        .toList();
  }

  private static List<String> cells(String line) {
    String[] cells = line.substring(1, line.lastIndexOf('|')).split("\\|", -1);
    return Arrays.stream(cells).map(cell -> cell.replace("`", "").strip()).toList();
  }
}
