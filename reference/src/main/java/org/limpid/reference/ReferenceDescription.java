package org.limpid.reference;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.limpid.data.JobAttribute;
import org.limpid.simulation.policy.Setting;

/**
 * All that the rest of the program knows of a simulator of a published artifact.
 *
 * @param name on the command line and in results, lower case with hyphens
 * @param artifact what was published, in words
 * @param summary one line for people
 * @param needs what a data set must have, in words; may be empty
 * @param attributes the columns of jobs that it looks at, among those that a data set may lack
 * @param settings what may be chosen about it
 */
public record ReferenceDescription(
    String name,
    String artifact,
    String summary,
    List<String> needs,
    Set<JobAttribute> attributes,
    List<Setting<?>> settings) {
  public ReferenceDescription {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(artifact, "artifact");
    Objects.requireNonNull(summary, "summary");
    needs = List.copyOf(needs);
    attributes = Set.copyOf(attributes);
    settings = List.copyOf(settings);
  }
}
