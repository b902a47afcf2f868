package org.limpid.data.derive;

import java.util.List;

/**
 * What a sample became.
 *
 * @param jobs jobs in it
 * @param ofJobs jobs of the data set
 * @param notes what else is different, a sentence each
 */
public record SampleReport(int jobs, int ofJobs, List<String> notes) {
  public SampleReport {
    notes = List.copyOf(notes);
  }
}
