package org.limpid.app.command;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code on a page of the documentation: between fences, or indented.
 *
 * @param page name of the page
 * @param line of the page on which it begins, from 1
 * @param language what the fence says; empty without one
 * @param text its lines, without fences
 */
record PageBlock(String page, int line, String language, String text) {
  private static final Path ROOT = Path.of(System.getProperty("limpid.root"));
  private static final String FENCE = "```";
  private static final Pattern INDENTED = Pattern.compile(" {4,}\\S.*");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:[A-Z_]+=\\S+ )*(?:\\./)?(?:limpid|mvn|java|bench/\\S+|dist/\\S+|docs/\\S+)(?: .*)?");
  private static final Pattern COMMENT = Pattern.compile("\\s+# .*|\\s+#$");
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

  /** The README and all pages of {@code docs}, in the order of their names. */
  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  /** The blocks of a page below the root, in their order. */
  static List<PageBlock> of(String page) throws IOException {
    return of(ROOT.resolve(page));
  }

  /** The blocks of a page, in their order. */
  static List<PageBlock> of(Path page) throws IOException {
    List<String> lines = Files.readAllLines(page);
    String name = ROOT.relativize(page).toString();
    List<PageBlock> blocks = new ArrayList<>();
    int next = 0;
    while (next < lines.size()) {
      int first = next;
      boolean fenced = lines.get(first).startsWith(FENCE);
      if (fenced) {
        do {
          next++;
        } while (!lines.get(next).startsWith(FENCE));
        blocks.add(block(name, first + 1, lines.get(first).substring(3), lines, next));
      } else {
        while (next < lines.size() && INDENTED.matcher(lines.get(next)).matches()) {
          next++;
        }
        if (next > first) {
          blocks.add(block(name, first, "", lines, next));
        }
      }
      next += fenced || next == first ? 1 : 0;
    }
    return blocks;
  }

  private static PageBlock block(
      String name, int first, String language, List<String> lines, int end) {
    String text = String.join("\n", lines.subList(first, end)) + "\n";
    return new PageBlock(name, first + 1, language, text);
  }

  /** What it says to type, without comments: all of a block of a shell, and what programs do. */
  List<String> commands() {
    return text.replaceAll("\\\\\n\\s*", "")
        .lines()
        .map(line -> COMMENT.matcher(line.strip()).replaceFirst(""))
        .filter(
            line -> language.equals("sh") || language.isEmpty() && PROGRAM.matcher(line).matches())
        .toList();
  }

  /** What it shows of something printed: a line of three dots stands for what is left out. */
  Pattern shown() {
    return Pattern.compile(
        Stream.of(text.split("(?m)^\\.{3}\n", -1)).map(Pattern::quote).collect(joining(".*?\n")),
        Pattern.DOTALL);
  }

  /** The words of a command as a shell splits them. */
  static List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> Stream.of(1, 2, 3).map(word::group).filter(part -> part != null).findFirst())
        .map(word -> word.orElseThrow())
        .toList();
  }
}
