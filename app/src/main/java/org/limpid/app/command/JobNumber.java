package org.limpid.app.command;

import org.limpid.data.JobId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the identifier of a job. */
final class JobNumber implements ITypeConverter<JobId> {
  @Override
  public JobId convert(String text) {
    return JobId.parse(text)
        .orElseThrow(() ->
            new TypeConversionException(
                "expected the number of a job, as in jobs.csv, found '%s'".formatted(text)));
  }
}
