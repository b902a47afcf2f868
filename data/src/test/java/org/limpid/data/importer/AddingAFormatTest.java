package org.limpid.data.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/adding-a-format.md} says: its classes compile, and its test passes. */
class AddingAFormatTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern CODE = Pattern.compile("(?ms)^In `(\\S+)`:\n\n```java\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void codeOfThePageCompilesAndItsTestPasses() throws Exception {
    compile(CODE.matcher(page()).results().map(code -> source(code.group(1), code.group(2))));
    List<Method> tests =
        Stream.of(define("SiteLogImporterTest").getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .toList();
    assertEquals(1, tests.size());
    run(tests.getFirst());
  }

  /** The page shows where its line goes by its neighbours. */
  @Test
  void registryLooksAsOnThePage() throws IOException {
    String registry = Files.readString(mainOf("data").resolve("TraceImporters.java"));
    int start = registry.indexOf("List.of(");
    String list = registry.substring(start, registry.indexOf(");", start));
    String longer = list + ", SiteLogImporter.IMPORTER);";
    assertTrue(withoutBlanks(page()).contains(withoutBlanks(longer)), longer);
  }

  private static String withoutBlanks(String text) {
    return text.replaceAll("\\s", "");
  }

  /** One more format is two files, as nothing else names an importer. */
  @Test
  void onlyTheRegistryKnowsTheImporters() throws IOException {
    for (String importer :
        List.of("LucidArtifactImporter", "HeliosImporter", "ElasticFlowImporter", "CsvImporter")) {
      Pattern name = Pattern.compile("\\b" + importer + "\\b");
      try (Stream<Path> modules = Files.list(ROOT)) {
        List<String> naming =
            modules
                .map(module -> module.resolve("src/main/java"))
                .filter(Files::isDirectory)
                .flatMap(AddingAFormatTest::filesIn)
                .filter(file -> name.matcher(read(file)).find())
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
        assertEquals(List.of(importer + ".java", "TraceImporters.java"), naming);
      }
    }
  }

  private static Path mainOf(String module) {
    return ROOT.resolve(module).resolve("src/main/java/org/limpid/data/importer");
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/adding-a-format.md"));
  }

  private static Stream<Path> filesIn(Path root) {
    try {
      return Files.walk(root).filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path source(String path, String code) {
    try {
      return Files.writeString(folder.resolve(Path.of(path).getFileName()), code);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void compile(Stream<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-d", folder.toString(), "-cp", classPath, "-Xlint:all", "-Werror");
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  options,
                  null,
                  files.getJavaFileObjectsFromPaths(sources.toList()))
              .call();
      assertTrue(compiled, messages::toString);
    }
  }

  /** Defines all classes of the page in this package, which they are part of. */
  private Class<?> define(String name) throws Exception {
    Class<?> named = null;
    try (Stream<Path> files = Files.list(folder.resolve("org/limpid/data/importer"))) {
      for (Path file : files.sorted().toList()) {
        Class<?> defined = MethodHandles.lookup().defineClass(Files.readAllBytes(file));
        named = defined.getName().endsWith("." + name) ? defined : named;
      }
    }
    return named;
  }

  private static void run(Method test) throws ReflectiveOperationException {
    Constructor<?> constructor = test.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    test.setAccessible(true);
    try {
      test.invoke(constructor.newInstance());
    } catch (InvocationTargetException failure) {
      throw new AssertionError(test + " fails", failure.getCause());
    }
  }
}
