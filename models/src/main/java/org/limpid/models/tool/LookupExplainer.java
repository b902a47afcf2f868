package org.limpid.models.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.limpid.interpret.lookup.LookupCell;
import org.limpid.interpret.lookup.LookupModel;
import org.limpid.interpret.model.Row;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.TextTable;

/** Explains tables by their cells. */
record LookupExplainer(LookupModel model) implements Explainer {

  @Override
  public ModelExplanation.Report all(int top) {
    List<LookupCell> cells = model.cells(model.features().size());
    List<LookupCell> shown =
        cells.stream()
            .sorted(Comparator.comparingDouble(LookupCell::weight).reversed())
            .limit(top)
            .toList();
    Map<String, Object> json = ModelHead.json(model);
    json.put("cells", cells.stream().map(this::json).toList());
    String more = ExplanationText.more(cells.size() - shown.size(), "cells (--top)");
    return new ModelExplanation.Report(ModelHead.text(model) + table(shown) + more, json);
  }

  private TextTable table(List<LookupCell> cells) {
    List<String> head = new ArrayList<>(model.features().stream().map(key -> key.name()).toList());
    head.addAll(outputNames());
    head.add("rows");
    TextTable table = new TextTable(model.features().size()).line(head);
    for (LookupCell cell : cells) {
      List<String> line = new ArrayList<>(keys(cell));
      DoubleStream.of(cell.outputs()).mapToObj(NumberText::rounded).forEach(line::add);
      line.add(Integer.toString(cell.samples()));
      table.line(line);
    }
    return table;
  }

  private List<String> outputNames() {
    return switch (model.task()) {
      case Task.Regression _ -> List.of("prediction");
      case Task.Classification(var classes) -> classes;
    };
  }

  /** The keys of a cell as text; those that it leaves open are {@code any}. */
  private List<String> keys(LookupCell cell) {
    Row row = model.newRow();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < model.features().size(); i++) {
      if (i < cell.keyCount()) {
        row.setEncoded(i, cell.key(i));
        keys.add(row.text(i));
      } else {
        keys.add("any");
      }
    }
    return keys;
  }

  private Map<String, Object> json(LookupCell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("keys", keys(cell));
    json.put("outputs", cell.outputs());
    json.put("rows", cell.samples());
    return json;
  }

  @Override
  public ModelExplanation.Report row(Row row, Optional<String> actual, int top) {
    LookupCell cell = model.cell(row);
    Map<String, Object> json = json(cell);
    actual.ifPresent(value -> json.put("actual", value));
    String predicted = ExplanationText.outputs(model, cell.outputs(), actual);
    return new ModelExplanation.Report(predicted + table(List.of(cell)), json);
  }
}
