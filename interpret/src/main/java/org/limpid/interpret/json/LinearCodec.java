package org.limpid.interpret.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.limpid.files.ClosestName;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.json.ModelCodec.Header;
import org.limpid.interpret.linear.LinearModel;
import org.limpid.interpret.linear.LinearTerm;
import org.limpid.interpret.model.Feature;

/** Linear and logistic models. */
final class LinearCodec {
  static final ModelCodec<LinearModel> CODEC =
      new ModelCodec<>("linear", LinearModel.class, LinearCodec::write, LinearCodec::read);

  private LinearCodec() {}

  private static void write(LinearModel model, JsonOutput out) throws IOException {
    out.numbers("intercept", model.intercept());
    FeatureJson.writeAll("features", model.features(), out);
    out.beginArray("terms");
    for (LinearTerm term : model.terms()) {
      out.beginLine();
      write(term, model.features().get(term.feature()), out);
      out.endObject();
    }
    out.endArray();
  }

  private static void write(LinearTerm term, Feature feature, JsonOutput out) throws IOException {
    out.text("feature", feature.name());
    if (term.category().isPresent() && feature instanceof Feature.Categorical categorical) {
      out.text("category", categorical.categories().get(term.category().getAsInt()));
    }
    out.number("mean", term.mean())
        .number("deviation", term.deviation())
        .numbers("coefficients", term.coefficients());
  }

  private static Supplier<LinearModel> read(JsonSection root, Header header) {
    int outputCount = header.task().outputCount();
    int scoreCount = outputCount > 2 ? outputCount : 1;
    double[] intercept = root.numbers("intercept", scoreCount, "score");
    List<Feature> features = FeatureJson.readAll("features", root);
    Map<String, Integer> positions = FeatureJson.positions(features);
    List<Supplier<LinearTerm>> terms = new ArrayList<>();
    for (JsonSection section : root.sections("terms")) {
      try (section) {
        terms.add(term(section, features, positions, scoreCount));
      }
    }
    return () ->
        new LinearModel(
            header.task(),
            features,
            terms.stream().map(Supplier::get).toList(),
            intercept,
            header.provenance());
  }

  private static Supplier<LinearTerm> term(
      JsonSection section, List<Feature> features, Map<String, Integer> positions, int scoreCount) {
    int position = FeatureJson.position(section, "feature", positions);
    Feature feature = features.isEmpty() ? new Feature.Numeric("") : features.get(position);
    OptionalInt category =
        switch (feature) {
          case Feature.Numeric _ -> OptionalInt.empty();
          case Feature.Categorical categorical -> OptionalInt.of(category(section, categorical));
        };
    double mean = section.number("mean");
    double deviation = section.number("deviation");
    double[] coefficients = section.numbers("coefficients", scoreCount, "score");
    return () -> new LinearTerm(position, category, mean, deviation, coefficients);
  }

  private static int category(JsonSection section, Feature.Categorical feature) {
    String category = section.anyText("category");
    int position = feature.categories().indexOf(category);
    if (position < 0 && section.has("category")) {
      section.problem(
          "category",
          "expected a category of " + feature.name(),
          ClosestName.hint(category, feature.categories()));
    }
    return position;
  }
}
