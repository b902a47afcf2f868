package org.limpid.interpret.pmml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Task;

/** The names of the fields in a document, all different, and the check that XML can hold them. */
final class PmmlNames {
  private final Set<String> used = new HashSet<>();
  private final String target;

  /**
   * Checks that XML can hold all names of a model; else a {@link org.limpid.files.DataException}.
   */
  PmmlNames(Model model) {
    Problems problems = new Problems();
    for (Feature feature : model.features()) {
      check("the name of a feature", feature.name(), problems);
      used.add(feature.name());
      if (feature instanceof Feature.Categorical categorical) {
        checkAll("a category of " + feature.name(), categorical.categories(), problems);
      }
    }
    if (model.task() instanceof Task.Classification classification) {
      checkAll("a class", classification.classes(), problems);
    }
    check("the name of the target", model.provenance().target(), problems);
    check("the name of the trainer", model.provenance().trainer(), problems);
    problems.throwIfAny();
    String name = model.provenance().target();
    target = unique(name.isBlank() ? "prediction" : name);
  }

  private static void checkAll(String what, List<String> texts, Problems problems) {
    for (String text : texts) {
      check(what, text, problems);
      if (!text.strip().equals(text) || text.isEmpty()) {
        String message = "PMML cannot tell %s without its spaces".formatted(what);
        problems.add(new Problem("model", 0, "", text, message, "Maybe rename it."));
      }
    }
  }

  private static void check(String what, String text, Problems problems) {
    if (!text.codePoints().allMatch(PmmlNames::isXml)) {
      problems.add(
          new Problem(
              "model",
              0,
              "",
              text,
              "PMML cannot hold control characters in " + what,
              "Maybe rename it, or export a Java class instead."));
    }
  }

  /** A line feed is a character of XML, yet one that an attribute loses. */
  private static boolean isXml(int c) {
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c >= ' ' && !surrogate && c != 0xfffe && c != 0xffff;
  }

  String target() {
    return target;
  }

  /** The name, with a number behind it where another field is called so. */
  String unique(String name) {
    String candidate = name;
    for (int i = 2; !used.add(candidate); i++) {
      candidate = name + " " + i;
    }
    return candidate;
  }
}
