package org.limpid.interpret.source;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Row;

/** A generated class, compiled with all warnings as errors and loaded without Limpid. */
final class CompiledModel {
  private final Method byArrays;
  private final Optional<Method> byNames;
  private final List<Feature> features;

  CompiledModel(Model model, String className, Path folder) throws Exception {
    features = model.features();
    compile(JavaSource.of(model, className), className, folder);
    // Its parent knows the JDK only.
    ClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    Class<?> type = loader.loadClass(className);
    byArrays = type.getMethod("predict", double[].class, String[].class);
    byNames =
        Arrays.stream(type.getMethods())
            .filter(method -> method.getName().equals("predict") && !method.equals(byArrays))
            .findFirst();
  }

  private static void compile(String source, String className, Path folder) throws IOException {
    Path file = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source, java.nio.charset.StandardCharsets.US_ASCII);
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-Xlint:all", "-Werror", "-proc:none", "--release", "11", "-d", folder.toString());
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(file))
              .call();
      assertTrue(compiled, messages::toString);
    }
  }

  boolean hasNamedMethod() {
    return byNames.isPresent();
  }

  List<Class<?>> namedParameters() {
    return List.of(byNames.orElseThrow().getParameterTypes());
  }

  double[] predict(Row row) throws ReflectiveOperationException {
    List<Double> numbers = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments(row)) {
      if (argument instanceof Double number) {
        numbers.add(number);
      } else {
        texts.add((String) argument);
      }
    }
    double[] plain = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    return (double[]) byArrays.invoke(null, plain, texts.toArray(String[]::new));
  }

  double[] predictByNames(Row row) throws ReflectiveOperationException {
    return (double[]) byNames.orElseThrow().invoke(null, arguments(row));
  }

  private Object[] arguments(Row row) {
    Object[] arguments = new Object[features.size()];
    for (int i = 0; i < arguments.length; i++) {
      boolean missing = Double.isNaN(row.encoded(i));
      arguments[i] =
          features.get(i) instanceof Feature.Numeric
              ? (Object) row.encoded(i)
              : missing ? null : row.text(i);
    }
    return arguments;
  }
}
