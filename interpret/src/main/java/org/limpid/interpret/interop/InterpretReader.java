package org.limpid.interpret.interop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.files.json.JsonValue;
import org.limpid.files.json.JsonValue.JsonObject;
import org.limpid.files.json.JsonValue.JsonScalar;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.json.ProvenanceJson;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Provenance;
import org.limpid.interpret.model.Task;
import tools.jackson.core.JsonToken;

/** Reads one file of interpret. */
final class InterpretReader {
  private static final List<String> LINKS = List.of("identity", "log", "logit", "mlogit");

  private final String file;
  private final Problems problems = new Problems();
  private Task task = new Task.Regression();
  private LinkFunction link = LinkFunction.IDENTITY;
  private int scoreCount = 1;
  private double[] bagWeights = {};
  private double[] intercept = {};
  private double[][] bagIntercepts = {};
  private List<EbmFeature> features = List.of();
  private List<Term> terms = List.of();
  private Provenance provenance;

  InterpretReader(String file) {
    this.file = file;
  }

  EbmModel read(JsonObject object) {
    try (JsonSection root = new JsonSection(file, problems, Placeholders.without(object))) {
      checkVersion(root);
      ImportedProvenance origin = new ImportedProvenance();
      try (JsonSection ebm = root.section("ebm")) {
        readModel(ebm, origin);
        origin.keepOthers(ebm);
      }
      provenance = root.has("limpid") ? ImportedProvenance.own(root) : origin.toProvenance();
      root.ignore("edits", "initial_ebm");
    }
    problems.throwIfAny();
    return new EbmModel(
        task,
        link,
        Optional.empty(),
        features,
        terms,
        intercept,
        bagIntercepts,
        bagWeights,
        provenance);
  }

  private void checkVersion(JsonSection root) {
    if (!root.text("version").equals(InterpretJson.VERSION)) {
      root.problem(
          "version",
          "expected version 1.0 of the format of interpret",
          root.has("format") ? "Maybe it is a model of Limpid's own format." : "");
      problems.throwIfAny();
    }
  }

  private void readModel(JsonSection ebm, ImportedProvenance origin) {
    List<JsonSection> outputs = ebm.sections("outputs");
    if (outputs.size() != 1 && ebm.has("outputs")) {
      ebm.problem("outputs", "expected one output, found " + outputs.size(), "");
      return;
    }
    for (JsonSection output : outputs) {
      try (output) {
        readOutput(output);
        origin.keepOutput(output);
      }
    }
    intercept = ebm.numbers("intercept", scoreCount, "score");
    readBags(ebm);
    features = new InterpretFeatures().read(ebm);
    if (problems.isEmpty()) {
      terms = new InterpretTerms(features, scoreCount, bagWeights.length).read(ebm);
    }
    ebm.ignore("terms");
  }

  private void readOutput(JsonSection output) {
    String name = output.oneOf("task", List.of("regression", "classification"));
    String linkName = link(output);
    boolean classification = name.equals("classification");
    link = linkOf(linkName);
    if (classification != (link == LinkFunction.LOGIT || link == LinkFunction.SOFTMAX)) {
      output.problem("link", "expected a link that fits the task " + name, "");
    } else if (classification) {
      readClasses(output);
    }
  }

  private static String link(JsonSection output) {
    String link = output.text("link");
    if (LINKS.contains(link) || link.isEmpty()) {
      return link;
    }
    output.problem(
        "link",
        "expected one of the links that Limpid knows: " + String.join(", ", LINKS),
        "Maybe train with another objective.");
    return "identity";
  }

  private static LinkFunction linkOf(String name) {
    return switch (name) {
      case "log" -> LinkFunction.LOG;
      case "logit" -> LinkFunction.LOGIT;
      case "mlogit" -> LinkFunction.SOFTMAX;
      default -> LinkFunction.IDENTITY;
    };
  }

  private void readClasses(JsonSection output) {
    List<String> classes = output.words("classes");
    boolean different = new HashSet<>(classes).size() == classes.size();
    boolean enough = link == LinkFunction.LOGIT ? classes.size() == 2 : classes.size() >= 2;
    if (different && enough) {
      task = new Task.Classification(classes);
      scoreCount = link == LinkFunction.SOFTMAX ? classes.size() : 1;
    } else if (output.has("classes")) {
      String expected = link == LinkFunction.LOGIT ? "two" : "two or more";
      output.problem("classes", "expected %s different classes".formatted(expected), "");
    }
  }

  /** A file without weights of bags has no bags, though it may have their intercepts. */
  private void readBags(JsonSection ebm) {
    if (!ebm.has("bag_weights")) {
      ebm.ignore("bagged_intercept");
      return;
    }
    bagWeights = ebm.numbers("bag_weights");
    int bags = bagWeights.length;
    if (!ebm.has("bagged_intercept")) {
      bagIntercepts = new double[bags][];
      Arrays.setAll(bagIntercepts, bag -> intercept.clone());
    } else if (scoreCount > 1) {
      bagIntercepts = ebm.numberArrays("bagged_intercept", bags, scoreCount, "bag");
    } else {
      double[] flat = ebm.numbers("bagged_intercept", bags, "bag");
      List<double[]> single = new ArrayList<>();
      Arrays.stream(flat).forEach(number -> single.add(new double[] {number}));
      bagIntercepts = single.toArray(double[][]::new);
    }
  }

  /**
   * What a file of interpret says about the training. The library's parameters become parameters of
   * the same name; other members are kept under {@code ebm.} and {@code output.}, as JSON.
   */
  static final class ImportedProvenance {
    /** Begins names of members of the model. */
    static final String OF_MODEL = "ebm.";

    /** Begins names of members of the output. */
    static final String OF_OUTPUT = "output.";

    private static final String TRAINER = "interpret";

    private final Map<String, String> parameters = new LinkedHashMap<>();

    static Provenance own(JsonSection root) {
      try (JsonSection section = root.section("limpid")) {
        section.ignore(Placeholders.KEY);
        return ProvenanceJson.read(section);
      }
    }

    /** Keeps the range of the target and such. */
    void keepOutput(JsonSection output) {
      for (String name : output.names()) {
        if (!List.of("task", "classes", "link").contains(name)) {
          keep(OF_OUTPUT + name, output.value(name).orElseThrow());
        }
      }
      output.ignore("classes");
    }

    /** Keeps the parameters, and all members that nobody has asked for yet. */
    void keepOthers(JsonSection ebm) {
      if (ebm.has("implementation_params")) {
        try (JsonSection section = ebm.section("implementation_params")) {
          section.names().forEach(name -> keep(name, section.value(name).orElseThrow()));
        }
      }
      for (String name : ebm.unknown()) {
        keep(OF_MODEL + name, ebm.value(name).orElseThrow());
      }
    }

    private void keep(String name, JsonValue value) {
      boolean text = value instanceof JsonScalar scalar && scalar.token() == JsonToken.VALUE_STRING;
      parameters.put(name, text ? ((JsonScalar) value).text() : JsonOutput.textOf(value));
    }

    Provenance toProvenance() {
      String seed = parameters.getOrDefault("random_state", "");
      long number = seed.matches("-?\\d{1,18}") ? Long.parseLong(seed) : 0;
      return new Provenance(TRAINER, "", 0, "", parameters, number, List.of());
    }
  }
}
