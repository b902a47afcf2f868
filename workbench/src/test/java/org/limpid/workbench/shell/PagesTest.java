package org.limpid.workbench.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.plots.workbench.ShellFolders;
import org.limpid.workbench.Run;
import org.limpid.workbench.SampleRun;
import org.limpid.workbench.query.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages show of this module works as it is shown, on generated data. */
final class PagesTest {
  private static final Path DOCS = Path.of(System.getProperty("limpid.root"), "docs");
  private static final Pattern QUERY = Pattern.compile("limpid query --run results '([^']*)'");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private static Path folder;

  @BeforeAll
  static void generate() throws InterruptedException {
    SampleRun.generate(folder);
  }

  private static List<String> all(Pattern pattern, String page) throws IOException {
    return pattern
        .matcher(Files.readString(DOCS.resolve(page)))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void queriesHaveAnswers() throws IOException {
    Run run = Run.open(folder.resolve("results"));
    List<String> queries = new ArrayList<>(all(QUERY, "workbench.md"));
    queries.addAll(all(QUERY, "command-line.md"));
    assertTrue(queries.size() > 4, queries.toString());
    for (String query : queries) {
      String known = query.replace("policy = lucid", "policy = sjf");
      assertTrue(Query.parse(known).on(run).rowCount() > 0, query);
    }
  }

  @Test
  void linesOfJavaRun() throws IOException {
    ShellFolders folders =
        new ShellFolders(
            Optional.of(folder.resolve("results")),
            Optional.of(folder.resolve("data")),
            Optional.empty());
    try (Snippets shell = new Snippets()) {
      shell.run(ShellStart.script(folders));
      List<String> blocks = all(JAVA, "workbench.md");
      assertTrue(blocks.size() > 2, blocks.toString());
      blocks.forEach(block -> shell.run(placed(block)));
    }
    assertTrue(Files.readString(folder.resolve("jct.svg")).contains("My cluster"));
  }

  @Test
  void theNotebookRuns() throws IOException {
    JsonNode notebook =
        JsonMapper.builder().build().readTree(DOCS.resolve("notebook.ipynb").toFile());
    try (Snippets shell = new Snippets()) {
      String last = "";
      for (JsonNode cell : notebook.path("cells")) {
        if (cell.path("cell_type").asString().equals("code")) {
          last = shell.run(placed(source(cell)));
        }
      }
      assertTrue(last.startsWith("BufferedImage"), last);
    }
  }

  /** Lines that begin with a per cent sign are for the kernel: they set the class path. */
  private static String source(JsonNode cell) {
    return StreamSupport.stream(cell.path("source").spliterator(), false)
        .map(JsonNode::asString)
        .filter(line -> !line.startsWith("%"))
        .collect(Collectors.joining());
  }

  private static String placed(String java) {
    return java.replace("\"results\"", "\"%s\"".formatted(folder.resolve("results")))
        .replace("\"data\"", "\"%s\"".formatted(folder.resolve("data")))
        .replace("\"jct.svg\"", "\"%s\"".formatted(folder.resolve("jct.svg")));
  }
}
