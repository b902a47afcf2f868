package org.limpid.interpret.pmml;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.limpid.interpret.binning.CutBins;
import org.limpid.interpret.model.Feature;

/** Derived fields that look up a number by the bin of one feature. */
record ScoreFields(PmmlOutput xml) {
  /** Gives the value of a bin, as text. */
  @FunctionalInterface
  interface Values {
    String of(int bin);
  }

  /** A field with a value for every bin of a numeric feature, and one for missing values. */
  void numeric(String name, Feature feature, CutBins bins, String dataType, Values values)
      throws XMLStreamException {
    begin(name, dataType);
    int last = bins.regularCount();
    xml.open("Discretize")
        .with("field", feature.name())
        .with("mapMissingTo", values.of(0))
        .with("defaultValue", values.of(last))
        .with("dataType", dataType);
    for (int bin = 1; bin <= last && last > 1; bin++) {
      xml.open("DiscretizeBin").with("binValue", values.of(bin));
      xml.leaf("Interval")
          .with("closure", bin == 1 ? "openOpen" : "closedOpen")
          .with("leftMargin", bin == 1 ? null : bins.cut(bin - 2))
          .with("rightMargin", bin == last ? null : bins.cut(bin - 1));
      xml.close();
    }
    xml.close().close();
  }

  /** A field with a value for every category, one for missing values and one for unseen ones. */
  void categorical(String name, Feature.Categorical feature, String dataType, Values values)
      throws XMLStreamException {
    begin(name, dataType);
    List<String> categories = feature.categories();
    xml.open("MapValues")
        .with("outputColumn", "s")
        .with("mapMissingTo", values.of(0))
        .with("defaultValue", values.of(categories.size() + 1))
        .with("dataType", dataType);
    xml.leaf("FieldColumnPair").with("field", feature.name()).with("column", "a");
    xml.open("InlineTable");
    for (int code = 0; code < categories.size(); code++) {
      xml.row("a", categories.get(code), "s", values.of(code + 1));
    }
    xml.close().close().close();
  }

  /** Begins a derived field. */
  void begin(String name, String dataType) throws XMLStreamException {
    String optype = dataType.equals("double") ? "continuous" : "categorical";
    xml.open("DerivedField").with("name", name).with("optype", optype).with("dataType", dataType);
  }
}
