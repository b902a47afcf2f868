package org.limpid.workbench.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limpid.plots.workbench.ShellFolders;
import org.limpid.workbench.DataSet;
import org.limpid.workbench.Models;
import org.limpid.workbench.Run;

/** What a Java shell does before its user does anything, and what it proposes. */
public final class ShellStart {
  private static final int EXAMPLES = 3;

  /** The first character behind the printable ones of ASCII. */
  private static final int DELETE = 0x7f;

  /** Names of their own first: where two packages have a class of one name, neither is imported. */
  private static final List<String> IMPORTS =
      List.of(
          "java.nio.file.*",
          "java.util.*",
          "java.util.stream.*",
          "org.knowm.xchart.*",
          "org.limpid.interpret.ebm.*",
          "org.limpid.workbench.*",
          "org.limpid.workbench.chart.*",
          "org.limpid.workbench.query.*",
          "org.limpid.workbench.smile.*",
          "org.limpid.workbench.tribuo.*",
          "tech.tablesaw.api.*",
          "static tech.tablesaw.aggregate.AggregateFunctions.*");

  private ShellStart() {}

  /**
   * The lines of Java that import all and open the folders as {@code run}, {@code data} and {@code
   * models}.
   *
   * @throws org.limpid.files.DataException if a folder can't be opened
   */
  public static String script(ShellFolders folders) {
    folders.run().ifPresent(Run::open);
    folders.data().ifPresent(DataSet::open);
    folders.models().ifPresent(Models::open);
    return Stream.concat(
            IMPORTS.stream().map("import %s;"::formatted),
            Stream.of(
                    opened("run", "Run", folders.run()),
                    opened("data", "DataSet", folders.data()),
                    opened("models", "Models", folders.models()))
                .flatMap(Optional::stream))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static Optional<String> opened(String name, String type, Optional<Path> folder) {
    return folder.map(path -> "var %s = %s.open(%s);".formatted(name, type, literal(path)));
  }

  /** The path as Java writes it: quotes and backslashes behind a backslash, no other letters. */
  private static String literal(Path path) {
    StringBuilder literal = new StringBuilder("\"");
    path.toAbsolutePath().toString().chars().forEach(c -> literal.append(escaped(c)));
    return literal.append('"').toString();
  }

  private static String escaped(int c) {
    if (c == '"' || c == '\\') {
      return "\\" + (char) c;
    }
    return c >= ' ' && c < DELETE ? Character.toString(c) : "\\" + "u%04x".formatted(c);
  }

  /** Three lines of Java that work with these folders, at least one of which is given. */
  public static List<String> examples(ShellFolders folders) {
    List<String> examples = new ArrayList<>();
    if (folders.run().isPresent()) {
      examples.add("run.jobs().summarize(\"queue\", mean, max).by(\"policy\")");
      examples.add(
          "Query.parse(\"jobs | group by policy, vc: mean(queue) | sort -mean | top 5\").on(run)");
    }
    if (folders.models().isPresent()) {
      examples.add("models.names()");
      examples.add("models.importances(models.names().getFirst()).first(5)");
    }
    if (folders.data().isPresent()) {
      examples.add("data.jobs().summarize(\"duration\", mean, max).by(\"gpu_num\")");
      examples.add("data.virtualClusters()");
      examples.add("data.jobs().structure()");
    }
    return examples.stream().limit(EXAMPLES).toList();
  }
}
