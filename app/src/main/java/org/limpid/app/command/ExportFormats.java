package org.limpid.app.command;

import java.util.List;
import java.util.Map;
import org.limpid.models.tool.ExportFormat;

/** The formats of exported models on the command line. */
final class ExportFormats extends Choice<ExportFormat> {
  @Override
  Map<String, ExportFormat> byName() {
    return index(List.of(ExportFormat.values()), ExportFormat::label);
  }
}
