package org.limpid.interpret.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.tree.TreeModel;

/**
 * Models as the source of one Java class, which predicts bit for bit the same and needs nothing but
 * Java 8 or newer. Its methods are told in {@code docs/model-format.md}.
 *
 * <p>Class files limit a method to 64 KiB and a class to 65,535 constants. So long tables stand in
 * texts, which are decoded when the class is loaded, and terms and nodes are spread over methods.
 */
public final class JavaSource {
  private static final int MOST_SLOTS = 250;

  private final Model model;
  private final JavaName name;
  private final SourceTables tables;
  private final StringBuilder source = new StringBuilder();

  private JavaSource(Model model, JavaName name) {
    this.model = model;
    this.name = name;
    tables = new SourceTables(name.simple());
  }

  /**
   * The source of a class of this name, with its package if it shall have one. ASCII only; the same
   * model gives the same text. Throws an {@code IllegalArgumentException} if Java does not allow
   * the name, or the kind of model has no source.
   */
  public static String of(Model model, String className) {
    return new JavaSource(model, JavaName.of(className)).write();
  }

  private String write() {
    String body = body();
    name.packageName().ifPresent(parent -> line("package " + parent + ";\n"));
    writeDescription();
    line("public final class " + name.simple() + " {");
    writeNames();
    line("\n  private " + name.simple() + "() {}");
    writeNamedMethod();
    writeArrayMethod();
    source.append(body);
    source.append(SourceText.of("Tables"));
    source.append(tables.text());
    line("}");
    return source.toString();
  }

  private String body() {
    return switch (model) {
      case EbmModel ebm -> new EbmSource(ebm, tables).text();
      case TreeModel tree -> new TreeSource(tree, tables).text();
      case LinearModel linear -> new LinearSource(linear, tables).text();
      case LookupModel lookup -> new LookupSource(lookup, tables).text();
      default -> throw new IllegalArgumentException("no source for " + model.getClass());
    };
  }

  private void writeDescription() {
    String what = JavaText.comment(model.provenance().target());
    line("/**");
    line(" * Predicts %s.".formatted(what.isBlank() ? "a number or classes" : what));
    line(" *");
    line(" * <p>Written by Limpid from a model of " + JavaText.comment(trainer()) + ".");
    line(" */");
  }

  private String trainer() {
    return model.provenance().trainer();
  }

  private void writeNames() {
    constant("Names of the numbers in the order of the argument.", "NUMBERS", names(false));
    constant("Names of the texts in the order of the argument.", "TEXTS", names(true));
    if (model.task() instanceof Task.Classification classification) {
      constant(
          "The classes in the order of their probabilities.", "CLASSES", classification.classes());
    }
  }

  private List<String> names(boolean categorical) {
    return model.features().stream()
        .filter(feature -> feature instanceof Feature.Categorical == categorical)
        .map(Feature::name)
        .toList();
  }

  private void constant(String comment, String constant, List<String> texts) {
    line("\n  /** " + comment + " */");
    line("  public static final java.util.List<String> %s =".formatted(constant));
    line(
        "      java.util.Collections.unmodifiableList(java.util.Arrays.asList(%s));"
            .formatted(tables.texts(texts)));
  }

  /** A method with one parameter per feature, unless Java forbids so many. */
  private void writeNamedMethod() {
    long slots =
        model.features().stream()
            .mapToInt(feature -> feature instanceof Feature.Numeric ? 2 : 1)
            .sum();
    if (slots > MOST_SLOTS) {
      return;
    }
    JavaIdentifiers identifiers = new JavaIdentifiers();
    List<String> parameters = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Feature feature : model.features()) {
      String identifier = identifiers.of(feature.name());
      boolean numeric = feature instanceof Feature.Numeric;
      parameters.add((numeric ? "double " : "String ") + identifier);
      (numeric ? numbers : texts).add(identifier);
    }
    line(
        """

          /**
           * Predicts for one row: the number, or the probability of each class.
           * NaN stands for a missing number, null for a missing text.
           */\
        """);
    line("  public static double[] predict(");
    line("      " + String.join(",\n      ", parameters) + ") {");
    line("    return predict(");
    line("        new double[] {" + String.join(", ", numbers) + "},");
    line("        new String[] {" + String.join(", ", texts) + "});");
    line("  }");
  }

  private void writeArrayMethod() {
    line(
        """

          /**
           * Predicts for one row: the number, or the probability of each class.
           *
           * @param numbers in the order of NUMBERS; NaN when missing
           * @param texts in the order of TEXTS; null when missing
           */
          public static double[] predict(double[] numbers, String[] texts) {\
        """);
    line("    double[] x = new double[%d];".formatted(model.features().size()));
    EncodingSource encoding = new EncodingSource(model.features(), tables);
    encoding.calls().forEach(call -> line("    " + call));
    line("    return respond(x);\n  }");
    source.append(encoding.methods());
  }

  private void line(String text) {
    source.append(text).append('\n');
  }

  /** The name of a class. */
  private record JavaName(Optional<String> packageName, String simple) {
    private static final List<String> TAKEN = List.of("String", "Math", "Double", "Integer");

    static JavaName of(String name) {
      List<String> parts = List.of(name.split("\\.", -1));
      String simple = parts.getLast();
      boolean taken = TAKEN.contains(simple) || simple.matches("Categories\\d+");
      if (taken || !parts.stream().allMatch(JavaIdentifiers::isClassName)) {
        throw new IllegalArgumentException(
            "expected the name of a Java class such as org.example.Scorer, found '%s'"
                .formatted(name));
      }
      int dot = name.lastIndexOf('.');
      return new JavaName(dot < 0 ? Optional.empty() : Optional.of(name.substring(0, dot)), simple);
    }
  }

  /** Makes different names of parameters from names of features. */
  private static final class JavaIdentifiers {
    private static final Set<String> RESERVED =
        Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do"
                 + " double else enum extends false final finally float for goto if implements"
                 + " import instanceof int interface long native new null package private protected"
                 + " public return short static strictfp super switch synchronized this throw"
                 + " throws transient true try var void volatile while yield record sealed permits"
                 + " _")
                .split(" "));

    private final Set<String> used = new HashSet<>();

    /** Whether a class may be called so: an identifier of letters, digits and underscores. */
    static boolean isClassName(String name) {
      return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !RESERVED.contains(name);
    }

    /** The name with an underscore for every character that Java does not allow. */
    String of(String name) {
      String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
      String begun = plain.matches("[A-Za-z].*") ? plain : "_" + plain;
      String candidate = RESERVED.contains(begun) ? begun + "_" : begun;
      while (!used.add(candidate)) {
        candidate += "_";
      }
      return candidate;
    }
  }
}
