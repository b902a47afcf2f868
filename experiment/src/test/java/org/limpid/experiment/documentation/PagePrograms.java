package org.limpid.experiment.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The programs that a page of {@code docs} shows, compiled as they stand there. */
final class PagePrograms implements AutoCloseable {
  private static final Path DOCS = Path.of(System.getProperty("limpid.root"), "docs");

  private final List<String> names;
  private final URLClassLoader loader;

  private PagePrograms(List<String> names, URLClassLoader loader) {
    this.names = names;
    this.loader = loader;
  }

  /** Compiles them into a folder; without a warning. */
  static PagePrograms compile(String page, Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    for (String code : blocks(page, "java")) {
      String name = code.replaceFirst("(?s).*public final class (\\w+) .*", "$1");
      names.add(name);
      sources.add(Files.writeString(folder.resolve(name + ".java"), code));
    }
    compile(sources, folder);
    URL[] compiled = {folder.toUri().toURL()};
    return new PagePrograms(
        names, new URLClassLoader(compiled, PagePrograms.class.getClassLoader()));
  }

  private static void compile(List<Path> sources, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
      List<String> options =
          List.of("-d", folder.toString(), "-cp", classPath(), "-Xlint:all", "-Werror");
      assertTrue(
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call(),
          messages::toString);
    }
  }

  /** Surefire may start the tests from a jar that only names the class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  /** The fenced blocks of a language, in the order of the page. */
  private static List<String> blocks(String page, String language) throws IOException {
    Pattern block = Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$");
    return block
        .matcher(Files.readString(DOCS.resolve(page)))
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** The names of the classes, in the order of the page, without their packages. */
  List<String> names() {
    return names;
  }

  /** What a program prints. */
  String output(String program, String... arguments) throws ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
