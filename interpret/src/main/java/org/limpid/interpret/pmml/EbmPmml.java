package org.limpid.interpret.pmml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.binning.Bins;
import org.limpid.interpret.binning.CategoryBins;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.ebm.EbmFeature;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.ebm.EbmModel.ResponseRange;
import org.limpid.interpret.ebm.Term;
import org.limpid.interpret.model.Feature;
import org.limpid.interpret.model.LinkFunction;

/**
 * An EBM as a regression model whose predictors are derived fields: one per term and score, which
 * looks the score up. Terms of several features look it up by the bins of these, which are derived
 * fields, too.
 */
final class EbmPmml extends RegressionPmml {
  private static final String NUMBER = "double";
  private static final String WHOLE = "integer";

  private final EbmModel model;
  private final Map<String, String> binFields = new HashMap<>();

  EbmPmml(EbmModel model, ModelHeader header) {
    super(header);
    this.model = model;
  }

  void write() throws XMLStreamException {
    write("EBM", "explainable boosting machine", model.link(), model.intercept(), _ -> null);
  }

  @Override
  void writeFields() throws XMLStreamException {
    model.offset().ifPresent(name -> add(name, 1));
    for (Term term : model.terms()) {
      if (term.order() == 1) {
        writeMain(term);
      } else {
        writeInteraction(term);
      }
    }
  }

  /** PMML clips before it adds the constant. */
  @Override
  void writeTarget() throws XMLStreamException {
    double constant = model.link() == LinkFunction.LOG1P ? -1 : 0;
    if (constant == 0 && model.clip().isEmpty()) {
      return;
    }
    ResponseRange clip =
        model.clip().orElse(new ResponseRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    xml.open("Targets");
    xml.leaf("Target")
        .with("field", header.names().target())
        .with("min", finite(clip.minimum() - constant))
        .with("max", finite(clip.maximum() - constant))
        .with("rescaleConstant", constant == 0 ? null : constant);
    xml.close();
  }

  private static Double finite(double bound) {
    return Double.isFinite(bound) ? bound : null;
  }

  private String predictor(Term term, int score) {
    return addScore(model.name(term), score, term.scoreCount());
  }

  private void writeMain(Term term) throws XMLStreamException {
    EbmFeature feature = model.binnedFeatures().get(term.feature(0));
    for (int k = 0; k < term.scoreCount(); k++) {
      int score = k;
      writeLookup(predictor(term, k), feature, 1, NUMBER, bin -> number(term.score(bin, score)));
    }
  }

  private void writeLookup(
      String name, EbmFeature feature, int order, String dataType, Values values)
      throws XMLStreamException {
    Bins bins = feature.bins(order);
    if (feature.feature() instanceof Feature.Categorical categorical
        && bins instanceof CategoryBins) {
      categoricalField(name, categorical, dataType, values);
    } else {
      numericField(name, feature.feature(), (CutBins) bins, dataType, values);
    }
  }

  private void writeInteraction(Term term) throws XMLStreamException {
    List<String> bins = new ArrayList<>();
    for (int feature : term.features()) {
      bins.add(binField(model.binnedFeatures().get(feature), term.order()));
    }
    for (int k = 0; k < term.scoreCount(); k++) {
      beginField(predictor(term, k), NUMBER);
      xml.open("MapValues")
          .with("outputColumn", "s")
          .with("defaultValue", 0.0)
          .with("dataType", NUMBER);
      for (int i = 0; i < bins.size(); i++) {
        xml.leaf("FieldColumnPair").with("field", bins.get(i)).with("column", column(i));
      }
      xml.open("InlineTable");
      writeCells(term, k);
      xml.close().close().close();
    }
  }

  /** Cells with the score 0 are left to the default value. */
  private void writeCells(Term term, int score) throws XMLStreamException {
    List<Bins> bins = model.bins(term);
    String[] row = new String[2 * bins.size() + 2];
    for (int cell = 0; cell < term.cellCount(); cell++) {
      int rest = cell;
      for (int i = bins.size() - 1; i >= 0; i--) {
        row[2 * i] = column(i);
        row[2 * i + 1] = Integer.toString(rest % bins.get(i).count());
        rest /= bins.get(i).count();
      }
      row[row.length - 2] = "s";
      row[row.length - 1] = number(term.score(cell, score));
      if (term.score(cell, score) != 0) {
        xml.row(row);
      }
    }
  }

  private static String column(int index) {
    return "b" + index;
  }

  /** The field with the number of the bin of a feature, written when it is first needed. */
  private String binField(EbmFeature feature, int order) throws XMLStreamException {
    int resolution = Math.min(order, feature.resolutions().size());
    String key = "bin%d(%s)".formatted(resolution, feature.name());
    String known = binFields.get(key);
    if (known != null) {
      return known;
    }
    String name = header.names().unique(key);
    binFields.put(key, name);
    writeLookup(name, feature, order, WHOLE, Integer::toString);
    return name;
  }

  private static String number(double score) {
    return Double.toString(score);
  }
}
