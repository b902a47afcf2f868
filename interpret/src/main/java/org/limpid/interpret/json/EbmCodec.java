package org.limpid.interpret.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.json.ModelCodec.Header;
import org.limpid.interpret.model.LinkFunction;
import org.limpid.interpret.model.Task;

/** Explainable boosting machines. */
final class EbmCodec {
  static final ModelCodec<EbmModel> CODEC =
      new ModelCodec<>("ebm", EbmModel.class, EbmCodec::write, EbmCodec::read);

  private static final String OFFSET = "offset";

  private EbmCodec() {}

  private static void write(EbmModel model, JsonOutput out) throws IOException {
    out.text("link", nameOf(model.link()));
    if (model.clip().isPresent()) {
      ResponseRange clip = model.clip().get();
      out.numbers("clip", new double[] {clip.minimum(), clip.maximum()});
    }
    if (model.offset().isPresent()) {
      out.text(OFFSET, model.offset().get());
    }
    out.numbers("intercept", model.intercept());
    if (model.bagCount() > 0) {
      out.numbers("bagWeights", model.bagWeights());
      out.numbers("bagIntercepts", model.bagIntercepts());
    }
    EbmFeatureJson.writeAll(model.binnedFeatures(), out);
    TermJson.writeAll(model, out);
  }

  private static String nameOf(LinkFunction link) {
    return link.name().toLowerCase(Locale.ROOT);
  }

  private static Supplier<EbmModel> read(JsonSection root, Header header) {
    LinkFunction link = link(root, header.task());
    Optional<ResponseRange> clip = root.has("clip") ? clip(root) : Optional.empty();
    int scoreCount = link == LinkFunction.SOFTMAX ? header.task().outputCount() : 1;
    double[] intercept = root.numbers("intercept", scoreCount, "score");
    double[] bagWeights = root.has("bagWeights") ? root.numbers("bagWeights") : new double[0];
    double[][] bagIntercepts = bagIntercepts(root, bagWeights.length, scoreCount);
    List<EbmFeature> features = EbmFeatureJson.readAll(root);
    Optional<String> offset = root.has(OFFSET) ? Optional.of(root.text(OFFSET)) : Optional.empty();
    List<Supplier<Term>> terms =
        new TermJson(features, scoreCount, bagWeights.length, header.problems()).readAll(root);
    return () ->
        new EbmModel(
                header.task(),
                link,
                clip,
                features,
                terms.stream().map(Supplier::get).toList(),
                intercept,
                bagIntercepts,
                bagWeights,
                header.provenance())
            .withOffset(offset);
  }

  private static LinkFunction link(JsonSection root, Task task) {
    List<LinkFunction> fitting =
        new ArrayList<>(List.of(LinkFunction.IDENTITY, LinkFunction.LOG, LinkFunction.LOG1P));
    if (task instanceof Task.Classification classification) {
      fitting =
          classification.isBinary()
              ? List.of(LinkFunction.LOGIT, LinkFunction.SOFTMAX)
              : List.of(LinkFunction.SOFTMAX);
    }
    List<String> names = fitting.stream().map(EbmCodec::nameOf).toList();
    return fitting.get(names.indexOf(root.oneOf("link", names)));
  }

  private static Optional<ResponseRange> clip(JsonSection root) {
    double[] range = root.numbers("clip", 2, "end of the range");
    boolean valid = range.length == 2 && range[0] <= range[1];
    if (!valid && range.length == 2) {
      root.problem("clip", "expected a minimum and a maximum that is not below it", "");
    }
    return valid ? Optional.of(new ResponseRange(range[0], range[1])) : Optional.empty();
  }

  private static double[][] bagIntercepts(JsonSection root, int bagCount, int scoreCount) {
    if (bagCount == 0 && !root.has("bagIntercepts")) {
      return new double[0][];
    }
    return root.numberArrays("bagIntercepts", bagCount, scoreCount, "bag");
  }
}
