package org.limpid.experiment.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.data.generate.GeneratorOptions;
import org.limpid.data.generate.TraceGenerator;
import org.limpid.data.io.DatasetReader;

/** The programs in {@code docs/experiments.md} compile and do what the page says. */
class ExperimentsPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("limpid.root"), "docs/experiments.md");

  @TempDir private Path folder;

  @Test
  void everyProgramOfThePageRuns() throws Exception {
    List<String> names = compile();
    Path data = folder.resolve("data");
    TraceGenerator.generate(
        GeneratorOptions.defaults().withJobs(600).withDays(3), data, false, jobs -> {});
    String virtualCluster = DatasetReader.open(data).cluster().virtualClusters().getFirst().name();
    String run = folder.resolve("run").toString();
    URL[] compiled = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
      assertPrints("(fifo|lucid): mean JCT \\d+ s", 2, loader, "TwoPolicies", data.toString(), run);
      assertPrints(
          "(fifo|lucid): job \\d+ waited \\d+ s, mostly: [a-z ]+", 2, loader, "LongestWait", run);
      assertPrints(
          "all: mean wait \\d+ s, then \\d+ s", 1, loader, "OneMoreNode", run, virtualCluster);
      String study = folder.resolve("study").toString();
      assertPrints("lucid  .*", 1, loader, "PartsOfLucid", data.toString(), study);
    }
    assertEquals(List.of("TwoPolicies", "LongestWait", "OneMoreNode", "PartsOfLucid"), names);
    assertTrue(Files.exists(folder.resolve("study/ablation.csv")));
  }

  /** The names of the classes, in the order of the page. */
  private List<String> compile() throws IOException {
    List<String> names = new ArrayList<>();
    List<Path> sources = new ArrayList<>();
    Matcher blocks = Pattern.compile("(?ms)^```java\\n(.*?)^```$").matcher(Files.readString(PAGE));
    while (blocks.find()) {
      String code = blocks.group(1);
      String name = code.replaceFirst("(?s).*public final class (\\w+) .*", "$1");
      names.add(name);
      sources.add(Files.writeString(folder.resolve(name + ".java"), code));
    }
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
    return names;
  }

  /** Surefire may start the tests from a jar that only names the class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static void assertPrints(
      String line, int times, ClassLoader loader, String program, String... arguments)
      throws ReflectiveOperationException {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      System.setOut(before);
    }
    String text = printed.toString(UTF_8);
    assertEquals(times, text.lines().filter(each -> each.matches(line)).count(), text);
  }
}
