package org.limpid.app.command;

import org.limpid.interpret.text.QuotedNames;
import picocli.CommandLine.ITypeConverter;

/** Reads the name of a column, which may stand in quotes as in CSV. */
final class ColumnName implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    return QuotedNames.unquoted(text);
  }
}
