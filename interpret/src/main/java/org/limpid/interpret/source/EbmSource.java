package org.limpid.interpret.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;

/** Methods that predict as an EBM does. */
final class EbmSource {
  private final EbmModel model;
  private final SourceTables tables;
  private final Map<CutBins, String> cuts = new HashMap<>();

  EbmSource(EbmModel model, SourceTables tables) {
    this.model = model;
    this.tables = tables;
  }

  String text() {
    String intercept = tables.numbers(model.intercept());
    List<String> statements = new ArrayList<>();
    model
        .offset()
        .ifPresent(name -> statements.add("    sums[0] += x[%d];\n".formatted(position(name))));
    model.terms().forEach(term -> statements.add(statement(term)));
    String result = model.clip().isPresent() ? "clip(link(sums))" : "link(sums)";
    return SourceText.sum(intercept, statements, result)
        + SourceText.of("bins")
        + SourceText.of(model.link().name().toLowerCase(Locale.ROOT))
        + model.clip().map(EbmSource::clip).orElse("");
  }

  private int position(String feature) {
    return model.features().stream().map(Feature::name).toList().indexOf(feature);
  }

  private String statement(Term term) {
    return "    // %s\n    add(%s, %s, sums);\n"
        .formatted(JavaText.comment(model.name(term)), tables.numbers(term.scores()), cell(term));
  }

  private String cell(Term term) {
    List<Bins> bins = model.bins(term);
    String cell = bin(bins.getFirst(), term.feature(0));
    for (int i = 1; i < bins.size(); i++) {
      String before = i == 1 ? cell : "(" + cell + ")";
      cell = before + " * " + bins.get(i).count() + " + " + bin(bins.get(i), term.feature(i));
    }
    return cell;
  }

  private String bin(Bins bins, int feature) {
    return switch (bins) {
      case CutBins cutBins ->
          "bin(%s, x[%d])"
              .formatted(cuts.computeIfAbsent(cutBins, c -> tables.numbers(c.cuts())), feature);
      case CategoryBins categories ->
          "category(x[%d], %d)".formatted(feature, categories.regularCount());
    };
  }

  private static String clip(ResponseRange range) {
    return """

      private static double[] clip(double[] outputs) {
        outputs[0] = Math.min(%s, Math.max(outputs[0], %s));
        return outputs;
      }
    """
        .formatted(JavaText.number(range.maximum()), JavaText.number(range.minimum()));
  }
}
