package org.limpid.simulation.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/adding-a-policy.md} says: its classes compile, and its tests pass. */
class AddingAPolicyTest {
  private static final Path ROOT = Path.of(System.getProperty("limpid.root"));

  @TempDir private Path folder;

  @Test
  void codeOfThePageCompilesAndItsTestsPass() throws Exception {
    List<MarkdownCode.Source> sources = MarkdownCode.of(page());
    compile(sources);
    URL[] compiled = {folder.toUri().toURL()};
    int passed = 0;
    try (URLClassLoader loader = new URLClassLoader(compiled, getClass().getClassLoader())) {
      for (MarkdownCode.Source source : sources) {
        passed += runTests(loader.loadClass(source.className()));
      }
    }
    assertEquals(2, passed);
  }

  /** The page shows where its lines go by their neighbour. */
  @Test
  void registryLooksAsOnThePage() throws IOException {
    String neighbour = "    all.addAll(OrderedPolicy.variants(new Fifo()));\n";
    Path registry =
        ROOT.resolve("simulation/src/main/java/org/limpid/simulation/run/Policies.java");
    assertTrue(Files.readString(registry).contains(neighbour));
    assertTrue(page().contains(neighbour));
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/adding-a-policy.md"));
  }

  private void compile(List<MarkdownCode.Source> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<Path> paths = sources.stream().map(source -> source.writeTo(folder)).toList();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of("-d", folder.toString(), "-cp", classPath(), "-Xlint:all", "-Werror");
      boolean compiled =
          compiler
              .getTask(
                  messages, files, null, options, null, files.getJavaFileObjectsFromPaths(paths))
              .call();
      assertTrue(compiled, messages::toString);
    }
  }

  /** Surefire may start the tests from a jar that only names the class path. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static int runTests(Class<?> type) throws ReflectiveOperationException {
    List<Method> tests =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .sorted(Comparator.comparing(Method::getName))
            .toList();
    for (Method test : tests) {
      runTest(type, test);
    }
    return tests.size();
  }

  private static void runTest(Class<?> type, Method test) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    test.setAccessible(true);
    try {
      test.invoke(constructor.newInstance());
    } catch (InvocationTargetException failure) {
      throw new AssertionError(test + " fails", failure.getCause());
    }
  }
}
