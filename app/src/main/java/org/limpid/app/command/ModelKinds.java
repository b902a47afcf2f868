package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.models.tool.ModelKind;

/** The kinds of models on the command line. */
final class ModelKinds extends Choice<ModelKind> {
  @Override
  Map<String, ModelKind> byName() {
    return index(List.of(ModelKind.values()), ModelKind::label);
  }
}
